"""Failed formulas, percentages and merged cells of .xlsb, after [MS-XLSB]. Its formulas always have a saved result."""

import struct
import zipfile
from collections.abc import Iterator

from .faults_xls import SHOWN
from .formats import OWN, of_shares
from .parts import targets
from .tidy import Area, Aside, Errors

ROW, FAILED, FAILED_FORMULA, SHEET, MERGED = 0, 3, 11, 156, 176
NUMBERS = {2, 5, 9}
STYLES = "xl/styles.bin"
FORMAT, STYLE, STYLES_BEGIN, STYLES_END = 44, 47, 617, 618


def find_in(archive: zipfile.ZipFile) -> dict[str, Aside]:
    """The failed and the merged cells of each sheet, and those shown as a percentage."""
    parts = targets(archive, "workbook.bin")
    sheets = [_words(body, 8) for kind, body in _records(archive.read("xl/workbook.bin")) if kind == SHEET]
    told = {name: archive.read(parts[link]) for link, name in sheets if "/worksheets/" in parts.get(link, "")}
    shares = _shares(archive.read(STYLES)) if STYLES in archive.namelist() else set()
    found = {name: Aside(_errors(part), _merged(part)) for name, part in told.items()}
    for name, part in told.items():
        found[name].percent = list(_percent(part, shares)) if shares else []
    return found


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at)
        size, at = _number(part, at)
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int) -> tuple[int, int]:
    """Seven bits a byte, lowest first, and where the next number starts."""
    number = 0
    for place in range(4):
        byte = part[at + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return number, at + place + 1


def _words(body: bytes, at: int) -> list[str]:
    words = []
    for _ in range(2):
        length = struct.unpack_from("<I", body, at)[0]
        words.append(body[at + 4 : at + 4 + 2 * length].decode("utf-16-le"))
        at += 4 + 2 * length
    return words


def _errors(part: bytes) -> Errors:
    errors, row = {}, 0
    for kind, body in _records(part):
        if kind == ROW:
            row = struct.unpack_from("<I", body)[0]
        elif kind in (FAILED, FAILED_FORMULA):
            errors[row, struct.unpack_from("<I", body)[0]] = SHOWN.get(body[8], "#N/A")
    return errors


def _merged(part: bytes) -> list[Area]:
    areas = (struct.unpack_from("<IIII", body) for kind, body in _records(part) if kind == MERGED)
    return [(top, left, bottom, right) for top, bottom, left, right in areas]


def _shares(part: bytes) -> set[int]:
    """The numbers of the cell styles that show a percentage. Named styles, which stand before them, are others."""
    formats, styles, within = {*OWN}, [], False
    for kind, body in _records(part):
        within = kind == STYLES_BEGIN or within and kind != STYLES_END
        if kind == FORMAT and of_shares(body[6:].decode("utf-16-le", "replace")):
            formats.add(struct.unpack_from("<H", body)[0])
        elif kind == STYLE and within:
            styles.append(struct.unpack_from("<H", body, 2)[0])
    return {number for number, form in enumerate(styles) if form in formats}


def _percent(part: bytes, shares: set[int]) -> Iterator[tuple[int, int]]:
    row = 0
    for kind, body in _records(part):
        if kind == ROW:
            row = struct.unpack_from("<I", body)[0]
        elif kind in NUMBERS and struct.unpack_from("<I", body, 4)[0] & 0xFFFFFF in shares:
            yield row, struct.unpack_from("<I", body)[0]
