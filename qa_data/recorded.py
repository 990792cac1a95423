"""Adds what people decide in the dashboard to the store."""

from datetime import datetime
from typing import Any

from qa_data.dictionary.decisions import RECORDS
from qa_data.people import known_people
from qa_data.personal import masked
from qa_data.scope import of_every_home
from qa_data.store import Store
from qa_data.uploads import next_moment

WRITTEN = ("text", "note", "reason")
"""The columns of decisions that people write freely."""


def record(store: Store, name: str, by: str, **values: Any) -> datetime:
    """Adds a decision of that kind, made by that person, and answers its moment (UTC). What identifies a child is
    masked in what they wrote. KeyError for a column that it does not have.
    """
    kind = {each.name: each for each in RECORDS}[name]
    if unknown := set(values) - set(kind.keys | kind.says):
        raise KeyError(", ".join(sorted(unknown)))
    values |= _masked(store, {column: values[column] for column in WRITTEN if column in values})
    with store.writing(of_every_home()) as cursor:
        row = values | {"made_by": by, "moment": next_moment(cursor)}
        bound = ", ".join(f"${column}" for column in row)
        cursor.run(f"insert into main.{name} ({', '.join(row)}) values ({bound})", **row)
    return row["moment"]


def _masked(store: Store, texts: dict[str, str | None]) -> dict[str, str | None]:
    return dict(zip(texts, masked(list(texts.values()), known_people(store))[0], strict=True)) if texts else {}
