"""What the styles of a .xlsx say of its cells: struck through, shown as a percentage, filled in a colour; and which
rows its tables mark as totals.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from .formats import OWN, of_shares

TYPE_CHECKING = False
if TYPE_CHECKING:  # it brings a parser that a sound file has no use for
    from xml.etree.ElementTree import Element

STYLES = "xl/styles.xml"
TABLES = "xl/tables/"
TELLING = (b"strike", b"%", b'numFmtId="9"', b'numFmtId="10"', b'"solid"')
YES = {"1", "true"}
WHITE = {"FFFFFFFF", "00FFFFFF"}


@dataclass(frozen=True)
class Styles:
    """The numbers of the cell styles, as cells name them, that say more than how a cell looks."""

    struck: set[str] = field(default_factory=set)
    percent: set[str] = field(default_factory=set)
    colours: dict[str, str] = field(default_factory=dict)

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


def table_totals(archive: zipfile.ZipFile, part: str) -> list[int]:
    """The total rows of the tables in a part of a sheet, from 0."""
    folder, name = posixpath.split(part)
    links = f"{folder}/_rels/{name}.rels"
    if links not in (names := set(archive.namelist())):
        return []
    from xml.etree import ElementTree

    told = [link.get("Target", "") for link in ElementTree.fromstring(archive.read(links))]
    parts = [posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in told]
    tables = [ElementTree.fromstring(archive.read(each)) for each in parts if each.startswith(TABLES) and each in names]
    return [row for table in tables for row in _totals(table.get("ref", ""), table.get("totalsRowCount", "0"))]


def _totals(area: str, count: str) -> range:
    """The last rows of an area such as A1:I4."""
    last = area.rpartition(":")[2].lstrip("$ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = min(int(count), 1) if count.isdecimal() else 0
    return range(int(last) - rows, int(last)) if last.isdecimal() else range(0)
