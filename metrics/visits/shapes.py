"""What is said of visits and reviews, of what they found and of what children said."""

from datetime import date
from typing import TypedDict

from qa_data.source import Source


class Finding(TypedDict):
    """What was found under a standard, and by whom (`came_from`); `reference` where a child said it."""

    found_on: date
    came_from: str
    kind: str
    finding: str
    reference: str | None
    source: Source


class Visit(TypedDict):
    """A visit or review, with its verdict on a standard."""

    visit_date: date
    visit_type: str
    visitor: str | None
    verdict: str | None
    children_living: int | None
    children_spoken_to: int | None
    report_quality: str | None
    source: Source


class Strength(TypedDict):
    """Good practice; `standards` is None where a visit's report names none."""

    home: str
    found_on: date
    came_from: str
    standards: list[str] | None
    finding: str
    source: Source


class StrengthCount(TypedDict):
    """How many strengths a home has under a standard, or under none."""

    home: str
    standard: str | None
    strengths: int


class VisitSums(TypedDict):
    """The visits of a home or a visitor (`who`); sums are None where no visit says."""

    who: str
    visits: int
    homes: int
    received: int
    on_time: int
    timed: int
    sent: int
    clear: int
    judged: int
    nothing: int
    living: int | None
    spoken: int | None
    spoken_known: int | None
    private: int | None
    families_sum: int | None
    families_none: int
    families_known: int
    professionals_sum: int | None
    professionals_none: int
    professionals_known: int
    staff_sum: int | None
    staff_none: int
    staff_known: int
    safeguarded_unstated: int
    safeguarded_worst: str
    wellbeing_promoted_unstated: int
    wellbeing_promoted_worst: str


class VisitMonth(TypedDict):
    """A home's calendar month (its first day): whether the home was open throughout, whether its records of visits had
    begun, whether a visit is owed, which is both, and the days of visits."""

    home: str
    month: date
    open_throughout: bool
    recorded: bool
    owed: bool
    days: list[date] | None


class VisitGap(TypedDict):
    """A home's longest time between two visits, in days, and its last visit."""

    home: str
    longest: int
    last: date


class Unreached(TypedDict):
    """A group that the last visits to a home, so many on end, did not reach."""

    home: str
    reached: str
    visits: int
    since: date


class Unseen(TypedDict):
    """What Ofsted found soon after a visit that had no concern under that standard."""

    home: str
    day: date
    standard: str
    text: str
    visit_date: date
    visitor: str | None
    verdict: str
    source: Source


class Voice(TypedDict):
    """How children were heard at a home; sums are None where nothing says."""

    home: str
    visits: int
    living: int | None
    spoken: int | None
    spoken_known: int | None
    private: int | None
    told: int
    changed: int
    silent: bool
    raised: int | None
    answered: int | None
    planned: int | None
    held: int | None
    lately: int
    last: date | None


class Said(TypedDict):
    """What a visit wrote down of children's views, and what changed because of them."""

    home: str
    day: date
    visitor: str | None
    said: str | None
    changed: str | None
    source: Source
