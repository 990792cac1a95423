"""Of which months a chart's usual limits are: of a series on which a concern stands those before its change began."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from metrics.signals.limits import mean_and_spread
from metrics.signals.series import Series, month_of
from metrics.signals.shapes import Latest
from metrics.signals.xmr import NONE
from qa_data.wording import capital, counted, month_name

LEAST = 6
"""Of so few months before the change among those shown no limits are made: then all months before tell the rate."""

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


def began(signal: Latest | None) -> float:
    """The month in which the change began for which a concern stands (months since year 0); NaN where none does."""
    day = month_began(signal)
    return np.nan if day is None else 12 * day.year + day.month - 1


def month_began(signal: Latest | None) -> date | None:
    """The same as its first day; None where no concern stands: what is over may still tell when it had begun."""
    if signal is None or signal["direction"] == NONE or not signal["began"]:
        return None
    return date.fromisoformat(f"{signal['began']}-01")


def months_before(told: Series, signals: Sequence[Latest | None]) -> Series:
    """Of each series with its signal the months that its usual limits are of, NaN in the others. Where too few are
    left, all months before the change stand as one in the last column."""
    since = told.months >= np.array([began(each) for each in signals], dtype=float)[:, None]
    events, exposure = (np.where(since, np.nan, array) for array in (told.usual.events, told.usual.exposure))
    few = np.flatnonzero(since.any(axis=1) & ((~np.isnan(events)).sum(axis=1) < LEAST))
    events[few] = exposure[few] = np.nan
    for row in few.tolist():
        if signal := signals[row]:
            events[row, -1], exposure[row, -1] = signal["before_numerator"], signal["before_denominator"]
    return replace(told, events=events, exposure=exposure)


def in_words(signal: Latest, shown: np.ndarray) -> str:
    """Of which months the usual limits are of a series on which a concern stands; of others nothing. `shown`: the
    values of the months shown that were before the change."""
    if (day := month_began(signal)) is None:
        return ""
    method, month = signal["method"], month_name(day)
    if len(shown) < LEAST:
        return (
            f"{_few(len(shown))} of those shown {'is' if len(shown) == 1 else 'are'} from before {month}, when it"
            f" likeliest changed: too few, so the line is the rate of all months before{SCATTER.get(method, '')}."
        )
    alike = method == "xmr" and not mean_and_spread(shown[None, :])[1][0] > 0
    how = f"; these are alike{SCATTER[method]}" if alike else ""
    return f"{MADE[method]} of the {counted(len(shown), 'month')} before {month}, when it likeliest changed{how}."


def explained(told: Series, row: int) -> str:
    """Which months of that series the limits leave out, since a person explained them; of others nothing."""
    if told.explained is None or not (months := told.months[row][told.explained[row] == 1]).size:
        return ""
    first, last = (month_name(month_of(month)) for month in (months.min(), months.max()))
    which = f"{first} is" if first == last else f"{counted(len(months), 'month')} from {first} to {last} are"
    return f"{capital(which)} explained, and tell nothing of what is usual."


def _few(months: int) -> str:
    return f"Only {counted(months, 'month')}" if months else "No months"
