"""python -m tests.metrics.signals.simulating: how often chance alone raises a flag, and how often a doubling or a
tripling is found; prints the README's tables.
"""

from datetime import date
from functools import cache

import numpy as np
from metrics.signals.chance import chance

from loaders.loading import load
from metrics.signals.limits import ORDINARY, kinds_of_points, mean_and_spread
from metrics.signals.methods import ENOUGH
from metrics.signals.series import MONTHS, Series, series
from metrics.signals.signals import FALSE_DISCOVERIES
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from sample_data import WORKBOOKS

SEED, RUNS = 20261031, 300
NIGHTS = 90.0
USUAL = (0.5, 2, 6)
TIMES = (2, 3)
LASTING = (1, 3, 6)


@cache
def council() -> Series:
    """Five homes and all their indicators over 24 months, as in the sample data: how many cases or child-nights, and
    how often.
    """
    store = open_store(MEMORY)
    for workbook in WORKBOOKS:
        load(store, of_every_home(), workbook, "simulation")
    told = series(store, of_every_home(date(2026, 10, 31)))
    store.close()
    return told.some(np.flatnonzero(told.points >= ENOUGH))


def steady(rng: np.random.Generator, told: Series, runs: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Events, exposure and kind of so many councils in which nothing changes, run after run: each series keeps the
    level of its 24 months.
    """
    level = np.nansum(told.events, axis=1) / np.nansum(told.exposure, axis=1)
    exposure, level, parts = (
        np.tile(told.exposure, (runs, 1)),
        np.tile(level, runs)[:, None],
        np.tile(told.proportion, runs),
    )
    cases = np.nan_to_num(exposure).astype(int)
    events = np.where(
        parts[:, None], rng.binomial(cases, np.clip(level, 0, 1)), rng.poisson(np.nan_to_num(exposure) * level)
    ).astype(float)
    return np.where(np.isnan(exposure), np.nan, events), exposure, parts


def flagged(p: np.ndarray) -> np.ndarray:
    """Which of a service's tests are flagged: Benjamini and Hochberg's rule, written plainly."""
    known = np.sort(p[~np.isnan(p)])
    allowed = known[known <= FALSE_DISCOVERIES * np.arange(1, len(known) + 1) / len(known)]
    return p <= (allowed.max() if len(allowed) else -1)


@cache
def chance_alone() -> tuple[np.ndarray, dict[str, float]]:
    """The p of every series in every run (runs × series) when nothing has changed; and flags a month: ours, of tests
    taken one by one, and of plain XmR charts.
    """
    told, rng = council(), np.random.default_rng(SEED)
    events, exposure, parts = steady(rng, told, RUNS)
    p = chance(events, exposure, parts)[0].reshape(RUNS, len(told))
    values = events / exposure
    plain = (kinds_of_points(values, *mean_and_spread(values))[:, -1] != ORDINARY).sum() / RUNS
    ours = np.array([flagged(each).sum() for each in p])
    return p, {
        "ours": ours.mean(),
        "some": (ours > 0).mean(),
        "one by one": (p < 0.05).sum() / RUNS,
        "xmr": plain,
        "series": len(told),
    }


@cache
def found(usual: float, times: int, lasting: int) -> float:
    """How often a change of one count among all the steady ones is flagged: so many a month before, so many times as
    many in the last months.
    """
    rng = np.random.default_rng([SEED, int(usual * 10), times, lasting])
    rate = np.full((RUNS, MONTHS), float(usual))
    rate[:, -lasting:] *= times
    exposure = np.full(rate.shape, NIGHTS)
    changed = chance(rng.poisson(rate).astype(float), exposure, np.zeros(RUNS, dtype=bool))[0]
    return float(
        np.mean([flagged(np.append(others, each))[-1] for others, each in zip(chance_alone()[0], changed, strict=True)])
    )


def false_flags_table() -> str:
    """Flags a month that chance alone raises in a steady service."""
    seen = chance_alone()[1]
    rows = (
        ("this dashboard", seen["ours"]),
        ("every test for itself at 5 %", seen["one by one"]),
        ("plain XmR charts, any rule at the latest point", seen["xmr"]),
    )
    return "\n".join(
        [
            f"| five homes, {seen['series']:.0f} series, nothing changes | false flags a month |",
            "|---|---|",
            *(f"| {said} | {number:.2g} |" for said, number in rows),
        ]
    )


def power_table() -> str:
    """How often a doubling and a tripling are flagged."""
    heads = [
        f"{'doubling' if times == 2 else 'tripling'}, {lasting} month{'s' if lasting > 1 else ''}"
        for times in TIMES
        for lasting in LASTING
    ]
    lines = [
        f"| {usual:g} | "
        + " | ".join(f"{100 * found(usual, times, lasting):.0f} %" for times in TIMES for lasting in LASTING)
        + " |"
        for usual in USUAL
    ]
    return "\n".join([f"| usual count a month | {' | '.join(heads)} |", "|---" * 7 + "|", *lines])


if __name__ == "__main__":
    print(false_flags_table(), power_table(), sep="\n\n")
