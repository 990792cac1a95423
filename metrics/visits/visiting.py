"""Independent visits and the visitor's contract, over the last 12 months: what the law asks for, and how good the
visits are.
"""

from datetime import timedelta
from typing import Any, cast

from metrics.indicators.duties import INDEPENDENT_VISIT
from metrics.kept.first import of_first
from metrics.kept.remembered import by_home, home_by_home
from metrics.visits.shapes import Unreached, Unseen, VisitGap, VisitMonth, VisitSums
from qa_data.scope import Every, Scope
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

OPINIONS = ("No", "Not stated", "Yes")
"""What a home's visitor last said of it, the worst first."""

SQL = queries(__file__)

UNSEEN = f"from ({SQL['unseen']}) order by day desc, home, standard, source limit $most"

LAST_UNSEEN = f"select home, max(day) as day from ({SQL['unseen']}) group by home"

MOST = 100
"""So much of what visits did not see is told."""


def visit_sums(store: Store, scope: Scope, who: str, report_days: int) -> list[VisitSums]:
    """Counts of the visits of 12 months, a row a home or a visitor (`who`): visits, homes, reports received, on_time
    (within `report_days` of the visit) of timed (visits whose report came, or whose days are over), sent (to Ofsted),
    clear of judged, nothing (visits that found nothing to improve), spoken of living, private of spoken_known, sums of
    families, professionals and staff with how many visits reached none of those that say, and both opinions of
    regulation 44(4): how many do not state it, and the worst of the last Yes or No of each home.
    """
    told = home_by_home(_sums, store, scope, Every.HOME, "", who, report_days)
    of_who: dict[str, list[dict[str, Any]]] = {}
    for row in (row for home in told for row in told[home]):
        of_who.setdefault(row["who"], []).append(row)
    return [_together(who, of_who[who]) for who in sorted(of_who)]


def _sums(store: Store, scope: Scope, who: str, report_days: int) -> dict[str, list[dict[str, Any]]]:
    """By home the row of each of whom there is one."""
    return by_home(store.rows(scope, SQL["sums"], who=who, days=report_days))


def _together(who: str, of_homes: list[dict[str, Any]]) -> VisitSums:
    """The rows of several homes as one."""
    together = {
        name: _one(name, [row[name] for row in of_homes]) for name in VisitSums.__annotations__ if name != "who"
    }
    return cast(VisitSums, {"who": who} | together)


def _one(name: str, values: list[Any]) -> Any:
    if name.endswith("_worst"):
        return min(values, key=OPINIONS.index)
    told = [value for value in values if value is not None]
    return sum(told) if told else None


def visit_months(store: Store, scope: Scope) -> list[VisitMonth]:
    """The 12 calendar months to the day asked of, of every open home, oldest first: home, month, open_throughout,
    recorded (the home's records of visits had begun with it), owed (both), days (of visits; None without one).
    """
    told = home_by_home(_months, store, scope, Every.HOME, "")
    return [each for home in sorted(told) for each in told[home]]


def _months(store: Store, scope: Scope) -> dict[str, list[VisitMonth]]:
    return by_home(store.rows(scope, SQL["months"], kind=INDEPENDENT_VISIT.kind))


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
    return store.rows(scope, SQL["unreached"], run=RUN)


def unseen_by_visits(store: Store, scope: Scope) -> list[Unseen]:
    """What Ofsted found within 60 days after a visit that had no concern under that standard: home, day, standard,
    text, visit_date, visitor, verdict, and where it is told.
    """
    with_any = of_first(_last_unseen, store, scope, MOST)
    return store.rows(with_any, UNSEEN, missed_days=MISSED_DAYS, most=MOST)


def _last_unseen(store: Store, scope: Scope) -> dict[str, timedelta]:
    """By home how long before the day asked of the last was found."""
    rows = store.rows(scope, LAST_UNSEEN, missed_days=MISSED_DAYS)
    return {row["home"]: scope.as_at - row["day"] for row in rows}
