"""A table on its way in (`loaders.incoming`) against what is held, by the columns that it has."""

from typing import TypedDict

from loaders.table import Table
from qa_data.cursor import Cursor

COMPARE = """
with compared as (
    select held.row_key is null as new, {differs} as differs, {blanked} as blanked, {kept} as kept
    from incoming left join {where} held using (row_key))
select count(*) filter (new) as new, count(*) filter (not new and differs) as changed,
       count(*) filter (not new and not differs) as unchanged,
       coalesce(sum(kept) filter (not new), 0)::bigint as kept,
       coalesce(sum(blanked) filter (not new), 0)::bigint as blanked
from compared
"""


class Counts(TypedDict):
    """What storing a table does: how many of its rows are new, how many change one and how many change nothing; how
    many cells it makes blank, and how many of columns that it lacks are kept as earlier files gave them.
    """

    new: int
    changed: int
    unchanged: int
    blanked: int
    kept: int


class SheetTaken(Counts):
    """A sheet, and what storing it does."""

    sheet: str
    dataset: str
    header_row: int
    rows: int


def sheet_taken(cursor: Cursor, table: Table, where: str) -> SheetTaken:
    """What storing the table, whose rows come in, does; `where` to look, as `incoming` answers it."""
    return {
        "sheet": table.sheet,
        "dataset": table.dataset.name,
        "header_row": table.header_row,
        "rows": len(table.rows),
        **_counted(cursor, table, where),
    }


def _counted(cursor: Cursor, table: Table, where: str) -> Counts:
    blanked = [f"(held.{name} is not null and incoming.{name} is null)::int" for name in table.had]
    kept = [f"(held.{name} is not null)::int" for name in table.lacking]
    sql = COMPARE.format(
        where=where, differs=differs(table), blanked=" + ".join(blanked), kept=" + ".join(["0", *kept])
    )
    return cursor.rows(sql)[0]


def differs(table: Table) -> str:
    """SQL: whether a row that comes in says in a column of its sheet another thing than what is held."""
    return "(" + " or ".join(f"held.{name} is distinct from incoming.{name}" for name in table.had) + ")"
