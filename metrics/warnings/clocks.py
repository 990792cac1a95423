"""The clocks that run for every home: what the law or Ofsted asks for next, by when, and whether it has been missed."""

from dataclasses import asdict
from datetime import date
from typing import TypedDict

from metrics.actions.tracker import SOON_DAYS
from metrics.indicators.duties import DUTIES
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

MISSED, SOON, RUNNING = "missed", "soon", "running"

LAW_FROM = date(2015, 4, 1)
"""The Regulations are law from this day; no visit is owed under them before it."""

SQL = queries(__file__)


class Clock(TypedDict):
    """What is asked of a home next: a kind of visit, or a requirement of Ofsted's with its reference and words."""

    home: str
    clock: str
    regulation: str | None
    reference: str | None
    action: str | None
    standards: list[str]
    done: date | None
    source: Source | None
    due: date
    soon: int
    days_left: int
    state: str


def clocks(store: Store, scope: Scope) -> list[Clock]:
    """Every clock of the homes open on the day, the longest missed first: home, clock (a kind of visit, or an Ofsted
    requirement), regulation, reference and action (of a requirement), standards, done (when it was last done; None
    when nothing is recorded), source of that row or of the requirement, due, days_left (negative when missed) and
    state.
    Regulation 44(1): a visit each calendar month in which the home is open on every day; 45(1): six months,
    46: 12 months after the last review, or after opening.
    """
    return store.rows(scope, SQL["clocks"], duties=list(map(asdict, DUTIES)), law_from=LAW_FROM, soon_days=SOON_DAYS)
