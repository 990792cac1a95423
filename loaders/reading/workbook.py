"""Workbooks: what calamine reads of them, and what it hides."""

import io
from collections.abc import Iterator
from itertools import chain, repeat
from threading import Thread
from zipfile import ZipFile

import python_calamine as calamine

from . import faults, kinds, limits, refusals
from .sheets import refuse_stretched, stretches
from .tidy import Aside


def answers(content: bytes) -> Iterator[tuple]:
    """The frames of every worksheet in order. Raises Refusal."""
    archive = kinds.unzipped(content)
    search = _Search(content, archive)
    book = calamine.load_workbook(io.BytesIO(content))
    if not book.sheets_metadata:
        raise refusals.damaged()
    if len(book.sheets_metadata) > limits.SHEETS:
        raise refusals.sheets()
    for about in book.sheets_metadata:
        if about.typ == calamine.SheetTypeEnum.WorkSheet:
            yield "sheet", about.name, about.visible != calamine.SheetVisibleEnum.Visible, False
            yield from _sheet(_taken(book, about.name, archive), search)


def _taken(book: calamine.CalamineWorkbook, name: str, archive: ZipFile | None) -> calamine.CalamineSheet:
    """Calamine refuses a whole sheet for an error that it does not know, such as #SPILL!, so these are renamed."""
    try:
        return book.get_sheet_by_name(name)
    except calamine.CalamineError as trouble:
        if archive is None or "error value" not in str(trouble):
            raise
    from .known_errors import with_known_errors

    return calamine.load_workbook(io.BytesIO(with_known_errors(archive))).get_sheet_by_name(name)


def _sheet(sheet: calamine.CalamineSheet, search: "_Search") -> Iterator[tuple]:
    """Calamine leaves out blank columns before the first value, and rows and columns that hold only unsaved
    formulas.
    """
    aside = search.found().get(sheet.name) or Aside()
    errors = aside.errors
    left = sheet.start[1] if sheet.start else 0
    height, width = (sheet.end[0] + 1, sheet.end[1] + 1) if sheet.end else (0, 1)
    below = max(0, max((row + 1 for row, _ in errors), default=0) - height)
    right = max(0, max((column + 1 for _, column in errors), default=0) - width)
    refuse_stretched(height + below, width + right)
    blank: list = [""] * (width - left)
    rows = chain(sheet.iter_rows(), repeat(blank, below))
    for numbers, ready in stretches(enumerate(rows, start=1), errors, left, right):
        yield "rows", numbers, ready
    yield "errors", errors
    yield "marks", aside.hidden, aside.struck, aside.percent, aside.colours, aside.table_totals
    yield "hidden columns", aside.hidden_columns
    yield "merged", aside.merged or [(*start, *end) for start, end in sheet.merged_cell_ranges or () if start != end]


class _Search(Thread):
    """Looks for faults while calamine reads, which leaves the other processor free."""

    def __init__(self, content: bytes, archive: ZipFile | None):
        super().__init__(daemon=True)
        self.question = content, archive
        self.answer: dict[str, Aside] = {}
        self.trouble: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self.answer = faults.find(*self.question)
        except BaseException as trouble:  # raised again where the answer is asked for
            self.trouble = trouble

    def found(self) -> dict[str, Aside]:
        self.join()
        if self.trouble:
            raise self.trouble
        return self.answer
