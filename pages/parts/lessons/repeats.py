"""Recommendations that come back, in HTML: both texts side by side, with their dates and where they stand."""

from html import escape

from pages.parts import origin
from pages.parts.address import link
from qa_data.words import british, counted

MOST = 30

SAID = {"suggested": "Suggested", "confirmed": "Confirmed", "dismissed": "Dismissed"}


def repeats(pairs: list[dict]) -> str:
    """The pairs, those that wait for a decision first."""
    if not pairs:
        return (
            '<section class="panel"><h2>Recommendations that come back</h2><p>No recommendation or requirement of the'
            " last 12 months had been made to the same home in the 12 months before it, as far as the uploads"
            " tell.</p></section>"
        )
    waiting = [pair for pair in pairs if pair["decision"] == "suggested"]
    decided = [pair for pair in pairs if pair["decision"] != "suggested"]
    more = f'<p class="small">And {len(waiting) - MOST:,} more.</p>' if len(waiting) > MOST else ""
    kept = (
        f"<details{'' if waiting else ' open'}><summary>{len(decided):,}"
        f" decided</summary>{''.join(map(_pair, decided[:MOST]))}</details>"
        if decided
        else ""
    )
    return (
        '<section class="panel"><h2>Recommendations that come back</h2><p'
        f' class="small">{counted(len(waiting), "pair asks", "pairs ask")} for the same at the same home, as far as'
        " their words tell. "
        "A person decides; until then a pair counts as amber (rule"
        f" A5).</p>{''.join(map(_pair, waiting[:MOST]))}{more}{kept}</section>"
    )


def named(pair: dict) -> str:
    """The pair in a line, for a list to choose from."""
    return (
        f"{pair['home']}: {pair['later']['reference']} of {british(pair['later']['raised'])}, after"
        f" {pair['first']['reference']} of {british(pair['first']['raised'])}"
    )


def _pair(pair: dict) -> str:
    sides = "".join(_side(pair[which]) for which in ("first", "later"))
    said = (
        f" · {SAID[pair['decision']].lower()} by {escape(pair['made_by'])}, {british(pair['moment'].date())}:"
        f" {escape(pair['reason'])}"
        if pair["decision"] != "suggested"
        else ""
    )
    return (
        f'<h3><a href="{escape(link(home=pair["home"], standard=pair["standards"][0]))}">{escape(pair["home"])}</a>'
        f' <span class="small">{SAID[pair["decision"]]}{said}</span></h3><div class="sides">{sides}</div>'
    )


def _side(action: dict) -> str:
    return (
        f'<div class="quote">{escape(action["action"])}<div class="source">{escape(action["reference"])} ·'
        f" {escape(action['source'])} · {british(action['raised'])} · {escape(action['status'])} · "
        f"{origin.sources([action['cited']])}</div></div>"
    )
