"""How kept answers stand: what is kept up to which change, and whether a question may be answered from it."""

from contextvars import ContextVar
from datetime import date, datetime

from duckdb import CatalogException
from pandas import DataFrame

from metrics.kept.kinds import Kept
from qa_data.program import fingerprint
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import EACH_CHANGE, last_change

MANY = 100
"""From so many homes on what a home's change makes anew is that home's rows alone."""

AFRESH: ContextVar[bool] = ContextVar("afresh", default=False)
"""Whether all is worked out from the rows, whatever is kept."""


def rows_kept(kind: Kept, variant: str, store: Store, scope: Scope) -> DataFrame | None:
    """What was kept of that variant and the homes of the scope by this edition of the program, whatever changed since;
    None without any. For what goes on from what it was before."""
    if stood_beside(kind, variant, store) is None:
        return None
    with store.reading(scope) as cursor:
        told = f"select * exclude (variant) from qa_kept.{kind.name} where variant = $variant and seen(home)"
        rows = cursor.run(told, variant=variant).df()
    return rows if len(rows) else None


def stood_beside(kind: Kept, variant: str, store: Store) -> str | None:
    """What was kept beside those rows; None where none are kept by this edition of the program."""
    stood = "select beside from qa_kept.stands where name = $name and variant = $variant"
    stand = store.once(stands).get((kind.name, variant))
    if stand is None or stand[1] != fingerprint():
        return None
    return store.rows(of_every_home(), stood, name=kind.name, variant=variant)[0]["beside"]


def may_be_kept(kind: Kept, store: Store, scope: Scope) -> bool:
    """Whether the question is of the store as it stands today, and so can be answered from what is kept."""
    if AFRESH.get() or scope.as_at > date.today() or (kind.of_many and not of_many(store)):
        return False
    known_now = scope.known_at is None or last_change(store, scope) == store.once(changed)
    return known_now or kind.every_version


def of_many(store: Store) -> bool:
    """Whether the service is of so many homes that what a change touched is made anew alone."""
    return store.once(_homes) >= MANY


def _homes(store: Store) -> int:
    return store.stored("select count(distinct home) from main.homes")[0][0]


def changed(store: Store) -> datetime | None:
    """When the store last changed."""
    return store.stored(f"select max(moment) from ({EACH_CHANGE})")[0][0]


def stands(store: Store) -> dict[tuple[str, str], tuple[datetime, str]]:
    """Of each kind and variant that is kept up to which change, and by which edition of the program."""
    try:
        rows = store.stored("select name, variant, change, program from qa_kept.stands")
    except CatalogException:  # nothing was ever kept
        return {}
    return {(name, variant): (change, program) for name, variant, change, program in rows}
