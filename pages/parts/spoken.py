"""What was said against a standard that is neither red nor amber, and not answered."""

from htpy import Element, a, details, div, h2, li, section, summary

from pages.parts import sources
from pages.parts.address import link
from pages.parts.lists import folded
from qa_data.standards import standard

FIRST = 4
"""So many stand open; the rest are a click away."""

HEADING = "Said against a standard that is not Red or Amber, and not answered"


def spoken(rows: list[dict]) -> Element | None:
    """Each with where it is told (rows as `metrics.rag.spoken.spoken_against`); nothing where there are none."""
    told = [_spoken(row) for row in rows]
    return section(".panel")[h2[HEADING], folded(told, FIRST, f"{len(told) - FIRST:,} more")] if told else None


def _spoken(row: dict) -> Element:
    return li[
        div[
            a(href=link("home", home=row["home"], standard=row["standard"]))[
                f"{row['home']}, {standard(row['standard']).name}"
            ],
            div[row["text"]],
            details[summary["Where this is told"], sources.sources(row["sources"])],
        ]
    ]
