"""Failed and unsaved formulas, hidden rows and marked cells of .xlsx. Only a sheet in which a quick look
finds a suspect is gone through cell by cell.
"""

import re
import zipfile
from xml.parsers import expat

from .marks_xlsx import TABLES, YES, Styles, column_of, styles, table_totals
from .tidy import Aside

SHEETS = "xl/worksheets/"
PIECE = 1 << 18
"""Bytes looked at at once; more do not fit the processor's cache."""

OVERLAP = 512
SUSPECT = re.compile(
    rb"""\st=["']e["']|(?:</(?:\w+:)?f|<(?:\w+:)?f\b[^>]*/)>\s*(?:</|<(?:\w+:)?v\b[^>]*(?:/>|>\s*</))"""
)
"""A cell of type error, or a formula with no value after it."""
PREFIXED = re.compile(rb"<\w+:worksheet\b")
"""A sheet whose tags all have a prefix, so that a formula is x:f and not f."""

HEAD = 1 << 16
"""Bytes within which the columns are described."""
COLUMN = re.compile(rb"<(?:\w+:)?col\s[^<>]*>")
ATTRIBUTE = re.compile(rb"""(\w+)=["']([^"']*)["']""")
HIDING = {b"1", b"true"}

HIDDEN = re.compile(rb"""<(?:\w+:)?row\b[^>]*\shidden=["'](?:1|true)""")


def find_in(archive: zipfile.ZipFile) -> dict[str, Aside]:
    """The failed, unsaved and marked cells, the hidden rows and columns and the total rows of tables of each sheet."""
    told, names = styles(archive), archive.namelist()
    suspects = {part for part in names if part.startswith(SHEETS) and _suspect(archive, part, told)}
    tables = any(name.startswith(TABLES) for name in names)
    columns = {part: runs for part in names if part.startswith(SHEETS) and (runs := _hidden_columns(archive, part))}
    if not suspects and not tables and not columns:
        return {}
    from .parts import xlsx_sheets  # late: it brings a parser that a sound file has no use for

    found = {}
    for name, part in xlsx_sheets(archive):
        found[name] = _Cells(archive, part, told).found if part in suspects else Aside()
        found[name].table_totals = table_totals(archive, part) if tables else []
        found[name].hidden_columns = columns.get(part, [])
    return found


def _hidden_columns(archive: zipfile.ZipFile, part: str) -> list[tuple[int, int]]:
    """The first and the last of each run of hidden columns, from 0: they stand before the rows."""
    with archive.open(part) as file:
        head = file.read(HEAD).partition(b"sheetData")[0]
    found = (dict(ATTRIBUTE.findall(each)) for each in COLUMN.findall(head)) if b"hidden=" in head else ()
    return [
        (int(each[b"min"]) - 1, int(each[b"max"]) - 1)
        for each in found
        if each.get(b"hidden") in HIDING and each.get(b"min", b"").isdigit() and each.get(b"max", b"").isdigit()
    ]


def _suspect(archive: zipfile.ZipFile, part: str, told: Styles) -> bool:
    """Whether a cell may have failed or be marked or a row is hidden. Plain searches first: they cost a tenth of the
    pattern.
    """
    tail, colours, formula = b"", set(), b""
    marked, coloured = told.marked(), told.coloured()
    with archive.open(part) as file:
        while piece := file.read(PIECE):
            formula = formula or (b":f" if PREFIXED.search(piece) else b"<f")
            piece = tail + piece
            colours |= {told.colours[style.decode()] for style in coloured.findall(piece)} if coloured else set()
            if len(colours) > 1 or marked and marked.search(piece) or _failed_or_hidden(piece, formula):
                return True
            tail = piece[-OVERLAP:]
    return False


def _failed_or_hidden(piece: bytes, formula: bytes) -> bool:
    # A quotation mark of the rarer kind is found at once, and what stands within two of them is not.
    able = b't="e"' in piece or b"'" in piece and b"t='e'" in piece or formula in piece
    return bool(able and SUSPECT.search(piece) or b" hidden=" in piece and HIDDEN.search(piece))


class _Cells:
    """Goes through a sheet's cells and keeps the failed and the marked ones, and the hidden rows. A formula that gives
    an empty text has a result: nothing.
    """

    def __init__(self, archive: zipfile.ZipFile, part: str, told: Styles):
        self.found, self.told = Aside(), told
        self.style: str | None = None
        self.own: str | None = None
        self.fills: dict[int, str] = {}
        self.shared: dict[str | None, str] = {}
        self.row, self.column, self.value = -1, -1, ""
        self.kind: str | None = None
        self.worded = False
        self.formula: str | None = None
        self.group: str | None
        self.text: list[str] = []
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._add
        with archive.open(part) as file:
            parser.ParseFile(file)

    def _add(self, text: str) -> None:
        self.text.append(text)

    def _start(self, name: str, about: dict[str, str]) -> None:
        self.text = []
        tag = name.rpartition(":")[2]
        if tag == "c":
            self.kind, self.formula, self.value = about.get("t"), None, ""
            self.column = _column(about["r"]) if "r" in about else self.column + 1
            self.style, self.worded = about.get("s"), False
        elif tag == "row":
            self.row, self.column = int(about.get("r", self.row + 2)) - 1, -1
            self.own, self.fills = None, {}
            if about.get("hidden") in YES:
                self.found.hidden.append(self.row)
        elif tag == "f":
            self.group = about.get("si")

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "f":
            self.formula = "".join(self.text) or self.shared.get(self.group, "")
            self.shared.setdefault(self.group, self.formula)
        elif tag == "v":
            self.value = "".join(self.text).strip()
        elif tag == "t":
            self.worded |= bool(self.text)
        elif tag == "c":
            self._judge()
            self._mark()
        elif tag == "row":
            filled = ((column, fill) for column, fill in self.fills.items() if fill != self.own)
            self.found.colours.update({(self.row, column): fill for column, fill in filled})

    def _mark(self) -> None:
        """Takes in what the cell's style says. What the first cell of a row with anything in it is filled in is the
        colour of the whole row, and says nothing.
        """
        blank, place = not self.value and not self.worded, (self.row, self.column)
        fill = self.told.colours.get(self.style or "", "")
        if self.style in self.told.struck:
            self.found.struck.append(place)
        if self.style in self.told.percent and not blank:
            self.found.percent.append(place)
        if blank and fill:
            self.fills[self.column] = fill
        elif not blank and self.own is None:
            self.own = fill

    def _judge(self) -> None:
        if self.kind == "e":
            self.found.errors[self.row, self.column] = self.value or "#N/A"
        elif self.formula is not None and not self.value and self.kind != "str":
            self.found.errors[self.row, self.column] = f"={self.formula}"


def _column(reference: str) -> int:
    return column_of(reference.rstrip("0123456789"))
