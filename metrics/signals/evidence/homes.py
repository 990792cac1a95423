"""How the signal of each home as a whole stands, month by month.

Below the limit at which it is over it stands no more, whatever was before. So each home is looked back at from the last
month to the one that settles how it stands, and told on from there: of most homes these are two months.
"""

from typing import NamedTuple

import numpy as np

from metrics.signals.evidence import whole
from metrics.signals.evidence.counted import Counted
from metrics.signals.evidence.standing import Standing
from metrics.signals.evidence.whole import RETURNS_ALONE, WITH_VISITS, as_one, evidence


class _Series(NamedTuple):
    """Series of returns or of visits, the place of each one's home, and which of them tell nothing here (`silent`)."""

    told: Counted
    home: np.ndarray
    silent: np.ndarray


class _Told(NamedTuple):
    """Of some homes (`which`) as at a `month` the evidence (`now`), from which on the signal stands (`starts`), below
    which it is over (`ends`), in which month a change likeliest began, and which series make each up (`parts`)."""

    month: int
    which: np.ndarray
    now: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    began: np.ndarray
    parts: list[np.ndarray]


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
    the series of returns that tell the same as those of visits, and so tell nothing here. What was over before the
    month that settles how a home stands is not told."""
    every = _Series(returns, homes[0], twice), _Series(seen, homes[1], np.zeros(len(homes[1]), bool))
    state, known = begun.copy(), _known(every, len(begun.stands))
    last = known.shape[1] - 1
    looked_at = [_told(every, last, np.arange(len(known)), len(known))]
    seen_before, settled = np.zeros((2, len(known)), bool)
    for month in reversed(range(first, last + 1)):
        which = np.flatnonzero(known[:, month] & ~settled)
        if month < last and len(which):
            looked_at.append(_told(every, month, which, len(known)))
        told = looked_at[-1]
        # The latest month that is known may itself have ended it.
        low = (told.now < told.ends)[np.isin(told.which, which)]
        settled[which] = seen_before[which] & low
        seen_before[which] = True
    for told in reversed(looked_at):
        _go_on(state, told, known[told.which, told.month])
    return state, looked_at[0].parts


def _told(every: tuple[_Series, _Series], month: int, which: np.ndarray, homes: int) -> _Told:
    """What that month tells of the homes of those places, of so many."""
    place = np.full(homes, -1)
    place[which] = np.arange(len(which))
    rows = [np.flatnonzero(place[home] >= 0) for _, home, _ in every]
    places = [place[own.home[of]] for own, of in zip(every, rows, strict=True)]
    factors = [whole.factors(own.told, month, of) for own, of in zip(every, rows, strict=True)]
    factors[0][:, every[0].silent[rows[0]]] = -np.inf
    alone, visits = (whole.together(*each, len(which)) for each in zip(factors, places, strict=True))
    together = whole.both(alone, visits)
    visited = np.bincount(places[1][every[1].told.months_known[rows[1], month + 1] > 0], minlength=len(which)) > 0
    now = evidence(alone)
    now = np.where(visited, as_one(now, evidence(visits), evidence(together)), now)
    starts, ends = (np.where(visited, *limits) for limits in zip(WITH_VISITS, RETURNS_ALONE, strict=True))
    parts = [whole.makes_up(found, together, of) for found, of in zip(factors, places, strict=True)]
    return _Told(month, which, now, starts, ends, month - whole.likeliest(together)[2], parts)


def _known(every: tuple[_Series, _Series], homes: int) -> np.ndarray:
    """Of which homes anything is known in each month."""
    known = np.zeros((homes, every[0].told.known.shape[1]), bool)
    for told, home, _ in every:
        np.logical_or.at(known, home, told.known)
    return known


def _go_on(state: Standing, told: _Told, known: np.ndarray) -> None:
    """How the homes stand after that month: one of which nothing is known in it as before."""
    stood = state.stands[told.which]
    stands = np.where(known, told.now >= np.where(stood, told.ends, told.starts), stood)
    begins = stands & ~stood
    state.since[told.which[begins]], state.began[told.which[begins]] = told.month, told.began[begins]
    state.over[told.which[stood & ~stands]] = told.month
    state.stands[told.which] = stands
    for held, value in ((state.evidence, told.now), (state.threshold, told.starts)):
        held[told.which[known]] = np.where(np.isfinite(told.now), value, np.nan)[known]
