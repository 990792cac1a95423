"""What the styles of a .xlsx say of its cells: struck through, shown as a percentage, filled in a colour; and which
cells its tables mark as totals.
"""

import posixpath
import re
import zipfile
from functools import cache

from .formats import OWN, of_shares

TYPE_CHECKING = False
if TYPE_CHECKING:  # it brings a parser that a sound file has no use for
    from xml.etree.ElementTree import Element

STYLES = "xl/styles.xml"
TABLES = "xl/tables/"
TELLING = (b"strike", b"%", b'numFmtId="9"', b'numFmtId="10"', b'"solid"')
YES = {"1", "true"}
AREA = re.compile(r"([A-Z]{1,3})\d{1,7}:([A-Z]{1,3})(\d{1,7})")
WHITE = {"FFFFFFFF", "00FFFFFF"}


class Styles:
    """The numbers of the cell styles, as cells name them, that say more than how a cell looks."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self.percent: set[str] = set()
        self.colours: dict[str, str] = {}

    def marked(self) -> re.Pattern[bytes] | None:
        """What a part of a sheet with a cell struck through or shown as a percentage has."""
        either = self.struck | self.percent
        return re.compile(rb"\ss=[\"'](?:%s)[\"']" % _any(either)) if either else None

    def coloured(self) -> re.Pattern[bytes] | None:
        """A blank cell that is filled in a colour, where there are two or more colours."""
        several = len({*self.colours.values()}) > 1
        cell = rb"<(?:\w+:)?c\b[^<>]{0,200}\ss=[\"'](%s)[\"'][^<>]{0,200}(?:/>|>\s*</)" % _any(self.colours)
        return re.compile(cell) if several else None


def _any(numbers: set[str] | dict[str, str]) -> bytes:
    return "|".join(sorted(numbers)).encode()


def styles(archive: zipfile.ZipFile) -> Styles:
    """What the workbook's styles say; nothing where none says more than how a cell looks."""
    content = archive.read(STYLES) if STYLES in archive.namelist() else b""
    if not any(mark in content for mark in TELLING):
        return Styles()
    from xml.etree import ElementTree

    root = ElementTree.fromstring(content)
    fonts = [_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    fills = [_colour(fill) for fill in root.iterfind("{*}fills/{*}fill")]
    told = [(each.get("numFmtId", ""), each.get("formatCode", "")) for each in root.iterfind("{*}numFmts/{*}numFmt")]
    formats = {*map(str, OWN), *(number for number, code in told if of_shares(code))}
    found = Styles()
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        if _at(fonts, style.get("fontId")):
            found.struck.add(str(number))
        if style.get("numFmtId") in formats:
            found.percent.add(str(number))
        if colour := _at(fills, style.get("fillId")):
            found.colours[str(number)] = colour
    return found


def _at(told: list, number: str | None) -> str:
    return told[int(number)] if number and number.isdecimal() and int(number) < len(told) else ""


def _struck(font: "Element") -> str:
    return "struck" if any(strike.get("val", "1") in YES for strike in font.iterfind("{*}strike")) else ""


def _colour(fill: "Element") -> str:
    """The colour of a solid fill; blank for none, for white and for patterns."""
    for pattern in fill.iterfind("{*}patternFill"):
        colour = pattern.find("{*}fgColor")
        if pattern.get("patternType") == "solid" and colour is not None and colour.get("rgb") not in WHITE:
            return " ".join(f"{name} {value}" for name, value in sorted(colour.attrib.items()))
    return ""


def table_totals(archive: zipfile.ZipFile, part: str) -> list[tuple[int, int]]:
    """The cells of the total rows of the tables in a part of a sheet, rows and columns from 0."""
    folder, name = posixpath.split(part)
    links = f"{folder}/_rels/{name}.rels"
    if links not in (names := set(archive.namelist())):
        return []
    from xml.etree import ElementTree

    told = [link.get("Target", "") for link in ElementTree.fromstring(archive.read(links))]
    parts = [posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in told]
    tables = [ElementTree.fromstring(archive.read(each)) for each in parts if each.startswith(TABLES) and each in names]
    areas = [table.get("ref", "") for table in tables if table.get("totalsRowCount", "0") != "0"]
    return [cell for area in areas for cell in _last_row(area)]


def _last_row(area: str) -> list[tuple[int, int]]:
    """The cells of the last row of an area such as A1:I4."""
    if not (told := AREA.fullmatch(area)):
        return []
    return [(int(told[3]) - 1, column) for column in range(column_of(told[1]), column_of(told[2]) + 1)]


@cache
def column_of(letters: str) -> int:
    """The index of a column by its letters: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
