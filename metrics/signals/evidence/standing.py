"""Which concerns stand: raised when the evidence reaches the home's threshold, and held until the months since speak as
clearly for the rate that was before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from metrics.signals.evidence.counted import LEAST_LEFT, SHAPE, Counted
from metrics.signals.evidence.factors import CHANGES, FEWEST_BEFORE, WINDOW, bayes_factors
from metrics.signals.evidence.reach import may_reach

CHANCE = 1.0
"""What the evidence of nothing but chance comes to, in the mean over many months (found by simulation)."""

LEAST_TIMES, MOST_TIMES = 1.5, 2.0
"""A concern is over where the months speak against a change of between so many times."""

OVER = 1.0
"""How clearly they have to."""

SERIES_AT_ONCE = 1_000
"""So many series' arrays stay in the processor's own memory."""


@dataclass
class Standing:
    """Of each series as at a month: whether a concern `stands`, raised in which month (`since`; -1 without), and in
    which month one of any tier was, since when one has stood without a break (`first`; also of one that is over); its
    likeliest first month (`began`), the rate before (`base`), how many times that it became (`times`), how far the
    months since speak against it (`against`), and the month in which the last one was over (`over`; -1 without).
    `evidence` (W) against the `threshold` (h), NaN where there is none."""

    stands: np.ndarray
    since: np.ndarray
    first: np.ndarray
    began: np.ndarray
    base: np.ndarray
    times: np.ndarray
    against: np.ndarray
    over: np.ndarray
    evidence: np.ndarray
    threshold: np.ndarray

    @classmethod
    def none(cls, series: int) -> "Standing":
        """Before the first month."""
        nothing, never = np.full(series, np.nan), np.full(series, -1)
        return cls(
            np.zeros(series, bool), never, never, never, nothing, nothing, np.zeros(series), never, nothing, nothing
        ).copy()

    @classmethod
    def of(cls, parts: Iterable["Standing"]) -> "Standing":
        """All of them, one after the other."""
        each = zip(*(vars(part).values() for part in parts), strict=True)
        return cls(*map(np.concatenate, each))

    def some(self, rows: slice | np.ndarray) -> "Standing":
        """Those series; of a slice the same arrays, so that what changes in them changes here."""
        return Standing(**{name: array[rows] for name, array in vars(self).items()})

    def put(self, rows: np.ndarray, some: "Standing") -> None:
        """Those series stand so."""
        for name, array in vars(self).items():
            array[rows] = getattr(some, name)

    def copy(self) -> "Standing":
        """The same, to go on from."""
        return Standing(**{name: array.copy() for name, array in vars(self).items()})


def threshold(series: np.ndarray, budget: float) -> np.ndarray:
    """h = ln(S / B) - 1: what the evidence has to reach at B new false concerns a month of S series."""
    return np.log(np.maximum(series, 1) / budget) - CHANCE


def series_known(told: Counted, home: np.ndarray) -> np.ndarray:
    """S of each series and month: how many of its home have more than 3 known months by then."""
    _, of = np.unique(home, return_inverse=True)
    counted = np.zeros((of.max(initial=-1) + 1, told.bad.shape[1]))
    np.add.at(counted, of, (told.months_known[:, 1:] > FEWEST_BEFORE).astype(float))
    return counted[of]


def stood(
    told: Counted,
    thresholds: list[np.ndarray],
    toward: int,
    begun: list[Standing] | None = None,
    first: int = 0,
    may: np.ndarray | None = None,
) -> tuple[np.ndarray, list[Standing]]:
    """Which concerns stood in each month from `first` on (thresholds × series × months), and how each stands after the
    last. `thresholds`: of each tier h of series × months; `begun`: how they stood before `first`; `may`: in which
    months one may be raised at all (`raisable`), where that is known already."""
    may = raisable(told, thresholds, first)[toward] if may is None else may
    series, months = told.bad.shape
    held = np.zeros((len(thresholds), series, months), bool)
    ends = [state.copy() for state in begun or [Standing.none(series) for _ in thresholds]]
    # Of a tier that has never stood nothing is kept.
    _same_first(ends, np.max([end.first for end in ends], axis=0))
    moved = np.flatnonzero((may & told.known)[:, first:].any(axis=1) | _of_any_tier(ends))
    for start in range(0, len(moved), SERIES_AT_ONCE):
        rows = moved[start : start + SERIES_AT_ONCE]
        some, states, reach = told.some(rows), [end.some(rows) for end in ends], [each[rows] for each in thresholds]
        for month in range(first, months):
            before = _of_any_tier(states)
            # It matters where one may be raised.
            looked = some.known[:, month] & may[rows, month] & ~np.all([state.stands for state in states], axis=0)
            _go_on(some, month, np.flatnonzero(looked), reach, toward, states)
            for place, state in enumerate(states):
                held[place, rows, month] = state.stands
            begins = _of_any_tier(states) & ~before
            _same_first(states, np.where(begins, month, states[0].first))
        for end, state in zip(ends, states, strict=True):
            end.put(rows, state)
    _tell_last(told, thresholds, toward, first, ends)
    return held, ends


def raisable(told: Counted, thresholds: list[np.ndarray], first: int) -> dict[int, np.ndarray]:
    """On which series and in which months from `first` on the evidence may reach a threshold at all: for the worse (1)
    and for the better (-1)."""
    more, fewer = may_reach(told, first, np.min(thresholds, axis=0))
    up = (told.turned > 0)[:, None]
    return {1: np.where(up, more, fewer), -1: np.where(up, fewer, more)}


def _go_on(
    told: Counted, month: int, rows: np.ndarray, reach: list[np.ndarray], toward: int, states: list[Standing]
) -> None:
    """How the concerns of every tier stand after that month, in which the evidence of those rows matters."""
    for state in states:
        _clear(told, month, state)
    if len(rows):
        likelier = _tell(told, month, rows, reach, toward, states)
        for state in states:
            _raised(told, month, rows, likelier, toward, state)


def _tell(
    told: Counted, month: int, rows: np.ndarray, reach: list[np.ndarray], toward: int, states: list[Standing]
) -> np.ndarray:
    """The mean over r of BF_k(r) of those rows as at that month, series × k; each state tells W of them."""
    found = bayes_factors(told, month, WINDOW, CHANGES, toward, rows=rows)
    likelier = np.exp(found, out=found).mean(axis=0)
    evidence = _evidence(likelier)
    for state, least in zip(states, reach, strict=True):
        state.evidence[rows], state.threshold[rows] = evidence, least[rows, month]
        answered = _answered(told, month, rows, state)
        again = answered >= 0
        state.evidence[rows[again]] = _evidence(_since(likelier[again], month, answered[again]))
    return likelier


def _tell_last(told: Counted, reach: list[np.ndarray], toward: int, first: int, states: list[Standing]) -> None:
    """Each state tells W as at the last known month of each series."""
    last = np.where(told.known, np.arange(told.known.shape[1]), -1).max(axis=1)
    for month in np.unique(last[last >= first]).tolist():
        rows = np.flatnonzero(last == month)
        for start in range(0, len(rows), SERIES_AT_ONCE):
            _tell(told, month, rows[start : start + SERIES_AT_ONCE], reach, toward, states)


def _same_first(states: list[Standing], first: np.ndarray) -> None:
    """The month since which one of any tier has stood is that of each of them."""
    for state in states:
        state.first[:] = first


def _of_any_tier(states: list[Standing]) -> np.ndarray:
    """On which series a concern stands."""
    return np.any([state.stands for state in states], axis=0)


def _evidence(likelier: np.ndarray) -> np.ndarray:
    """W, of the mean over r of BF_k(r); NaN where no change can have begun."""
    # One after the other, so that a series tells the same whatever others are told beside it.
    whole = likelier.cumsum(axis=1)[:, -1]
    return np.log(whole, out=np.full(len(whole), np.nan), where=whole > 0)


def _answered(told: Counted, month: int, rows: np.ndarray, state: Standing) -> np.ndarray:
    """Up to which month all is answered by then, by what was over and by what a person explained: new evidence begins
    with the next one; -1 where nothing is."""
    return np.maximum(state.over, told.explained[:, month])[rows]


def _since(likelier: np.ndarray, month: int, answered: np.ndarray) -> np.ndarray:
    """Only what may have begun after the month up to which all is answered."""
    return np.where(_months(likelier, month) > answered[:, None], likelier, 0)


def _months(likelier: np.ndarray, month: int) -> np.ndarray:
    """Which months k it is of, the last of which is that one."""
    return np.arange(month + 1 - likelier.shape[1], month + 1)


def _raised(told: Counted, month: int, rows: np.ndarray, likelier: np.ndarray, toward: int, state: Standing) -> None:
    """Which concerns of a tier are raised in that month: `likelier` is the mean over r of BF_k(r) of those `rows`, of
    which the state tells the evidence."""
    high = ~state.stands[rows] & (state.evidence[rows] >= state.threshold[rows])
    if not high.any():
        return
    rows = rows[high]
    left = _since(likelier[high], month, _answered(told, month, rows, state))
    began = _months(left, month)[left.argmax(axis=1)]
    # Of few series the sum over many beginnings reaches h even where no one is likelier than none.
    raised = (left.max(axis=1) > 1) & _seen(told, month, rows, began, toward)
    _raise(told, month, state, rows[raised], began[raised], toward)


def _seen(told: Counted, month: int, rows: np.ndarray, began: np.ndarray, toward: int) -> np.ndarray:
    """Whether the months since went that way, beside those before: where they are few, the prior alone may say so."""
    bad, size = told.whole_bad[rows, began], told.whole_size[rows, began]
    since_bad, since_size = told.whole_bad[rows, month + 1] - bad, told.whole_size[rows, month + 1] - size
    return toward * told.turned[rows] * (since_bad * size - bad * since_size) > 0


def _raise(told: Counted, month: int, state: Standing, rows: np.ndarray, began: np.ndarray, toward: int) -> None:
    """A concern stands from now on: what it holds is kept with it."""
    bad, size = told.whole_bad[rows, began], told.whole_size[rows, began]
    base = (bad + SHAPE) / (size + SHAPE / told.usual[rows, month])
    since_bad, since_size = told.whole_bad[rows, month + 1] - bad, told.whole_size[rows, month + 1] - size
    times = (since_bad + 1) / (base * since_size + 1)
    up = toward * told.turned[rows] > 0
    state.times[rows] = np.where(
        up, np.clip(times, LEAST_TIMES, MOST_TIMES), np.clip(times, 1 / MOST_TIMES, 1 / LEAST_TIMES)
    )
    state.stands[rows], state.since[rows], state.began[rows] = True, month, began
    state.base[rows], state.against[rows] = base, 0


def _clear(told: Counted, month: int, state: Standing) -> None:
    """A concern is over where the months since it was raised speak against it clearly enough."""
    rows = np.flatnonzero(state.stands & told.known[:, month])
    if not len(rows):
        return
    base, times = state.base[rows], state.times[rows]
    gained = (times - 1) * base * told.size[rows, month] - told.bad[rows, month] * np.log(times)
    gained /= told.scatter[rows, month] * np.where(told.parts[rows], np.maximum(1 - base, LEAST_LEFT), 1)
    state.against[rows] = np.maximum(0, state.against[rows] + gained)
    over = rows[state.against[rows] >= OVER]
    state.stands[over], state.over[over] = False, month
