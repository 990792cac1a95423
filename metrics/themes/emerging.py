"""Whether a theme is emerging, fading, mentioned for the first time, or steady."""

from typing import Any

import numpy as np

from metrics.themes.chance import (
    FALSE_DISCOVERIES,
    SHAPES,
    expected,
    give_way,
    interval,
    q_values,
    ratio,
    restless,
    shape,
    tails,
    usual,
)

EMERGING, FIRST, FADING, STEADY = STATES = ("emerging", "first mention", "fading", "steady")

FEWEST_VISITS, FEWEST_HOMES, STRETCHES = 3, 2, 3
"""An emerging theme is in three visits and two homes, or at one home in three visits and each of the three months."""

FEWEST_BEFORE = 6
"""Visits before the window, at the least, with which it is compared."""


def judge(counts: list[dict[str, Any]]) -> None:
    """Adds to the counts of `metrics.themes.counting.COUNTED` (all of the service or all of homes) what they mean:
    expected, lower, upper, eb05, usual (the most visits that would be nothing unusual), p, q, state. Without enough
    visits before, all but the interval are None and the state is steady; of a first mention, and of what only
    boilerplate mentions, p and q are None.
    """
    if not counts:
        return
    seen, visits, before, visits_before = (
        np.array([each[name] for each in counts]) for name in ("visits", "of", "before", "before_of")
    )
    comparable = visits_before >= FEWEST_BEFORE
    expectation = expected(before, visits_before, visits)
    new = comparable & np.array([each["new"] for each in counts], dtype=bool)
    at_least, at_most = _tested(comparable & ~new & (seen + before > 0), seen, visits, before, visits_before)
    if service := counts[0]["home"] is None:
        # At one home a concern said again month after month is what is looked for; in the service it would pass for a
        # rise.
        scatter = restless(
            *(
                np.array([each[name] for each in counts], dtype=float)
                for name in ("before_quarters", "before_of_quarters")
            )
        )
        at_least, at_most = give_way(at_least, scatter), give_way(at_most, scatter)
    a = shape(seen[comparable], expectation[comparable], SHAPES["service" if service else "home"])
    eb05, eb95 = ratio(0.05, seen, expectation, a), ratio(0.95, seen, expectation, a)
    homes = np.unique([each["home"] or "" for each in counts], return_inverse=True)[1]
    q_rising, q_falling = q_values(at_least, homes), q_values(at_most, homes)
    rising = seen >= expectation
    enough = np.array(list(map(_enough, counts)))
    states = np.select(
        [
            enough & (new | (q_rising <= FALSE_DISCOVERIES) & (eb05 > 1)),
            new,
            (q_falling <= FALSE_DISCOVERIES) & (eb95 < 1),
        ],
        STATES[:3],
        STEADY,
    )
    lower, upper = interval(seen, visits)
    told = {
        "expected": np.where(comparable, expectation, np.nan),
        "lower": lower,
        "upper": upper,
        "eb05": np.where(comparable, eb05, np.nan),
        "usual": np.where(comparable, usual(visits, before, visits_before), np.nan),
        "p": np.where(rising, at_least, at_most),
        "q": np.where(rising, q_rising, q_falling),
    }
    for place, each in enumerate(counts):
        each |= {name: _number(values[place]) for name, values in told.items()} | {
            "new": bool(new[place]),
            "state": str(states[place]),
        }


def _tested(
    rows: np.ndarray, seen: np.ndarray, visits: np.ndarray, before: np.ndarray, visits_before: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    low, high = np.full(len(seen), np.nan), np.full(len(seen), np.nan)
    low[rows], high[rows] = tails(seen[rows], visits[rows], before[rows], visits_before[rows])
    return high, low


def _enough(counted: dict[str, Any]) -> bool:
    widely = len(counted["homes"]) >= FEWEST_HOMES if counted["home"] is None else counted["stretches"] == STRETCHES
    return counted["visits"] >= FEWEST_VISITS and widely


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
