"""Rows that an earlier file had and a later one lacks, taken out of every figure; nothing is deleted."""

from loaders.comparing import SheetTaken
from loaders.differing import Lacking
from loaders.storing import add_upload, new_upload_id
from qa_data.audit import What, note
from qa_data.cursor import Cursor
from qa_data.dictionary import dataset as known
from qa_data.scope import Scope
from qa_data.store import Store

FIRST = 3
"""So many rows of a removal are named in the history."""


def remove(store: Store, scope: Scope, by: str, rows: list[Lacking]) -> str:
    """Takes those rows (of `lacking`) out of every figure, as an upload of its own: withdrawing it puts them back,
    and a later file that has them brings them back too. The upload's id. Nothing is deleted. OutOfScope when one of
    them is of a home that may not be seen.
    """
    with store.writing(scope) as cursor:
        keys = {
            name: [row["row_key"] for row in rows if row["dataset"] == name]
            for name in dict.fromkeys(row["dataset"] for row in rows)
        }
        for home in {home for name, asked in keys.items() for home in _homes(cursor, name, asked)}:
            scope.must_hold(home)
        upload_id = new_upload_id(cursor)
        sheets = [_removed(cursor, name, asked, upload_id) for name, asked in keys.items()]
        file = f"Rows removed that {', '.join(dict.fromkeys(row['file'] for row in rows))} had: {_named(rows)}"
        add_upload(cursor, upload_id, file, "", by, sheets)
        note(store.path, What.REMOVED, by, upload_id=upload_id, rows=len(rows))
    return upload_id


def _homes(cursor: Cursor, name: str, keys: list[str]) -> list[str]:
    """Whose rows of a dataset they are, whatever is said of them."""
    stored = f"select distinct home from main.{known(name).name} where list_contains($keys, row_key::varchar)"
    return [row["home"] for row in cursor.rows(stored, keys=keys)]


def _named(rows: list[Lacking]) -> str:
    """Visits row 3, Visits row 7 and 12 more: where the first of them stand."""
    first = ", ".join(f"{row['sheet'] or known(row['dataset']).title} row {row['sheet_row']}" for row in rows[:FIRST])
    return first + (f" and {len(rows) - FIRST:,} more" if len(rows) > FIRST else "")


def _removed(cursor: Cursor, name: str, keys: list[str], upload_id: str) -> SheetTaken:
    gone = "select * exclude (file, row_at) replace ($id as upload_id), true as removed"
    cursor.run(
        f"insert into main.{name} by name {gone} from {name} where list_contains($keys, row_key::varchar)",
        id=upload_id,
        keys=keys,
    )
    return {
        "sheet": known(name).title,
        "dataset": name,
        "header_row": 0,
        "rows": len(keys),
        "new": 0,
        "changed": len(keys),
        "unchanged": 0,
        "blanked": 0,
        "kept": 0,
    }
