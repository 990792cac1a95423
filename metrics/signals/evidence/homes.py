"""How the signal of each home as a whole stands, month by month."""

import numpy as np

from metrics.signals.evidence import whole
from metrics.signals.evidence.counted import Counted
from metrics.signals.evidence.standing import Standing
from metrics.signals.evidence.whole import RETURNS_ALONE, WITH_VISITS, as_one, evidence


def homes_stood(
    returns: Counted,
    seen: Counted,
    homes: tuple[np.ndarray, np.ndarray],
    twice: np.ndarray,
    begun: Standing,
    first: int,
) -> tuple[Standing, list[np.ndarray]]:
    """How each home stands after the last month, from how they stood before the month `first`; and which series of its
    returns and of its visits make it up. `homes`: the place of each series' home among those that are `begun`; `twice`:
    the series of returns that tell the same as those of visits, and so tell nothing here."""
    state, kinds = begun.copy(), tuple(zip((returns, seen), homes, strict=True))
    for month in range(first, returns.bad.shape[1]):
        factors = [whole.factors(told, month) for told, _ in kinds]
        factors[0][:, twice] = -np.inf
        alone, visits = (
            whole.together(found, home, len(state.stands)) for found, home in zip(factors, homes, strict=True)
        )
        every = whole.both(alone, visits)
        visited = _any(seen.months_known[:, month + 1] > 0, homes[1], state)
        known = np.any([_any(told.known[:, month], home, state) for told, home in kinds], axis=0)
        now = evidence(alone)
        now = np.where(visited, as_one(now, evidence(visits), evidence(every)), now)
        _go_on(state, month, known, now, visited, month - whole.likeliest(every)[2])
    return state, [whole.makes_up(found, every, home) for found, home in zip(factors, homes, strict=True)]


def _any(which: np.ndarray, home: np.ndarray, state: Standing) -> np.ndarray:
    """The homes of which one of those series is."""
    return np.bincount(home[which], minlength=len(state.stands)) > 0


def _go_on(
    state: Standing, month: int, known: np.ndarray, now: np.ndarray, visited: np.ndarray, began: np.ndarray
) -> None:
    """How they stand after that month, of their evidence `now`: a home of which nothing is known in it as before."""
    starts, ends = (np.where(visited, *limits) for limits in zip(WITH_VISITS, RETURNS_ALONE, strict=True))
    stands = np.where(known, now >= np.where(state.stands, ends, starts), state.stands)
    begins = stands & ~state.stands
    state.since[begins], state.began[begins] = month, began[begins]
    state.over[state.stands & ~stands] = month
    state.stands[:] = stands
    np.copyto(state.evidence, np.where(np.isfinite(now), now, np.nan), where=known)
    np.copyto(state.threshold, np.where(np.isfinite(now), starts, np.nan), where=known)
