"""Adds what people decide in the dashboard to the store."""

from datetime import datetime

from qa_data.dictionary.decisions import RECORDS
from qa_data.store import Store
from qa_data.uploads import next_moment


def record(store: Store, name: str, by: str, **values) -> datetime:
    """Adds a decision of that kind, made by that person, and answers its moment (UTC). KeyError for a column that it does not have."""
    kind = {each.name: each for each in RECORDS}[name]
    if unknown := set(values) - set(kind.keys | kind.says):
        raise KeyError(", ".join(sorted(unknown)))
    with store.writing() as cursor:
        row = values | {"made_by": by, "moment": next_moment(cursor)}
        cursor.execute(f"insert into {name} ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values()))
    return row["moment"]
