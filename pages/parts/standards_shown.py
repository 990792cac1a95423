"""One standard across the homes, in HTML."""

from dataclasses import replace
from datetime import date
from html import escape
from math import ceil

from metrics.indicators.indicator import Indicator, said
from metrics.indicators.registry import of_standard
from pages.parts import address, marks
from pages.parts.address import link
from pages.parts.figures import chip, target
from pages.parts.meaning import what
from pages.parts.position import WORST_FIRST, Position
from pages.parts.words import because, named
from qa_data.standards import CODES, STANDARDS, standard
from qa_data.words import british, counted, listed, month_name


def chosen() -> str:
    """The standard of the address; protection where it says none."""
    return address.said("standard") if address.said("standard") in CODES else "QS12"


def picker(code: str) -> str:
    """The nine standards as links."""
    drawn = "".join(
        '<a class="tab"'
        f' href="{escape(link("standards", standard=each.code))}"{" aria-current=true" if each.code == code else ""}>{each.short}</a>'
        for each in STANDARDS
    )
    return f'<nav class="tabs" aria-label="Nine quality standards">{drawn}</nav>'


def finding(code: str, every: Position) -> str:
    """How the standard stands over all homes, and what the regulation is for."""
    known = standard(code)
    law = (
        f'<p class="lede">{known.outcome} <span class="small">Regulation {known.regulation}, The Children’s Homes'
        " (England) Regulations 2015; in plain words, not its text.</span></p>"
    )
    if not every.cells:
        return (
            f"<h1>{known.name}: no home is known yet</h1>{law}<p>Upload a workbook with a sheet of homes, then visits"
            " and returns.</p>"
        )
    reds = [home for home in every.rags if every.cells[home, code]["rag"] == "red"]
    counts = [
        f"{number:,} {marks.RATINGS[rag].lower() if rag == 'grey' else marks.RATINGS[rag]}"
        for rag in WORST_FIRST
        if (number := sum(every.cells[home, code]["rag"] == rag for home in every.rags))
    ]
    said_red = f"Red at {escape(named(reds))}" if reds else "Red at no home"
    return f"<h1>{known.name}: {said_red}</h1>{law}<p>{listed(counts)} of {counted(len(every.rags), 'home')}.</p>"


def good(code: str) -> str:
    """What good looks like."""
    return (
        "<details><summary>What good looks"
        f" like</summary><ul>{''.join(f'<li>{each}</li>' for each in standard(code).good)}</ul></details>"
    )


def standing(code: str, every: Position, since: date) -> str:
    """Each home's colour, how sure it is, what it was, and why."""
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Home", "Rating", "Evidence", f"Since {british(since)}", "Why")
    )
    rows = "".join(_home(every.cells[home, code]) for home in every.drawn)
    more = (
        f'<p class="small">The {len(every.drawn)} worst of {len(every.rags):,} homes are shown.</p>'
        if len(every.rags) > len(every.drawn)
        else ""
    )
    return (
        '<section class="panel"><div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{more}</section>'
    )


def _home(cell: dict) -> str:
    return (
        '<tr><th scope="row"><a'
        f' href="{escape(link(home=cell["home"], standard=cell["standard"]))}">{escape(cell["home"])}</a></th><td'
        f' data-l="Rating" class="nowrap"><span>{marks.mark(cell["rag"])} {marks.RATINGS[cell["rag"]]}</span></td><td'
        f' data-l="Evidence" class="nowrap"><span>{marks.dots(cell["evidence"])}'
        f' {marks.EVIDENCE[cell["evidence"]]}</span></td><td data-l="Change"'
        f' class="nowrap"><span>{marks.arrow(cell["change"])} {marks.CHANGES[cell["change"]]}</span></td><td'
        f' data-l="Why"><div>{marks.led(*because(cell))}</div></td></tr>'
    )


def indicators(code: str, homes: list[str], figures: list[dict], until: date) -> str:
    """Each indicator with its homes on one axis: the value as a dot, its 95 % interval as a line. By name, never by
    rank.
    """
    told = {(row["indicator"], row["home"]): row for row in figures}
    drawn = "".join(_indicator(each, code, homes, told) for each in of_standard(code))
    return (
        f'<h2>Indicators side by side</h2><p class="small">Pooled over the complete months up to {month_name(until)}. A'
        " line is where the true figure may lie (95 %): where the lines of two homes overlap, they cannot be told"
        f' apart. Homes stand by name: this is no league table.</p><div class="panels wide">{drawn}</div>'
    )


def _indicator(known: Indicator, code: str, homes: list[str], told: dict) -> str:
    rows = [told[known.id, home] for home in homes]
    known = replace(known, target=rows[0]["target"]) if rows else known
    most = 100 if known.unit == "%" else ceil(max([1.0, *(row["interval"][1] for row in rows if row["interval"])]))
    aim = (
        f"Target {target(known)} {chip(known) or ''}" if known.target is not None else f"No target {chip(known) or ''}"
    )
    ends = ("0", f"{most:g}{' %' if known.unit == '%' else ''}")
    drawn = "".join(_row(known, code, row, most, " to ".join(ends)) for row in rows)
    return (
        f'<section class="panel"><h3>{escape(known.title)}</h3><p class="small">{aim}</p>{what(known)}<div'
        ' class="scroll"><table class="t axis stack"><thead><tr><th scope="col">Home</th><th scope="col"'
        f' class="ends"><span>{ends[0]}</span><span>{ends[1]}</span></th><th'
        f' scope="col">Value</th></tr></thead><tbody>{drawn}</tbody></table></div></section>'
    )


def _row(known: Indicator, code: str, row: dict, most: float, ends: str) -> str:
    href = escape(link(home=row["home"], standard=code, indicator=known.id))
    if row["interval"] is None:
        return (
            f'<tr><th scope="row"><a href="{href}">{escape(row["home"])}</a></th><td data-l="{ends}"></td><td'
            ' data-l="Value" class="small">No data</td></tr>'
        )
    lower, upper = (min(end, most) for end in row["interval"])
    value = min(known.of * row["numerator"] / row["denominator"], most)
    at = "".join(
        f'<i class="aim" style="left:{100 * known.target / most:.1f}%"></i>' for _ in [0] if known.target is not None
    )
    words = f"{lower:.0f} to {upper:.0f} %" if known.unit == "%" else f"{lower:.1f} to {upper:.1f} per {known.of}"
    rating = marks.mark(row["rag"], 20) if row["rag"] != "grey" else ""
    few = '<br><span class="small">too few to rate</span>' if row["rag"] == "grey" and known.target is not None else ""
    return (
        f'<tr><th scope="row"><a href="{href}">{escape(row["home"])}</a></th><td data-l="{ends}"><span class="line"'
        f' role="img" aria-label="between {words}" title="{words}">{at}<i class="span"'
        f' style="left:{100 * lower / most:.1f}%;width:{max(100 * (upper - lower) / most, 0.5):.1f}%"></i><i'
        f' class="dot" style="left:{100 * value / most:.1f}%"></i></span></td><td data-l="Value"'
        f' class="nowrap"><span>{rating} {said(known, row["numerator"], row["denominator"])}{few}</span></td></tr>'
    )
