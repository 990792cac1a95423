"""What a template fills in of what is known on the day asked of: the homes, the returns that they owe, the actions that
are open.
"""

from dataclasses import dataclass
from datetime import date

from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

MONTHS = 12
"""So many complete months are looked back at for returns that are owed."""

SQL = queries(__file__)


@dataclass(frozen=True)
class ToFill:
    """A home's return to fill in: the home, its service type, the months, and whether they are owed."""

    home: str
    service_type: str | None
    months: tuple[date, ...]
    owed: bool


def homes(store: Store, scope: Scope, home: str | None = None) -> list[str]:
    """The homes that may be seen, or the one named, by name."""
    return [row["home"] for row in store.rows(scope, SQL["homes"], home=home)]


def open_actions(store: Store, scope: Scope, home: str | None = None) -> list[dict]:
    """The actions that are open, by home and due date."""
    return store.rows(scope, SQL["actions"], home=home)


def to_fill(store: Store, scope: Scope, home: str | None = None) -> list[ToFill]:
    """The returns to fill in, of every home that is open or owes one, or of the one named: the months that are owed,
    or, where none is, the month of the day asked of; of a home that had closed by then, its last.
    """
    owed: dict[str, list[date]] = {}
    for row in store.rows(scope, SQL["owed"], home=home, months=MONTHS):
        owed.setdefault(row["home"], []).append(row["month"])
    return [
        ToFill(row["home"], row["service_type"], tuple(owed.get(row["home"], [row["latest"]])), row["home"] in owed)
        for row in store.rows(scope, SQL["homes"], home=home)
        if home or row["is_open"] or row["home"] in owed
    ]
