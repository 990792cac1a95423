"""The early warnings in HTML: how many of what, home by home, and why; and the clocks that run."""

from html import escape

from metrics.warnings.clocks import MISSED, RUNNING
from metrics.warnings.warnings import WORDS
from pages.parts import origin
from pages.parts.address import link
from qa_data.standards import standard
from qa_data.words import british, counted

MOST = 40
"""So many homes are told with their reasons; and so many dates."""

FIRST = 4
"""So many reasons of a home stand open; the rest are a click away."""

HEADS = {kind: many.capitalize() for kind, (_, many) in WORDS.items()}


def finding(warned: list[dict]) -> str:
    """What the warnings say, as the page's heading and its first sentence."""
    found = [each for each in warned if each["reasons"]]
    if not warned:
        return (
            '<h1>No home was open on this day</h1><p class="lede">Choose another day in the sidebar, or upload a'
            " workbook with a sheet of homes on the Upload page.</p>"
        )
    if not found:
        return (
            f'<h1>No early warning at {counted(len(warned), "home")}</h1><p class="lede">Nothing worsened, signals,'
            " runs out or came back, as far as the uploads tell.</p>"
        )
    have = "home has" if len(found) == 1 else "homes have"
    return (
        f"<h1>{len(found):,} of {len(warned):,} {have} early warnings; {escape(found[0]['home'])} first</h1><p"
        ' class="lede">In an order that anyone can check, not by a score: most dates missed and standards newly red'
        " first, then most signals of concern, then most standards that worsened, then dates that come soon, then"
        " recommendations that came back.</p>"
    )


def summary(warned: list[dict]) -> str:
    """How many reasons of each kind, a row a home."""
    heads = "".join(f'<th scope="col" class="n">{head}</th>' for head in HEADS.values())
    rows = "".join(map(_summed, [each for each in warned if each["reasons"]][:MOST]))
    quiet = [each["home"] for each in warned if not each["reasons"]]
    rest = (
        '<p class="small">No warning:'
        f" {escape(', '.join(quiet[:MOST]))}{f' and {len(quiet) - MOST:,} more' if len(quiet) > MOST else ''}.</p>"
        if quiet
        else ""
    )
    return (
        '<section class="panel"><h2>What warns, home by home</h2><div class="scroll"><table class="t main'
        ' stack"><thead><tr><th'
        f' scope="col">Home</th>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{rest}</section>'
    )


def _summed(warning: dict) -> str:
    kinds = [reason["kind"] for reason in warning["reasons"]]
    cells = "".join(
        f'<td class="n" data-l="{head}">{f"<strong>{kinds.count(kind)}</strong>" if kind in kinds else "–"}</td>'
        for kind, head in HEADS.items()
    )
    return (
        f'<tr><th scope="row">{warning["rank"]}. <a'
        f' href="{escape(link(home=warning["home"]))}">{escape(warning["home"])}</a></th>{cells}</tr>'
    )


def reasons(warned: list[dict]) -> str:
    """Each home's reasons, the first of them open."""
    found = [each for each in warned if each["reasons"]]
    more = f'<p class="small">And {len(found) - MOST:,} more homes.</p>' if len(found) > MOST else ""
    return f'<div class="pairs">{"".join(map(_panel, found[:MOST]))}</div>{more}'


def _panel(warning: dict) -> str:
    return (
        f'<section class="panel"><h2>{warning["rank"]}.'
        f" {escape(warning['home'])}</h2>{listed_reasons(warning)}</section>"
    )


def listed_reasons(warning: dict) -> str:
    """A home's reasons, the first of them open."""
    told = [_reason(warning["home"], reason) for reason in warning["reasons"]]
    rest = (
        f'<details><summary>{len(told) - FIRST} more</summary><ul class="l">{"".join(told[FIRST:])}</ul></details>'
        if len(told) > FIRST
        else ""
    )
    return f'<ul class="l">{"".join(told[:FIRST])}</ul>{rest}'


def _reason(home: str, reason: dict) -> str:
    href = (
        link("trends", home=home, standard=reason["standard"])
        if reason["kind"] == "signal"
        else link(home=home, standard=reason["standard"])
    )
    source = (
        f"<details><summary>Where this is told</summary>{origin.sources(reason['sources'])}</details>"
        if reason["sources"]
        else ""
    )
    return (
        f'<li><span class="chip kind {reason["kind"]}">{WORDS[reason["kind"]][0].capitalize()}</span><div><a'
        f' href="{escape(href)}">{standard(reason["standard"]).name}</a>'
        f"<div>{escape(reason['text'])}</div>{source}</div></li>"
    )


def dates(clocks: list[dict]) -> str:
    """The clocks: those missed and those soon open, the others a click away."""
    near, running = ([clock for clock in clocks if (clock["state"] == RUNNING) == later] for later in (False, True))
    told = _dated(near) if near else "<p>No date of the law or of Ofsted’s has been missed or comes soon.</p>"
    rest = (
        f"<details><summary>{counted(len(running), 'date')} further away</summary>{_dated(running)}</details>"
        if running
        else ""
    )
    return (
        '<section class="panel"><h2>Dates of the law and of Ofsted</h2><p class="small">Soon is a local span: a visit'
        " in the last 10 days of its month, a review in 30 days, a requirement in 14. The dates themselves are"
        f" law.</p>{told}{rest}</section>"
    )


def _dated(clocks: list[dict]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Due", "Home", "What", "Last done", "Where it is told"))
    more = f'<p class="small">And {len(clocks) - MOST:,} more.</p>' if len(clocks) > MOST else ""
    return (
        '<div class="scroll"><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{"".join(map(_date, clocks[:MOST]))}</tbody></table></div>{more}'
    )


def _date(clock: dict) -> str:
    left = clock["days_left"]
    when = "today" if left == 0 else f"{counted(-left, 'day')} late" if left < 0 else f"in {counted(left, 'day')}"
    late = ' class="bad"' if clock["state"] == MISSED else ""
    named = f"{clock['clock']} {clock['reference'] or ''}".strip()
    done = british(clock["done"]) if clock["done"] else "" if clock["reference"] else "None recorded"
    where = origin.sources([clock["source"]]) if clock["source"] else ""
    return (
        f'<tr><th scope="row"><span{late}>{british(clock["due"])}</span> <span class="small">{when}</span></th><td'
        ' data-l="Home"><a'
        f' href="{escape(link(home=clock["home"], standard=clock["standards"][0]))}">{escape(clock["home"])}</a></td><td'
        f' data-l="What"><span>{escape(named)} <span'
        f' class="small">{escape(clock["regulation"] or "")}</span></span></td><td data-l="Last done">{done}</td><td'
        f' data-l="Told in">{where}</td></tr>'
    )
