"""Failed formulas and merged cells of .xlsb, after [MS-XLSB]. Its formulas always have a saved result."""

import struct
import zipfile
from collections.abc import Iterator

from .faults_xls import SHOWN
from .parts import targets
from .tidy import Aside, Errors

ROW, FAILED, FAILED_FORMULA, SHEET, MERGED = 0, 3, 11, 156, 176


def find_in(archive: zipfile.ZipFile) -> dict[str, Aside]:
    """The failed and the merged cells of each sheet."""
    parts = targets(archive, "workbook.bin")
    sheets = [_words(body, 8) for kind, body in _records(archive.read("xl/workbook.bin")) if kind == SHEET]
    told = {name: archive.read(parts[link]) for link, name in sheets if "/worksheets/" in parts.get(link, "")}
    return {name: Aside(_errors(part), _merged(part)) for name, part in told.items()}


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


def _merged(part: bytes) -> list[tuple[int, int, int]]:
    areas = (struct.unpack_from("<IIII", body) for kind, body in _records(part) if kind == MERGED)
    return [(top, left, bottom) for top, bottom, left, _ in areas if bottom > top]
