"""The signals of the latest month, with false flags held down over everything that is looked at."""

from datetime import date
from typing import Any

from metrics.indicators.indicator import HIGHER, LOWER
from metrics.indicators.settings import targets
from metrics.kept import lay
from metrics.months.values import first_incomplete
from metrics.signals.latest import LATEST
from metrics.signals.methods import TOO_FEW
from metrics.signals.series import KNOWN
from metrics.signals.shapes import Flag, Signals
from metrics.signals.xmr import FAILING, HIT_OR_MISS, NONE, PASSING, assurance
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

FALSE_DISCOVERIES = 0.1
"""At most this share of the flags is false, on average (Benjamini and Hochberg 1995)."""

SQL = queries(__file__)

TOLD = (
    "home",
    "indicator",
    "standard",
    "month",
    "method",
    "centre",
    "lower",
    "upper",
    "value",
    "variation",
    "p",
    "q",
    "flag",
    "points",
    "numerator",
    "denominator",
    "look",
    "look_numerator",
    "look_denominator",
    "before_numerator",
    "before_denominator",
    "look_least",
    "look_most",
    "before_least",
    "before_most",
    "last_event",
    "judged",
    "judged_lower",
    "judged_upper",
    "judged_least",
    "judged_most",
)


def lay_flags(store: Store, cursor: Cursor, moments: list[date]) -> None:
    """Makes the table `flags` on the cursor: the rows of `metrics.signals.latest` that are flagged as at each
    moment, with their variation, of the homes of the scope.
    """
    for place, moment in enumerate(dict.fromkeys(moments)):
        make = "insert into flags" if place else "create or replace temp table flags as"
        cursor.run(f"{make} {_flags(store, cursor, moment)}", moment=moment, false_discoveries=FALSE_DISCOVERIES)


def _flags(store: Store, cursor: Cursor, moment: date) -> str:
    lay_latest(store, cursor, moment)
    return SQL["flags"]


def lay_latest(store: Store, cursor: Cursor, moment: date) -> None:
    """Makes the view `signals_latest`: every home's, since false discoveries are held down over all of them."""
    with cursor.within(cursor.scope.at(moment)):
        lay(store, cursor, LATEST, first_incomplete(moment).isoformat(), whole_service=True)


def lay_signals(store: Store, cursor: Cursor) -> None:
    """Makes the table `signals_told` on the cursor: every home's latest signals (`TOLD`)."""
    lay_latest(store, cursor, cursor.scope.as_at)
    cursor.run(SQL["told"], false_discoveries=FALSE_DISCOVERIES)


def signals(store: Store, scope: Scope) -> Signals:
    """The latest month of every home and indicator, as the contract's JSON: flags first, then by p. Values are in
    the indicator's unit; of method `t` they are months between events. `expected_false_flags`: how many flags chance
    alone would raise at the p that raises one.
    """
    with store.reading(scope) as cursor:
        lay_signals(store, cursor)
        rows = [{name: row[name] for name in TOLD} for row in cursor.rows(SQL["signals"])]
        expected = expected_false_flags(cursor, sum(row["p"] is not None for row in rows))
    return {
        "as_at": scope.as_at.isoformat(),
        "signals": with_assurance(store, scope, rows),
        "expected_false_flags": expected,
    }


def flagged(store: Store, scope: Scope) -> list[Flag]:
    """The rows of `metrics.signals.latest` that are flagged, with their variation, of the homes asked of."""
    with store.reading(scope) as cursor:
        lay_flags(store, cursor, [scope.as_at])
        return cursor.rows("from flags order by p, home, standard, indicator")


def with_assurance(store: Store, scope: Scope, rows: list[Any]) -> list[Any]:
    """The rows with their months in letters, their assurance by the targets as set, and in how many of the months
    judged the target was met (`met`: all, some or none; None without a target).
    """
    aims = targets(store, scope)
    return [
        row
        | {"month": f"{row['month']:%Y-%m}", "last_event": row["last_event"] and f"{row['last_event']:%Y-%m}"}
        | _aimed(row, aims[row["indicator"]])
        for row in rows
    ]


def _aimed(signal: dict[str, Any], target: float | None) -> dict[str, str | None]:
    """Nothing is said to fall short of a target that it met in one of the months judged, nor to keep to one that it
    missed in the latest."""
    better = KNOWN[signal["indicator"]].better
    # Of a series without a recent month nothing is known of how it runs.
    if signal["method"] == TOO_FEW.id or signal["p"] is None or target is None or better not in (HIGHER, LOWER):
        return {"assurance": NONE, "met": None}
    sign = 1 if better == HIGHER else -1
    worst, best = sorted((sign * signal["judged_least"], sign * signal["judged_most"]))
    met = "all" if worst >= sign * target else "some" if best >= sign * target else "none"
    word = assurance(target, signal["judged_lower"], signal["judged_upper"], better)
    if KNOWN[signal["indicator"]].is_stock:
        word = {"all": PASSING, "some": HIT_OR_MISS, "none": FAILING}[met]
    now = sign * signal["value"] >= sign * target
    contradicted = (word == FAILING and met != "none") or (word == PASSING and not now)
    return {"assurance": HIT_OR_MISS if contradicted else word, "met": met}


def expected_false_flags(cursor: Cursor, tests: int) -> float:
    """How many of so many tests chance alone would flag: tests times the largest p that is flagged in the whole
    service (the smallest that could be, where none is). Asked of the table `signals_told`.
    """
    largest = cursor.rows(SQL["largest"])[0]
    if not tests:
        return 0.0
    return round(tests * (FALSE_DISCOVERIES / largest["tests"] if largest["most"] is None else largest["most"]), 2)
