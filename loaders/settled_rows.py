"""Of which dataset, column and home the rows are in which cells were settled: told of a file once it is checked."""

from collections.abc import Collection, Iterable, Iterator

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
    wanted = {(each["sheet"], each["cell"]) for each in settled if each["cell"]}
    found = {(sheet, cell): told for (sheet, cell, _), told in stored_as(tables, wanted).items()}
    told = [_with(each, found.get((each["sheet"], each["cell"] or ""))) for each in settled]
    return [each for each in told if not each["split"] or each["column"] == "action"]


def _with(settled: Settled, told: Stored | None) -> Settled:
    if told is None or settled["settled"] is None:
        return settled
    dataset, column, home = told
    return {**settled, "dataset": dataset, "column": column, "home": home}


def stored_as(tables: Iterable[Table], wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str, str], Stored]:
    """What the cells of these sheets are of, by sheet, cell and column."""
    rows: dict[str, set[int]] = {}
    for sheet, cell in wanted:
        rows.setdefault(sheet, set()).add(cell_place(cell)[1])
    return {
        (table.sheet, cell, told[1]): told
        for table in tables
        for cell, told in _cells(table, rows.get(table.sheet, set()))
        if (table.sheet, cell) in wanted
    }


def _cells(table: Table, rows: set[int]) -> Iterator[tuple[str, Stored]]:
    """The table's cells in those rows; of a table whose rows have cells of their own all of them."""
    homes = table.columns.get("home") or [None] * len(table.rows)
    for at, (number, home) in enumerate(zip(table.rows, homes, strict=True) if rows else ()):
        if table.cells or number in rows:
            places = (
                table.cells[at] if table.cells else {name: f"{each}{number}" for name, each in table.letters.items()}
            )
            for name, cell in places.items():
                yield cell, (table.dataset.name, name, home)
