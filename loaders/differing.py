"""What a file that can be loaded would change, cell by cell, what it leaves as earlier files gave it, and what an
earlier file had that it lacks.
"""

from collections.abc import Iterable
from typing import TypedDict, cast

from loaders.checked import Checked
from loaders.comparing import SheetTaken, differs, sheet_taken
from loaders.incoming import incoming
from loaders.storing import compared_table, each_compared
from loaders.table import Table
from qa_data.cursor import Cursor
from qa_data.dictionary import DATASETS, DATED, Column, Dataset
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

MOST = 200
"""So many new rows, changed cells and kept cells of a sheet each are told, and how many there are."""

BROUGHT = "create or replace temp table brought (home varchar, day date, row_key uuid, sheet varchar, own boolean)"


STORED = """
insert into brought select home, {day}, row_key, sheet, upload_id = $upload_id from main.{name}
where upload_id in (select unnest($uploads))
"""

EARLIER = "from main.{name} where upload_id not in (select unnest($uploads)) limit 1"
"""A row that is of none of these uploads, where there is any."""


class RowTold(TypedDict):
    """A row of a sheet. `told`: what it is."""

    dataset: str
    home: str | None
    told: str
    sheet: str
    sheet_row: int


class Change(RowTold):
    """A cell that would change; `new` is None where it would be blank, and as `old` where it is kept. `name`: of its
    column; `old` and `new` in words.
    """

    name: str
    old: str | None
    new: str | None
    standing: Source
    """Where the value as it is stored came from."""


class Lacking(TypedDict):
    """A row that an earlier file had of the same home and time. `told`: what it is."""

    dataset: str
    home: str
    told: str
    row_key: str
    file: str
    sheet: str | None
    sheet_row: int
    standing: Source


class Differences(TypedDict):
    """`new_rows`: the first of each sheet; `changes`: the first changed cells of each, those that would be blank before
    others; `changed`: how many there are; `kept`: the first cells of columns that a sheet lacks, as earlier files gave
    them; `lacking`: a row each that an earlier file had and none of these has.
    """

    new_rows: list[RowTold]
    changes: list[Change]
    changed: int
    kept: list[Change]
    lacking: list[Lacking]


def differences(store: Store, scope: Scope, checked: Checked, beside: Iterable[Checked] = ()) -> Differences:
    """What a file that can be loaded would change, and what it and those loaded `beside` it lack."""
    return looked_through(store, scope, checked, beside)[1]


def looked_through(
    store: Store, scope: Scope, checked: Checked, beside: Iterable[Checked] = ()
) -> tuple[list[SheetTaken], Differences]:
    """What storing each of a file's tables would do (as `each_compared`), and the `differences`."""
    found: Differences = {"new_rows": [], "changes": [], "changed": 0, "kept": [], "lacking": []}
    if not checked.accepted:
        return each_compared(store, scope, checked), found
    there: dict[int, SheetTaken] = {}
    with store.reading(scope) as cursor:
        for dataset in DATASETS:
            if own := {at: table for at, table in enumerate(checked.tables) if _rows_of(table, dataset)}:
                cursor.run(BROUGHT)
                there |= {at: _add(cursor, table, found) for at, table in own.items()}
                others = (table for other in beside if other.accepted for table in other.tables)
                for table in (table for table in others if _rows_of(table, dataset)):
                    with incoming(cursor, table):
                        _bring(cursor, table, own=False)
                found["lacking"] += _lacking(cursor, dataset)
        every = enumerate(checked.tables)
        return [there.get(at) or compared_table(cursor, table) for at, table in every], found


def still_kept(store: Store, scope: Scope, upload_id: str, beside: Iterable[str]) -> list[Lacking]:
    """What an earlier file had of the homes and times of a stored upload, and neither it nor those that were loaded
    `beside` it have.
    """
    found: list[Lacking] = []
    uploads = [upload_id, *beside]
    with store.reading(scope) as cursor:
        for dataset in DATASETS:
            day = DATED.get(dataset.name)
            if day and cursor.run(EARLIER.format(name=dataset.name), uploads=uploads).fetchone():
                cursor.run(BROUGHT)
                cursor.run(STORED.format(name=dataset.name, day=day), upload_id=upload_id, uploads=uploads)
                found += _lacking(cursor, dataset)
    return found


def _rows_of(table: Table, dataset: Dataset) -> bool:
    return table.dataset is dataset and bool(table.rows)


def _add(cursor: Cursor, table: Table, found: Differences) -> SheetTaken:
    changes = []
    with incoming(cursor, table) as held:
        there = sheet_taken(cursor, table, held)
        if there["changed"]:
            changes = _told(cursor, table, "changed", pairs=_pairs(table, table.had), differs=differs(table))
        found["new_rows"] += _told(cursor, table, "new", side="incoming", where=held) if there["new"] else []
        found["kept"] += _kept(cursor, table) if there["kept"] else []
        _bring(cursor, table, own=True)
    found["changed"] += changes[0].pop("every") if changes else 0
    found["changes"] += changes
    return there


def _kept(cursor: Cursor, table: Table) -> list:
    any_kept = f"coalesce({', '.join(f'held.{name}::varchar' for name in table.lacking)}) is not null"
    return _told(cursor, table, "kept", pairs=_pairs(table, table.lacking), any_kept=any_kept)


def _bring(cursor: Cursor, table: Table, own: bool) -> None:
    """Keeps which rows of which homes and days a sheet has."""
    day = DATED.get(table.dataset.name, "null")
    cursor.run(
        f"insert into brought select home, {day}, row_key, $sheet, $own from incoming", sheet=table.sheet, own=own
    )


def _told(cursor: Cursor, table: Table, query: str, side: str = "held", **parts: str) -> list:
    """What a query (of `differing.sql`) says of the table's rows, with the table's dataset and sheet."""
    sql = SQL[query].format(about=_about(table.dataset, side), name=table.dataset.name, most=MOST, **parts)
    return [row | {"dataset": table.dataset.name, "sheet": table.sheet} for row in cursor.rows(sql)]


def _pairs(table: Table, names: list[str]) -> str:
    return ", ".join(
        f"struct_pack(name := '{name}', old := {_words('held', column)}, new := {_words('incoming', column)})"
        for name, column in ((name, table.dataset.column(name)) for name in names)
    )


def _lacking(cursor: Cursor, dataset: Dataset) -> list[Lacking]:
    if dataset.name not in DATED:
        return []
    place = {"day": DATED[dataset.name], "name": dataset.name}
    if not cursor.run(SQL["may_lack"].format(**place)).fetchone():
        return []
    sql = SQL["lacking"].format(about=_about(dataset, "held"), **place)
    return [cast(Lacking, row | {"dataset": dataset.name}) for row in cursor.rows(sql)]


def _about(dataset: Dataset, side: str) -> str:
    return (
        "concat_ws(', ', "
        + ", ".join(["null", *(_words(side, column) for column in dataset.keys if column.name != "home")])
        + ")"
    )


def _words(side: str, column: Column) -> str:
    name = f"{side}.{column.name}"
    return (
        f"array_to_string({name}, ', ')"
        if column.sql_type.endswith("[]")
        else f"strftime({name}, '%-d %b %Y')"
        if column.sql_type == "DATE"
        else f"{name}::varchar"
    )
