"""The latest month of every home and indicator, and its chart's word.

Kept in the store a month at a time, since a page asks of the same month again and again.
"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from pandas import DataFrame, concat

from metrics.indicators.indicator import HIGHER, LOWER
from metrics.indicators.intervals import wilson
from metrics.kept.kinds import Kept
from metrics.signals.before import explained, left_out
from metrics.signals.drawn import Drawn
from metrics.signals.limits import NATURAL, ORDINARY, TREND, mean_and_spread
from metrics.signals.methods import FEW_CASES, TOO_FEW, chosen
from metrics.signals.series import Series, days_of, series
from metrics.signals.xmr import COMMON_CAUSE, CONCERN, IMPROVEMENT, NEUTRAL_HIGH, NEUTRAL_LOW, NONE
from qa_data.scope import Scope
from qa_data.store import Store

COLUMNS = {
    "home": "varchar",
    "standard": "varchar",
    "indicator": "varchar",
    "month": "date",
    "method": "varchar",
    "points": "bigint",
    "numerator": "bigint",
    "denominator": "bigint",
    "centre": "double",
    "lower": "double",
    "upper": "double",
    "value": "double",
    "by_chart": "varchar",
    "last_event": "date",
    "judged": "bigint",
    "judged_lower": "double",
    "judged_upper": "double",
    "judged_least": "double",
    "judged_most": "double",
}
"""`by_chart` is the variation by the chart. `last_event`: the latest month with an event. `judged`: how many of the
latest months tell whether a target is reached, with the limits of these and their least and greatest value.
"""

JUDGED = 12
"""A target is judged by so many of the latest months since a chart was rebased: what was before says nothing of how it
runs."""

AT_ONCE = 25_000
"""So many series are worked out in one go."""


def latest(store: Store, scope: Scope) -> DataFrame:
    """A row a home, standard and indicator with a value in 24 months, with the columns above."""
    told, said = series(store, scope), explained(store, scope)
    parts = [np.arange(start, min(start + AT_ONCE, len(told))) for start in range(0, len(told), AT_ONCE)]
    found = [_latest(told.some(rows), said) for rows in parts]
    return concat(found, ignore_index=True) if found else DataFrame(columns=list(COLUMNS))


def _latest(told: Series, explained: dict[tuple[str, str, str], list[int]]) -> DataFrame:
    out = left_out(told, explained)
    events, exposure = (np.where(out, np.nan, array) for array in (told.events, told.exposure))
    usual = replace(told, events=events, exposure=exposure)
    drawn = concat(
        [
            _charted(method.id, told.some(rows), method.drawn(told.some(rows), usual.some(rows))).set_index(rows)
            for method, rows in chosen(told)
        ]
    ).sort_index()
    return drawn.assign(**_judged(told), last_event=_last_event(told))[list(COLUMNS)]


def _judged(told: Series) -> dict[str, np.ndarray]:
    """What the latest months say of a target. Limits: of cases too few for a percentage Wilson's of all of them
    together; of what stands at a month's end, the same cases again and again, what was seen; else those of XmR."""
    values, events, exposure = (each[:, -JUDGED:] for each in (told.values, told.events, told.exposure))
    least, most = np.nanmin(values, axis=1), np.nanmax(values, axis=1)
    mean, spread = mean_and_spread(values)
    lower, upper = mean - NATURAL * spread, mean + NATURAL * spread
    whole = np.nansum(exposure, axis=1)
    few = told.proportion & (whole < FEW_CASES * JUDGED)
    part = np.fmin(np.nansum(events, axis=1), whole)
    sure = wilson(part, whole)
    lower, upper = (np.where(few, 100 * end, limit) for end, limit in zip(sure, (lower, upper), strict=True))
    return {
        "judged": (~np.isnan(values)).sum(axis=1),
        "judged_lower": np.where(told.stock | np.isnan(lower), least, lower),
        "judged_upper": np.where(told.stock | np.isnan(upper), most, upper),
        "judged_least": least,
        "judged_most": most,
    }


def _last_event(told: Series) -> np.ndarray:
    happened = np.nan_to_num(told.events) > 0
    last = happened.shape[1] - 1 - happened[:, ::-1].argmax(axis=1)
    return days_of(np.where(happened.any(axis=1), told.months[np.arange(len(told)), last], np.nan))


def _charted(method: str, told: Series, drawn: Drawn) -> DataFrame:
    last = {name: getattr(drawn, name)[:, -1] for name in ("centre", "lower", "upper")}
    value, kind = drawn.values[:, -1], drawn.kinds[:, -1]
    by_chart = np.where(
        kind == ORDINARY, NONE if method == TOO_FEW.id else COMMON_CAUSE, meaning(_high(method, drawn), told.better)
    )
    return DataFrame(told.names, columns=["home", "standard", "indicator", "part"]).assign(
        month=days_of(told.months[:, -1]),
        method=method,
        points=told.points,
        numerator=told.events[:, -1],
        denominator=told.exposure[:, -1],
        **last,
        value=value,
        by_chart=by_chart,
    )


def _high(method: str, drawn: Drawn) -> np.ndarray:
    """Whether the latest point is high: more events than usual, which is less time between them."""
    if method == "t":
        return drawn.values[:, -1] < drawn.centre[:, -1]
    rising = drawn.values[:, -1] > drawn.values[:, -2]
    return np.where(drawn.kinds[:, -1] == TREND, rising, drawn.values[:, -1] > drawn.centre[:, -1])


def meaning(high: np.ndarray, better: np.ndarray) -> np.ndarray:
    """What a special cause means, as `metrics.signals.xmr.direction`, for many at once."""
    good = np.where(better == HIGHER, high, ~high)
    neutral = np.where(high, NEUTRAL_HIGH, NEUTRAL_LOW)
    return np.where(np.isin(better, (HIGHER, LOWER)), np.where(good, IMPROVEMENT, CONCERN), neutral)


def _month_end(variant: str) -> date:
    return date.fromisoformat(variant) - timedelta(days=1)


LATEST = Kept(
    "signals_latest",
    COLUMNS,
    lambda store, scope, variant: latest(store, scope.at(_month_end(variant))),
)
