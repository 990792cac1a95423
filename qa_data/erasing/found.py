"""What an erasure would take out, or has: rows and cells by table, and where they stand."""

from dataclasses import dataclass

from qa_data.erasing.plan import Change, Plan
from qa_data.erasing.walking import Run, Table
from qa_data.erasing.words import MARK
from qa_data.wording import around

MOST = 200
"""So many cells of a table are shown, the rest are counted."""

AROUND = 70
"""So many letters before and after a mark are shown."""

ROW = "row "
"""How the place begins of which no more than the row is known."""


@dataclass(frozen=True)
class InTable:
    """Of a table how many of all its rows go, in how many something is put in place, and in how many of its cells, by
    column.
    """

    table: str
    all_rows: int
    gone: int
    changed: int
    cells: dict[str, int]

    @property
    def touched(self) -> int:
        """How many rows go or change."""
        return self.gone + self.changed


@dataclass(frozen=True)
class Cell:
    """Where words stand: table, column, file, sheet and cell (or row) as far as they are known, and the text around
    them; all as it will stand.
    """

    table: str
    column: str
    file: str | None
    sheet: str | None
    cell: str | None
    text: str

    @property
    def of_sheet(self) -> bool:
        """Whether the very cell is known, and not its row alone."""
        return self.cell is not None and not self.cell.startswith(ROW)


def counted(run: Run, plan: Plan) -> list[InTable]:
    """A line a table in which something goes or changes."""
    told = [_counted(run, table, change) for table, change in plan.items()]
    return [each for each in told if each.touched]


def _counted(run: Run, table: Table, change: Change) -> InTable:
    cells = {name: f'({put} is distinct from stored."{name}")' for name, put in change.put.items()}
    sums = "".join(f', count(*) filter (not went and "{name}")' for name in cells)
    flags = "".join(f', {said} as "{name}"' for name, said in cells.items())
    any_of = " or ".join(f'"{name}"' for name in cells) or "false"
    [[every, gone, changed, *each]] = run(
        f"select count(*), count(*) filter (went), count(*) filter (not went and ({any_of})){sums}"
        f" from (select coalesce({change.gone}, false) as went{flags} from {table.said} stored)"
    ).fetchall()
    return InTable(table.name, every, gone, changed, {name: at for name, at in zip(cells, each, strict=True) if at})


def shown(run: Run, plan: Plan) -> list[Cell]:
    """Where words stand that would go, table by table, as they will stand."""
    files = next((change.put["file"] for table, change in plan.items() if "file" in change.put), "stored.file")
    return [
        Cell(table.name, name, file, sheet, cell, _around(text))
        for table, change in plan.items()
        for name in change.put
        for file, sheet, cell, text in run(_cells(table, name, change.put, files)).fetchall()
    ]


def _cells(table: Table, name: str, puts: dict[str, str], files: str) -> str:
    """SQL: file, sheet, cell and new text of some of a column's cells that change. `files`: what files will be called,
    since the words may stand in their names.
    """
    put, sheet = puts[name], puts.get("sheet", "stored.sheet")
    where = f'where {put} is distinct from stored."{name}" order by stored.rowid limit {MOST}'
    if not {"upload_id", "sheet"} <= table.columns.keys():
        return f"select null, null, '{ROW}' || (stored.rowid + 1), {put}::varchar from {table.said} stored {where}"
    cell = "stored.cell" if "cell" in table.columns else IN_CELL.format(name=name)
    return (
        f"select named.file, {sheet}, {cell}, {put}::varchar from {table.said} stored"
        f" left join (select upload_id, {files} as file from main.uploads stored) named"
        f" on named.upload_id = stored.upload_id {where}"
    )


IN_CELL = """coalesce(stored.cells['{name}'], (
    select max(letter) from main.sheet_columns
    where of_upload = stored.upload_id and of_sheet = stored.sheet and of_column = '{name}') || stored.sheet_row,
    'row ' || stored.sheet_row)"""
"""The cell of a column that came from a sheet; its row alone where the column's letter is not known."""


def _around(text: str) -> str:
    """The words around the first mark."""
    line = " ".join(text.split())
    return around(line, max(0, line.find(MARK[:-1])), AROUND)
