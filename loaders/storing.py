"""A checked file into the store: every table and the upload's own row in one transaction."""

import json
from dataclasses import replace

from loaders.checked import Checked
from loaders.comparing import SheetTaken, sheet_taken
from loaders.incoming import incoming
from loaders.table import Table
from qa_data.audit import What, note
from qa_data.current import lay_mixed
from qa_data.cursor import Cursor
from qa_data.personal import masked_title, signed
from qa_data.schema import set_id
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import next_moment

SETTLED = """
insert into main.settled by name
select $upload_id as upload_id, $sheet as sheet, $cell as cell, $sheet_row as sheet_row, $original as original,
       $settled as settled, $dataset as of_dataset, $column as of_column, $home as home, $split as split
"""

STORE = """
insert into main.{name} by name
select *, $upload_id as upload_id, $sheet as sheet, $had::uuid as had,
       row_key in (select row_key from main.{name} where had is distinct from $had::uuid) as mixed
from incoming
"""

KEEP_SET = """
insert into main.column_sets
select $had::uuid, unnest($names) where $had::uuid not in (select had from main.column_sets)
"""


def compared(store: Store, scope: Scope, checked: Checked) -> list[SheetTaken]:
    """What storing the file would do, a line a dataset of a sheet."""
    return together(each_compared(store, scope, checked))


def each_compared(store: Store, scope: Scope, checked: Checked) -> list[SheetTaken]:
    """What storing each of the file's tables would do."""
    with store.reading(scope) as cursor:
        return [compared_table(cursor, table) for table in checked.tables]


def store_file(
    store: Store, scope: Scope, checked: Checked, by: str, sample: bool = False, decision: str = ""
) -> tuple[str, list[SheetTaken]]:
    """Stores an accepted file as one upload, marked where it is of the sample data; the audit says that it was loaded,
    or that decision where there is one. Answers the upload's id and what it did, as `compared`. OutOfScope when it has
    rows of a home that may not be seen, or is about no home in particular and not every home may be seen.
    """
    for home in {home for table in checked.tables for home in table.columns.get("home", (None,))}:
        scope.must_hold(home)
    with store.writing(scope) as cursor:
        upload_id = new_upload_id(cursor)
        called = _called(checked)
        tables = [replace(table, sheet=called[table.sheet]) for table in checked.tables]
        sheets = together([compared_table(cursor, table, upload_id) for table in tables])
        add_upload(cursor, upload_id, checked.file, checked.sha256, by, sheets, sample)
        for each in checked.settled:
            cursor.run(SETTLED, upload_id=upload_id, **each | {"sheet": called.get(each["sheet"], each["sheet"])})
        lay_mixed(cursor.run)
        if checked.settled:
            note(store.path, What.SETTLED, by, upload_id=upload_id, cells=len(checked.settled))
        _noted(store, checked, by, upload_id, sum(sheet["rows"] for sheet in sheets), decision)
    return upload_id, sheets


def _noted(store: Store, checked: Checked, by: str, upload_id: str, rows: int, decision: str) -> None:
    if not decision:
        return note(store.path, What.LOADED, by, upload_id=upload_id, rows=rows)
    home = checked.tables[0].columns["home"][0]
    return note(store.path, What.DECIDED, by, home=home, decision=decision, upload_id=upload_id)


def _called(checked: Checked) -> dict[str, str]:
    """What each sheet is called in the store: a name in it is masked, and two stay two."""
    told: dict[str, str] = {}
    for table in checked.tables:
        mask = masked_title(table.sheet, checked.council.people if checked.council else ())[0]
        others = {each for sheet, each in told.items() if sheet != table.sheet}
        told[table.sheet] = mask if mask not in others else f"{mask} {len(others) + 1}"
    return told


def together(taken: list[SheetTaken]) -> list[SheetTaken]:
    """Tables of one dataset in one sheet as one."""
    told: dict[tuple[str, str], SheetTaken] = {}
    for each in taken:
        if first := told.get((each["sheet"], each["dataset"])):
            for count in ("rows", "new", "changed", "unchanged", "blanked", "kept"):
                first[count] += each[count]
        else:
            told[each["sheet"], each["dataset"]] = each.copy()
    return list(told.values())


def new_upload_id(cursor: Cursor) -> str:
    """An id that no upload has; later ones sort after earlier ones."""
    return str(cursor.rows("select uuidv7() as id")[0]["id"])


def add_upload(
    cursor: Cursor, upload_id: str, file: str, sha256: str, by: str, sheets: list[SheetTaken], sample: bool = False
) -> None:
    """Adds the upload's own row, with what it did to each sheet."""
    cursor.run(
        "insert into main.uploads values ($upload_id, $file, $sha256, $by, $moment, $sheets, $sample)",
        upload_id=upload_id,
        file=file,
        sha256=sha256,
        by=signed(by, ()),
        moment=next_moment(cursor),
        sheets=json.dumps(sheets),
        sample=sample,
    )


def compared_table(cursor: Cursor, table: Table, upload_id: str | None = None) -> SheetTaken:
    """What storing a table does, which is stored where it has an upload."""
    with incoming(cursor, table) as held:
        told = sheet_taken(cursor, table, held)
        if upload_id:
            _store(cursor, table, upload_id)
    return told


def _store(cursor: Cursor, table: Table, upload_id: str) -> None:
    place = {"upload_id": upload_id, "sheet": table.sheet}
    cursor.run(STORE.format(name=table.dataset.name), had=_set_kept(cursor, table), **place)
    cursor.run(
        "insert into main.sheet_columns select $upload_id, $sheet, unnest($names), unnest($letters)",
        names=list(table.letters),
        letters=list(table.letters.values()),
        **place,
    )


def _set_kept(cursor: Cursor, table: Table) -> str | None:
    """The id of the set of columns that the table had, which is stored where it is new; None where it had them all."""
    if not table.stood:
        return None
    [[had]] = cursor.run(f"select {set_id('$names')}", names=table.had).fetchall()
    cursor.run(KEEP_SET, had=had, names=table.had)
    return had
