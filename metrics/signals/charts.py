"""The charts behind the signals: every month's point with its limits, and what they mean in words."""

import numpy as np

from metrics.indicators.registry import indicator
from metrics.indicators.settings import targets
from metrics.signals.before import LEAVES_OUT, began, explained, in_words, left_out, months_before
from metrics.signals.drawn import Drawn
from metrics.signals.limits import ORDINARY, TREND
from metrics.signals.methods import METHODS, chosen
from metrics.signals.rows import WORSE
from metrics.signals.series import Series, month_of, series
from metrics.signals.shapes import Aimed, Chart, Point, Said, Signal
from metrics.signals.signals import signals
from metrics.signals.wording import found_and_advice, meaning
from qa_data.scope import Scope
from qa_data.store import Store

WORDS = {method.id: method.words for method in METHODS}

BETWEEN, RATE = (next(method for method in METHODS if method.id == id) for id in ("t", "u"))


def charts(store: Store, scope: Scope, wanted: tuple[tuple[str, str, str], ...] | None = None) -> list[Chart]:
    """A chart for each of the signals, in their order, or only for those wanted (home, standard, indicator): the
    signal's own keys, `target` (None without), `words` (the method), `meaning` (what it means: `found` of this one, and
    `advice` that others share), `usual` (of which months the limits are, where a concern stands) and `points`, oldest
    first: month, numerator, denominator, value, centre, lower, upper, kind, better (None for an ordinary point; else
    whether it is on the better side), part, since (whether it came since the change began). Of method `t` the points
    are waits from one event to the next: month is None. Where such events come more often, the months are charted
    (method `u`).
    """
    found, aims = signals(store, scope)["signals"], targets(store, scope)
    told = series(store, scope, whole=True, wanted=wanted)
    of_series = {(each["home"], each["standard"], each["indicator"]): _as_charted(each) for each in found}
    of_rows = [of_series.get(name[:3]) for name in told.names]
    points: dict[tuple, list[Point]] = {}
    out = left_out(told, explained(store, scope))
    for name, drawn in _drawn(told, of_rows, out):
        points.setdefault(name[:3], []).extend(drawn)
    usual, lacking = _usual(told, of_rows, out), {told.names[row][:3] for row in np.flatnonzero(out.any(axis=1))}
    return [
        _chart(each, aims[each["indicator"]], points[key], usual[key], key in lacking)
        for key, each in of_series.items()
        if key in points
    ]


def _as_charted(signal: Signal) -> Signal:
    """Events that come more often than before are seen in counts, not in waits that hardly get shorter."""
    return {**signal, "method": RATE.id} if signal["method"] == BETWEEN.id and signal["direction"] == WORSE else signal


def _chart(signal: Signal, target: float | None, points: list[Point], usual: str, lacking: bool) -> Chart:
    aimed: Aimed = {**signal, "target": target}
    last = points[-1]
    return {
        **signal,
        "value": last["value"],
        "centre": last["centre"],
        "lower": last["lower"],
        "upper": last["upper"],
        "target": target,
        "words": WORDS[signal["method"]] + (LEAVES_OUT if lacking else ""),
        **_in_words(aimed),
        "usual": usual,
        "points": points,
    }


def _usual(told: Series, signals: list[Signal | None], out: np.ndarray) -> dict[tuple, str]:
    """Of which months the limits are of the newest part of each chart, in words."""
    return {
        name[:3]: in_words(signal, values[(months < began(signal)) & ~absent]) if signal else ""
        for name, signal, values, months, absent in zip(told.names, signals, told.values, told.months, out, strict=True)
    }


def _drawn(told: Series, signals: list[Signal | None], out: np.ndarray) -> list[tuple[tuple, list[Point]]]:
    """The points of each part of a chart, in their order; all parts by values of one kind, waits or rates, as its
    newest part is."""
    usual, since = months_before(told, signals, out), np.array([began(each) for each in signals], dtype=float)
    taken = {row: method for method, rows in chosen(told) for row in rows.tolist()}
    for row, signal in enumerate(signals):
        waits = signal is not None and signal["method"] == BETWEEN.id
        if waits != (taken[row] is BETWEEN):
            taken[row] = BETWEEN if waits else RATE
    found: dict[int, list[Point]] = {}
    for method in METHODS:
        rows = np.array([row for row, each in taken.items() if each is method], dtype=int)
        if len(rows):
            some, drawn = told.some(rows), method.drawn(told.some(rows), usual.some(rows))
            found |= dict(zip(rows.tolist(), _points(some, drawn, method.id, since[rows]), strict=True))
    return [(name, found[row]) for row, name in enumerate(told.names)]


def _in_words(signal: Aimed) -> Said:
    found, advice = found_and_advice(signal)
    return {"meaning": meaning(signal), "found": found, "advice": advice}


def _points(told: Series, drawn: Drawn, method: str, since: np.ndarray) -> list[list[Point]]:
    return [
        [
            _point(told, drawn, method, row, place, since[row])
            for place in np.flatnonzero(~np.isnan(drawn.values[row])).tolist()
        ]
        for row in range(len(told))
    ]


def _point(told: Series, drawn: Drawn, method: str, row: int, place: int, since: float) -> Point:
    centre, lower, upper = (_number(limits[row, place]) for limits in (drawn.centre, drawn.lower, drawn.upper))
    of_months = method != "t"
    value, kind = float(drawn.values[row, place]), drawn.kinds[row, place]
    return {
        "month": month_of(told.months[row, place]) if of_months else None,
        "numerator": int(told.events[row, place]) if of_months else None,
        "denominator": int(told.exposure[row, place]) if of_months else None,
        "value": value,
        "centre": centre,
        "lower": lower,
        "upper": upper,
        "kind": kind,
        "better": _is_better(told.names[row][2], method, value, _beside(drawn, row, place), kind),
        "part": told.names[row][3],
        "since": bool(drawn.ends[row, place] >= since),
    }


def _beside(drawn: Drawn, row: int, place: int) -> float | None:
    """What a point is higher or lower than: of a trend the month before (for the first known the next), else the
    centre."""
    if drawn.kinds[row, place] != TREND:
        return _number(drawn.centre[row, place])
    before = drawn.values[row, place - 1] if place else np.nan
    return _number(before) if not np.isnan(before) else _number(drawn.values[row, place])


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _is_better(id: str, method: str, value: float, centre: float | None, kind: str) -> bool | None:
    better = indicator(id).better
    if kind == ORDINARY or centre is None or better not in ("higher", "lower"):
        return None
    # More time between events is fewer of them.
    high = (value < centre) if method == "t" else (value > centre)
    return high == (better == "higher")
