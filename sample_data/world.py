"""Wrenmoor Borough Council, which does not exist, and its five homes."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

COUNCIL = "Wrenmoor Borough Council"
SEED = "Wrenmoor"
TRACKER_DAY = date(2026, 11, 6)
"""The day on which the action tracker was last kept: nothing in it is known after this."""


@dataclass(frozen=True)
class Home:
    """A home as the workbook of homes has it, with the letters that begin its actions' references."""

    name: str
    letters: str
    urn: str
    service_type: str
    places: int
    opened: date
    manager: str
    other_names: str
    staff: int


ALDER = Home(
    "Alder Lodge",
    "AL",
    "SC900101",
    "Short breaks",
    5,
    date(2012, 4, 2),
    "Priya Nandra",
    "Alder; Alder Lodge Short Breaks",
    12,
)
BEECH = Home(
    "Beech House", "BH", "SC900102", "Residential care", 3, date(2014, 9, 15), "Owen Farrell", "The Beeches; Beech", 9
)
CEDAR = Home(
    "Cedar View",
    "CV",
    "SC900103",
    "Residential care",
    3,
    date(2016, 6, 6),
    "Vacant - interim Sian Reid",
    "Cedars; Cedar",
    9,
)
DAMSON = Home("Damson Cottage", "DC", "SC900104", "Residential care", 3, date(2018, 1, 22), "Tom Achebe", "Damson", 9)
ELM = Home(
    "Elm Base", "EB", "2780105", "Emergency and outreach", 2, date(2026, 1, 12), "Ruth Kaminski", "Elm; Elm Outreach", 6
)
HOMES = (ALDER, BEECH, CEDAR, DAMSON, ELM)

MONTHS = tuple(date(2023 + (10 + n) // 12, (10 + n) % 12 + 1, 1) for n in range(36))
"""The first days of the 36 months from November 2023 to October 2026."""


def months_of(home: Home) -> tuple[date, ...]:
    """The months in which the home was open, the one in which it opened among them."""
    return tuple(month for month in MONTHS if last_day(month) >= home.opened)


def last_day(month: date) -> date:
    """The month's last day."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def add_months(month: date, count: int) -> date:
    """The first day of the month that many months on."""
    place = month.year * 12 + month.month - 1 + count
    return date(place // 12, place % 12 + 1, 1)


def dice(*of: object) -> Random:
    """A random stream for one cell or one choice, seeded from its name: what is drawn, whose, when.

    No two cells share one, so that a column more, a home or a month, or another order, moves no other value.
    """
    return Random(" ".join(map(str, (SEED, *of))))


Stream = Callable[[str], Random]
"""The streams of one row, each by the name of its column."""


def days_on(day: date, rng: Random, least: int, most: int) -> date:
    """A day from `least` to `most` days later."""
    return day + timedelta(rng.randint(least, most))
