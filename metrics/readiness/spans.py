"""Of which days something is told: since a home's last full inspection, or of the months that a review is of."""

from datetime import date
from typing import TypedDict

from metrics.indicators.duties import QUALITY_OF_CARE_REVIEW
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

INSPECTION, REVIEW = "inspection", "review"
"""Since the last full inspection, or of the time that a review of quality of care (regulation 45) is of."""

SQL = queries(__file__)


class Span(TypedDict):
    """The days from `begins` to `ends`, both included, and the whole months among them: from `first` to before `after`,
    so many `months`. `day` and `source`: of the last full inspection or review, None where none is known."""

    home: str
    opened: date
    day: date | None
    source: Source | None
    begins: date
    ends: date
    first: date
    after: date
    months: int


def lay_spans(cursor: Cursor, since: str) -> None:
    """Makes the tables `spans`, a row an open home, and `span_months`, a row a home and whole month in it, on the
    cursor."""
    cursor.run(SQL["spans"], since=since, review=QUALITY_OF_CARE_REVIEW.kind, months=QUALITY_OF_CARE_REVIEW.months)
    cursor.run(SQL["months"])


def spans(store: Store, scope: Scope, since: str = INSPECTION, home: str | None = None) -> list[Span]:
    """The span of each open home, or of one: since its last full inspection (or since it opened), or, for `REVIEW`, six
    months and back to the day after the last review where that is longer ago.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        return cursor.rows(SQL["told"], home=home)
