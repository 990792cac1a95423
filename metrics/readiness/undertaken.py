"""What a home did in a span of time, and whose opinions were asked."""

from datetime import date
from typing import TypedDict

from metrics.readiness.spans import REVIEW, lay_spans
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

ASKED = {
    "children_spoken_to": "Children",
    "families_contacted": "Parents and families",
    "professionals_contacted": "Placing authorities and other professionals",
    "staff_spoken_to": "Staff",
}
"""The columns of a visit that count whom it spoke to, and whose opinions a review asks (regulation 45(5))."""

SQL = queries(__file__)


class Undertaken(TypedDict):
    """An action that was completed in the span or is still to be done; `late`: due before the day asked of."""

    home: str
    reference: str
    came_from: str
    standards: list[str]
    action: str
    raised: date
    due: date | None
    completed: date | None
    status: str
    evidence: str | None
    impact: str | None
    live: bool
    late: bool | None
    source: Source


class Asked(TypedDict):
    """Of so many `visits` it is told how many of a group (of `ASKED`) were spoken to, of `nobody` none: `people`, None
    where no visit tells; somebody may have been spoken to at several. `kinds`: the visits that spoke to somebody."""

    home: str
    column: str
    visits: int
    nobody: int
    people: int | None
    kinds: list[str] | None
    sources: list[Source]


def undertaken(store: Store, scope: Scope, home: str | None = None, since: str = REVIEW) -> list[Undertaken]:
    """What each open home, or one, completed in its span, the earliest first, then what it has still to do."""
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        return cursor.rows(SQL["undertaken"], home=home)


def asked(store: Store, scope: Scope, home: str | None = None, since: str = REVIEW) -> list[Asked]:
    """How many children, families, professionals and staff the visits and reviews of the span spoke to, at each open
    home or at one: a row a home and group, also where nothing tells.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        return cursor.rows(SQL["asked"], home=home, columns=list(ASKED))
