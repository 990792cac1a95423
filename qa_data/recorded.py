"""Adds what people decide in the dashboard to the store."""

from datetime import datetime
from typing import Any

from qa_data.audit import What, note
from qa_data.dictionary.decisions import HEADINGS, RECORDS, RECORDS_SET, SETTINGS, Record
from qa_data.people import known_people
from qa_data.personal import masked, signed
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import next_moment

FOR_ALL = (SETTINGS, RECORDS_SET, HEADINGS)
"""What holds for whoever reads the figures, and not of one case."""

NOTED = ("setting", "indicator", "lesson", "kind", "answer", "holds", "held_on")
"""The columns that tell the audit which it was and what was answered: ids that the program knows, never words of a
person."""

WRITTEN = ("text", "note", "reason", "on_sheet")
"""The columns of decisions that people write freely."""


def unsigned(by: str, reason: str) -> bool:
    """Whether nobody has put a name and a reason to a decision."""
    return not by.strip() or not reason.strip()


def record(store: Store, scope: Scope, name: str, by: str, **values: Any) -> datetime:
    """Adds a decision of that kind, made by that person, and answers its moment (UTC). What identifies a child is
    masked in what they wrote. KeyError for a column that it does not have; OutOfScope where it is about a home that is
    not in the scope, or about every home.
    """
    kind = {each.name: each for each in RECORDS}[name]
    if unknown := set(values) - set(kind.keys | kind.says):
        raise KeyError(", ".join(sorted(unknown)))
    scope.must_hold(values.get("home"))
    values |= _masked(store, {column: values[column] for column in WRITTEN if column in values})
    with store.writing(scope.now()) as cursor:
        row = values | {"made_by": signed(by, ()), "moment": next_moment(cursor)}
        bound = ", ".join(f"${column}" for column in row)
        cursor.run(f"insert into main.{name} ({', '.join(row)}) values ({bound})", **row)
        _noted(store, kind, by, values)
    return row["moment"]


def _noted(store: Store, kind: Record, by: str, values: dict[str, Any]) -> None:
    which = {column: values[column] for column in NOTED if values.get(column) not in (None, "")}
    what = What.SET if kind in FOR_ALL else What.DECIDED
    note(store.path, what, by, home=values.get("home"), decision=kind.name, **which)


def _masked(store: Store, texts: dict[str, str | None]) -> dict[str, str | None]:
    return dict(zip(texts, masked(list(texts.values()), known_people(store))[0], strict=True)) if texts else {}
