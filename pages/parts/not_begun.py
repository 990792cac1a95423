"""Homes and kinds of visit or review whose records have not begun, named where a person can act on it."""

from itertools import groupby

from htpy import Element, a, p

from pages.parts.address import leads, link
from qa_data.wording import capital, listed, some

MOST = 12
"""So many homes are named; the rest are counted."""


def not_begun(rows: list[dict]) -> Element | None:
    """What no home of the rows has (as `metrics.visits.records.unrecorded`), and what to do; nothing without any."""
    if not rows:
        return None
    kinds: dict[tuple[str, ...], list[str]] = {}
    for kind, homes in groupby(rows, lambda row: row["kind"]):
        kinds.setdefault(tuple(row["home"] for row in homes), []).append(f"no {kind}")
    told = " ".join(
        f"{capital(listed(missing))} of {some(list(homes), MOST)} has been loaded." for homes, missing in kinds.items()
    )
    if not leads("settings"):
        return p(".small")[f"{told} A manager can load the log, or a keeper say from which day it counts."]
    return p(".small")[
        f"{told} Load the log, or say in ", a(href=link("settings"))["Settings"], " from which day it counts."
    ]
