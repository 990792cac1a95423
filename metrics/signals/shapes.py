"""What is said of a series of month values: its latest month, its chart, and what moves in the service."""

from datetime import date
from typing import NotRequired, TypedDict


class Latest(TypedDict):
    """The latest month (2026-10) of a home's indicator. `look`: how many of the latest months the test looked at.
    Centre, limits and value are in the indicator's unit, of method `t` in months."""

    home: str
    indicator: str
    standard: str
    month: str
    method: str
    centre: float | None
    lower: float | None
    upper: float | None
    value: float
    variation: str
    p: float | None
    q: float | None
    flag: bool
    numerator: int
    denominator: int
    look: int
    look_numerator: int
    look_denominator: int
    before_numerator: int
    before_denominator: int
    look_least: float
    look_most: float
    before_least: float | None
    before_most: float | None
    last_event: str | None
    judged: int
    judged_lower: float
    judged_upper: float
    judged_least: float
    judged_most: float
    assurance: str
    met: str | None


class Signal(Latest):
    """The same with how many months are known (`points`)."""

    points: int


class Signals(TypedDict):
    """Every signal on a day (ISO 8601), and how many flags chance alone would raise."""

    as_at: str
    signals: list[Signal]
    expected_false_flags: float


class Flag(TypedDict):
    """A row of `metrics.signals.latest` that is flagged as at a day; `month` is its first day."""

    moment: date
    home: str
    standard: str
    indicator: str
    month: date
    method: str
    points: int
    numerator: int
    denominator: int
    centre: float | None
    lower: float | None
    upper: float | None
    value: float
    by_chart: str
    p: float
    by_test: str
    look: int
    look_numerator: int
    look_denominator: int
    before_numerator: int
    before_denominator: int
    look_least: float
    look_most: float
    before_least: float
    before_most: float
    last_event: date | None
    judged: int
    judged_lower: float
    judged_upper: float
    judged_least: float
    judged_most: float
    variation: str


class Point(TypedDict):
    """A point of a chart; `better` is None where it is an ordinary one. Of method `t` it is a time between events and
    has no month and no counts."""

    month: date | None
    numerator: int | None
    denominator: int | None
    value: float
    centre: float | None
    lower: float | None
    upper: float | None
    kind: str
    better: bool | None
    part: int


class Aimed(Signal):
    """A signal with the target that is set, None without; where it is not looked at, there is no such key."""

    target: NotRequired[float | None]


class Said(TypedDict):
    """What a series means: what it shows, and what many may be told alike; either may be blank."""

    meaning: str
    found: str
    advice: str


class Chart(Latest, Said):
    """The latest month with its chart: `words` say the method."""

    target: float | None
    words: str
    points: list[Point]


class Shown(Signal):
    """A signal in its group of `metrics.signals.moving.GROUPS`, and its place among the `of_group` there."""

    grouped: str
    of_group: int
    place: int


class Moving(TypedDict):
    """How many series of the whole service there are, were tested, are flagged and are of concern, at how many homes;
    and the groups, with the first of each."""

    series: int
    tests: int
    flags: int
    concerns: int
    homes: int
    expected_false_flags: float
    groups: dict[str, int]
    shown: list[Shown]
