"""How a sheet is set down: notes above the header, columns in the home's own order and words, cells as people type
them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from qa_data.dictionary import dataset

MADE = datetime(2026, 11, 6, 9, 30)
"""The day that every workbook says it was made, so that the same data make the same bytes."""

WIDE = {"long text": 60, "home": 18, "date": 12, "text": 22, "choice": 22}


@dataclass(frozen=True)
class Sheet:
    """One sheet: a dataset's rows under its headers, with what people add to it."""

    name: str
    dataset: str
    rows: list[dict]
    notes: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """Columns that stand first; the others follow in the dataset's order."""
    without: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    header_style: Callable[[str], str] = str
    typed: dict[str, Callable] = field(default_factory=dict)
    """How a column's values are typed, where not as they are."""
    extra: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns that no dataset has, with what stands in the last rows."""
    gap_after: Callable[[dict], bool] = lambda row: False
    """Whether a blank row follows the row."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that stand in the sheet, in its order."""
        names = [name for name in dataset(self.dataset).names if name not in self.order + self.without]
        return self.order + tuple(names)

    def header(self, name: str) -> str:
        """The words over a column."""
        return self.headers.get(name, self.header_style(dataset(self.dataset).column(name).header))

    def cells(self, row: dict) -> list:
        """The row's cells as they are typed; None is a blank cell."""
        return [None if row.get(name) is None else self.typed.get(name, _plain)(row[name]) for name in self.columns]


def _plain(value: object) -> object:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "; ".join(value) if isinstance(value, (tuple, list)) else value


def british(day: date) -> str:
    """`14/10/2026`."""
    return f"{day:%d/%m/%Y}"


def short_month(month: date) -> str:
    """`Oct 2026`."""
    return f"{month:%b %Y}"


def as_regulations(codes: Iterable[str]) -> str:
    """`Reg 12`, `Reg 6 & 12`."""
    return "Reg " + " & ".join(str(int(code[2:])) for code in codes)


def write_book(path: Path, sheets: Iterable[Sheet], notes: dict[str, tuple[str, ...]]) -> None:
    """Writes the workbook: the sheets in order, then sheets of `notes` that hold no dataset."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"author": "Wrenmoor Borough Council", "created": MADE})
    looks = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "date": book.add_format({"num_format": "dd/mm/yyyy"}),
        "header": book.add_format(
            {"bold": True, "text_wrap": True, "bg_color": "#DDE7F0", "border": 1, "valign": "top"}
        ),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, looks)
    for name, lines in notes.items():
        page = book.add_worksheet(name)
        page.set_column(0, 0, 90)
        page.write_column(0, 0, lines, looks["text"])
    book.close()


def _write_sheet(page, sheet: Sheet, looks: dict) -> None:
    for line, note in enumerate(sheet.notes):
        page.write(line, 0, note, looks["title"] if line == 0 else None)
    top = len(sheet.notes) + bool(sheet.notes)
    page.write_row(top, 0, [*map(sheet.header, sheet.columns), *sheet.extra], looks["header"])
    _set_widths(page, sheet)
    page.freeze_panes(top + 1, 1)
    line = top
    for row, added in zip(sheet.rows, _added(sheet), strict=False):
        line += 1
        for place, value in enumerate([*sheet.cells(row), *added]):
            if value is not None:
                page.write(line, place, value, looks["date"] if isinstance(value, date) else looks["text"])
        line += sheet.gap_after(row)


def _set_widths(page, sheet: Sheet) -> None:
    for place, name in enumerate(sheet.columns):
        page.set_column(place, place, WIDE.get(dataset(sheet.dataset).column(name).type, 13))


def _added(sheet: Sheet) -> list[tuple]:
    """What stands in the extra columns, row by row: the remarks fill the last rows."""
    blank = len(sheet.rows)
    columns = [[None] * (blank - len(remarks)) + list(remarks) for remarks in sheet.extra.values()]
    return list(zip(*columns, strict=False)) or [()] * blank
