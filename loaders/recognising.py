"""Which dataset a sheet holds, told by its header row and not by its name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.reading.book import Sheet
from loaders.sheet_months import month_of
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.plain import plain

HEADER_WITHIN = 30
"""The header row stands in the first 30 rows."""

ENOUGH = 3
"""So many known headers make a header row even when a column that must be there is missing."""

COUNTED = re.compile(r"^(?:totalnumberof|numberof|noof|totalnumber|total)|(?:totalnumber|totals?|number|nos?|count)$")
"""Words, as compared, that only say that a column holds a count: Number of restraints; Restraints over No."""


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
    monthly = month_of(sheet.name) is not None
    found = [candidate for index, row in enumerate(rows) for candidate in _candidates(index, _alone(row), monthly)]
    found += [
        candidate
        for deep in (2, 3)
        for index in range(deep - 1, len(rows))
        for candidate in _candidates(index, _joined(*rows[index - deep + 1 : index + 1]), monthly)
    ]
    return max(found, key=lambda each: (not each.missing, len(each.places), -each.index), default=None)


def _alone(row: tuple) -> dict[int, list[str]]:
    return {place: [plain(value)] for place, value in enumerate(row) if isinstance(value, str)}


def _joined(*levels: tuple) -> dict[int, list[str]]:
    """A header of two or three rows: what stands in an upper one also stands over the blank cells to its right."""
    headers, over = {}, [None] * len(levels)
    for place, told in enumerate(zip(*levels, strict=False)):
        over = [text if isinstance(text, str) else before for text, before in zip(told, over, strict=False)]
        own = [(level, text) for level, text in enumerate(told) if isinstance(text, str)]
        if own and (told[-1] is None or isinstance(told[-1], str)):
            level, last = own[-1]
            spread = [text for text in over[:level] if text]
            headers[place] = [
                plain(last),
                *(
                    plain(" ".join(words))
                    for words in ([text for _, text in own], [*spread, last], [*spread[-1:], last])
                ),
            ]
    return headers


def _candidates(index: int, headers: dict[int, list[str]], monthly: bool) -> list[Recognised]:
    """`headers`: by column, the words that may be its header, as compared. `monthly`: the sheet's name gives a
    month.
    """
    each = [Recognised(dataset, index, _places(dataset, headers)) for dataset in DATASETS] if len(headers) > 1 else []
    return [candidate for candidate in each if candidate.places and _is_header(candidate, monthly)]


def _places(dataset: Dataset, headers: dict[int, list[str]]) -> dict[str, int]:
    known, counts = headers_of(dataset), counts_of(dataset)
    places: dict[str, int] = {}
    for place, words in headers.items():
        if name := next((name for word in words if (name := known.get(word) or counts.get(_uncounted(word)))), None):
            places.setdefault(name, place)
    return places


@lru_cache(4_096)
def _uncounted(header: str) -> str:
    return COUNTED.sub("", header)


def _is_header(candidate: Recognised, monthly: bool) -> bool:
    """All that must be there, or enough of it that the sheet can be nothing else."""
    must = [column for column in candidate.dataset.columns if column.must_stand]
    given = monthly and any(column.type == "month" for column in candidate.missing)
    present = len(must) - len(candidate.missing) + given
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


@cache
def counts_of(dataset: Dataset) -> dict[str, str]:
    """The columns of counts by their headers without the words that only say that they are counts, in the singular
    too.
    """
    told = {
        _uncounted(header): name
        for header, name in headers_of(dataset).items()
        if dataset.column(name).type == "whole number"
    }
    return {header.removesuffix("s"): name for header, name in told.items()} | told
