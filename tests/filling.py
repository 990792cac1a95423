"""Puts drawn rows into a store; a test names only the columns that it is about."""

from datetime import date, datetime
from uuid import uuid4

import pandas

from metrics.indicators.duties import DUTIES
from qa_data.schema import STORED, content, row_key
from qa_data.scope import of_every_home
from qa_data.store import Store
from qa_data.uploads import next_moment

KNOWN = {each.name: each for each in STORED}


def upload(store: Store, moment: datetime | None = None, file: str = "Drawn.xlsx", **datasets: list[dict]) -> str:
    """Stores rows by dataset as one upload, a sheet each, and answers its id. Columns that a row does not name are
    blank.
    """
    upload_id = uuid4().hex
    with store.writing(of_every_home()) as cursor:
        for name, rows in datasets.items():
            _insert(cursor, KNOWN[name], rows, upload_id)
        cursor.run(
            "insert into main.uploads values ($id, $file, '', 'me', $moment, '[]', false)",
            id=upload_id,
            file=file,
            moment=moment or next_moment(cursor),
        )
    return upload_id


LONG_KEPT = {
    "homes": [{"home": "Old House", "opened": date(2010, 1, 4), "closed": date(2015, 3, 31)}],
    "visits": [
        {"home": "Old House", "visit_type": duty.kind, "visit_date": date(2010, 2, 2 + place)}
        for place, duty in enumerate(DUTIES)
    ],
}
"""A home that closed long ago, by which the council has kept visits and reviews ever since: a later home owes them from
its opening.
"""


def long_kept(store: Store) -> None:
    """Puts that home into the store."""
    upload(store, **LONG_KEPT)


def _insert(cursor, told, rows: list[dict], upload_id: str) -> None:
    frame = pandas.DataFrame(
        {name: pandas.Series([row.get(name) for row in rows], dtype=object) for name in told.names}
    )
    typed = ", ".join(f"{column.name}::{column.sql_type} as {column.name}" for column in told.columns)
    with cursor.offering("drawn", frame.assign(sheet_row=range(2, len(rows) + 2))):
        cursor.run(
            f"insert into main.{told.name} by name select *, $id as upload_id, $title as sheet, {row_key(told)}"
            f" as row_key, {content(told)} as content from (select {typed}, sheet_row from drawn)",
            id=upload_id,
            title=told.title,
        )
