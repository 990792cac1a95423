"""One item of the clinic, large enough for the back of the room."""

from html import escape

import streamlit as st

from metrics.indicators.indicator import said
from pages.parts import marks
from pages.parts.clinic.agenda import drawn, topic
from pages.parts.figures import Figure, target
from pages.parts.meaning import what
from pages.parts.position import WORST_FIRST
from pages.parts.words import because
from qa_data.standards import standard
from qa_data.words import british, counted

MOST_ALSO = 3
"""So much more is said of an item; a room reads no list."""

OUTCOMES = {
    "done": ("green", "✓", "Done"),
    "late": ("red", "!", "Not done"),
    "open": ("amber", "?", "Open"),
    "cancelled": ("grey", "–", "Cancelled"),
}


def big() -> None:
    """Everything larger while this page is shown: all sizes are in rem. One item fits the screen."""
    st.html(
        "<style>@media"
        ' (min-width:1000px){html{font-size:20px}[data-testid="stMainBlockContainer"]{padding-top:1.5rem;padding-bottom:1.5rem}}</style>'
    )


def heading(item: dict, place: int, of: int) -> str:
    """Whose item it is, its marks, and why."""
    why = (
        marks.led(*because(item["cell"]))
        if item["cell"]
        else "<strong>No rating:</strong> nothing recent says how children fare under these standards."
    )
    return (
        f'<div class="item"><span class="from big">{drawn(item, 84)}</span><div><div class="small">{place + 1} of {of}'
        f' · {escape(item["home"])}</div><h1>{topic(item)}</h1><p class="why">{why}</p></div></div>'
    )


def figures_of(found: list[Figure], actions: list[dict]) -> str:
    """Three figures: the two worst indicators, and what is open."""
    worst = sorted(
        (figure for figure in found if figure.known),
        key=lambda figure: (WORST_FIRST[figure.pooled["rag"]], figure.indicator.target is None),
    )[:2]
    rows = [_figure(figure) for figure in worst]
    late = [row["days_overdue"] for row in actions if row["state"] == "overdue"]
    live = sum(row["live"] for row in actions)
    rows.append(
        (
            f"{live} open",
            (
                f"{'action' if live == 1 else 'actions'}: {len(late)} overdue, the oldest by"
                f" {counted(max(late), 'day')}"
                if late
                else "actions, none overdue"
            ),
        )
    )
    return (
        '<dl class="big">' + "".join(f"<div><dt>{value}</dt><dd>{words}</dd></div>" for value, words in rows) + "</dl>"
    )


def _figure(figure: Figure) -> tuple[str, str]:
    known, pooled = figure.indicator, figure.pooled
    whole = said(known, pooled["numerator"], pooled["denominator"])
    first, _, rest = whole.partition(" (")
    aim = f"; target {target(known)}" if target(known) else ""
    return first, f"{escape(known.title)} ({rest.removesuffix(')')}{aim}){what(known)}"


def also(item: dict) -> str:
    """What else is known about it: signals, themes, what was not done."""
    return "".join(f'<p class="meaning">{escape(text)}</p>' for text in item["also"][:MOST_ALSO]) + (
        f'<p class="small">And {len(item["also"]) - MOST_ALSO} more on the home’s page.</p>'
        if len(item["also"]) > MOST_ALSO
        else ""
    )


def unseen(item: dict) -> str:
    """The standards without evidence, in the place of figures and chart."""
    rows = "".join(
        f"<li>{marks.mark('grey')}<div>{standard(code).name}: no independent visit, inspection or finding tells of it"
        " lately, or too little data</div></li>"
        for code in item["unseen"]
    )
    return f'<ul class="l">{rows}</ul>'


def before(past: list[dict], item: dict) -> str:
    """What was decided before about the same, and what became of it."""
    about = [
        each
        for each in past
        if each["home"] == item["home"] and each["standard"] in (item["standard"], *item["unseen"])
    ]
    rows = (
        "".join(map(_decision, about[:5]))
        or '<li class="small">No clinic has decided anything about this in 12 months.</li>'
    )
    return f'<h2>Decided before</h2><ul class="l">{rows}</ul>'


def _decision(each: dict) -> str:
    rag, letter, word = OUTCOMES[each["state"]]
    when = f"{word}, {british(each['completed'])}" if each["state"] == "done" else word
    bad = ' class="bad"' if each["state"] == "late" else ""
    return (
        f"<li>{marks.mark(rag, 24, letter, word)}<div><b>{escape(each['action'])}</b><div"
        f' class="small">{british(each["decided_on"])} · {escape(each["owner"] or "no owner")} ·'
        f" <span{bad}>{when}</span></div></div></li>"
    )
