"""Services of five homes of 35 series, drawn month by month in several worlds, many services at once: in none of them
does anything change but where it is told to.
"""

from dataclasses import dataclass

import numpy as np

HOMES, PLACES, MONTHS_STAYED = 5, 4, 9
STAFF_LEAVE = 0.15
"""Of what stands at a month's end so much is replaced in a month."""

COUNTS = (0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 4, 6, 8)
"""Events a month, in the mean."""

PARTS = (
    *((3, 0.1), (4, 0.1), (4, 0.2), (5, 0.1), (6, 0.05), (8, 0.1), (10, 0.05), (10, 0.1), (12, 0.2), (20, 0.05)),
    *((30, 0.1), (40, 0.05), (60, 0.1), (80, 0.08)),
)
"""Cases a month, and how many of them go badly."""

STOCKS = ((4, 0.1), (5, 0.2), (6, 0.1), (8, 0.1), (10, 0.1), (10, 0.2), (12, 0.05), (15, 0.1), (20, 0.05), (24, 0.1))
"""Staff or plans at a month's end, and how many of them are not as they should be."""

SERIES = len(COUNTS) + len(PARTS) + len(STOCKS)


@dataclass(frozen=True)
class World:
    """How its months differ from chance alone: months `scatter` of themselves, bad `months` are common to a home's
    series, children `stay` (each with a rate of their own), and the same staff `stand` at one month's end and the
    next."""

    name: str
    scatter: bool = False
    months: bool = False
    stay: bool = False
    stand: bool = False


CHANCE = World("chance alone")
WORLDS = (
    CHANCE,
    World("months that scatter", scatter=True),
    World("children who stay", stay=True),
    World("the same staff, and bad months in common", scatter=True, months=True, stand=True),
    World("all of these together", scatter=True, months=True, stay=True, stand=True),
)


@dataclass(frozen=True)
class Services:
    """Many services as `metrics.signals.stands` is given one: their homes and keys are numbered through, so that none
    has anything to do with another. Arrays of services × homes × series (× months)."""

    events: np.ndarray
    exposure: np.ndarray
    worse: np.ndarray

    def arguments(self) -> tuple[np.ndarray, ...]:
        """The arrays, a row a series."""
        shape, months = self.events.shape[:3], self.events.shape[3]
        service, home, series = np.indices(shape)
        parts, stocks = series >= len(COUNTS), series >= len(COUNTS) + len(PARTS)
        flat = [each.ravel() for each in (parts, service * HOMES + home, service * SERIES + series, stocks)]
        rows = (array.reshape(-1, months) for array in (self.events, self.exposure))
        return (*rows, *flat, self.worse.ravel())


def services(rng: np.random.Generator, world: World, many: int, months: int, times: np.ndarray | float = 1) -> Services:
    """So many services of so many months in that world. `times`: so many times its level each series goes badly, where
    something is to change (services × homes × series × months, or what fits them)."""
    shape = (many, HOMES, SERIES, months)
    own = rng.gamma(8, 1 / 8, (many, HOMES, SERIES, 1))
    level = own * _moving(rng, world, shape) * np.broadcast_to(times, shape)
    split = len(COUNTS), len(COUNTS) + len(PARTS)
    counts, parts, stocks = np.split(level, split, axis=2)
    nights = 90.0 if world is CHANCE else rng.integers(75, 105, (many, HOMES, 1, months))
    told = [
        (rng.poisson(np.array(COUNTS)[:, None] * counts), np.broadcast_to(nights, counts.shape)),
        _parts(rng, world, parts),
        _stocks(rng, world, stocks),
    ]
    bad, size = (np.concatenate([each[place] for each in told], axis=2).astype(float) for place in (0, 1))
    # Of every second indicator more is better.
    worse = np.where((np.arange(SERIES) >= split[0]) & (np.arange(SERIES) % 2 > 0), -1, 1)
    worse = np.broadcast_to(worse, shape[:3])
    return Services(np.where(worse[..., None] < 0, size - bad, bad), size, worse)


def _moving(rng: np.random.Generator, world: World, shape: tuple[int, ...]) -> np.ndarray:
    """By how much each month's rate differs from the series' own."""
    many, _, series, months = shape
    moving = np.ones(shape)
    if world.scatter:
        moving *= rng.gamma(8, 1 / 8, shape)
    if world.months:
        moving *= rng.gamma(16, 1 / 16, (many, HOMES, 1, months))
    if world.stay:
        # Every second count is of children of whom each has a rate of their own.
        moving[:, :, : len(COUNTS) : 2] *= _children(rng, (many, HOMES, (len(COUNTS) + 1) // 2, months))
    return moving


def _children(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    """The mean of the rates of those who live there, 1 over all children: who comes in place of another is drawn."""
    living = rng.gamma(4, 1 / 4, (*shape[:3], PLACES))
    told = np.empty(shape)
    for month in range(shape[3]):
        comes = rng.random(living.shape) < 1 / MONTHS_STAYED
        living = np.where(comes, rng.gamma(4, 1 / 4, living.shape), living)
        told[..., month] = living.mean(axis=-1)
    return told


def _parts(rng: np.random.Generator, world: World, level: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    cases, share = np.array(PARTS).T[:, :, None]
    size = np.broadcast_to(cases, level.shape).astype(int)
    size = np.maximum(1, rng.poisson(size)) if world.scatter else size
    return rng.binomial(size, np.clip(share * level, 0, 0.95)), size


def _stocks(rng: np.random.Generator, world: World, level: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    cases, share = np.array(STOCKS).T[:, :, None]
    size = np.broadcast_to(cases, level.shape).astype(int)
    chance = np.clip(share * level, 0, 0.95)
    if not world.stand:
        return rng.binomial(size, chance), size
    bad = np.empty(level.shape)
    bad[..., 0] = rng.binomial(size[..., 0], chance[..., 0])
    for month in range(1, level.shape[3]):
        stay = rng.binomial(size[..., month], 1 - STAFF_LEAVE)
        of_bad = rng.hypergeometric(
            bad[..., month - 1].astype(int), (size[..., 0] - bad[..., month - 1]).astype(int), stay
        )
        bad[..., month] = of_bad + rng.binomial(size[..., month] - stay, chance[..., month])
    return bad, size
