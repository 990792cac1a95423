"""All that is known of every series, as arrays of series × months: what the evidence for concerns comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from pandas import isna

from metrics.indicators.indicator import HIGHER, LOWER, Proportion
from metrics.months.values import first_incomplete, lay_month_values
from metrics.signals.evidence.counted import Counted, counted, of_all, rate
from metrics.signals.series import KNOWN, month_of
from metrics.themes.mentions import lay_mentions
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

TESTED = {each.id: each for each in KNOWN.values() if each.better in (HIGHER, LOWER)}
"""A concern can stand where one way is better."""

VERDICT, THEMES = "verdict", "themes"
"""What visits tell beside them: verdicts that are not Met, and themes of concern."""

HOMES_AT_ONCE = 400
"""So many homes' arrays fit into the memory, those of all of England would not."""


@dataclass(frozen=True)
class Grid:
    """`names`: (home, standard, indicator) of each series, by home; `events` and `exposure` of series × months, NaN
    where not known; the first month is `origin` (months since year 0), the last the latest that is complete."""

    names: list[tuple[str, str, str]]
    events: np.ndarray
    exposure: np.ndarray
    origin: int

    @property
    def months(self) -> int:
        """How many there are."""
        return self.events.shape[1]

    @cached_property
    def homes(self) -> list[str]:
        """The homes, by name."""
        return sorted({name[0] for name in self.names})

    @cached_property
    def home(self) -> np.ndarray:
        """The place of each series' home among the homes."""
        return np.searchsorted(np.array(self.homes), [name[0] for name in self.names])

    @cached_property
    def key(self) -> np.ndarray:
        """The number of each series' indicator."""
        return np.unique([name[2] for name in self.names], return_inverse=True)[1]

    def day(self, month: int) -> date | None:
        """The first day of the month of that place; None before the first."""
        return None if month < 0 else month_of(self.origin + month)

    def place(self, day: date | None) -> int:
        """The place of a month; -1 without one."""
        return -1 if day is None else 12 * day.year + day.month - 1 - self.origin

    def places(self, days: Iterable[date]) -> np.ndarray:
        """The places of months as frames hold them; -1 where there is none."""
        return np.array([self.place(None if isna(day) else day) for day in days])

    def by_homes(self) -> Iterator[tuple[slice, Counted]]:
        """Which series are those of some homes, and what is counted of them, beside the same indicators of all."""
        starts = np.searchsorted(self.home, range(0, len(self.homes) + HOMES_AT_ONCE, HOMES_AT_ONCE))
        some = [slice(int(start), int(end)) for start, end in pairwise(starts) if end > start]
        bad, size = np.zeros((2, self.key.max(initial=-1) + 1, self.months))
        for rows in some:
            more_bad, more_size = of_all(self._counted(rows), self.key[rows], len(bad))
            bad += more_bad
            size += more_size
        usual = rate(bad, size)
        for rows in some:
            yield rows, self._counted(rows).beside(usual[self.key[rows]])

    def _counted(self, rows: slice) -> Counted:
        ids = [name[2] for name in self.names[rows]]
        return counted(
            self.events[rows],
            self.exposure[rows],
            np.array([id == VERDICT or isinstance(TESTED.get(id), Proportion) for id in ids], bool),
            np.array([id in TESTED and TESTED[id].is_stock for id in ids], bool),
            np.array([-1 if id in TESTED and TESTED[id].better == HIGHER else 1 for id in ids]),
        )

    def digest(self, months: int) -> str:
        """What the first so many months say, in short: equal where they say the same."""
        told = blake2b(repr((self.origin, self.names)).encode(), digest_size=16)
        for array in (self.events, self.exposure):
            told.update(np.ascontiguousarray(array[:, :months]).tobytes())
        return told.hexdigest()


def grid(store: Store, scope: Scope, with_visits: bool = False) -> Grid:
    """Every home's of the scope in all complete months: of each indicator of which one way is better; and of its
    independent visits the verdicts on each standard and the themes of concern."""
    after = first_incomplete(scope.as_at)
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        if with_visits:
            lay_mentions(store, cursor)
        rows = SQL["returned"] + (f" union all by name {SQL['visited']}" if with_visits else "")
        cursor.run(f"create or replace temp table evident as {rows}", after=after, tested=list(TESTED))
        names = cursor.run(SQL["names"]).fetchall()
        told = cursor.run(SQL["values"]).fetchnumpy()
    last = 12 * after.year + after.month - 2
    origin = int(told["month"].min(initial=last))
    # Figures of a month are whole numbers far below 2 ** 24, which 32 bits hold exactly.
    events, exposure = (np.full((len(names), last + 1 - origin), np.nan, np.float32) for _ in range(2))
    at = (told["series"], told["month"] - origin)
    events[at], exposure[at] = told["numerator"], told["denominator"]
    return Grid(names, events, exposure, origin)
