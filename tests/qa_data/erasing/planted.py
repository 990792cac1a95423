"""A store with odd words in every column of text, and where they still stand."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from qa_data.erasing.walking import Table, running, tables
from qa_data.erasing.words import Words
from qa_data.scope import of_every_home
from qa_data.store import Store
from qa_data.uploads import next_moment

ODD = "Jörğen O’Quandle"
"""Words that stand in no other text."""

WAYS = (ODD, "JÖRĞEN\nO'QUANDLE", "jorgen-o quandle", "Jo\u0308rg\u0306en  O'Quandle's", "Jörğen_O’Quandle")

LONG = f"{'Staff said that this happens at night. ' * 120}{ODD} {'It was looked into. ' * 120}"
"""Longer than a block's part for short texts: DuckDB keeps it in blocks of its own."""

WHEN = {"TIMESTAMP": datetime(2026, 3, 2, 10), "DATE": date(2026, 3, 2), "BOOLEAN": True}


def plant(store: Store) -> list[tuple[str, str]]:
    """Adds rows with the words in every column of text of every table, each way; the tables and columns."""
    with store.writing(of_every_home()) as cursor:
        moment = next_moment(cursor)
        cursor.run(
            "insert into main.uploads values ('kept', 'Kept.xlsx', 'abc', 'Jo', $moment, '[]', false)", moment=moment
        )
        for table in tables(cursor.run):
            for number, way in enumerate((*WAYS, LONG)):
                _add(cursor, table, f"{number} {way}")
        return [(table.name, name) for table in tables(cursor.run) for name in table.texts]


def _add(cursor: Any, table: Table, text: str) -> None:
    values = {name: _value(table, name, kind, text) for name, kind in table.columns.items()}
    names = ", ".join(f'"{name}"' for name, value in values.items() if value is not None)
    given = [value for value in values.values() if value is not None]
    if names:
        told = ", ".join(f"$v{place}" for place in range(len(given)))
        cursor.run(
            f"insert into {table.said} ({names}) values ({told})",
            **{f"v{place}": each for place, each in enumerate(given)},
        )


def _value(table: Table, name: str, kind: str, text: str) -> Any:
    if name not in table.texts:
        return "kept" if name == "upload_id" else WHEN.get(kind)
    return [text, "fine"] if kind.endswith("[]") else f'[{{"sheet": "{text[:40]}"}}]' if name == "sheets" else text


def stands(folder: Path, words: str = ODD) -> list[str]:
    """Every file beneath in which the words stand as bytes, and every table of a database in which they do."""
    found = []
    ways = re.compile(b"|".join(sorted({re.escape(way) for word in (words, *WAYS) for way in _as_bytes(word)})))
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        found += [f"{path.name} has bytes"] * bool(ways.search(content))
        if content[8:12] == b"DUCK":
            with duckdb.connect(str(path), read_only=True) as opened:
                found += [f"{path.name}: {table.name}" for table in _everything(opened, words)]
    return found


def _as_bytes(word: str) -> list[bytes]:
    """The word in each code; one that began with zeros would be looked for wherever a file has some."""
    written = (word, word.lower(), word.upper())
    return [each.encode(code).lstrip(b"\0") for each in written for code in ("utf-8", "utf-16-le", "utf-16-be")]


def _everything(opened: duckdb.DuckDBPyConnection, words: str) -> list[Table]:
    """The tables of every schema in whose rows, written out, the words stand."""
    run, looked_for = running(opened), Words(words)
    every = [*tables(run), *tables(run, "qa_kept"), *tables(run, "qa_current")]
    return [table for table in every if any(looked_for.holds(str(row)) for row in run(f"from {table.said}").fetchall())]
