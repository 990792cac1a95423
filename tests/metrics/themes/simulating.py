"""python -m tests.metrics.themes.simulating: how often a planted rise is found, and how often chance alone raises a
flag; prints the table of docs/emerging-themes.md.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from metrics.themes.emerging import EMERGING, judged
from metrics.themes.standing import Runs

THEMES, BEFORE, WINDOW, LASTS = 45, 24, 3, 6
"""So many themes; months before a rise, of which the last twelve are judged too; months asked about; and months that
the rise lasts."""

RUNS = 40
SEED = 20261031


@dataclass(frozen=True)
class World:
    """Homes with a visit a month. Each theme has a share of visits of its own, 10 % on average; of the first theme
    it goes from `before` to `after` at so many homes. `linger`: how likely a concern is simply said again in the next
    month.
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
    World("3 of 12 homes: from 10 % to 80 % of visits", homes=12, rise=3, after=0.8),
    World("12 of 30 homes: from 10 % to 60 % of visits", homes=30, rise=12),
)


def mentioned(world: World, rng: np.random.Generator) -> np.ndarray:
    """Which visits mention which theme: months × homes × themes."""
    shares = rng.beta(1, 9, THEMES)
    if world.rise:
        shares[0] = world.before
    found = rng.random((BEFORE + LASTS, world.homes, THEMES)) < shares
    for month in range(1, len(found)):
        again = rng.random(found.shape[1:]) < world.linger
        found[month] = np.where(again, found[month - 1], found[month])
    found[-LASTS:, : world.rise, 0] = rng.random((LASTS, world.rise)) < world.after
    return found


def columns(found: np.ndarray) -> dict[str, np.ndarray]:
    """What is counted of fifteen months (months × homes × themes). Every theme was mentioned at some time before, so
    none is new.
    """
    now, before = found[-WINDOW:], found[:-WINDOW]
    of, themes = np.ones(found.shape[2], dtype=int), found.shape[2]
    return {
        "visits": now.sum(axis=(0, 1)),
        "of": of * now[:, :, 0].size,
        "before": before.sum(axis=(0, 1)),
        "before_of": of * before[:, :, 0].size,
        "new": np.zeros(themes, dtype=bool),
        "stretches": now.any(axis=1).sum(axis=0),
        "spread": now.any(axis=0).sum(axis=0),
        "before_quarters": before.reshape(4, -1, themes).sum(axis=1).T,
        "before_of_quarters": np.full((themes, 4), before.shape[1] * 3),
    }


def go_on(runs: Runs, found: np.ndarray, month: int) -> None:
    """Judges the fifteen months to that one: the service, and each home for itself."""
    months = found[month - WINDOW - 11 : month + 1]
    alone = [columns(months[:, [home]]) for home in range(found.shape[1])]
    every = {name: np.concatenate([each[name] for each in alone]) for name in alone[0]}
    names = [str(home) for home in range(found.shape[1]) for _ in range(THEMES)]
    day = date(2000 + month // 12, month % 12 + 1, 1)
    visits, of, rising = {}, {}, []
    for told, homes in ((columns(months), [None] * THEMES), (every, names)):
        state = judged(told, None if homes[0] is None else np.array(homes))["state"]
        keys = [(home, str(place % THEMES)) for place, home in enumerate(homes)]
        visits |= dict(zip(keys, told["visits"].tolist(), strict=True))
        of |= dict(zip(homes, told["of"].tolist(), strict=True))
        rising += [
            (keys[place], int(told["before"][place]), int(told["before_of"][place]))
            for place in np.flatnonzero(state == EMERGING)
        ]
    runs.judge(day, visits, of, rising)


@cache
def simulated(world: World) -> tuple[float, float, float, float]:
    """The share of services in which the planted rise is found within three and within six months; how many other
    themes of the service, and of single homes, stand as emerging in an average month.
    """
    rng, planted, service, homes = np.random.default_rng(SEED), np.zeros(2), 0, 0
    for _ in range(RUNS):
        found = mentioned(world, rng)
        runs = Runs()
        for month in range(WINDOW + 11, len(found)):
            go_on(runs, found, month)
            others = [home for home, theme in runs.standing if theme != "0" or not world.rise]
            service += others.count(None)
            homes += len(others) - others.count(None)
            if month - BEFORE + 1 in (3, LASTS):
                planted[int(month - BEFORE + 1 == LASTS)] += (None, "0") in runs.standing
    looks = RUNS * (BEFORE + LASTS - WINDOW - 11)
    return planted[0] / RUNS, planted[1] / RUNS, service / looks, homes / looks


HEADS = (
    "| what happens | found within 3 months | within 6 | other themes of the service that stand, in an average month"
    " | of single homes |\n|---|---|---|---|---|\n"
)


def line(world: World) -> str:
    """The world's line of the table."""
    soon, later, service, homes = simulated(world)
    found = [f"{100 * share:.0f} %" if world.rise else "–" for share in (soon, later)]
    return f"| {world.said} | {found[0]} | {found[1]} | {service:.2f} | {homes:.2f} |\n"


def table() -> str:
    """The table in Markdown."""
    return HEADS + "".join(map(line, WORLDS))


if __name__ == "__main__":
    print(table(), end="")
