"""What is said of an inspection that is looked back at."""

from datetime import date
from typing import TypedDict

from qa_data.source import Source


class LookedBack(TypedDict):
    """A full inspection with what it found in words (`judged`: overall, or where it has none the others), the one
    before it, and what the dashboard says of the day before: the home's colour
    (None where it is not testable or was not open), how many of its standards are red, amber and grey, whether it was
    getting worse in many things at once (`sliding`; None where nothing could tell), and since which month (its first
    day) that stood."""

    home: str
    inspection_date: date
    overall: str | None
    protection: str | None
    leadership: str | None
    judged: str
    before: str | None
    before_below: bool | None
    before_on: date | None
    recorded_by: list[str]
    source: Source
    recorded: bool
    testable: bool
    below_good: bool
    rag: str | None
    red: int
    amber: int
    grey: int
    sliding: bool | None
    sliding_since: date | None


class Share(TypedDict):
    """A part of a whole, with its 95 % interval in %."""

    part: int
    whole: int
    interval: tuple[float, ...]


class Table(TypedDict):
    """A saying against what was found; `silent`: it had no opinion. A share is None where its whole is none."""

    said: str
    warned_below: int
    warned_good: int
    quiet_below: int
    quiet_good: int
    silent: int
    caught: Share | None
    false_alarms: Share | None


class BaseRate(TypedDict):
    """How judgements of council-run homes changed between 31 March of two years."""

    since: int
    year: int
    homes: int
    inspected: int
    better: int
    worse: int
    were_good: int
    fell: int
    were_below: int
    stayed: int


class Backtest(TypedDict):
    """The look back on a day (ISO 8601); `left_out`: how many older inspections of a large service are not in it."""

    as_at: str
    inspections: list[LookedBack]
    tables: list[Table]
    base_rate: list[BaseRate]
    left_out: int
