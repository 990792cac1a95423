"""The service plan: what each home intends under each standard, and the standards without a line."""

from datetime import date
from typing import TypedDict

from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store

SQL = queries(__file__)


class PlanLine(TypedDict):
    """A line of a service plan; `review_late` is None without a date."""

    home: str
    standard: str
    outcome: str
    delivery: str
    measure: str | None
    sccif: str | None
    evidence: str | None
    participation: str | None
    lead: str | None
    review_date: date | None
    status: str | None
    review_late: bool | None
    source: Source


class PlanGap(TypedDict):
    """A home, and the standards that its plan says nothing of."""

    home: str
    standards: list[str]


class PlanProgress(TypedDict):
    """How many lines there are, at how many homes, how many are behind, and how many reviews are late."""

    lines: int
    homes: int
    worrying: int
    late: int


def plan_lines(
    store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 100
) -> list[PlanLine]:
    """The lines of the service plans: the columns of the sheet, review_late (None without a date), and where the row
    stands.
    """
    return store.rows(scope, SQL["lines"], home=home, standard=standard, most=most)


def plan_gaps(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> list[PlanGap]:
    """The open homes whose plan has no line for a standard: home, standards."""
    return store.rows(scope, SQL["gaps"], home=home, standard=standard, codes=list(CODES))


def plan_progress(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> PlanProgress:
    """How many lines there are of homes that are open, at how many of them, how many are of some concern or off
    track, and how many reviews are late.
    """
    return store.rows(scope, SQL["progress"], home=home, standard=standard)[0]
