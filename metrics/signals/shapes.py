"""What is said of a series of month values: its latest month, its chart, and what moves in the service."""

from datetime import date, datetime
from typing import NotRequired, TypedDict


class Acting(TypedDict):
    """Who said when (UTC) that a concern is acted on, and how."""

    by: str
    moment: datetime
    reason: str


class Latest(TypedDict):
    """The latest month (2026-10) of a home's indicator. Centre, limits and value are in the indicator's unit, of method
    `t` in months. The concern that stands: its `tier` and `direction` (none without), the month `since` which it stands
    and in which it was `raised` to its tier (`new` in that month), the likeliest first month of the change (`began`),
    the sums of the months since that and before, and how many of the former are `known`; `over`: the latest month,
    where one ended in it, with since when it stood. `of_whole`: whether the home gets worse as a whole and this is part
    of that."""

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
    tier: str
    direction: str
    since: str | None
    raised: str | None
    began: str | None
    evidence: float | None
    threshold: float | None
    of_whole: bool
    flag: bool
    new: bool
    over: str | None
    acting: Acting | None
    known: int | None
    since_numerator: int | None
    since_denominator: int | None
    before_numerator: int | None
    before_denominator: int | None
    numerator: int
    denominator: int
    recent: bool
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


class Part(TypedDict):
    """One of the series that make a home worse as a whole: an indicator, or the verdicts or themes of its visits."""

    standard: str
    indicator: str


class Whole(TypedDict):
    """A home as a whole: whether it gets worse in many things at once (`stands`), since which month (2026-01), or that
    this was `over` in the latest; of one that stands the likeliest first month of the change and what makes it up: the
    `indicators` and the `standards` of verdicts, of how many of each, and whether visits name more `themes`."""

    home: str
    stands: bool
    since: str | None
    began: str | None
    over: str | None
    new: bool
    evidence: float | None
    threshold: float | None
    indicators: list[str]
    standards: list[str]
    themes: bool
    made_of: list[Part]
    of_indicators: int
    of_verdicts: int
    acting: Acting | None


class ByChance(TypedDict):
    """How many concerns would begin in a month where nothing changes: Watches, Flags and homes as a whole."""

    watch: float
    flag: float
    homes: float


class Signals(TypedDict):
    """Every signal on a day (ISO 8601), the homes as a whole, and how many would begin by chance alone."""

    as_at: str
    signals: list[Signal]
    homes: list[Whole]
    new_a_month_by_chance: ByChance


class Concern(TypedDict):
    """A concern that stands as at a day, or was `over` in the latest month: as in `Latest`, months as their first day;
    its latest known `month` with its counts. Of one that is over, tier and direction are none, and the months since the
    change are not told."""

    moment: date
    home: str
    standard: str
    indicator: str
    tier: str
    direction: str
    since: date
    raised: date | None
    began: date
    evidence: float
    threshold: float
    new: bool
    over: date | None
    acting: Acting | None
    month: date
    numerator: int
    denominator: int
    known: int
    since_numerator: int
    since_denominator: int
    before_numerator: int
    before_denominator: int


class Point(TypedDict):
    """A point of a chart; `better` is None where it is an ordinary one; whether it came `since` the change began for
    which a concern stands. Of method `t` it is a time between events and has no month and no counts."""

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
    since: bool


class Aimed(Signal):
    """A signal with the target that is set, None without; where it is not looked at, there is no such key."""

    target: NotRequired[float | None]


class Said(TypedDict):
    """What a series means: what it shows, and what many may be told alike; either may be blank."""

    meaning: str
    found: str
    advice: str


class Chart(Latest, Said):
    """The latest month with its chart: `words` say the method, `usual` of which months the limits are where a concern
    stands (else blank)."""

    target: float | None
    words: str
    usual: str
    points: list[Point]


class Shown(Signal):
    """A signal in its group of `metrics.signals.moving.GROUPS`, and its place among the `of_group` there."""

    grouped: str
    of_group: int
    place: int


class Moving(TypedDict):
    """How many series of the whole service there are, were looked at, and have a concern of each tier, at how many
    homes; of very many homes how many are beyond what chance would show in all of them together; how many would begin
    by chance alone; and the groups, with the first of each."""

    series: int
    tests: int
    flags: int
    watches: int
    homes: int
    of_homes: int
    beyond: int | None
    new_a_month_by_chance: ByChance
    groups: dict[str, int]
    shown: list[Shown]
