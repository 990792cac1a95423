"""All that is known of every series, as arrays of series × months: what the evidence for concerns comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from pandas import Categorical, DataFrame

from metrics.indicators.indicator import HIGHER, LOWER, Proportion
from metrics.months.values import first_incomplete, lay_month_values
from metrics.signals.evidence.counted import Counted, bad_of, counted, of_all, sums
from metrics.signals.prior import Prior
from metrics.signals.series import KNOWN, YEAR_0, days_of
from metrics.themes.mentions import lay_concern_counts
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

TESTED = {each.id: each for each in KNOWN.values() if each.better in (HIGHER, LOWER)}
"""A concern can stand where one way is better."""

VERDICT, THEMES = "verdict", "themes"
"""What visits tell beside them: verdicts that are not Met, and themes of concern."""

OF_VERDICTS = "STD1"
"""The indicator that counts the same verdicts: of the home as a whole they are told by its visits, and once."""

NAMED = {"home": (), "standard": ("",), "indicator": ("",)}
"""What a series is named by, and what else stands there of a home as a whole."""

HOMES_AT_ONCE = 120
"""So many homes' arrays stay in the processor's own memory."""


@dataclass(frozen=True)
class Grid:
    """`names`: home, standard and indicator of each series, in that order, as categories; `events` and `exposure` of
    series × months, NaN where not known; the first month is `origin` (months since year 0), the last the latest that
    is complete. `explained`: the months of each that a person explained; they are not known."""

    names: DataFrame
    events: np.ndarray
    exposure: np.ndarray
    origin: int
    explained: np.ndarray

    @property
    def months(self) -> int:
        """How many there are."""
        return self.events.shape[1]

    @cached_property
    def homes(self) -> list[str]:
        """The homes, by name: of all grids that were made at once."""
        return list(self.names["home"].cat.categories)

    @cached_property
    def home(self) -> np.ndarray:
        """The place of each series' home among the homes."""
        return self.names["home"].cat.codes.to_numpy(int)

    @cached_property
    def key(self) -> np.ndarray:
        """The number of each series' indicator."""
        return self.names["indicator"].cat.codes.to_numpy(int)

    def prior(self) -> dict[str, np.ndarray]:
        """Of each indicator bad and size of the months to each, of all homes (2 × months)."""
        bad, size = np.zeros((2, self.key.max(initial=-1) + 1, self.months))
        for _, rows in self.by_homes():
            more_bad, more_size = self._of_all(rows)
            bad += more_bad
            size += more_size
        ids = self.names["indicator"].cat.categories
        return {ids[key]: np.array([bad[key], size[key]]) for key in np.unique(self.key)}

    def by_homes(self) -> list[tuple[slice, slice]]:
        """Homes, some at a time, and which series are theirs."""
        ends = [*range(0, len(self.homes), HOMES_AT_ONCE), len(self.homes)]
        return [
            (slice(*homes), slice(*(int(end) for end in np.searchsorted(self.home, homes)))) for homes in pairwise(ends)
        ]

    def counted(self, rows: slice, prior: Prior) -> Counted:
        """What is counted of those series, beside the same indicators of all homes."""
        known, of = np.unique(self.key[rows], return_inverse=True)
        ids = self.names["indicator"].cat.categories[known]
        return counted(*self._arrays(rows)).beside(prior.usual(list(ids), self.months)[of])

    def _of_all(self, rows: slice) -> tuple[np.ndarray, np.ndarray]:
        bad, size, _ = bad_of(*self._arrays(rows))
        return of_all(sums(bad), sums(size), self.key[rows], self.key.max(initial=-1) + 1)

    def _arrays(self, rows: slice) -> tuple[np.ndarray, ...]:
        parts, stock, worse = (each[self.key[rows]] for each in self._kinds)
        return self.events[rows], self.exposure[rows], parts, stock, worse, self.explained[rows]

    @cached_property
    def _kinds(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Of each indicator (by `key`) whether it is a part of a whole, whether it is a stock, and which way is
        worse."""
        ids = list(self.names["indicator"].cat.categories)
        return (
            np.array([id == VERDICT or isinstance(TESTED.get(id), Proportion) for id in ids], bool),
            np.array([id in TESTED and TESTED[id].is_stock for id in ids], bool),
            np.array([-1 if id in TESTED and TESTED[id].better == HIGHER else 1 for id in ids]),
        )

    def days(self, places: np.ndarray) -> np.ndarray:
        """The first days of the months of those places; not a day where a place is -1."""
        return days_of(np.where(places < 0, np.nan, places + self.origin))

    def places(self, days: Iterable) -> np.ndarray:
        """The places of months, told as days; -1 where there is none."""
        months = np.asarray(days, "datetime64[M]")
        return np.where(np.isnat(months), -1, months.astype(int) + YEAR_0 - self.origin)

    def rows(self, names: DataFrame) -> np.ndarray:
        """The series of those names, each of which is one here."""
        return np.searchsorted(self._numbers, self._numbered(names))

    @cached_property
    def _numbers(self) -> np.ndarray:
        return self._numbered(self.names)

    def _numbered(self, names: DataFrame) -> np.ndarray:
        """A number a name, in the order of the series."""
        own = [self.names[name].dtype for name in NAMED]
        codes = [Categorical(names[name], dtype=dtype).codes for name, dtype in zip(NAMED, own, strict=True)]
        return np.ravel_multi_index(codes, [len(dtype.categories) for dtype in own])


def digests(grids: Iterable[Grid], months: int) -> list[str]:
    """What the first so many months say of each home, in short: equal where they say the same."""
    told = [blake2b(digest_size=16) for _ in next(iter(grids)).homes]
    for grid in grids:
        standard, indicator = (grid.names[name].to_numpy(object) for name in ("standard", "indicator"))
        named = standard + "/" + indicator
        starts = np.searchsorted(grid.home, np.arange(len(told) + 1))
        for home, (first, end) in zip(told, pairwise(starts.tolist()), strict=True):
            _tell(home, grid, slice(first, end), months, named)
    return [each.hexdigest() for each in told]


def _tell(told: blake2b, grid: Grid, rows: slice, months: int, named: np.ndarray) -> None:
    """What the first so many months of those series say, whichever month the arrays begin with."""
    exposure = grid.exposure[rows, :months]
    known = ~np.isnan(exposure)
    if not known.any():
        return
    own, first = known.any(axis=1), int(known.any(axis=0).argmax())
    told.update(repr((grid.origin + first, named[rows][own].tolist())).encode())
    for array in (grid.events[rows], grid.exposure[rows], grid.explained[rows]):
        told.update(array[own, first:months].tobytes())


def grids(store: Store, scope: Scope) -> tuple[Grid, Grid]:
    """Every home's of the scope in all complete months: of each indicator of which one way is better; and of its
    independent visits the verdicts on each standard and the themes of concern."""
    after = first_incomplete(scope.as_at)
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        lay_concern_counts(store, cursor)
        cursor.run(SQL["explained_months"], after=after)
        cursor.run(SQL["series"], after=after, tested=list(TESTED))
        names = cursor.run(SQL["names"]).df()
        told = cursor.run(SQL["values"]).fetchnumpy()
        said = cursor.run(SQL["explained"]).fetchnumpy()
    last = 12 * after.year + after.month - 2
    origin = int(told["month"].min(initial=last))
    # Figures of a month are whole numbers far below 2 ** 24, which 32 bits hold exactly (as the query tells them).
    shape = (len(names), last + 1 - origin)
    events, exposure = (np.full(shape, np.nan, np.float32, order="F") for _ in range(2))
    at = (told["series"], told["month"] - origin)
    events[at], exposure[at] = told["numerator"], told["denominator"]
    explained = np.zeros(shape, bool, order="F")
    answered = said["month"] >= origin
    explained[said["series"][answered], said["month"][answered] - origin] = True
    returned = int((~names["visited"]).sum())
    known = {name: sorted({*names[name].unique(), *blank}) for name, blank in NAMED.items()}
    named = DataFrame({name: Categorical(names[name], known[name]) for name in NAMED})
    return (
        Grid(named[:returned], events[:returned], exposure[:returned], origin, explained[:returned]),
        Grid(named[returned:], events[returned:], exposure[returned:], origin, explained[returned:]),
    )
