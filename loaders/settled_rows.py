"""Of which dataset, column and home the rows are in which cells were settled: told of a file once it is checked."""

from collections.abc import Iterable, Iterator

from loaders.settling import Settled
from loaders.table import Table, cell_place

Stored = tuple[str, str, str | None]
"""A dataset, a column and the home of the row, where it has one."""


def with_rows(settled: list[Settled], tables: Iterable[Table]) -> list[Settled]:
    """The settlements, each with the dataset, the column and the home of its cell; a cell of several recommendations
    only where it was made into rows.
    """
    if not settled:
        return settled
    wanted = {(each["sheet"], each["cell"]) for each in settled}
    found = {(table.sheet, cell): told for table in tables for cell, told in _cells(table, wanted)}
    told = [_with(each, found.get((each["sheet"], each["cell"] or ""))) for each in settled]
    return [each for each in told if not each["split"] or each["column"] == "action"]


def _with(settled: Settled, told: Stored | None) -> Settled:
    if told is None or settled["settled"] is None:
        return settled
    dataset, column, home = told
    return {**settled, "dataset": dataset, "column": column, "home": home}


def _cells(table: Table, wanted: set[tuple[str, str | None]]) -> Iterator[tuple[str, Stored]]:
    """Those of the table's cells that are wanted."""
    rows = {cell_place(cell)[1] for sheet, cell in wanted if sheet == table.sheet and cell}
    homes = table.columns.get("home") or [None] * len(table.rows)
    for at, (number, home) in enumerate(zip(table.rows, homes, strict=True)):
        own = table.cells[at] if table.cells else None
        if own is None and number not in rows:
            continue
        places = own or {name: f"{letters}{number}" for name, letters in table.letters.items()}
        for name, cell in places.items():
            if (table.sheet, cell) in wanted:
                yield cell, (table.dataset.name, name, home)
