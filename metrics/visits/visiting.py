"""Independent visits and the visitor's contract, over the last 12 months: what the law asks for, and how good the
visits are.
"""

from metrics.indicators.duties import INDEPENDENT_VISIT
from metrics.visits.shapes import Unreached, Unseen, VisitGap, VisitMonth, VisitSums
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

GROUPS = {
    "children": "children_spoken_to",
    "private": "children_in_private",
    "families": "families_contacted",
    "professionals": "professionals_contacted",
    "staff": "staff_spoken_to",
}
"""Whom a visit may reach, and the column that counts them."""

RUN = 3
"""From so many visits on end that reached nobody of a group it is said."""

MISSED_DAYS = 60
"""What Ofsted finds within so many days of a visit, the visit could have found."""

SQL = queries(__file__)


def visit_sums(store: Store, scope: Scope, who: str, report_days: int) -> list[VisitSums]:
    """Counts of the visits of 12 months, a row a home or a visitor (`who`): visits, homes, reports received, on_time
    (within `report_days` of the visit) of timed (visits whose report came, or whose days are over), sent (to Ofsted),
    clear of judged, nothing (visits that found nothing to improve), spoken of living, private of spoken_known, sums of
    families, professionals and staff with how many visits reached none of those that say, and both opinions of
    regulation 44(4): how many do not state it, and the worst of the last Yes or No of each home.
    """
    with store.reading(scope) as cursor:
        cursor.run(SQL["year"])
        return cursor.rows(SQL["sums"], who=who, days=report_days)


def visit_months(store: Store, scope: Scope) -> list[VisitMonth]:
    """The 12 calendar months to the day asked of, of every open home, oldest first: home, month, open_throughout,
    recorded (the home's records of visits had begun with it), owed (both), days (of visits; None without one).
    """
    return store.rows(scope, SQL["months"], kind=INDEPENDENT_VISIT.kind)


def visit_gaps(store: Store, scope: Scope) -> dict[str, VisitGap]:
    """By home: the longest time between two visits that reached into the last 12 months, in days, to the day asked
    of where none followed; and the last visit.
    """
    return {row["home"]: row for row in store.rows(scope, SQL["gaps"])}


def looked_at(store: Store, scope: Scope) -> dict[str, list[str]]:
    """By home: the standards on which a visit of the last 3 months has a verdict."""
    return {row["home"]: row["looked_at"] for row in store.rows(scope, SQL["looked_at"])}


def unreached(store: Store, scope: Scope) -> list[Unreached]:
    """Where the last visits on end, three or more of those that say, reached nobody of a group: home, reached (of
    `GROUPS`), visits, since.
    """
    with store.reading(scope) as cursor:
        cursor.run(SQL["year"])
        return cursor.rows(SQL["unreached"], run=RUN)


def unseen_by_visits(store: Store, scope: Scope) -> list[Unseen]:
    """What Ofsted found within 60 days after a visit that had no concern under that standard: home, day, standard,
    text, visit_date, visitor, verdict, and where it is told.
    """
    return store.rows(scope, SQL["unseen"], missed_days=MISSED_DAYS)
