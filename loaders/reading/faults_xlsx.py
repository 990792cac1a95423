"""Failed and unsaved formulas, hidden rows and struck-through cells of .xlsx. Only a sheet in which a quick look
finds a suspect is gone through cell by cell.
"""

import io
import re
import zipfile
from functools import cache
from xml.parsers import expat

from .tidy import Aside

SHEETS = "xl/worksheets/"
STYLES = "xl/styles.xml"
YES = {"1", "true"}
PIECE = 1 << 20
OVERLAP = 512
SUSPECT = re.compile(
    rb"""\st=["']e["']|(?:</(?:\w+:)?f|<(?:\w+:)?f\b[^>]*/)>\s*(?:</|<(?:\w+:)?v\b[^>]*(?:/>|>\s*</))"""
)
"""A cell of type error, or a formula with no value after it."""
HIDDEN = re.compile(rb"""<(?:\w+:)?row\b[^>]*\shidden=["'](?:1|true)""")
FAILED = re.compile(rb"""(<(?:\w+:)?c\b[^>]*\st=["']e["'][^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>)[^<]*""", re.DOTALL)


def find_in(archive: zipfile.ZipFile) -> dict[str, Aside]:
    """The failed, unsaved and struck-through cells and the hidden rows of each sheet."""
    struck = _struck(archive)
    suspects = {part for part in archive.namelist() if part.startswith(SHEETS) and (struck or _suspect(archive, part))}
    if not suspects:
        return {}
    from .parts import xlsx_sheets  # late: it brings a parser that a sound file has no use for

    return {name: _Cells(archive, part, struck).found for name, part in xlsx_sheets(archive) if part in suspects}


def _struck(archive: zipfile.ZipFile) -> set[str]:
    """The numbers of the cell styles whose font is struck through, as cells name them."""
    styles = archive.read(STYLES) if STYLES in archive.namelist() else b""
    if b"strike" not in styles:
        return set()
    from xml.etree import ElementTree

    root = ElementTree.fromstring(styles)
    through = {
        str(place)
        for place, font in enumerate(root.iterfind("{*}fonts/{*}font"))
        if any(strike.get("val", "1") in YES for strike in font.iterfind("{*}strike"))
    }
    return {
        str(place) for place, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")) if style.get("fontId") in through
    }


def with_known_errors(archive: zipfile.ZipFile) -> bytes:
    """The workbook with every failed cell shown as #VALUE!, which every reader knows."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as copy:
        for part in archive.namelist():
            content = archive.read(part)
            copy.writestr(part, FAILED.sub(rb"\1#VALUE!", content) if part.startswith(SHEETS) else content)
    return file.getvalue()


def _suspect(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether a cell may have failed or a row is hidden. Plain searches first: they cost a tenth of the pattern."""
    tail = b""
    with archive.open(part) as file:
        while piece := file.read(PIECE):
            piece = tail + piece
            if (
                any(mark in piece for mark in (b'="e"', b"='e'", b"<f>", b"<f ", b":f"))
                and SUSPECT.search(piece)
                or b" hidden=" in piece
                and HIDDEN.search(piece)
            ):
                return True
            tail = piece[-OVERLAP:]
    return False


class _Cells:
    """Goes through a sheet's cells and keeps the failed and the struck-through ones, and the hidden rows. A formula
    that gives an empty text has a result: nothing.
    """

    def __init__(self, archive: zipfile.ZipFile, part: str, struck: set[str]):
        self.found, self.styles = Aside(), struck
        self.shared: dict[str | None, str] = {}
        self.row, self.column, self.value = -1, -1, ""
        self.kind: str | None = None
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
            if about.get("s") in self.styles:
                self.found.struck.append((self.row, self.column))
        elif tag == "row":
            self.row, self.column = int(about.get("r", self.row + 2)) - 1, -1
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
        elif tag == "c":
            self._judge()

    def _judge(self) -> None:
        if self.kind == "e":
            self.found.errors[self.row, self.column] = self.value or "#N/A"
        elif self.formula is not None and not self.value and self.kind != "str":
            self.found.errors[self.row, self.column] = f"={self.formula}"


@cache
def _letters(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _column(reference: str) -> int:
    return _letters(reference.rstrip("0123456789"))
