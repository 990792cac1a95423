"""python -m tests.metrics.themes.simulating: how often a planted rise is found, and how often chance alone raises a
flag; prints the table of docs/emerging-themes.md.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from metrics.themes.emerging import EMERGING, judge

THEMES, MONTHS, WINDOW = 45, 15, 3
RUNS = 120
SEED = 20261031


@dataclass(frozen=True)
class World:
    """Homes with a visit a month. Each theme has a share of visits of its own, 10 % on average; of the first theme
    it goes from `before` to `after` in the last three months at so many homes. `linger`: how likely a concern is
    simply said again in the next month.
    """

    said: str
    homes: int = 5
    rise: int = 0
    before: float = 0.1
    after: float = 0.6
    linger: float = 0.0


WORLDS = (
    World("5 homes, nothing changes"),
    World("5 homes, nothing changes, half of all concerns are said again the month after", linger=0.5),
    World("2 of 5 homes: from 10 % to 60 % of visits", rise=2),
    World("2 of 5 homes: from 10 % to every visit", rise=2, after=1.0),
    World("2 of 5 homes: from 1 % to every visit", rise=2, before=0.01, after=1.0),
    World("5 of 5 homes: from 10 % to 60 % of visits", rise=5),
    World("12 of 30 homes: from 10 % to 60 % of visits", homes=30, rise=12),
)


def mentioned(world: World, rng: np.random.Generator) -> np.ndarray:
    """Which visits mention which theme: months × homes × themes."""
    shares = rng.beta(1, 9, THEMES)
    if world.rise:
        shares[0] = world.before
    found = rng.random((MONTHS, world.homes, THEMES)) < shares
    for month in range(1, MONTHS):
        again = rng.random(found.shape[1:]) < world.linger
        found[month] = np.where(again, found[month - 1], found[month])
    found[-WINDOW:, : world.rise, 0] = rng.random((WINDOW, world.rise)) < world.after
    return found


def counts(found: np.ndarray, home: str | None = None) -> list[dict]:
    """What is counted of the themes that are mentioned at all. Every theme was mentioned at some time before, so
    none is new.
    """
    now, before = found[-WINDOW:], found[:-WINDOW]
    quarters = before.reshape(4, -1, before.shape[2])
    return [
        {
            "home": home,
            "theme": theme,
            "visits": int(now[:, :, theme].sum()),
            "of": now[:, :, 0].size,
            "before": int(before[:, :, theme].sum()),
            "before_of": before[:, :, 0].size,
            "homes": list(np.flatnonzero(now[:, :, theme].any(axis=0))),
            "stretches": int(now[:, :, theme].any(axis=1).sum()),
            "new": False,
            "before_quarters": quarters[:, :, theme].sum(axis=1).tolist(),
            "before_of_quarters": [quarters.shape[1]] * 4,
        }
        for theme in range(found.shape[2])
        if found[:, :, theme].any()
    ]


@cache
def simulated(world: World) -> tuple[float, float, float]:
    """The share of quarters in which the planted rise is found; other flags of the service in a quarter; other flags
    of single homes in a quarter.
    """
    rng, planted, service, homes = np.random.default_rng(SEED), 0, 0, 0
    for _ in range(RUNS):
        found = mentioned(world, rng)
        of_service, of_homes = (
            counts(found),
            [each for home in range(world.homes) for each in counts(found[:, [home]], str(home))],
        )
        flags = [
            [each["theme"] for each in told if each["state"] == EMERGING]
            for told in (of_service, of_homes)
            if judge(told) is None
        ]
        planted += world.rise > 0 and 0 in flags[0]
        service, homes = (
            total + sum(theme > 0 or not world.rise for theme in each)
            for total, each in zip((service, homes), flags, strict=True)
        )
    return planted / RUNS, service / RUNS, homes / RUNS


def table() -> str:
    """The table in Markdown."""
    lines = [
        "| what happens | found | other flags of the service in a quarter | other flags of single homes in a quarter |",
        "|---|---|---|---|",
    ]
    for world in WORLDS:
        found, service, homes = simulated(world)
        lines += [f"| {world.said} | {f'{100 * found:.0f} %' if world.rise else '–'} | {service:.2f} | {homes:.2f} |"]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table())
