"""Answers that are kept in the store, a home at a time, and brought up to date at the first question after a change.

What is kept depends on nothing but the store and its `variant` (a month, say): an upload or a decision makes anew
only the rows of the homes that it touched.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import duckdb
from pandas import DataFrame

from qa_data.dictionary.decisions import RECORDS
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store, run
from qa_data.uploads import last_change

STANDS = "create table if not exists kept_stands (name varchar, variant varchar, change timestamp, defined varchar)"

SETTLED = " union all ".join(
    f"select home from {kind.name} where moment > $change" for kind in RECORDS if "home" in kind.keys
)

TOUCHED = f"""
select distinct home
from (select home, upload_id from homes union all select home, upload_id from visits union all select home, upload_id from findings
      union all select home, upload_id from actions union all select home, upload_id from returns)
where upload_id in (select upload_id from uploads where moment > $change
                    union all select upload_id from upload_states where moment > $change)
union {SETTLED}
"""


@dataclass(frozen=True)
class Kept:
    """A table of kept rows. `columns` in SQL, `home` among them; `defined` says by which definitions the rows are
    made; `made` answers a variant's rows for the homes asked of, as a query or as a frame. Of `only_latest` one
    variant is kept.
    """

    name: str
    columns: str
    defined: str
    made: Callable[[Store, Scope, str], str | DataFrame]
    only_latest: bool = False


def may_be_kept(store: Store, scope: Scope) -> bool:
    """Whether the question is of the store as it stands today, and so can be answered from what is kept."""
    return scope.as_at <= date.today() and last_change(store, scope) == last_change(store, of_every_home())


def keep(store: Store, kind: Kept, variant: str) -> None:
    """Brings the variant's rows up to date."""
    now = last_change(store, of_every_home())
    with store.reading() as cursor:
        stand = _stand(cursor, kind, variant)
    if stand == (now, kind.defined):
        return
    touched = _touched(store, stand[0]) if stand and stand[1] == kind.defined else None
    scope = of_every_home() if touched is None else of_every_home().narrowed(touched)
    rows = kind.made(store, scope, variant)
    with store.writing() as cursor:
        _make_room(cursor, kind, variant, touched)
        _insert(cursor, kind, variant, scope, rows)
        cursor.execute("insert into kept_stands values (?, ?, ?, ?)", [kind.name, variant, now, kind.defined])


def _stand(cursor, kind: Kept, variant: str) -> tuple | None:
    """Up to which change and by which definitions the variant is kept; None when it is not."""
    try:
        return cursor.execute(
            "select change, defined from kept_stands where name = ? and variant = ?", [kind.name, variant]
        ).fetchone()
    except duckdb.CatalogException:
        return None


def _touched(store: Store, change: datetime | None) -> frozenset[str]:
    return frozenset(row["home"] for row in store.rows(of_every_home(), TOUCHED, change=change or datetime.min))


def _make_room(cursor, kind: Kept, variant: str, touched: frozenset[str] | None) -> None:
    """Takes away what will be made anew: the touched homes' rows, or all of the variant and of what was made by
    other definitions.
    """
    cursor.execute(STANDS)
    if touched is not None:
        cursor.execute(
            f"delete from {kind.name} where variant = ? and list_contains(?, home)", [variant, sorted(touched)]
        )
    elif kind.only_latest or _made_otherwise(cursor, kind):
        cursor.execute(f"create or replace table {kind.name} (variant varchar, {kind.columns})")
        cursor.execute("delete from kept_stands where name = ?", [kind.name])
    else:
        cursor.execute(f"create table if not exists {kind.name} (variant varchar, {kind.columns})")
        cursor.execute(f"delete from {kind.name} where variant = ?", [variant])
    cursor.execute("delete from kept_stands where name = ? and variant = ?", [kind.name, variant])


def _made_otherwise(cursor, kind: Kept) -> bool:
    return cursor.execute(
        "select count(*) > 0 from kept_stands where name = ? and defined <> ?", [kind.name, kind.defined]
    ).fetchone()[0]


def _insert(cursor, kind: Kept, variant: str, scope: Scope, rows: str | DataFrame) -> None:
    if isinstance(rows, DataFrame):
        cursor.register("made", rows)
        rows = "select * from made"
    run(cursor, scope, f"insert into {kind.name} by name select '{variant}' as variant, * from ({rows})")
