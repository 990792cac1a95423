"""The words out of every column of text: what is put in place of each value in which they stand."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from qa_data.erasing.plan import Change, Plan
from qa_data.erasing.walking import Run, Table, tables
from qa_data.erasing.words import MARK, Words
from qa_data.plain import plain_heading

COMPARED = {"heading": "written", "sheet": "on_sheet"}
"""The keys of headings, as they are compared, and the columns in which the same stands as it was written."""

Found = dict[str, list[Any]]
"""Different values by column."""


def of_words(run: Run, texts: Iterable[str], schema: str | None = None) -> Plan:
    """What becomes of the tables (of the schema, else of all that is stored) in which the words stand. It lays
    temporary tables, which are gone with the connection.
    """
    words = Words(*texts)
    found = {table: _found(run, table, words) for table in tables(run, schema)}
    without = _Without(words, found)
    plan = {table: Change(put=_laid(run, table, columns, without)) for table, columns in found.items()}
    return {table: change for table, change in plan.items() if change.put}


class _Without:
    """What stands in place of a value. Two texts by which something is known, and which differ, differ still."""

    def __init__(self, words: Words, found: dict[Table, Found]):
        self._words, self._apart = words, dict[str, str]()
        known = {text for table, columns in found.items() for text in _known(table, columns)}
        taken = {text for text in known if words.out_of(text) == text}
        for text in sorted(known - taken):
            taken.add(self._apart.setdefault(text, self._next(text, taken)))

    def _next(self, text: str, taken: set[str]) -> str:
        marks = (f"[erased {number}]" if number > 1 else MARK for number in count(1))
        return next(new for mark in marks if (new := self._words.out_of(text, mark)) not in taken)

    def of(self, value: Any) -> Any:
        """The value without the words."""
        if isinstance(value, list):
            return [self.of(each) for each in value]
        apart = self._apart.get(value) if isinstance(value, str) else None
        return apart or self._words.out_of_value(value)


def _known(table: Table, columns: Found) -> list[str]:
    return [each for name in table.keys & columns.keys() for each in columns[name] if isinstance(each, str)]


def _found(run: Run, table: Table, words: Words) -> Found:
    """Of each column of text the different values in which the words, or a mark, stand."""
    held = {name: _values(run, table, name) for name in table.texts}
    told = {
        name: [each for each in values if MARK[:-1] in str(each) or words.out_of_value(each) != each]
        for name, values in held.items()
    }
    return {name: values for name, values in told.items() if values}


def _values(run: Run, table: Table, name: str) -> list[Any]:
    told = run(f'select distinct "{name}" from {table.said} where "{name}" is not null').fetchall()
    return [value for (value,) in told]


def _laid(run: Run, table: Table, columns: Found, without: _Without) -> dict[str, str]:
    changed = {name: {str(value): (value, without.of(value)) for value in values} for name, values in columns.items()}
    pairs = {name: [(old, new) for old, new in told.values() if old != new] for name, told in changed.items()}
    if table.name == "headings":
        pairs |= {key: _compared(pairs.get(written, [])) for key, written in COMPARED.items()}
    return {name: _looked_up(run, table, name, told) for name, told in pairs.items() if told}


def _compared(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return list({plain_heading(old): (plain_heading(old), plain_heading(new)) for old, new in pairs}.values())


def _looked_up(run: Run, table: Table, name: str, pairs: list[tuple[Any, Any]]) -> str:
    """Lays the values and what stands in their place, and answers the SQL that looks one up."""
    laid, kind = f'"erased of {table.schema} {table.name} {name}"', table.columns[name]
    old, new = zip(*pairs, strict=True)
    run(
        f"create or replace temp table {laid} as select unnest($old::{kind}[]) as old, unnest($new::{kind}[]) as new",
        old=list(old),
        new=list(new),
    )
    return f'coalesce((select new from temp.{laid} where old = stored."{name}"), stored."{name}")'
