"""A header row: which column each header means, and where each column stands."""

from dataclasses import dataclass, field

from loaders.mapped import NOTHING, Mapped
from loaders.matching import Read, read
from loaders.reading.book import Sheet
from qa_data.dictionary import Column, Dataset

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
        return [column for column in self.dataset.columns if column.must_stand and column.name not in self.places]


def read_headers(
    dataset: Dataset, headers: Headers, names: tuple[str, ...] = (), mapped: Mapped = NOTHING
) -> dict[int, Read]:
    """What each header is read as, by place, on a sheet that goes by these names."""
    found: dict[int, Read] = {}
    for place, texts in headers.items():
        if told := next((told for text in texts if (told := read(dataset, text, names, mapped))), None):
            found[place] = told
    return found


def column_places(found: dict[int, Read]) -> dict[str, int]:
    """Where each column stands: at the header that matches it best, and at the first of several that do."""
    places: dict[str, int] = {}
    for place, told in sorted(found.items(), key=lambda each: (each[1].by, each[0])):
        if told.column:
            places.setdefault(told.column, place)
    return dict(sorted(places.items(), key=lambda each: each[1]))
