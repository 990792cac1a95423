"""How many concerns begin where nothing changes; how soon a change is found, and how long that stands."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from metrics.indicators.settings import default_of
from metrics.signals import homes_stand, stands
from tests.metrics.signals.worlds import CHANCE, HOMES, SERIES, WORLDS, World, services

SEED = 20261031
SERVICES, CHANGED, SLID, AT_ONCE = 100, 2_000, 300, 50
KNOWN = 72
"""So many months of a service in which nothing changes."""
YOUNG, SETTLED = (0, 36), (36, KNOWN)
"""The first three years of which anything is known, and the three after: the first month, and that after the last."""
WARM = 36
"""So many months are known before a change."""


@dataclass(frozen=True)
class Measured:
    """A mean with its standard error."""

    mean: float
    error: float

    def __str__(self) -> str:
        """A rate."""
        return f"{self.mean:.2f} ± {self.error:.3f}"


@dataclass(frozen=True)
class Begun:
    """New concerns a month of a service in which nothing changes."""

    watch: Measured
    flag: Measured
    homes: Measured


@cache
def _false_ones(world: World, many: int) -> tuple[np.ndarray, ...]:
    """When a Watch, a Flag and a home as a whole begins to stand, in so many services of that world: how many in each
    service and month."""
    rng = np.random.default_rng([SEED, WORLDS.index(world)])
    found = []
    for first in range(0, many, AT_ONCE):
        some = min(AT_ONCE, many - first)
        told = services(rng, world, some, KNOWN).arguments()
        stand = (stands(*told), stands(*told, tier="flag"), homes_stand(*told)[1])
        found.append([_new(each).reshape(some, -1, KNOWN).sum(axis=1) for each in stand])
    return tuple(map(np.concatenate, zip(*found, strict=True)))


def _new(stand: np.ndarray) -> np.ndarray:
    """Where something begins to stand."""
    new = stand.copy()
    new[:, 1:] &= ~stand[:, :-1]
    return new


def false_ones(world: World, months: tuple[int, int], many: int = SERVICES) -> Begun:
    """What begins a month over these months, in so many services of that world."""
    a_month = (begun[:, slice(*months)].mean(axis=1) for begun in _false_ones(world, many))
    return Begun(*(Measured(float(each.mean()), float(each.std(ddof=1)) / many**0.5) for each in a_month))


@dataclass(frozen=True)
class Change:
    """A change of one series of one home: how the months before and since are drawn, by their rate; of so many cases,
    or a count (no `cases`)."""

    said: str
    before: float
    since: float
    cases: int
    within: tuple[int, ...]
    least: tuple[int, ...]
    """How many of 100 must be found within so many months."""


CHANGES = (
    Change("2 a month doubles", 2, 4, 0, (6, 12), (50, 80)),
    Change("1 a month to 3", 1, 3, 0, (6,), (78,)),
    Change("one in two months to three", 0.5, 1.5, 0, (6,), (46,)),
    Change("8 a month to 12", 8, 12, 0, (12,), (80,)),
    Change("95 to 85 % of 10", 0.05, 0.15, 10, (6,), (50,)),
    Change("90 to 70 % of 10", 0.1, 0.3, 10, (6,), (82,)),
    Change("90 to 70 % of 3", 0.1, 0.3, 3, (6,), (42,)),
    Change("95 to 85 % of 40", 0.05, 0.15, 40, (3,), (70,)),
)
STANDING = (12, 24, 36)
"""After so many months it is asked whether a concern still stands."""


@dataclass(frozen=True)
class Found:
    """Of 100 services in how many something is found within each of the months asked of, and stands at the end of each
    of `STANDING`, with their standard errors."""

    within: tuple[Measured, ...]
    standing: tuple[Measured, ...]


def _found(since: np.ndarray, within: tuple[int, ...]) -> Found:
    """Of services × months from the change on, which did not have a concern the month before."""
    return Found(
        tuple(_of_100(since[:, :months].any(axis=1)) for months in within),
        tuple(_of_100(since[:, months - 1]) for months in STANDING),
    )


def _of_100(which: np.ndarray) -> Measured:
    share = float(which.mean())
    return Measured(100 * share, 100 * (share * (1 - share) / len(which)) ** 0.5)


@cache
def found(change: Change, many: int = CHANGED) -> Found:
    """Of services of chance alone in which one indicator of one home changes for good: what a Watch tells of it."""
    rng = np.random.default_rng([SEED, *(round(100 * each) for each in (change.before, change.since, change.cases))])
    rate = np.full((many, HOMES, WARM + STANDING[-1]), float(change.before)) * rng.gamma(8, 1 / 8, (many, HOMES, 1))
    rate[:, 0, :WARM], rate[:, 0, WARM:] = change.before, change.since
    bad = rng.binomial(change.cases, np.minimum(rate, 0.95)) if change.cases else rng.poisson(rate)
    stand = _watches(bad, change).reshape(rate.shape)[:, 0]
    return _found(stand[~stand[:, WARM - 1], WARM:], change.within)


def _watches(bad: np.ndarray, change: Change) -> np.ndarray:
    """Whether a Watch stands, by the threshold of a home of 35 series: the 34 others of each have no say in it."""
    rows, months = bad.shape[0] * bad.shape[1], bad.shape[2]
    parts, nothing = np.full(rows, change.cases > 0), np.zeros(rows, int)
    key = np.repeat(np.arange(bad.shape[0]), bad.shape[1])
    size = np.full((rows, months), float(change.cases or 90))
    budget = default_of("signals.watch") * rows / SERIES
    told = bad.reshape(rows, months), size, parts, np.arange(rows), key, nothing, nothing + 1
    return stands(*told, budget=budget)


@dataclass(frozen=True)
class Slide:
    """Many series of one home worsen: so many, to so many times what they were, over so many months."""

    said: str
    series: int
    times: float
    over: int
    within: int
    least: int


SLIDES = (
    Slide("12 of a home's 35 worse by half over six months", 12, 1.5, 6, 6, 62),
    Slide("12 of a home's 35 worse by half at once", 12, 1.5, 1, 6, 62),
    Slide("18 of a home's 35 doubling at once", 18, 2, 1, 4, 78),
)


@cache
def slide_found(slide: Slide, many: int = SLID) -> Found:
    """The same of homes that slide so: what the home as a whole tells of it."""
    rng, months = np.random.default_rng([SEED, SLIDES.index(slide)]), STANDING[-1]
    since = 1 + (slide.times - 1) * np.minimum(1, np.arange(1, months + 1) / slide.over)
    seen = []
    for first in range(0, many, AT_ONCE):
        times = np.ones((min(AT_ONCE, many - first), HOMES, SERIES, WARM + months))
        for service in times:
            service[0, rng.permutation(SERIES)[: slide.series], WARM:] = since
        told = services(rng, CHANCE, len(times), WARM + months, times).arguments()
        seen.append(homes_stand(*told)[1].reshape(-1, HOMES, WARM + months)[:, 0])
    stood = np.concatenate(seen)
    return _found(stood[~stood[:, WARM - 1], WARM:], (slide.within,))
