"""The evidence for and against under each of Ofsted's three judgements and each standard."""

from htpy import Element, Node, a, details, div, h2, h3, li, p, section, span, strong, summary

from metrics.readiness.evidence import AGAINST, FOR, HEARD, UNDER
from pages.parts import sources
from pages.parts.address import link
from pages.parts.lists import folded
from pages.parts.opening import figure_opens
from pages.parts.ready.said import piece, tally
from qa_data.judgements import JUDGED, unsaid
from qa_data.standards import standard
from qa_data.wording import british, counted

MOST = 6
"""So many pieces are open to read; the rest unfold."""

SIDES = {FOR: "For", AGAINST: "Against", HEARD: "What children said"}

NOTHING = {FOR: "Nothing loaded speaks for it.", AGAINST: "Nothing loaded speaks against it."}


def judgements(history: list[dict], rows: list[dict]) -> list[Element]:
    """A panel a judgement, with what Ofsted said last and the standards that stand under it."""
    return [_judgement(title, which, history[-1] if history else None, rows) for title, which in JUDGED]


def _judgement(title: str, which: str, last: dict | None, rows: list[dict]) -> Element:
    also = " The other two judgements are taken into account in it." if which == "overall" else ""
    return section(".panel")[
        h2[title],
        p(".small")[ofsted_said(last, which), also],
        [_standard(code, [row for row in rows if row["standard"] == code]) for code in UNDER[which]],
    ]


def ofsted_said(last: dict | None, which: str) -> str:
    """What the last full inspection judged of it, or why it did not."""
    if last is None:
        return "Ofsted has not judged it, as far as is loaded."
    if last[which]:
        return f"Ofsted on {british(last['inspection_date'])}: {last[which]}."
    return f"At the full inspection of {british(last['inspection_date'])}: {unsaid(which, last['inspection_date'])}."


def _standard(code: str, rows: list[dict]) -> Element:
    named = standard(code)
    return details[
        summary[strong[named.name], span(".small")[f" Regulation {named.regulation} · {tally(rows)}"]],
        div(".sides")[[_side(side, [row for row in rows if row["side"] == side]) for side in SIDES]],
        rows and p(".small")[a(href=link(home=rows[0]["home"], standard=code))["The standard at this home"]],
    ]


def _side(side: str, rows: list[dict]) -> Node:
    if not rows and side == HEARD:
        return None
    listed = folded(list(map(_piece, rows)), MOST, counted(len(rows) - MOST, "more piece"))
    return div[h3[SIDES[side]], listed if rows else p(".small")[NOTHING[side]]]


def _piece(row: dict) -> Element:
    if row["kind"] == "figure":
        return li[div[figure_opens(row["home"], row["standard"], row["indicator"], piece(row))]]
    return li[div[piece(row), div(".source")[sources.sources(row["sources"])]]]
