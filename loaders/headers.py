"""A header row: which column each header means, and what is wrong with the row."""

import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.sheet_names import with_a_year
from loaders.table import cell_of
from loaders.values.fault import shown
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.plain import plain

COUNTED = re.compile(r"^(?:totalnumberof|numberof|noof|totalnumber|total)|(?:totalnumber|totals?|number|nos?|count)$")
"""Words, as compared, that only say that a column holds a count: Number of restraints; Restraints over No."""


LONGEST = 80
"""No heading has more letters."""


@dataclass(frozen=True)
class Recognised:
    """A sheet with its dataset, its header row (an index into the rows) and where each column stands."""

    sheet: Sheet
    dataset: Dataset
    index: int
    places: dict[str, int]
    taken: dict[str, str] = field(default_factory=dict)
    """The columns that are taken from what else there is, as a tracker's are, each with the column it is taken from."""

    @property
    def header(self) -> tuple:
        """What stands in the header row."""
        return self.sheet.rows[self.index]

    @property
    def header_row(self) -> int:
        """The header row's number in the sheet."""
        return self.sheet.numbers[self.index]

    @property
    def missing(self) -> list[Column]:
        """The columns that must be there and are not."""
        there = self.places.keys() | self.taken.keys()
        return [column for column in self.dataset.columns if column.must_stand and column.name not in there]


def column_places(dataset: Dataset, headers: dict[int, list[str]]) -> dict[str, int]:
    """Where each of the dataset's columns stands. `headers`: by place, what may be its header, as compared."""
    known, counts = _headers_of(dataset), _counts_of(dataset)
    places: dict[str, int] = {}
    for place, words in headers.items():
        if name := next((name for word in words if (name := known.get(word) or counts.get(_uncounted(word)))), None):
            places.setdefault(name, place)
    return places


@lru_cache(4_096)
def _uncounted(header: str) -> str:
    return COUNTED.sub("", header)


@cache
def _headers_of(dataset: Dataset) -> dict[str, str]:
    """Every header by which a column goes, as compared, and the column's name."""
    also = {plain(header): column.name for column in dataset.columns for header in (*column.also, column.name)}
    return also | {plain(column.header): column.name for column in dataset.columns}


@cache
def _counts_of(dataset: Dataset) -> dict[str, str]:
    """The columns of counts by their headers without the words that only say that they are counts, in the singular
    too.
    """
    told = {
        _uncounted(header): name
        for header, name in _headers_of(dataset).items()
        if dataset.column(name).type == "whole number"
    }
    return {header.removesuffix("s"): name for header, name in told.items()} | told


@lru_cache(4_096)
def is_heading(text: str) -> bool:
    """Whether a column of any dataset goes by that heading."""
    return len(text) <= LONGEST and any(column_places(dataset, {0: [plain(text)]}) for dataset in DATASETS)


def about_columns(recognised: Recognised, given: Container[str] = ()) -> list[Problem]:
    """What the sheet's name gives (`given`, names of columns) is not missing. missing-column at the header row's
    first cell; unknown-column (a warning) at every header that is left alone.
    """
    sheet, at = recognised.sheet.name, partial(cell_of, recognised.sheet, recognised.index)
    stood = [(place, shown(value)) for place, value in enumerate(recognised.header) if value is not None]
    lacks = [column for column in recognised.missing if column.name not in given]
    missing = [
        Problem("missing-column", _wanted(column, sheet), sheet, at(stood[0][0]), column.name) for column in lacks
    ]
    if recognised.sheet.origins and lacks:
        missing = [Problem("lies-on-its-side", _lying(lacks), sheet, at(stood[0][0]))]
    used = set(recognised.places.values())
    return missing + [
        Problem("unknown-column", _why(recognised, text), sheet, at(place), None, text)
        for place, text in stood
        if place not in used and plain(text)
    ]


def _wanted(column: Column, sheet: str) -> str:
    if column.type == "month" and (named := with_a_year(sheet)):
        return (
            f"The column {column.header} is not there, and the sheet's name, “{sheet}”, does not say of which year:"
            f" name the sheet {named}, if that is the year, or add the column."
        )
    return f"The column {column.header} is not there. Add it to the header row."


def _lying(lacks: list[Column]) -> str:
    named = " and the ".join(f"{column.header}{' with its year' * (column.type == 'month')}" for column in lacks)
    return (
        f"This table lies on its side, and nothing says the {named}. Write it in a title over the table or as the"
        " sheet's name, for example Beech House or Oct 2026, or use the template, which has one row for each."
    )


def _why(recognised: Recognised, text: str) -> str:
    name = _headers_of(recognised.dataset).get(plain(text))
    if name:
        header = recognised.dataset.column(name).header
        return (
            f"The column {header} appears twice; this one, “{text}”, is left alone. Delete it, or the other one if this"
            " is right."
        )
    return f"The column “{text}” is not one that the dashboard asks for. It is left alone."
