"""A tracker of recommendations with the headings of a log of visits: it is actions, and what it lacks is taken from
what it has.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.headers import Recognised
from loaders.problems import Problem
from loaders.table import cell_of
from qa_data.dictionary.actions import ACTIONS, REQUIREMENT
from qa_data.dictionary.inspections import INSPECTIONS
from qa_data.dictionary.visits import VISITS
from qa_data.late import late

DECIDE = ("due", "completed")
"""When it is due, when it was done: beside what was asked, either tells a tracker."""

NAMED = (
    (late(r"\breg(?:ulation)?\s*44|\br44\b|independent\s+visit", re.IGNORECASE), "Regulation 44 recommendation"),
    (late(r"\breg(?:ulation)?\s*45|\br45\b|quality\s+of\s+care", re.IGNORECASE), "Regulation 45 review"),
    (late(r"\breg(?:ulation)?\s*46|\br46\b|location\s+review", re.IGNORECASE), "Regulation 46 location review"),
    (late(r"\bmanagement\s+check", re.IGNORECASE), "Management check"),
    (late(r"\brequirement", re.IGNORECASE), REQUIREMENT),
    (late(r"\bofsted\b.*\brecommendation", re.IGNORECASE), "Ofsted recommendation"),
)
"""Where a tracker's actions come from, by what it is called."""

READ_AS = (
    "This sheet is read as actions, one a row: {taken}. If that is not right, add the columns that it lacks, under the"
    " headings of the template."
)


def as_tracker(row: Iterable[Recognised]) -> Recognised | None:
    """A header row, told as what each dataset reads in it, as a tracker's: one that says when the visit or inspection
    was, and what was asked, and when that is due or was done. None for any other, also for a log of visits that says
    more of the visits.
    """
    read = {each.dataset: each for each in row}
    places, visits, inspections = (read[each].places if each in read else {} for each in (ACTIONS, VISITS, INSPECTIONS))
    day = visits.get("visit_date", inspections.get("inspection_date"))
    asked = "action" in places and any(name in places for name in DECIDE)
    if day is None or not asked or "source_date" in places or len(visits) >= len(places) + 2:
        return None
    # The type of an inspection, as Full, is no source: what it asked for is, requirement or recommendation.
    kind = visits.get("visit_type")
    own = {"source_date": day} | ({"source": kind} if kind is not None else {})
    taken = {name: "" for name in own if name not in places}
    taken |= {name: other for name, other in STANDS.items() if name not in places}
    return replace(read[ACTIONS], places=own | places, taken=taken)


STANDS = {"raised": "source_date", "status": "completed"}
"""The column from which another is taken that a tracker lacks."""


def source_of(names: list[str]) -> str | None:
    """Where the actions of a sheet come from by what it is called: its name, and the titles over it."""
    return next((source for name in names for words, source in NAMED if words.search(name)), None)


def asked_as(recognised: Recognised) -> list[str]:
    """What the heading of what was asked says of where it comes from, on a tracker of an inspection's."""
    day = recognised.header[recognised.places["source_date"]]
    of_ofsted = isinstance(day, str) and "inspect" in day.lower()
    return [f"Ofsted {recognised.header[recognised.places['action']]}"] if of_ofsted else []


def read_as(recognised: Recognised, source: str | None) -> list[Problem]:
    """Says once what was taken from what, at the header row's first cell."""
    told = [text for name in recognised.taken if (text := _told(recognised, name))]
    told += (
        [f"Source is {source}, by what the sheet, a title, a heading or the file is called"]
        if source and "source" not in recognised.places
        else []
    )
    if not recognised.taken:
        return []
    place = min(recognised.places.values())
    cell = cell_of(recognised.sheet, recognised.index, place)
    return [Problem("read-as", READ_AS.format(taken="; ".join(told)), recognised.sheet.name, cell)]


def _told(recognised: Recognised, name: str) -> str:
    match name:
        case "raised":
            return "Raised is the Source date"
        case "status":
            return "Status is Completed where there is a completed date, else Open"
    heading = recognised.header[recognised.places[name]]
    return f"{ACTIONS.column(name).header} is taken from “{heading}”"
