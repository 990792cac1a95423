"""The exported tables as files: CSV for whoever opens them, Parquet with kinds, and the dictionary of both."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow
from pyarrow import parquet

from metrics.export.tables import AS_AT, DAY, MONTH, NUMBER, TABLES, TEXT, WHOLE, YES_NO, Column, Row

KINDS = {
    TEXT: pyarrow.string(),
    WHOLE: pyarrow.int64(),
    NUMBER: pyarrow.float64(),
    DAY: pyarrow.date32(),
    MONTH: pyarrow.date32(),
    YES_NO: pyarrow.bool_(),
}

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""

DICTIONARY = "dictionary"


def files(exported: dict[str, list[Row]]) -> dict[str, bytes]:
    """By name a .csv and a .parquet of every table of `metrics.export.tables.exported`, and of the dictionary."""
    told = [
        {"table": table.name, "row": table.row, "column": each.name, "kind": each.kind, "meaning": each.meaning}
        for table in TABLES
        for each in (AS_AT, *table.columns)
    ]
    columns = {table.name: (AS_AT, *table.columns) for table in TABLES}
    columns[DICTIONARY] = tuple(Column(name, TEXT, "") for name in told[0])
    return {
        f"{name}.{ending}": written(columns[name], rows)
        for name, rows in (exported | {DICTIONARY: told}).items()
        for ending, written in (("csv", _csv), ("parquet", _parquet))
    }


def zipped(named: dict[str, bytes]) -> bytes:
    """The files in one .zip."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in named.items():
            archive.writestr(name, content)
    return written.getvalue()


def put(folder: Path, named: dict[str, bytes]) -> None:
    """Writes the files into the folder, each at once: whoever reads there never sees half of one. OSError where it
    cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in named.items():
        half = folder / f".{name}.part"
        half.write_bytes(content)
        half.replace(folder / name)


def _csv(columns: tuple[Column, ...], rows: list[Row]) -> bytes:
    written = StringIO(newline="")
    out = csv.writer(written)
    out.writerow([each.name for each in columns])
    out.writerows([_cell(row[each.name]) for each in columns] for row in rows)
    # The mark at its beginning tells Excel that the letters are UTF-8.
    return written.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and value.startswith(LIVE) else value


def _parquet(columns: tuple[Column, ...], rows: list[Row]) -> bytes:
    kinds = pyarrow.schema([(each.name, KINDS[each.kind]) for each in columns])
    written = BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows, kinds), written)
    return written.getvalue()
