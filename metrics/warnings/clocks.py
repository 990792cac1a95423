"""The clocks that run for every home: what the law or Ofsted asks for next, by when, and whether it has been missed."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from metrics.actions.tracker import SOON_DAYS
from metrics.indicators.duties import DUTIES, QUALITY_OF_CARE_REVIEW, REPORT_DAYS
from metrics.kept.kinds import Kept
from metrics.kept.laying import lay
from qa_data.holding import ROW_AT
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

if TYPE_CHECKING:
    from pyarrow import Table

MISSED, SOON, RUNNING = "missed", "soon", "running"

LAW_FROM = date(2015, 4, 1)
"""The Regulations are law from this day; no visit is owed under them before it."""

REPORT = "Report of a Regulation 45 review to Ofsted"

REPORT_SOON = 10
"""From so many days before its date a report is called soon: a local span."""

SQL = queries(__file__)

COLUMNS = {
    "home": "varchar",
    "clock": "varchar",
    "regulation": "varchar",
    "reference": "varchar",
    "action": "varchar",
    "standards": "varchar[]",
    "done": "date",
    "sent": "date",
    "row_at": ROW_AT,
    "named": "varchar",
    "due": "date",
    "soon": "integer",
    "days_left": "bigint",
    "state": "varchar",
}


class Clock(TypedDict):
    """What is asked of a home next: a kind of visit, the report of a review, or a requirement of Ofsted's with its
    reference and words."""

    home: str
    clock: str
    regulation: str | None
    reference: str | None
    action: str | None
    standards: list[str]
    done: date | None
    sent: date | None
    source: Source | None
    due: date
    soon: int
    days_left: int
    state: str


def clocks(store: Store, scope: Scope) -> list[Clock]:
    """Every clock of the homes open on the day, the longest missed first: home, clock (a kind of visit, `REPORT`, or an
    Ofsted requirement), regulation, reference and action (of a requirement), standards, done (when it was last done, or
    the day of the review that a report is of; None when nothing is recorded), sent (the day of a report that was sent
    late), source of that row or of the requirement, due, days_left (negative when missed; of what was sent late by how
    many days) and state. Regulation 44(1): a visit each calendar month in which the home is open on every day; 45(1):
    six months, 46: 12 months after the last review, or after records begin; 45(4): the report 28 days after the review.
    """
    return _told(store, scope)


def _told(store: Store, scope: Scope, clock: str | None = None) -> list[Clock]:
    with store.reading(scope) as cursor:
        lay(store, cursor, CLOCKS, scope.as_at.isoformat())
        return cursor.rows(SQL["told"], clock=clock)


def _made(store: Store, scope: Scope, variant: str) -> "Table":
    with store.reading(scope.at(date.fromisoformat(variant))) as cursor:
        return cursor.run(
            SQL["clocks"],
            duties=list(map(asdict, DUTIES)),
            law_from=LAW_FROM,
            soon_days=SOON_DAYS,
            review=QUALITY_OF_CARE_REVIEW.kind,
            report=REPORT,
            report_days=REPORT_DAYS,
            report_soon=REPORT_SOON,
        ).to_arrow_table()


CLOCKS = Kept("clocks_kept", COLUMNS, _made, at_most=4, of_many=True)


def reports_owed(store: Store, scope: Scope) -> list[Clock]:
    """The clocks of the reports of reviews (regulation 45(4)) alone."""
    return _told(store, scope, REPORT)


def sending_unrecorded(store: Store, scope: Scope) -> bool:
    """Whether reviews (regulation 45) are loaded, but of no home the day on which a report was sent to Ofsted."""
    [row] = store.rows(scope, SQL["sending_unrecorded"], review=QUALITY_OF_CARE_REVIEW.kind)
    return row["unrecorded"]
