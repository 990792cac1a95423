"""Workbooks broken in many ways: bytes, the files inside them, and their cells."""

import io
import zipfile
from datetime import date, datetime
from random import Random

from openpyxl import load_workbook

from sample_data import WORKBOOKS

MOST = 400_000
"""Bytes: larger samples are left out, since each is read once a run."""

ODD = (
    "",
    " ",
    "=1+1",
    '=HYPERLINK("javascript:alert(1)")',
    "#REF!",
    "31/02/2026",
    "03/04/2026",
    "1e309",
    "-1",
    "0",
    3.5,
    -7,
    10**30,
    True,
    date(1899, 1, 1),
    datetime(9999, 12, 31, 23, 59),
    "漢字",
    "\u202eabc",
    "_x000D_",
    "x" * 33_000,
    "<script>alert(1)</script>",
    "Standard 6",
    "Ash Hse",
    "ASAP",
    "N/A",
    "😀",
    None,
)

TORN = (
    b"<",
    b">",
    b"&",
    b'"',
    b"</c>",
    b"<v>9e999</v>",
    b"&lol;",
    b'<!DOCTYPE x [<!ENTITY a "b">]>',
    b"\x00",
    b't="s"',
    b't="e"',
    b'r="XFD1048576"',
)


def samples() -> list[tuple[str, bytes]]:
    """The workbooks of the sample data that are small enough."""
    return [(path.name, path.read_bytes()) for path in WORKBOOKS if path.stat().st_size < MOST]


def mutated(name: str, content: bytes, rng: Random) -> tuple[str, bytes]:
    """A broken version of the file, under its own name or one of another kind."""
    ways = [_flipped, _cut, _doubled, *([_torn, _without_a_part, _cells, _cells] if name.endswith(".xlsx") else [])]
    broken = rng.choice(ways)(content, rng)
    return (name if rng.random() < 0.9 else f"{name}{rng.choice(['.csv', '.ods', '.xls', ''])}"), broken


def _flipped(content: bytes, rng: Random) -> bytes:
    told = bytearray(content)
    for _ in range(rng.randrange(1, 30)):
        told[rng.randrange(len(told))] = rng.randrange(256)
    return bytes(told)


def _cut(content: bytes, rng: Random) -> bytes:
    return content[: rng.randrange(len(content))]


def _doubled(content: bytes, rng: Random) -> bytes:
    start = rng.randrange(len(content))
    return content[:start] + content[start // 2 : start] + content[start:]


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {part: book.read(part) for part in book.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(written := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as book:
        for part, told in parts.items():
            book.writestr(part, told)
    return written.getvalue()


def _torn(content: bytes, rng: Random) -> bytes:
    """Something put into one of the files inside."""
    parts = _parts(content)
    part = rng.choice(list(parts))
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(parts[part]) + 1)
        parts[part] = parts[part][:place] + rng.choice(TORN) + parts[part][place + rng.randrange(8) :]
    return _zipped(parts)


def _without_a_part(content: bytes, rng: Random) -> bytes:
    parts = _parts(content)
    del parts[rng.choice(list(parts))]
    return _zipped(parts)


def _cells(content: bytes, rng: Random) -> bytes:
    """Cells, rows and columns changed as a hurried hand would."""
    book = load_workbook(io.BytesIO(content))
    for _ in range(rng.randrange(1, 25)):
        sheet = rng.choice(book.worksheets)
        row, column = rng.randrange(1, min(sheet.max_row, 60) + 1), rng.randrange(1, sheet.max_column + 1)
        _changed(sheet, row, column, rng)
    book.save(written := io.BytesIO())
    return written.getvalue()


def _changed(sheet, row: int, column: int, rng: Random) -> None:
    way = rng.random()
    if way < 0.05:
        sheet.insert_rows(row)
    elif way < 0.08:
        sheet.delete_cols(column)
    elif way < 0.12:
        sheet.merge_cells(
            start_row=row, start_column=column, end_row=row + rng.randrange(4), end_column=column + rng.randrange(3)
        )
    elif type(sheet.cell(row, column)).__name__ == "Cell":
        try:
            sheet.cell(row, column).value = rng.choice(ODD)
        except ValueError:  # what a sheet cannot have cannot come in one
            sheet.cell(row, column).value = None
