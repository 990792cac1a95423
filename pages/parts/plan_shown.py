"""Service plans in HTML."""

from html import escape
from itertools import groupby

from metrics.indicators.registry import INDICATORS
from pages.parts import address, marks, origin
from pages.parts.address import link
from qa_data.standards import standard
from qa_data.words import british, counted, listed

MARKS = {"On track": "green", "Achieved": "green", "Some concerns": "amber", "Off track": "red"}

EXAMPLE = (
    "Upload a workbook with a service plan: Home, Standard, Outcome for children, How we deliver it, and if you keep"
    " them How we will know, Evidence so far, How young people are involved, Lead, Review date and Progress. For"
    " example: Cedar View, QS12, Children who go missing come back sooner, A trigger plan for each child."
)

HOMES = 50


def finding(progress: dict, missing: list[dict]) -> str:
    """What the plans say as a whole."""
    if not progress["lines"]:
        return f'<h1>No service plan is known yet</h1><p class="lede">{EXAMPLE}</p>'
    without = sum(len(row["standards"]) for row in missing)
    said = (
        f"{counted(without, 'standard')} at {counted(len(missing), 'home')} without a plan line"
        if without
        else "Every home has a plan line for every standard"
    )
    return (
        f'<h1>{said}</h1><p class="lede">{counted(progress["lines"], "line")} at {counted(progress["homes"], "home")}:'
        f" {progress['worrying']:,} of some concern or off track, "
        f"{counted(progress['late'], 'review')} past the review date.</p>"
    )


def gaps(missing: list[dict]) -> str:
    """The standards that no line is about."""
    if not missing:
        return ""
    rows = "".join(
        f"<li><div><strong>{escape(row['home'])}</strong>: no line for"
        f" {listed([_standard(row['home'], code) for code in row['standards']])}</div></li>"
        for row in missing[:HOMES]
    )
    more = f'<p class="small">And {len(missing) - HOMES:,} more homes.</p>' if len(missing) > HOMES else ""
    return f'<section class="panel"><h2>Standards without a plan line</h2><ul class="l">{rows}</ul>{more}</section>'


def _standard(home: str, code: str) -> str:
    return f'<a href="{escape(link(home=home, standard=code))}">{standard(code).name}</a>'


def lines(told: list[dict], most: int) -> str:
    """The lines, home by home."""
    more = (
        f'<p class="small">The first {most:,} lines are shown: choose a home or a standard above.</p>'
        if len(told) == most
        else ""
    )
    return (
        "".join(
            f'<h2>{escape(home)}</h2><div class="scroll"><table class="t main'
            f' stack"><thead><tr>{_heads()}</tr></thead><tbody>{"".join(map(_line, rows))}</tbody></table></div>'
            for home, rows in groupby(told, lambda row: row["home"])
        )
        + more
    )


def _heads() -> str:
    names = (
        "Standard and outcome",
        "How we deliver it",
        "How we will know",
        "Evidence so far",
        "Young people’s part",
        "Lead and review",
        "Progress",
    )
    return "".join(f'<th scope="col">{name}</th>' for name in names)


def _line(row: dict) -> str:
    code = row["standard"]
    review = british(row["review_date"]) if row["review_date"] else "no review date"
    late = f'<br><span class="bad">{review}: past</span>' if row["review_late"] else f"<br>{review}"
    return (
        '<tr><th scope="row"><a'
        f' href="{escape(link(home=row["home"], standard=code))}">{standard(code).name}</a><div>{escape(row["outcome"])}</div><div'
        f' class="source">{origin.row_source(row)}</div></th><td data-l="How we deliver'
        f' it">{_said(row["delivery"])}</td><td data-l="How we will know"><div>{_measured(row)}</div></td><td'
        f' data-l="Evidence so far">{_said(row["evidence"])}</td><td data-l="Young people’s'
        f' part">{_said(row["participation"])}</td><td data-l="Lead and'
        f' review"><div>{_said(row["lead"])}{late}</div></td><td data-l="Progress">{_progress(row["status"])}</td></tr>'
    )


def _said(text: str | None) -> str:
    return escape(text) if text else '<span class="small">Not given</span>'


def _progress(status: str | None) -> str:
    return (
        f'<span class="nowrap">{marks.mark(MARKS[status], 20, label="")} {status}</span>'
        if status in MARKS
        else _said(status)
    )


def _measured(row: dict) -> str:
    """The words, and the indicators that they name, as links to how they stand."""
    text = (row["measure"] or "").casefold()
    named = [each for each in INDICATORS if each.title.casefold() in text or each.id.casefold() in text.split()]
    drawn = "".join(
        "<br><a"
        f' href="{escape(address.link(home=row["home"], standard=each.standard or row["standard"], indicator=each.id))}">{escape(each.title)}</a>'
        for each in named
    )
    return _said(row["measure"]) + drawn
