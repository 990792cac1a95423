"""Children's voice: who was spoken to, what was said and raised, what changed because of it, and where a voice is
missing.
"""

from metrics.kept.remembered import home_by_home
from metrics.visits.shapes import Said, Voice
from qa_data.scope import Every, Scope
from qa_data.sql import queries
from qa_data.store import Store

SILENT_VISITS = 3
"""So many visits on end without a child spoken to are told."""

SQL = queries(__file__)


def voices(store: Store, scope: Scope) -> list[Voice]:
    """A row an open home, over 12 months: visits (independent), spoken of living, private of spoken_known, told
    (visits with children's views) and changed (with what changed), silent (nobody spoken to at the last three),
    issues answered of raised, meetings held of planned, lately (views recorded in 3 months) and last (the last one's
    day).
    """
    told = home_by_home(_voices, store, scope, Every.HOME, "")
    return [told[home] for home in sorted(told)]


def _voices(store: Store, scope: Scope) -> dict[str, Voice]:
    return {row["home"]: row for row in store.rows(scope, SQL["voices"], silent_visits=SILENT_VISITS)}


def said(store: Store, scope: Scope, home: str | None = None, most: int = 60) -> list[Said]:
    """What visits wrote down of children's views in 12 months and what changed because of them, the newest first: home,
    day, visitor, said, changed, and where it is told. What children said as findings: `metrics.young_people.issues`.
    """
    return store.rows(scope, SQL["said"], home=home, most=most)


def missing(row: Voice) -> list[str]:
    """Why a voice is missing at the home of a row of `voices`: sentences, none where it is heard."""
    found = ["No independent visit in 12 months."] if not row["visits"] else []
    if row["silent"]:
        found.append(f"No child was spoken to at the last {SILENT_VISITS} independent visits.")
    if not row["lately"]:
        found.append("No child’s view was recorded in 3 months.")
    if row["raised"] and (row["answered"] or 0) * 2 < row["raised"]:
        found.append("Fewer than half of the issues that children raised were answered within 28 days.")
    return found
