"""Of which months a chart's usual limits are: of a series on which a concern stands those before its change began."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from metrics.months.values import first_incomplete
from metrics.signals.limits import mean_and_spread
from metrics.signals.methods import chosen
from metrics.signals.series import Name, Series, series
from metrics.signals.shapes import Latest, Signal
from metrics.signals.xmr import NONE
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store
from qa_data.wording import counted, month_name

SQL = queries(__file__)

LEAST = 6
"""Fewer months than these before the change among those shown make no limits: then all months before tell the rate."""

MADE = {
    "too few": "The line is the median",
    "proportion": "The line is the share",
    "t": "The usual time between two is that",
    "u": "The usual range is that",
    "xmr": "The usual range is that",
}
"""What the months before a change tell, by method."""

SCATTER = {
    "u": ", and the range what that rate makes of each month shown",
    "xmr": ", and how far months scatter is that of the months shown",
}
"""How wide the range is about the rate of all months before, by method; of the others it has none of its own."""


LEAVES_OUT = " Months that were explained are left out of what is usual."


def began(signal: Latest | None) -> float:
    """The month in which the change began for which a concern stands (months since year 0); NaN where none does."""
    day = month_began(signal)
    return np.nan if day is None else 12 * day.year + day.month - 1


def month_began(signal: Latest | None) -> date | None:
    """The same as its first day; None where no concern stands: what is over may still tell when it had begun."""
    if signal is None or signal["direction"] == NONE or not signal["began"]:
        return None
    return date.fromisoformat(f"{signal['began']}-01")


def explained(store: Store, scope: Scope) -> dict[Name, list[int]]:
    """The months (since year 0) that a person explained, of each series: home, standard, indicator."""
    rows = store.rows(scope, SQL["explained"], after=first_incomplete(scope.as_at))
    return {(row["home"], row["standard"], row["indicator"]): row["months"] for row in rows}


def left_out(told: Series, explained: dict[Name, list[int]]) -> np.ndarray:
    """Which months of each series its usual limits leave out: those explained, where enough others are left."""
    out = np.zeros(told.months.shape, dtype=bool)
    for row, name in enumerate(told.names):
        if months := explained.get(name[:3]):
            out[row] = np.isin(told.months[row], months)
    return out & ((told.points - out.sum(axis=1)) >= LEAST)[:, None]


def months_before(told: Series, signals: Sequence[Latest | None], out: np.ndarray) -> Series:
    """Of each series with its signal the months that its usual limits are of, NaN in the others, those left `out` among
    them. Where too few were before a change, all months before it stand as one in the last column."""
    since = told.months >= np.array([began(each) for each in signals], dtype=float)[:, None]
    events, exposure = (np.where(since | out, np.nan, array) for array in (told.events, told.exposure))
    few = np.flatnonzero(since.any(axis=1) & ((~np.isnan(events)).sum(axis=1) < LEAST))
    events[few] = exposure[few] = np.nan
    for row in few.tolist():
        if signal := signals[row]:
            events[row, -1], exposure[row, -1] = signal["before_numerator"], signal["before_denominator"]
    return replace(told, events=events, exposure=exposure)


def with_limits_before(store: Store, scope: Scope, signals: list[Signal]) -> list[Signal]:
    """The signals, of which those on which a concern stands now have the centre and the limits that their charts draw:
    of the months before the change began, where these are enough for any."""
    standing = {
        (each["home"], each["standard"], each["indicator"]): each for each in signals if each["direction"] != NONE
    }
    for name, limits in _limits(store, scope, standing).items():
        told = standing[name]
        told["centre"], told["lower"], told["upper"] = limits
    return signals


def _limits(store: Store, scope: Scope, standing: dict[Name, Signal]) -> dict[Name, tuple[float | None, ...]]:
    told = series(store, scope, wanted=standing)
    signals = [standing[name[:3]] for name in told.names]
    usual = months_before(told, signals, left_out(told, explained(store, scope)))
    return {
        told.names[row][:3]: tuple(_number(each[place, -1]) for each in (drawn.centre, drawn.lower, drawn.upper))
        for method, rows in chosen(told)
        for drawn in [method.drawn(told.some(rows), usual.some(rows))]
        for place, row in enumerate(rows.tolist())
        if not np.isnan(drawn.centre[place, -1])
    }


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def in_words(signal: Latest, shown: np.ndarray) -> str:
    """Of which months the usual limits are of a series on which a concern stands; of others nothing. `shown`: the
    values of the months shown that were before the change."""
    if (day := month_began(signal)) is None:
        return ""
    method, month = signal["method"], month_name(day)
    if len(shown) < LEAST:
        return (
            f"{_few(len(shown))} from before {month}, when it likeliest changed, so the line is the rate of all months"
            f" before{SCATTER.get(method, '')}."
        )
    alike = method == "xmr" and not mean_and_spread(shown[None, :])[1][0] > 0
    how = f"; these are alike{SCATTER[method]}" if alike else ""
    return f"{MADE[method]} of the {counted(len(shown), 'month')} before {month}, when it likeliest changed{how}."


def _few(months: int) -> str:
    if not months:
        return "None of the months shown is"
    return f"Only {months} of the months shown {'is' if months == 1 else 'are'}"
