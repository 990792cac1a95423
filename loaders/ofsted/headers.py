"""Which column is which: Ofsted renames them from year to year, so a header is matched by what it means."""

import re
from dataclasses import dataclass

from loaders.reading.book import Sheet
from loaders.values.fault import shown
from qa_data.plain import plain

LOOKED_THROUGH = 30

MEANINGS = {
    "urn": r"(provider|setting)?(urn|uniquereferencenumber)(urn)?",
    "provision_type": r"(provision|provider)type",
    "registration_status": r"(registration|reg)?status",
    "local_authority": r"localauthority(name|area)?",
    "region": r"(ofsted|governmentoffice)?region",
    "sector": r"sector",
    "places": r"(?!.*accommodation).*places",
    "short_breaks": r".*shortbreak.*",
    "supported_outcome": r"supportedaccommodation.*(outcome|judgement|overall).*",
    "overall": r"(?!supported)(?!.*leader).*overall.*(experiences|effectiveness|judgement).*",
    "protection": r".*(protected|protection|safeguarding|safetyofchildren).*",
    "leadership": r".*leader.*",
    "publication_date": r"(?=.*publi).*date.*",
    "inspection_type": r".*(event|inspection)type",
    "event_number": r".*(event|inspection)(number|id)",
    "inspection_date": r".*(event|inspection)(start)?date|dateof.*inspection",
}
"""What each column's header reads like, in letters and digits alone."""

PREVIOUS = "previous_"
"""Stands before the name of a column about the inspection before the latest one."""

OTHER_VISITS = re.compile("monitoring|interim|assurance")
"""Inspections that Ofsted does not grade; their columns are left alone."""

SIGNS = {"provision_type", "registration_status", "local_authority", "sector", "inspection_date", "overall"}
"""With a URN, any three of these make a header row Ofsted's, if one of them is a word that a council has no use for."""

OFSTED_ALONE = {"provision_type", "sector"}


@dataclass(frozen=True)
class Header:
    """Where the header row is (index into the sheet's rows) and the index of each column that was recognised."""

    index: int
    columns: dict[str, int]


def meaning(header: object, band: str = "") -> str | None:
    """The column that a header means; `band` is the heading that spans it in the row above. None for any other
    column.
    """
    text = plain(shown(header))
    if OTHER_VISITS.search(text):
        return None
    before = PREVIOUS if re.match("previous|prior", text) or re.match("previous|prior", band) else ""
    return next((before + name for name, like in MEANINGS.items() if re.fullmatch(like, text)), None)


def find_header(sheet: Sheet) -> Header | None:
    """The header row of a published file, wherever it stands in the first 30 rows; None when the sheet is something
    else.
    """
    for index, row in enumerate(sheet.rows[:LOOKED_THROUGH]):
        if not any(map(_is_urn, row)):
            continue
        columns = _columns(row, sheet.rows[index - 1] if index else ())
        found = columns.keys()
        if "urn" in found and len(SIGNS & found) >= 3 and OFSTED_ALONE & found:
            return Header(index, columns)
    return None


def _is_urn(cell: object) -> bool:
    """Whether it is the header without which none is Ofsted's: all others are looked at only beside it."""
    return isinstance(cell, str) and re.fullmatch(MEANINGS["urn"], plain(cell)) is not None


def is_published(sheet: Sheet) -> bool:
    """Whether the sheet is Ofsted's list of providers, by its header row."""
    return find_header(sheet) is not None


def _columns(row: tuple, above: tuple) -> dict[str, int]:
    columns, band = {}, ""
    for index, header in enumerate(row):
        band = plain(shown(above[index])) if index < len(above) and above[index] is not None else band
        name = meaning(header, band) if header is not None else None
        if name and name not in columns:
            columns[name] = index
    return columns
