"""What a sheet lacks and earlier files gave: it is kept, so the checks look at it beside what the sheet says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.incoming import incoming
from loaders.table import Table, stacked
from qa_data.scope import Scope
from qa_data.store import Store

HELD = "select {keys}, {lacking} from incoming join {held} held using (row_key)"

Known = dict[tuple, dict]
"""Values by column, of each key."""


@dataclass(frozen=True)
class Keeping:
    """The store, and the tables of files that are judged as if they had been stored."""

    store: Store
    scope: Scope
    before: tuple[Table, ...] = ()

    def after(self, tables: list[Table]) -> "Keeping":
        """The same with more tables that are as good as stored."""
        return replace(self, before=(*self.before, *tables))

    def kept(self, tables: list[Table]) -> list[dict[str, list]]:
        """Of each table, of each column that it lacks, the values that earlier files gave of its rows."""
        known = {about: self._known(each) for about, each in stacked(tables, _about).items()}
        return [_beside(each, known[_about(each)]) for each in tables]

    def _known(self, table: Table) -> Known:
        """What is known of its rows in the columns that it lacks."""
        lacking = table.lacking
        known = self._held(table, lacking) if lacking and table.rows else {}
        for each in self.before:
            if each.dataset is table.dataset:
                _take(known, each, lacking)
        return known

    def _held(self, table: Table, lacking: list[str]) -> Known:
        keys = [f"held.{column.name}" for column in table.dataset.keys]
        told = ", ".join(f"held.{name}" for name in lacking)
        with self.store.reading(self.scope) as cursor, incoming(cursor, table) as held:
            found = cursor.run(HELD.format(keys=", ".join(keys), lacking=told, held=held)).fetchall()
        return {row[: len(keys)]: dict(zip(lacking, row[len(keys) :], strict=True)) for row in found}


def _about(table: Table) -> tuple:
    return table.dataset, *table.lacking


def _beside(table: Table, known: Known) -> dict[str, list]:
    keys = list(_keys(table)) if table.lacking else []
    return {name: [known.get(key, {}).get(name) for key in keys] for name in table.lacking}


def _take(known: Known, table: Table, lacking: list[str]) -> None:
    given = [name for name in table.had if name in lacking]
    for row, key in enumerate(_keys(table) if given else ()):
        known.setdefault(key, {}).update((name, table.columns[name][row]) for name in given)


def _keys(table: Table) -> Iterator[tuple]:
    return zip(*(table.columns[column.name] for column in table.dataset.keys), strict=True)
