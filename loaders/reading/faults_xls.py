"""Failed formulas and percentages of .xls, after [MS-XLS]; and whether it has a password.

A formula never calculated cannot be told from one that gives an empty text.
"""

import struct
from collections.abc import Iterator

from .formats import OWN, of_shares
from .ole import Ole
from .tidy import Aside, Errors

SHEET, PASSWORD, END, FORMULA, FAILED = 0x85, 0x2F, 0x0A, 0x06, 0x205
FORMAT, STYLE, NUMBERS, SEVERAL = 0x41E, 0xE0, {0x203, 0x27E, FORMULA}, 0xBD
SHOWN = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def is_locked(content: bytes) -> bool:
    """Whether an OLE file is a workbook with a password."""
    ole = Ole(content)
    return "EncryptedPackage" in ole.entries or any(kind == PASSWORD for kind, _ in _records(_workbook(ole), 0))


def find_in(content: bytes) -> dict[str, Aside]:
    """The failed cells of each sheet, and those shown as a percentage."""
    book = _workbook(Ole(content))
    sheets = [body for kind, body in _records(book, 0) if kind == SHEET]
    shares = _shares(book)
    found = {}
    for sheet in sheets:
        at = struct.unpack_from("<I", sheet)[0]
        found[_name(sheet)] = aside = Aside(_errors(book, at))
        aside.percent = list(_percent(book, at, shares)) if shares else []
    return found


def _workbook(ole: Ole) -> bytes:
    """Nothing for a file of Excel 95, whose records differ."""
    return ole.stream("Workbook") if "Workbook" in ole.entries else b""


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record up to the end of the part that starts there."""
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        yield kind, book[at + 4 : at + 4 + size]
        if kind == END:
            return
        at += 4 + size


def _name(sheet: bytes) -> str:
    return sheet[8:].decode("utf-16-le" if sheet[7] & 1 else "latin-1")


def _errors(book: bytes, at: int) -> Errors:
    errors = {}
    for kind, body in _records(book, at):
        if kind == FAILED and body[7]:
            errors[struct.unpack_from("<HH", body)] = SHOWN.get(body[6], "#N/A")
        elif kind == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
            errors[struct.unpack_from("<HH", body)] = SHOWN.get(body[8], "#N/A")
    return errors


def _shares(book: bytes) -> set[int]:
    """The numbers of the cell styles that show a percentage."""
    records = list(_records(book, 0))
    formats = OWN | {struct.unpack_from("<H", body)[0] for kind, body in records if kind == FORMAT and _is_share(body)}
    styles = [struct.unpack_from("<H", body, 2)[0] for kind, body in records if kind == STYLE]
    return {number for number, form in enumerate(styles) if form in formats}


def _is_share(body: bytes) -> bool:
    return of_shares(body[5:].decode("utf-16-le" if body[4] & 1 else "latin-1", "replace"))


def _percent(book: bytes, at: int, shares: set[int]) -> Iterator[tuple[int, int]]:
    """The cells of numbers in these styles, also of several cells that one record holds."""
    for kind, body in _records(book, at):
        if kind in NUMBERS or kind == SEVERAL:
            row, column = struct.unpack_from("<HH", body)
            styles = (struct.unpack_from("<H", body, 4 + 6 * more)[0] for more in range(max((len(body) - 6) // 6, 1)))
            told = styles if kind == SEVERAL else struct.unpack_from("<H", body, 4)
            yield from ((row, column + more) for more, style in enumerate(told) if style in shares)
