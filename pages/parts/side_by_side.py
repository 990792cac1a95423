"""What each source last said of a standard at a home, side by side, and whether they disagree."""

from htpy import Element, Node, div, h3, p, section, span, strong

from metrics.rag.voices import MET, SHORT, VOICES, disagreement
from pages.parts import marks, sources
from pages.parts.tables import cell, scrolled
from qa_data.wording import british

STANDS = {MET: ("green", "Met"), SHORT: ("amber", "Falls short"), None: ("grey", "Neither")}
"""The mark of a word, and what it comes to."""


def side_by_side(told: list[dict]) -> Element:
    """One home's voices (as `metrics.rag.voices.voices`), each with its latest word and its day."""
    known = {each["voice"]: each for each in told}
    apart = disagreement(told)
    return section(".panel")[
        h3["Side by side"],
        apart and p[strong[apart]],
        drawn := scrolled(
            ("Who", "Latest word", "When", "Where it is told"),
            [(name, *(_word(known[voice]) if voice in known else _nothing())) for voice, name in VOICES.items()],
            "stack",
        ),
        marks.key_to(drawn),
    ]


def _word(each: dict) -> tuple[Node, ...]:
    rag, comes_to = STANDS[each["stands"]]
    letter = {"green": "✓", "amber": "!", "grey": "–"}[rag]
    old = None if each["recent"] else span(".small")[" (more than 6 months ago)"]
    return (
        div[marks.mark(rag if each["recent"] else "grey", 20, letter, comes_to), f" {each['said']}"],
        span[british(each["day"]), old] if each["day"] else cell("As the plan stands", class_="small"),
        sources.sources(each["sources"]) if each["sources"] else cell("The indicators above", class_="small"),
    )


def _nothing() -> tuple[Node, ...]:
    return cell("Nothing recorded", class_="small"), "–", "–"


def apart_line(told: list[dict]) -> Node:
    """The disagreement alone, for a line of a table; nothing where there is none."""
    apart = disagreement(told)
    return div(".small")[apart] if apart else None
