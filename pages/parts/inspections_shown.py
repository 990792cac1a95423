"""Judgements, requirements and the national picture in HTML."""

from datetime import date
from html import escape
from itertools import groupby

from metrics.indicators.intervals import of_share
from pages.parts import origin
from pages.parts.address import link
from qa_data.judgements import JUDGEMENTS, judgement
from qa_data.standards import standard
from qa_data.words import british, counted, share

PLACES = {each.word: each.place for each in JUDGEMENTS}
GOOD = judgement("Good").place
JUDGED = (
    ("Overall experiences and progress", "overall"),
    ("Helped and protected", "protection"),
    ("Leaders and managers", "leadership"),
)
HOMES = 50
LATE_MONTHS = 12
"""A full inspection is usually made at least once a year (1 April to 31 March)."""


def finding(every: list[dict]) -> str:
    """How many homes are below Good in any of the three judgements, never by the overall alone."""
    latest = _latest(every)
    if not latest:
        return (
            '<h1>No inspection is known yet</h1><p class="lede">Upload a workbook with a sheet of inspections (Home,'
            " Inspection date, Inspection type and the three judgements), or Ofsted’s own published file as it comes."
            " For example: Cedar View, 14 Jul 2026, Full, RI, RI, Inadequate.</p>"
        )
    below = [home for home, row in latest.items() if any(PLACES.get(row[which], 0) > GOOD for _, which in JUDGED)]
    hidden = [home for home in below if PLACES.get(latest[home]["overall"], 0) <= GOOD]
    more = f" {escape(' and '.join(hidden[:3]))}: Good overall, but not in every judgement." if hidden else ""
    word, unseen = "home", len({row["home"] for row in every}) - len(latest)
    return (
        f"<h1>{len(below)} of {counted(len(latest), 'inspected home')} {'is' if len(below) == 1 else 'are'} below Good"
        ' in a judgement</h1><p class="lede">Leaders and managers is often the judgement that '
        "slips first, so all three are"
        f" shown.{more}{f' {counted(unseen, word)} not yet inspected.' if unseen else ''}</p>"
    )


def _latest(every: list[dict]) -> dict[str, dict]:
    return {row["home"]: row for row in every if row["inspection_date"]}


def histories(every: list[dict], day: date) -> str:
    """Each home's three judgements through time: a circle is Good or better, a square below; the number is the
    place, 1 is best.
    """
    homes = [(home, list(rows)) for home, rows in groupby(every, lambda row: row["home"])]
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Home", *(title for title, _ in JUDGED), "Last full inspection")
    )
    rows = "".join(_home(home, told) for home, told in homes[:HOMES])
    rest = (
        f'<p class="small">And {len(homes) - HOMES:,} more homes: choose one above.</p>' if len(homes) > HOMES else ""
    )
    return (
        '<section class="panel"><h2>Judgements through time</h2><p class="small">Oldest first. 1 Outstanding, 2 Good,'
        " 3 Requires improvement to be good, 4 Inadequate: 1 is best. A circle is Good or better, a square below Good."
        ' Grades are never averaged.</p><div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{rest}</section>'
    )


def _home(home: str, rows: list[dict]) -> str:
    last = rows[-1]
    if last["inspection_date"] is None:
        return (
            f'<tr><th scope="row"><a href="{escape(link(home=home))}">{escape(home)}</a></th><td colspan="4">Not yet'
            f" inspected; opened {british(last['opened'])}</td></tr>"
        )
    late = ' <span class="bad">over a year ago</span>' if last["months_since"] >= LATE_MONTHS else ""
    judged = "".join(
        f'<td data-l="{title}"><div><span class="steps">{"".join(_judgement(row, which) for row in rows)}</span><div'
        f' class="small">{escape(last[which] or "Not given")} · {_years(rows)}</div></div></td>'
        for title, which in JUDGED
    )
    return (
        f'<tr><th scope="row"><a href="{escape(link(home=home))}">{escape(home)}</a></th>{judged}<td data-l="Last full'
        f' inspection"><div>{british(last["inspection_date"])}<div'
        f' class="small">{counted(last["months_since"], "month")} ago{late} ·'
        f" {escape(' and '.join(last['recorded_by']))}</div></div></td></tr>"
    )


def _years(rows: list[dict]) -> str:
    first, last = rows[0]["inspection_date"].year, rows[-1]["inspection_date"].year
    return f"{first}" if first == last else f"{first}–{last}"


