"""One item of the clinic, large enough for the back of the room."""

import streamlit as st
from htpy import Element, Node, Renderable, a, b, dd, div, dl, dt, fragment, h1, h2, li, p, span, strong, style, ul

from metrics.indicators.registry import titled
from metrics.rag.order import WORST_FIRST
from metrics.rag.voices import VOICES, disagreement
from metrics.rag.wording import standards
from pages.parts import marks, sources
from pages.parts.address import link
from pages.parts.clinic.agenda import drawn, standards_of, topic
from pages.parts.figures import Figure, target
from pages.parts.meaning import what
from pages.parts.opening import figure_opens
from pages.parts.wording import because
from qa_data.standards import standard
from qa_data.wording import british, counted

MOST_ALSO = 1
"""So much more is said of an item; a room reads no list."""

OUTCOMES = {
    "done": ("green", "✓", "Done"),
    "late": ("red", "!", "Not done"),
    "open": ("amber", "?", "Open"),
    "cancelled": ("grey", "–", "Cancelled"),
    "refused": ("grey", "–", "Not accepted"),
}

BIG = (
    "@media (min-width:1000px){html{font-size:clamp(16px,1.04vw,20px)}"
    "[data-testid=stMainBlockContainer]{padding-top:1.5rem;padding-bottom:1.5rem}}"
)
"""Everything larger, as the screen is wide: all sizes are in rem. One item fits the screen."""


def big() -> None:
    """Draws everything larger while this page is shown."""
    st.html(str(style[BIG]))


def heading(item: dict) -> Element:
    """What the item is about, its marks, and why."""
    return div(".item")[
        span(".from.big")[drawn(item, 84)],
        div[
            h1[f"{item['home']}: {_topic(item)}"],
            p(".why")[_why(item)],
        ],
    ]


def _topic(item: dict) -> str:
    return "the home as a whole" if item["whole"] else topic(item)


def _why(item: dict) -> Node:
    if item["whole"]:
        return item["also"][0]
    return marks.led(*_because(item))


def why(item: dict) -> str:
    """Why it is on the agenda, in words."""
    return item["also"][0] if item["whole"] else " ".join(_because(item))


def _because(item: dict) -> tuple[str, str]:
    return because(item["cell"]) if item["cell"] else (f"{marks.UNRATED}:", f"{standards(item['unseen'])}.")


def worst(found: list[Figure]) -> list[Figure]:
    """The two worst indicators of those that are known."""
    known = [figure for figure in found if figure.known]
    return sorted(known, key=lambda each: (WORST_FIRST[each.pooled["rag"]], each.indicator.target is None))[:2]


def figures_of(item: dict, found: list[Figure], actions: list[dict]) -> Element:
    """Three figures: the two worst indicators, and what is open."""
    rows = [*(_figure(item, each) for each in worst(found)), _open(item, actions)]
    return dl(".big")[[div[dt[value], dd[words]] for value, words in rows]]


def _open(item: dict, actions: list[dict]) -> tuple[Node, str]:
    late = [row["days_overdue"] for row in actions if row["state"] == "overdue"]
    live = sum(row["live"] for row in actions)
    still = a(href=link("actions", home=item["home"], standard=item["standard"]))[f"{live} open"]
    if not live:
        return "None open", "actions"
    named = "action" if live == 1 else "actions"
    if not late:
        return still, f"{named}, {'not' if live == 1 else 'none'} overdue"
    return still, f"{named}: {len(late)} overdue, the oldest by {counted(max(late), 'day')}"


def _figure(item: dict, figure: Figure) -> tuple[Node, Node]:
    known = figure.indicator
    counts, _, rest = figure.told.partition(" (")
    counts, at, day = counts.partition(" at ")
    aim = f"; target {target(known)}" if target(known) else ""
    opens = figure_opens(item["home"], item["standard"], known.id, counts)
    named = titled(known.id, figure.pooled["standard"])
    return opens, (f"{named}{at}{day} ({rest.removesuffix(')')}{aim})", what(known))


def heard(told: list[dict]) -> Node:
    """What each source last said, in a line; and whether they disagree."""
    apart = disagreement(told)
    return p(".meaning")[strong[f"{apart} "] if apart else None, _each_said(told)]


def spoken(told: list[dict]) -> str:
    """The same in words; nothing where nobody spoke of it."""
    return f"{disagreement(told) or ''} {_each_said(told)}".strip() if told else ""


def _each_said(told: list[dict]) -> str:
    lines = [f"{VOICES[each['voice']]}: {each['said']}{_on(each)}" for each in told]
    return f"{'; '.join(lines)}."


def _on(each: dict) -> str:
    return f" ({british(each['day'])})" if each["day"] else ""


def also(item: dict) -> Renderable:
    """What else is known about it: signals, themes, what was not done."""
    # What makes a home an item as a whole stands in its heading.
    told = item["also"][1 if item["whole"] else 0 :]
    more = len(told) - MOST_ALSO
    return fragment[
        [p(".meaning")[text] for text in told[:MOST_ALSO]],
        p(".small")[f"And {more} more on the home’s page."] if more > 0 else None,
    ]


def unseen(item: dict) -> Node:
    """The standards without a rating and what they lack, in the place of figures and chart."""
    cells = item["unseen"]
    return (
        cells
        and ul(".l")[
            [li[marks.of(cell), div[f"{standard(cell['standard']).name}: {cell['unrated']}"]] for cell in cells]
        ]
    )


def before(past: list[dict], item: dict) -> Renderable:
    """What was decided before about the same, and what became of it."""
    standards = standards_of(item)
    about = [each for each in past if each["home"] == item["home"] and each["standard"] in standards]
    # What was decided under several standards is told once.
    told = list({(each["action"], each["decided_on"]): each for each in about}.values())
    nothing = li(".small")["No clinic has decided anything about this in 12 months."]
    return fragment[h2["Decided before"], ul(".l")[list(map(_decision, told[:5])) or nothing]]


def decided_today(today: list[dict], with_homes: bool = True) -> Node:
    """What the clinic has decided today; nothing while it has not."""
    where = [f"{each['home']}: " if with_homes else "" for each in today]
    return (
        today
        and fragment[
            h2[f"Decided today ({len(today)})"],
            ul(".l")[[_decision(each, home) for home, each in zip(where, today, strict=True)]],
        ]
    )


def _decision(each: dict, home: str = "") -> Element:
    rag, letter, word = OUTCOMES[each["state"]]
    when = f"{word}, {british(each['completed'])}" if each["state"] == "done" else word
    due = f" · due {british(each['due'])}" if each["state"] == "open" and each["due"] else ""
    return li[
        marks.mark(rag, 24, letter, word),
        div[
            b[f"{home}{each['action']}"],
            div(".small")[
                f"{british(each['decided_on'])} · {each['owner'] or 'no owner'}{due} · ",
                span(class_={"bad": each["state"] == "late"})[when],
                " · ",
                sources.source(each["source"]),
            ],
        ],
    ]
