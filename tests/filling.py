"""Puts drawn rows into a store; a test names only the columns that it is about."""

from datetime import datetime
from uuid import uuid4

import pandas

from qa_data.dictionary import dataset
from qa_data.schema import content, row_key
from qa_data.scope import of_every_home
from qa_data.store import Store
from qa_data.uploads import next_moment


def upload(store: Store, moment: datetime | None = None, file: str = "Drawn.xlsx", **datasets: list[dict]) -> str:
    """Stores rows by dataset as one upload, a sheet each, and answers its id. Columns that a row does not name are
    blank.
    """
    upload_id = uuid4().hex
    with store.writing(of_every_home()) as cursor:
        for name, rows in datasets.items():
            _insert(cursor, dataset(name), rows, upload_id)
        cursor.run(
            "insert into main.uploads values ($id, $file, '', 'me', $moment, '[]', false)",
            id=upload_id,
            file=file,
            moment=moment or next_moment(cursor),
        )
    return upload_id


def _insert(cursor, told, rows: list[dict], upload_id: str) -> None:
    frame = pandas.DataFrame(
        {name: pandas.Series([row.get(name) for row in rows], dtype=object) for name in told.names}
    )
    typed = ", ".join(f"{column.name}::{column.sql_type} as {column.name}" for column in told.columns)
    with cursor.offering("drawn", frame.assign(sheet_row=range(2, len(rows) + 2))):
        cursor.run(
            f"insert into main.{told.name} by name select *, $id as upload_id, '{told.title}' as sheet, {row_key(told)}"
            f" as row_key, {content(told)} as content from (select {typed}, sheet_row from drawn)",
            id=upload_id,
        )
