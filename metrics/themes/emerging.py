"""What a theme is as one day alone has it: emerging, to be watched, first mentioned, fading or steady."""

from typing import Any

import numpy as np

from metrics.themes.chance import (
    FALSE_DISCOVERIES,
    SHAPES,
    expected,
    give_way,
    interval,
    likelihoods,
    q_values,
    ratio,
    restless,
    shape,
    tails,
    usual,
)

EMERGING, WATCH, FIRST, FADING, STEADY = STATES = ("emerging", "watch", "first mention", "fading", "steady")

WATCHED = 0.02
"""A theme that is seen more than expected with a smaller p is watched where it is not emerging."""

FEWEST_VISITS, FEWEST_HOMES, STRETCHES = 3, 2, 3
"""An emerging theme is in three visits and two homes, or at one home in three visits and each of the three months."""

FEWEST_BEFORE = 6
"""Visits before the window, at the least, with which it is compared."""

Columns = dict[str, np.ndarray]


def judge(counts: list[dict[str, Any]]) -> None:
    """Adds to the counts of one day, of the service or of homes (`metrics.themes.counting.counts`), what `judged` says
    of them; None where there is no number.
    """
    if not counts:
        return
    names = ("visits", "of", "before", "before_of", "new", "stretches", "before_quarters", "before_of_quarters")
    columns = {name: np.array([each[name] for each in counts]) for name in names}
    columns["spread"] = np.array([len(each["homes"]) for each in counts])
    of_home = None if counts[0]["home"] is None else np.array([each["home"] for each in counts])
    told = judged(columns, of_home)
    for place, each in enumerate(counts):
        each |= {name: _plain(values[place]) for name, values in told.items()}


def judged(counts: Columns, of_home: np.ndarray | None) -> Columns:
    """What counts of one day mean, a value a theme: expected, lower, upper, eb05, usual (the most visits that would be
    nothing unusual), p, q, new and state, as that day alone has it. `counts`: visits of `of`, before of before_of, new,
    stretches, spread (homes that mention it) and, of the service, both quarters; `of_home` names each theme's home,
    None for the service. Without enough visits before, all but the interval are NaN and the state is steady; of a first
    mention, and of what only boilerplate mentions, p and q are NaN.
    """
    seen, visits, before, visits_before = (counts[name] for name in ("visits", "of", "before", "before_of"))
    comparable = visits_before >= FEWEST_BEFORE
    expectation = expected(before, visits_before, visits)
    new = comparable & counts["new"].astype(bool)
    each = likelihoods(visits, before, visits_before)
    at_least, at_most = _tested(comparable & ~new & (seen + before > 0), seen, each)
    if of_home is None:
        # At one home a concern said again month after month is what is looked for; in the service it would pass for a
        # rise.
        scatter = restless(*(counts[name].astype(float) for name in ("before_quarters", "before_of_quarters")))
        at_least, at_most = give_way(at_least, scatter), give_way(at_most, scatter)
    a = shape(seen[comparable], expectation[comparable], SHAPES["service" if of_home is None else "home"])
    eb05, eb95 = ratio(0.05, seen, expectation, a), ratio(0.95, seen, expectation, a)
    families = np.zeros(len(seen), dtype=int) if of_home is None else np.unique(of_home, return_inverse=True)[1]
    q_rising, q_falling = q_values(at_least, families), q_values(at_most, families)
    rising = seen >= expectation
    states = np.select(
        [
            _enough(counts, of_home is None) & (new | (q_rising <= FALSE_DISCOVERIES) & (eb05 > 1)),
            rising & (at_least < WATCHED),
            new,
            (q_falling <= FALSE_DISCOVERIES) & (eb95 < 1),
        ],
        STATES[:4],
        STEADY,
    )
    lower, upper = interval(seen, visits)
    return {
        "expected": np.where(comparable, expectation, np.nan),
        "lower": lower,
        "upper": upper,
        "eb05": np.where(comparable, eb05, np.nan),
        "usual": np.where(comparable, usual(each), np.nan),
        "p": np.where(rising, at_least, at_most),
        "q": np.where(rising, q_rising, q_falling),
        "new": new,
        "state": states,
    }


def _tested(rows: np.ndarray, seen: np.ndarray, each: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    low, high = np.full(len(seen), np.nan), np.full(len(seen), np.nan)
    low[rows], high[rows] = tails(seen[rows], each[rows])
    return high, low


def _enough(counts: Columns, service: bool) -> np.ndarray:
    widely = counts["spread"] >= FEWEST_HOMES if service else counts["stretches"] == STRETCHES
    return (counts["visits"] >= FEWEST_VISITS) & widely


def _plain(value: Any) -> Any:
    """As JSON has it: a number, a word, or None for NaN."""
    plain = value.item()
    return None if isinstance(plain, float) and np.isnan(plain) else plain
