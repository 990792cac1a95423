"""python -m tests.metrics.signals.simulating: how many concerns begin where nothing changes, in several worlds, and how
soon a change is found; prints the README's tables.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from metrics.indicators.settings import default_of
from metrics.signals import homes_stand, stands
from tests.metrics.signals.worlds import CHANCE, HOMES, SERIES, WORLDS, World, services

SEED = 20261031
SERVICES, CHANGED, AT_ONCE = 100, 2_000, 50
KNOWN, SEEN = 12, 48
"""Nothing is counted in the first months."""
WARM = 36
"""So many months are known before a change."""


@dataclass(frozen=True)
class Begun:
    """New concerns a month of a service in which nothing changes."""

    watch: float
    flag: float
    homes: float


def _new(stand: np.ndarray) -> int:
    """How often something begins to stand after the first months."""
    return int((stand[:, KNOWN:] & ~stand[:, KNOWN - 1 : -1]).sum())


@cache
def false_ones(world: World, many: int = SERVICES) -> Begun:
    """What begins a month in so many services of that world."""
    rng, begun = np.random.default_rng([SEED, WORLDS.index(world)]), np.zeros(3)
    for _ in range(0, many, AT_ONCE):
        told = services(rng, world, min(many, AT_ONCE), KNOWN + SEEN).arguments()
        begun += [_new(stands(*told)), _new(stands(*told, tier="flag")), _new(homes_stand(*told)[1])]
    return Begun(*(begun / (max(many // AT_ONCE, 1) * min(many, AT_ONCE) * SEEN)).tolist())


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
STANDING = 12
"""After so many months it is asked whether a concern still stands."""


@cache
def found(change: Change, many: int = CHANGED) -> tuple[tuple[float, ...], float]:
    """Of 100 services of chance alone in which one indicator of one home changes and was no concern the month before:
    in how many a Watch is raised within each of the months, and stands after twelve."""
    rng = np.random.default_rng([SEED, *(round(100 * each) for each in (change.before, change.since, change.cases))])
    rate = np.full((many, HOMES, WARM + STANDING), float(change.before)) * rng.gamma(8, 1 / 8, (many, HOMES, 1))
    rate[:, 0, :WARM], rate[:, 0, WARM:] = change.before, change.since
    bad = rng.binomial(change.cases, np.minimum(rate, 0.95)) if change.cases else rng.poisson(rate)
    stand = _watches(bad, change).reshape(rate.shape)[:, 0]
    since = stand[~stand[:, WARM - 1], WARM:]
    return tuple(100 * float(since[:, :months].any(axis=1).mean()) for months in change.within), 100 * float(
        since[:, STANDING - 1].mean()
    )


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
def slide_found(slide: Slide, many: int = 3 * SERVICES) -> float:
    """Of 100 homes that slide so, and did not show it the month before: in how many the home as a whole stands within
    the months."""
    rng, months = np.random.default_rng([SEED, SLIDES.index(slide)]), WARM + slide.within
    seen = []
    for _ in range(0, many, AT_ONCE):
        times = np.ones((min(many, AT_ONCE), HOMES, SERIES, months))
        since = 1 + (slide.times - 1) * np.minimum(1, np.arange(1, slide.within + 1) / slide.over)
        for service in times:
            service[0, rng.permutation(SERIES)[: slide.series], WARM:] = since
        told = services(rng, CHANCE, len(times), months, times).arguments()
        seen.append(homes_stand(*told)[1].reshape(-1, HOMES, months)[:, 0])
    stood = np.concatenate(seen)
    return 100 * float(stood[~stood[:, WARM - 1], WARM:].any(axis=1).mean())


def _table(heads: tuple[str, ...], rows: list[tuple]) -> str:
    lines = ["| " + " | ".join(line) + " |" for line in (heads, *rows)]
    return "\n".join([lines[0], "|---" * len(heads) + "|", *lines[1:]])


def false_flags_table() -> str:
    """What begins a month where nothing changes, in every world."""
    heads = ("five homes of 35 series, nothing changes", "new Watches a month", "new Flags", "homes as a whole")
    return _table(heads, [(world.name, *_rounded(false_ones(world))) for world in WORLDS])


def _rounded(told: Begun) -> list[str]:
    return [f"{each:.2f}" for each in (told.watch, told.flag, told.homes)]


def power_table() -> str:
    """How soon a change is found."""
    rows = [
        (change.said, f"{month} months", f"{share:.0f}", f"{found(change)[1]:.0f}" if change.within[-1] == 12 else "")
        for change in CHANGES
        for month, share in zip(change.within, found(change)[0], strict=True)
    ]
    rows += [(slide.said, f"{slide.within} months", f"{slide_found(slide):.0f}", "") for slide in SLIDES]
    return _table(("change", "within", "found, of 100", "standing at 12 months"), rows)


TABLES: tuple[Callable[[], str], ...] = (false_flags_table, power_table)

if __name__ == "__main__":
    print(*(table() for table in TABLES), sep="\n\n")
