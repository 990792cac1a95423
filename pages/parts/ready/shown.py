"""The evidence for and against under each of Ofsted's three judgements and each standard."""

from htpy import Element, Node, a, details, div, h2, h3, li, p, section, span, strong, summary, ul

from metrics.readiness.evidence import AGAINST, FOR, HEARD, UNDER
from pages.parts import sources
from pages.parts.address import link
from pages.parts.opening import evidence_opens, figure_opens
from pages.parts.ready.said import piece, tally
from qa_data.judgements import JUDGED, unsaid
from qa_data.standards import standard
from qa_data.wording import british, counted

MOST, CELLS = 6, 12
"""So many pieces of a side of a standard, and cells of each, are in view; all of them open over the page."""

SIDES = {FOR: "For", AGAINST: "Against", HEARD: "What children said"}

NOTHING = {FOR: "Nothing loaded speaks for it.", AGAINST: "Nothing loaded speaks against it."}


def judgements(history: list[dict], rows: list[dict]) -> list[Element]:
    """A panel a judgement, with what Ofsted said last and the standards that stand under it."""
    return [_judgement(title, which, history[-1] if history else None, rows) for title, which in JUDGED]


def _judgement(title: str, which: str, last: dict | None, rows: list[dict]) -> Element:
    # Only of an overall judgement that stands: a scheme may have none.
    has_overall = which == "overall" and last and last[which]
    also = " The other two judgements are taken into account in it." if has_overall else ""
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
    return div[h3[SIDES[side]], _listed(rows) if rows else p(".small")[NOTHING[side]]]


def _listed(rows: list[dict]) -> list[Node]:
    more = len(rows) - MOST
    return [
        ul(".l")[[_piece(row) for row in rows[:MOST]]],
        more > 0 and p(".small")[_opens(rows[0], f"{counted(more, 'more piece')}: all {len(rows):,}")],
    ]


def _opens(row: dict, words: str) -> Element:
    return evidence_opens(row["home"], row["standard"], row["side"], words)


def _piece(row: dict) -> Element:
    more = len(row["sources"]) - CELLS
    if more <= 0:
        return whole(row)
    first = sources.sources(row["sources"][:CELLS])
    return li[div[piece(row), div(".source")[first, " and ", _opens(row, counted(more, "more cell"))]]]


def whole(row: dict) -> Element:
    """A piece of evidence with every cell that tells it."""
    if row["kind"] == "figure":
        return li[div[figure_opens(row["home"], row["standard"], row["indicator"], piece(row))]]
    return li[div[piece(row), div(".source")[sources.sources(row["sources"])]]]
