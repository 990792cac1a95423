"""Homes and kinds of visit or review whose records have not begun, named where a person can act on it."""

from itertools import groupby

from htpy import Element, a, p

from pages.parts.address import link
from pages.parts.wording import named


def not_begun(rows: list[dict]) -> Element | None:
    """A sentence a kind (rows as `metrics.visits.records.unrecorded`), and what to do; nothing where there are none."""
    kinds = [(kind, [row["home"] for row in homes]) for kind, homes in groupby(rows, lambda row: row["kind"])]
    if not kinds:
        return None
    told = " ".join(f"No {kind} of {named(homes)} has been loaded." for kind, homes in kinds)
    return p(".small")[
        f"{told} Load the log, or say in ", a(href=link("settings"))["Settings"], " from when it counts."
    ]
