"""The concerns and each home as a whole as rows that are kept: a frame made of how they stand, and how they stood read
from one.
"""

from collections.abc import Iterable

import numpy as np
from pandas import CategoricalDtype, DataFrame, concat

from metrics.signals.evidence.standing import Standing
from metrics.signals.grid import OF_VERDICTS, VERDICT, Grid

WORSE, BETTER = "worse", "better"

FLAG, WATCH, WHOLE, PART = "flag", "watch", "whole", "part"

COUNTS = ("numerator", "denominator")

KINDS = {
    "direction": CategoricalDtype([WORSE, BETTER]),
    "tier": CategoricalDtype([WATCH, FLAG, WHOLE, PART]),
}

CONCERNS = ((WORSE, WATCH), (WORSE, FLAG), (BETTER, WATCH), (BETTER, FLAG))

STATE = {
    "stands": "boolean",
    "since": "date",
    "first": "date",
    "began": "date",
    "over": "date",
    "evidence": "double",
    "threshold": "double",
    "base": "double",
    "times": "double",
    "against": "double",
}
"""What the next month goes on from, as in `Standing`."""

COLUMNS = (
    {"home": "varchar", "standard": "varchar", "indicator": "varchar", "direction": "varchar", "tier": "varchar"}
    | STATE
    | {
        "month": "date",
        "numerator": "bigint",
        "denominator": "bigint",
        "known": "integer",
        "since_numerator": "bigint",
        "since_denominator": "bigint",
        "before_numerator": "bigint",
        "before_denominator": "bigint",
        "of_indicators": "integer",
        "of_verdicts": "integer",
        "digest": "varchar",
    }
)
"""A row a series for the worse and Watch, and one for each other direction and tier that ever stood: `stands`, or was
`over` in that month; raised in the month `since`, the `first` of any tier; its change `began`; W (`evidence`) against h
(`threshold`); the rate before (`base`), how many `times` that it became, and how far the months speak `against` it. The
latest known month with its counts, the sums of the months since it began, how many of these are `known`, and of those
before. Of tier `whole` a row a home, standard and indicator blank, with its numbers of indicators and verdicts; of tier
`part` a row for each of its indicators, verdicts and themes that make it up while it stands. `digest`: of all that is
known of the home."""


def told_by_visits(returns: Grid) -> np.ndarray:
    """The series that count the verdicts of visits, which the visits themselves tell of the home as a whole."""
    return (returns.names["indicator"] == OF_VERDICTS).to_numpy()


def stood_before(told: Grid, kept: DataFrame | None) -> list[Standing]:
    """How every concern (in the order of `CONCERNS`) and, last, each home stood, as kept; without that, not at all."""
    *states, whole = [*(Standing.none(len(told.names)) for _ in CONCERNS), Standing.none(len(told.homes))]
    if kept is not None:
        for state, (direction, tier) in zip(states, CONCERNS, strict=True):
            own = kept[(kept["direction"] == direction) & (kept["tier"] == tier)]
            _put(state, told, told.rows(own), own)
        own = kept[kept["tier"] == WHOLE]
        _put(whole, told, np.searchsorted(np.array(told.homes), own["home"]), own)
    return [*states, whole]


def _put(state: Standing, told: Grid, rows: np.ndarray, kept: DataFrame) -> None:
    for name, sql_type in STATE.items():
        getattr(state, name)[rows] = told.places(kept[name]) if sql_type == "date" else kept[name]


def rows_of(told: tuple[Grid, Grid], ends: list[Standing], parts: list[np.ndarray]) -> DataFrame:
    """`COLUMNS` but the digest: how every concern and, last, each home stands (`ends`), and which of its returns and
    visits make a home up (`parts`)."""
    *series, whole = ends
    return concat([_concerns(told[0], series), _homes(told, whole), *_parts(told, whole, parts)], ignore_index=True)


def _concerns(told: Grid, ends: list[Standing]) -> DataFrame:
    """The rows of the series, with the sums that a sentence needs."""
    wanted = [np.arange(len(told.names)), *(np.flatnonzero(end.since >= 0) for end in ends[1:])]
    rows, end = np.concatenate(wanted), Standing.of([end.some(own) for end, own in zip(ends, wanted, strict=True)])
    kinds = DataFrame(CONCERNS, columns=list(KINDS)).astype(KINDS)
    kind = kinds.iloc[np.repeat(range(len(CONCERNS)), [len(own) for own in wanted])]
    named = concat([each.reset_index(drop=True) for each in (told.names.iloc[rows], kind)], axis=1)
    return named.assign(**_state(told, end), **_sums(told, rows, end.began), **_latest(told, rows))


def _state(told: Grid, end: Standing) -> dict[str, np.ndarray]:
    return {
        name: told.days(getattr(end, name)) if sql_type == "date" else getattr(end, name)
        for name, sql_type in STATE.items()
    }


def _sums(told: Grid, rows: np.ndarray, began: np.ndarray) -> dict[str, np.ndarray]:
    """Of the months since a change began and of those before; of a series without one none."""
    changed, place = np.flatnonzero(began >= 0), np.arange(told.months)
    since = place >= began[changed, None]
    sums = {f"{part}{name}": np.zeros(len(rows), int) for part in ("since_", "before_") for name in COUNTS}
    for name, array in zip(COUNTS, (told.events, told.exposure), strict=True):
        own = np.nan_to_num(array[rows[changed]])
        sums[f"since_{name}"][changed] = np.sum(own, axis=1, where=since, dtype=float)
        sums[f"before_{name}"][changed] = np.sum(own, axis=1, where=~since, dtype=float)
    known = np.zeros(len(rows), int)
    known[changed] = (since & ~np.isnan(told.events[rows[changed]])).sum(axis=1)
    return sums | {"known": known}


def _latest(told: Grid, rows: np.ndarray) -> dict[str, np.ndarray]:
    """The latest known month of each with its counts."""
    last = told.months - 1 - (~np.isnan(told.events))[:, ::-1].argmax(axis=1)[rows]
    counts = (array[rows, last].astype(int) for array in (told.events, told.exposure))
    return {"month": told.days(last), **dict(zip(COUNTS, counts, strict=True))}


def _homes(told: tuple[Grid, Grid], end: Standing) -> DataFrame:
    """A row a home of which anything is known."""
    returns, visits = told
    of_indicators, of_verdicts = (
        np.bincount(home, minlength=len(returns.homes))
        for home in (returns.home[~told_by_visits(returns)], visits.home[visits.names["indicator"] == VERDICT])
    )
    names = {"home": returns.homes, "standard": "", "indicator": "", "direction": WORSE, "tier": WHOLE}
    named = DataFrame(names).astype(returns.names.dtypes.to_dict() | KINDS)
    return named.assign(**_state(returns, end), of_indicators=of_indicators, of_verdicts=of_verdicts)


def _parts(told: Iterable[Grid], end: Standing, parts: list[np.ndarray]) -> list[DataFrame]:
    """What makes up each home that stands."""
    return [
        grid.names[among & end.stands[grid.home]].assign(direction=WORSE, tier=PART).astype(KINDS)
        for grid, among in zip(told, parts, strict=True)
        if end.stands.any()
    ]
