"""A header row: which column each header means, and where each column stands."""

from dataclasses import dataclass, field
from functools import lru_cache

from loaders.mapped import NOTHING, Mapped
from loaders.matching import Read, may_name, read
from loaders.problems import Problem
from loaders.reading.book import Sheet
from qa_data.dictionary import DATASETS, Column, Dataset

Headers = dict[int, list[str]]
"""By place in the row, what may be the column's header, as it is written; the likeliest first."""


@dataclass(frozen=True)
class Recognised:
    """A sheet with its dataset, its header row (an index into the rows) and where each column stands."""

    sheet: Sheet
    dataset: Dataset
    index: int
    places: dict[str, int]
    read: dict[int, Read] = field(default_factory=dict)
    """What each header is read as, by place, also those that another matches better."""
    headings: dict[int, str] = field(default_factory=dict)
    """What each header says with the words over it that change its meaning, by place."""
    mapped: Mapped = NOTHING
    """What the council has decided of the sheet's headings."""
    taken: dict[str, str] = field(default_factory=dict)
    """The columns that are taken from what else there is, as a tracker's are, each with the column it is taken from."""
    said: tuple[Problem, ...] = ()
    """What is said of cells beside the table's own that are no part of it."""
    instead: tuple[Problem, ...] = ()
    """What is said in place of reading it, where its figures are others or cannot be told apart."""

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
        return [column for column in self.dataset.must if column.name not in there]


def recognised_as(dataset: Dataset, sheet: Sheet, index: int, headers: Headers, mapped: Mapped) -> Recognised:
    """The row with these headers as one of that dataset, whatever it lacks."""
    told = _read(headers, mapped).get(dataset, {})
    return Recognised(sheet, dataset, index, column_places(told), told, _headings(headers), mapped)


def recognised_as_each(sheet: Sheet, index: int, headers: Headers, mapped: Mapped) -> list[Recognised]:
    """The row with these headers as one of each dataset of which they name a column, whatever it lacks."""
    found, headings = _read(headers, mapped), _headings(headers)
    return [
        Recognised(sheet, each, index, column_places(found[each]), found[each], headings, mapped)
        for each in DATASETS
        if each in found
    ]


def _headings(headers: Headers) -> dict[int, str]:
    return {place: texts[0] for place, texts in headers.items()}


def _read(headers: Headers, mapped: Mapped) -> dict[Dataset, dict[int, Read]]:
    """What each header is read as, of each dataset: the likeliest of the texts that names a column of it."""
    found: dict[Dataset, dict[int, Read]] = {}
    for place, texts in headers.items():
        for text in texts:
            for dataset, told in _readings(text, mapped).items():
                found.setdefault(dataset, {}).setdefault(place, told)
    return found


def column_places(found: dict[int, Read]) -> dict[str, int]:
    """Where each column stands: at the header that matches it best, and at the first of several that do."""
    places: dict[str, int] = {}
    for place, told in sorted(found.items(), key=lambda each: (each[1].by, each[0])):
        if told.column:
            places.setdefault(told.column, place)
    return dict(sorted(places.items(), key=lambda each: each[1]))


def is_heading(text: str, mapped: Mapped) -> bool:
    """Whether a column of any dataset goes by that heading, or something is decided of it."""
    return bool(_readings(text, mapped))


@lru_cache(4_096)
def _readings(text: str, mapped: Mapped) -> dict[Dataset, Read]:
    """What a heading is read as, of the datasets of which it names a column."""
    able = mapped or may_name(text)
    return {dataset: told for dataset in DATASETS if (told := read(dataset, text, mapped))} if able else {}
