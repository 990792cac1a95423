"""A table's rows as queries see them on their way in."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from loaders.table import Table
from qa_data.cursor import Cursor
from qa_data.dictionary import Dataset
from qa_data.schema import content, row_key

INCOMING = """
create temp table incoming as
select *, {key} as row_key, {content} as content from (
    select {columns} from (select from_json_strict(unnest($given::varchar[]), $shape) as given))
"""

AT_ONCE = 4_000
"""So many rows stand in one text of JSON: quicker than one text for all, and than one for each."""


KNOWN = "from main.{name} semi join incoming using (row_key) limit 1"


@contextmanager
def incoming(cursor: Cursor, table: Table) -> Iterator[str]:
    """The table's rows with their digests under the name `incoming`, for as long as queries need them. Answers where to
    look for what is held of them: among what holds or, where none of them was ever stored, among what is stored, which
    is told quicker.
    """
    shape = _shape(table.dataset) | ({"cells": "MAP(VARCHAR, VARCHAR)"} if table.cells else {})
    told = {**table.columns, **_days(table), "sheet_row": table.rows, "cells": table.cells or []}
    given = [
        json.dumps({name: told[name][start : start + AT_ONCE] for name in shape}, ensure_ascii=False)
        for start in range(0, len(table.rows), AT_ONCE)
    ]
    columns = ", ".join(f"unnest(given.{name}) as {name}" for name in shape)
    sql = INCOMING.format(key=row_key(table.dataset), content=content(table.dataset), columns=columns)
    cursor.run(sql, given=given, shape=json.dumps({name: [kind] for name, kind in shape.items()}))
    name = table.dataset.name
    yield name if cursor.run(KNOWN.format(name=name)).fetchone() else f"main.{name}"
    cursor.run("drop table incoming")


def _days(table: Table) -> dict[str, list[str | None]]:
    """The columns of days as JSON has them; each different day is written once."""
    days = {column.name: table.columns[column.name] for column in table.dataset.columns if column.sql_type == "DATE"}
    written = {day: day and str(day) for column in days.values() for day in set(column)}
    return {name: [written[day] for day in column] for name, column in days.items()}


def _shape(dataset: Dataset) -> dict[str, str | list[str]]:
    """Of each column its SQL type as JSON is read by; of a list, a list of it."""
    listed = {column.name: column.sql_type.removesuffix("[]") for column in dataset.columns}
    lists = {column.name for column in dataset.columns if column.sql_type.endswith("[]")}
    return {"sheet_row": "BIGINT"} | {name: [kind] if name in lists else kind for name, kind in listed.items()}
