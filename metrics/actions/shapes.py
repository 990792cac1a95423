"""What is said of an action, and of those that come back."""

from datetime import date, datetime
from typing import TypedDict

from qa_data.source import Source


class Action(TypedDict):
    """An action; `days_overdue` is None where it is not overdue."""

    reference: str
    came_from: str
    regulation: str | None
    action: str
    owner: str | None
    priority: str | None
    raised: date
    due: date | None
    completed: date | None
    status: str
    live: bool
    days_overdue: int | None
    source: Source


class Tracked(Action):
    """The same with all that the tracker knows: kind and state of `metrics.actions.tracker`, age in days."""

    home: str
    source_date: date
    standards: list[str]
    decision: str | None
    decision_reason: str | None
    evidence: str | None
    verified_by: str | None
    impact: str | None
    kind: str
    state: str
    unowned: bool
    evidenced: bool
    verified: bool
    age: int


class ActionCount(TypedDict):
    """How many actions of a kind stand in a state."""

    kind: str
    state: str
    actions: int
    unowned: int
    evidenced: int
    verified: int


class ActionAge(TypedDict):
    """How many open actions of a kind are of an age."""

    kind: str
    age: str
    actions: int


class HomeActions(TypedDict):
    """How many actions of a home are open, and overdue, under a standard."""

    home: str
    standard: str
    open: int
    overdue: int


class Overdue(TypedDict):
    """A home and standard with an overdue action."""

    home: str
    standard: str


class Asked(TypedDict):
    """One of two recommendations that ask for the same."""

    home: str
    reference: str
    came_from: str
    source_date: date
    action: str
    raised: date
    status: str
    completed: date | None
    standards: list[str]
    source: Source


class Repeat(TypedDict):
    """A recommendation (`later`) that an earlier one (`first`) had asked for; reason, made_by and moment (UTC) are None
    while nobody has decided."""

    home: str
    standards: list[str]
    similarity: float
    decision: str
    reason: str | None
    made_by: str | None
    moment: datetime | None
    first: Asked
    later: Asked
