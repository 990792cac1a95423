"""What others than the independent visitors raise, by who said it."""

from htpy import Element, Node, div, h2, p, section

from pages.parts import sources
from pages.parts.tables import cell, scrolled
from qa_data.wording import british, listed

MOST = 12


def others(found: list[dict]) -> Element:
    """The rows of `metrics.themes.others.said_by_others`, the most often raised first."""
    return section(".panel")[
        h2["What others say"],
        p(".small")[
            "Concerns of the last 3 months from complaints, children, Ofsted, reviews and the council’s own checks, by"
            " the same words. They are not counted among the visits above."
        ],
        scrolled(("Theme", "Who", "How often", "The newest"), [_said(each) for each in found[:MOST]], "stack")
        if found
        else p(".small")["Nothing of the last 3 months is recorded from anybody else."],
        len(found) > MOST and p(".small")[f"And {len(found) - MOST:,} more."],
    ]


def _said(each: dict) -> list[Node]:
    return [
        each["label"],
        each["who"],
        ["Once" if each["times"] == 1 else f"{each['times']:,} times", div(".small")[listed(each["homes"])]],
        cell(div[each["text"], div(".source")[f"{british(each['day'])} · ", sources.source(each["source"])]]),
    ]
