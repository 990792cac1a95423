"""Which dataset a sheet holds, told by its header row and not by its name."""

from dataclasses import dataclass
from functools import cache

from loaders.reading.book import Sheet
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.plain import plain

HEADER_WITHIN = 30
"""The header row stands in the first 30 rows."""

ENOUGH = 3
"""So many known headers make a header row even when a column that must be there is missing."""


@dataclass(frozen=True)
class Recognised:
    """A sheet's dataset, its header row (an index into the rows) and where each column stands."""

    dataset: Dataset
    index: int
    places: dict[str, int]

    @property
    def missing(self) -> list[Column]:
        """The columns that must be there and are not."""
        return [column for column in self.dataset.columns if column.must_stand and column.name not in self.places]


def recognise(sheet: Sheet) -> Recognised | None:
    """The dataset in the sheet: the header row with the most columns of one; None when no row is a header row."""
    rows = sheet.rows[:HEADER_WITHIN]
    found = [candidate for index, row in enumerate(rows) for candidate in _candidates(index, _alone(row))]
    found += [candidate for index, (upper, lower) in enumerate(zip(rows, rows[1:]), 1) for candidate in _candidates(index, _joined(upper, lower))]
    return max(found, key=lambda each: (not each.missing, len(each.places), -each.index), default=None)


def _alone(row: tuple) -> dict[int, list[str]]:
    return {place: [plain(value)] for place, value in enumerate(row) if isinstance(value, str)}


def _joined(upper: tuple, lower: tuple) -> dict[int, list[str]]:
    """A header of two rows: what stands in the upper one also stands over the blank cells to its right."""
    headers, over = {}, None
    for place, (above, below) in enumerate(zip(upper, lower)):
        over = above if isinstance(above, str) else over
        if isinstance(below, str):
            headers[place] = [plain(below), *([plain(f"{over} {below}")] if over else [])]
        elif below is None and isinstance(above, str):
            headers[place] = [plain(above)]
    return headers


def _candidates(index: int, headers: dict[int, list[str]]) -> list[Recognised]:
    """`headers`: by column, the words that may be its header, as compared."""
    if len(headers) < 2:
        return []
    each = [Recognised(dataset, index, _places(dataset, headers)) for dataset in DATASETS]
    return [candidate for candidate in each if _is_header(candidate)]


def _places(dataset: Dataset, headers: dict[int, list[str]]) -> dict[str, int]:
    known = headers_of(dataset)
    places: dict[str, int] = {}
    for place, words in headers.items():
        if header := next((word for word in words if word in known), None):
            places.setdefault(known[header], place)
    return places


def _is_header(candidate: Recognised) -> bool:
    """All that must be there, or enough of it that the sheet can be nothing else."""
    must = [column for column in candidate.dataset.columns if column.must_stand]
    present = len(must) - len(candidate.missing)
    own = any(_is_its_own(column) and column.name in candidate.places for column in candidate.dataset.keys)
    return not candidate.missing or (present * 2 >= len(must) and (len(candidate.places) >= ENOUGH or own))


def _is_its_own(column: Column) -> bool:
    """A key whose header says by itself what the sheet is: Visit date, Inspection type."""
    return " " in column.header


@cache
def headers_of(dataset: Dataset) -> dict[str, str]:
    """Every header by which a column goes, as compared, and the column's name."""
    also = {plain(header): column.name for column in dataset.columns for header in (*column.also, column.name)}
    return also | {plain(column.header): column.name for column in dataset.columns}
