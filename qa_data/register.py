"""The register of staff and visitors: who is confirmed by whom, and who stands in a column for people and is not."""

from datetime import datetime
from typing import TypedDict

from qa_data.dictionary import DATASETS
from qa_data.personal import names_somebody
from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.store import Store

STAFF, VISITOR = "staff", "visitor"
KINDS = (STAFF, VISITOR)

CONFIRMED = """
select written as name, kind, home, reason, made_by, moment from people
where holds and (home is null or seen(home)) order by written
"""

EVERY = " union all ".join(
    f"select trim({column.name}) as name, home, '{column.header}' as of_column from {dataset.name}"
    f" where {column.name} is not null"
    for dataset in DATASETS
    for column in dataset.columns
    if column.person
)

MET = f"""
select name, list_sort(list(distinct of_column)) as columns, list_sort(list(distinct home)) as homes,
       count(*) as times
from ({EVERY}) where lower(name) not in (select lower(trim(written)) from people where holds)
group by name order by times desc, name
"""


class Confirmed(TypedDict):
    """Somebody who is confirmed: `kind` staff or visitor, `home` None where it is of no one home."""

    name: str
    kind: str
    home: str | None
    reason: str | None
    made_by: str
    moment: datetime


class Met(TypedDict):
    """A name that stands in columns for people and is not confirmed: in which, at which homes, in how many cells, and
    what somebody there usually is.
    """

    name: str
    columns: list[str]
    homes: list[str]
    times: int
    proposed: str


class NotConfirmed(Exception):
    """What cannot be confirmed or withdrawn; the message says why and what to do."""


def confirmed(store: Store, scope: Scope) -> list[Confirmed]:
    """Who is confirmed, of the homes that may be seen and of none, by name."""
    return store.rows(scope, CONFIRMED)


def met(store: Store, scope: Scope) -> list[Met]:
    """Whoever stands in a column for people and is not confirmed, the most often met first; roles are left out."""
    rows: list[Met] = store.rows(scope, MET)
    return [{**row, "proposed": proposed(row["columns"])} for row in rows if names_somebody(row["name"])]


def proposed(columns: list[str]) -> str:
    """What somebody in those columns usually is: a visitor who stands in Visitor alone, else staff."""
    return VISITOR if set(columns) == {"Visitor"} else STAFF


def confirm(store: Store, scope: Scope, by: str, name: str, kind: str, home: str | None = None, why: str = "") -> None:
    """Confirms somebody, whose name may stand in texts from now on. NotConfirmed where it is no name or kind, or
    nobody says who confirms; OutOfScope where the home may not be seen.
    """
    if kind not in KINDS:
        raise NotConfirmed(f"“{kind}” is neither {STAFF} nor {VISITOR}. Say which of the two {name.strip()} is.")
    if not names_somebody(name.title()):
        raise NotConfirmed(f"“{name.strip()}” is not a person's full name. Write it as on the sheet: Asha Patel.")
    _decide(store, scope, by, name, kind, home, why, True)


def withdraw_confirmation(store: Store, scope: Scope, by: str, name: str, why: str = "") -> None:
    """Takes a confirmation back: the name is masked again in what is loaded from now on. NotConfirmed where nobody of
    that name is.
    """
    held = {_plain(each["name"]): each for each in confirmed(store, scope)}
    if not (was := held.get(_plain(name))):
        raise NotConfirmed(f"Nobody called {name.strip()} is confirmed. `python -m qa_data people` lists who is.")
    _decide(store, scope, by, name, was["kind"], was["home"], why, False)


def _decide(store: Store, scope: Scope, by: str, name: str, kind: str, home: str | None, why: str, holds: bool) -> None:
    if unsigned(by, "said"):
        raise NotConfirmed("Give your name: it stands beside what you confirm.")
    written = " ".join(name.split())
    told = {"written": written, "kind": kind, "home": home, "reason": why.strip() or None, "holds": holds}
    record(store, scope, "people", by, person=_plain(name), **told)


def _plain(name: str) -> str:
    return " ".join(name.lower().split())