def _judgement(row: dict, which: str) -> str:
    word = row[which]
    place = PLACES.get(word)
    said = f"{word or 'not given'}, {british(row['inspection_date'])}"
    shape = "none" if place is None else "below" if place > GOOD else "fine"
    return f'<i class="j {shape}" role="img" aria-label="{escape(said)}" title="{escape(said)}">{place or "–"}</i>'


def required(rows: list[dict]) -> str:
    """What Ofsted requires and recommends, with due dates."""
    parts = [
        _asked(
            "Requirements",
            "A breach of a regulation, with the date by which to put it right.",
            [row for row in rows if row["came_from"] == "Ofsted requirement"],
        ),
        _asked(
            "Recommendations",
            "To improve practice; no date in law, and no breach.",
            [row for row in rows if row["came_from"] != "Ofsted requirement"],
        ),
    ]
    return f'<div class="panels wide">{"".join(parts)}</div>'


def _asked(title: str, what: str, rows: list[dict]) -> str:
    told = "".join(map(_row, rows)) or '<li class="small">None is live or of the last 12 months.</li>'
    return f'<section class="panel"><h2>{title}</h2><p class="small">{what}</p><ul class="l">{told}</ul></section>'


def _row(row: dict) -> str:
    regulation = f"Regulation {escape(row['regulation'])} · " if row["regulation"] else ""
    due = f"Due {british(row['due'])}" if row["due"] else "No due date"
    due = (
        f"Completed {british(row['completed'])} · {due[0].lower()}{due[1:]}"
        if not row["live"] and row["completed"]
        else due
    )
    bad = ' class="bad"' if row["late"] else ""
    return (
        "<li><div><a"
        f' href="{escape(link(home=row["home"], standard=row["standards"][0]))}"><strong>{escape(row["home"])}</strong>'
        f" · {standard(row['standards'][0]).name}</a><div>{escape(row['action'])}</div><div"
        f' class="source">{regulation}<span{bad}>{due}{", overdue" if row["late"] else ""}</span> · inspected'
        f" {british(row['source_date'])} · {origin.row_source(row)}</div></div></li>"
    )


def others(rows: list[dict]) -> str:
    """Assurance, monitoring and interim inspections."""
    if not rows:
        return ""
    told = "".join(
        f"<li><div><strong>{escape(row['home'])}</strong>, {british(row['inspection_date'])}:"
        f" {escape(row['inspection_type'])}<div>{escape(row['summary'] or '')}</div>"
        f'<div class="source">{origin.row_source(row)}</div></div></li>'
        for row in rows
    )
    return (
        '<section class="panel"><h2>Assurance and monitoring</h2><p class="small">These give no grade.</p><ul'
        f' class="l">{told}</ul></section>'
    )


def national(beside: dict | None, published: dict) -> str:
    """Council-run homes in England, and an honest sentence on what so few homes can tell."""
    if beside is None:
        return (
            '<section class="panel"><h2>Council-run homes in England</h2><p>Load Ofsted’s published file “Children’s'
            " social care data in England: provider level at 31 March” on the Upload page to see how council-run homes"
            " stand.</p></section>"
        )
    rows = "".join(map(_published, reversed(published["council_run"])))
    return (
        f'<section class="panel"><h2>Council-run homes in England</h2><p>{_sentence(beside)}</p><div'
        ' class="scroll"><table class="t main stack"><thead><tr><th scope="col">Year</th><th'
        ' scope="col">Judged</th><th scope="col">Good or better overall</th><th scope="col">95 %'
        f" interval</th></tr></thead><tbody>{rows}</tbody></table></div></section>"
    )


def _published(year: dict) -> str:
    good, judged = year["outstanding"] + year["good"], year["homes"] - year["not_judged"]
    sure = "{:.0f} to {:.0f} %".format(*of_share(good, judged)) if judged else "No data"
    return (
        f'<tr><th scope="row">31 Mar {year["year"]}</th><td data-l="Judged">{judged:,}</td><td data-l="Good or'
        f' better">{share(good, judged) if judged else "No data"}</td><td data-l="95 % interval">{sure}</td></tr>'
    )


def _sentence(beside: dict) -> str:
    own, england = beside["own"], beside["england"]
    lower, upper = own["interval"]
    said = (
        f"{share(own['good'], own['judged'])} of the council’s homes are Good or better, against"
        f" {share(england['good'], england['judged'])} of council-run homes in England on 31 Mar {beside['year']}."
    )
    sure = (
        f" With {counted(own['judged'], 'home')} the council’s own figure could be anything from {lower:.0f} to"
        f" {upper:.0f} %"
    )
    return (
        f"{said}{sure};"
        f" {'chance would seldom make the two so different.' if beside['apart'] else 'it cannot be told apart from England.'}"
    )
