"""Failed and unsaved formulas, percentages and merged cells of .ods. Its failed cells keep what they show as their
text.
"""

import re
import zipfile
from xml.parsers import expat

from . import limits
from .tidy import ERROR, Aside

CELLS = {"table:table-cell", "table:covered-table-cell"}
SUSPECT = re.compile(rb'table:formula|"error"|"percentage"|rows-spanned="(?!1")')


def find_in(archive: zipfile.ZipFile) -> dict[str, Aside]:
    """The failed, unsaved, percentage and merged cells of each sheet."""
    content = archive.read("content.xml")
    return _Cells(content).sheets if SUSPECT.search(content) else {}


class _Cells:
    """Goes through all cells and keeps the failed and the merged ones; of cells alike that are written once, the
    first.
    """

    def __init__(self, content: bytes):
        self.sheets: dict[str, Aside] = {}
        self.sheet: Aside
        self.cell: dict[str, str] | None = None
        self.text: list[str] = []
        self.notes = 0
        self.row: int
        self.column: int
        self.next_row: int
        self.next_column: int
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._add
        parser.Parse(content, True)

    def _add(self, text: str) -> None:
        if self.cell is not None and not self.notes:
            self.text.append(text)

    def _start(self, tag: str, about: dict[str, str]) -> None:
        if tag in CELLS:
            self.cell, self.text, self.column = about, [], self.next_column
            self.next_column += int(about.get("table:number-columns-repeated", 1))
            down, across = (int(about.get(f"table:number-{each}-spanned", 1)) for each in ("rows", "columns"))
            if down > 1 or across > 1:
                self.sheet.merged.append((self.row, self.column, self.row + down - 1, self.column + across - 1))
        elif tag == "table:table-row":
            self.row, self.next_column = self.next_row, 0
            self.next_row += int(about.get("table:number-rows-repeated", 1))
        elif tag == "table:table":
            self.sheet = self.sheets[about["table:name"]] = Aside()
            self.next_row = 0
        elif tag == "office:annotation":
            self.notes += 1

    def _end(self, tag: str) -> None:
        if tag in CELLS:
            self._judge("".join(self.text).strip(), self.cell or {})
            self.cell = None
        elif tag == "office:annotation":
            self.notes -= 1

    def _judge(self, shown: str, cell: dict[str, str]) -> None:
        if ERROR.fullmatch(shown):
            self.sheet.errors[self.row, self.column] = shown
        elif "table:formula" in cell and "office:value-type" not in cell:
            self.sheet.errors[self.row, self.column] = cell["table:formula"].removeprefix("of:")
        elif cell.get("office:value-type") == "percentage":
            alike = min(int(cell.get("table:number-columns-repeated", 1)), limits.COLUMNS)
            self.sheet.percent += [(self.row, self.column + more) for more in range(alike)]
