"""The signals of the latest month: every series with its chart's word and the concern that stands on it."""

from typing import Any

from metrics.indicators.indicator import HIGHER, LOWER, RECENT
from metrics.indicators.settings import in_force, targets
from metrics.kept.laying import lay
from metrics.months.values import first_incomplete
from metrics.signals.as_whole import BY_CHANCE, lay_wholes, wholes
from metrics.signals.before import with_limits_before
from metrics.signals.concerns import lay_standing
from metrics.signals.latest import LATEST
from metrics.signals.methods import TOO_FEW
from metrics.signals.series import KNOWN
from metrics.signals.shapes import ByChance, Signals
from metrics.signals.xmr import FAILING, HIT_OR_MISS, NONE, PASSING, assurance
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

MONTHS = ("month", "last_event", "since", "raised", "began", "over")
"""What is told of a month, in letters: 2026-10."""


def lay_signals(store: Store, cursor: Cursor) -> None:
    """Makes the view `signals_told` on the cursor: every home's latest signals."""
    moment = cursor.scope.as_at
    lay_standing(store, cursor, [moment])
    lay_wholes(store, cursor, [moment])
    lay(store, cursor, LATEST, first_incomplete(moment).isoformat(), whole_service=True)
    cursor.run(SQL["told"].format(after=first_incomplete(moment), recent=RECENT))


def signals(store: Store, scope: Scope) -> Signals:
    """The latest month of every home and indicator and each home as a whole, as the contract's JSON: what goes worse
    first, Flags before Watches. Values are in the indicator's unit; of method `t` they are months between events.
    `new_a_month_by_chance`: how many concerns would begin a month at these homes where nothing changes.
    """
    with store.reading(scope) as cursor:
        lay_signals(store, cursor)
        rows = cursor.rows(SQL["signals"])
    return {
        "as_at": scope.as_at.isoformat(),
        "signals": with_limits_before(store, scope, with_assurance(store, scope, rows)),
        "homes": wholes(store, scope),
        "new_a_month_by_chance": by_chance(store, scope, len({row["home"] for row in rows})),
    }


def by_chance(store: Store, scope: Scope, of_homes: int) -> ByChance:
    """How many concerns for the worse would begin in a month at so many homes in which nothing changes: what the
    budgets as set allow."""
    budgets = in_force(store, scope)
    return {
        "watch": round(of_homes * (budgets["signals.watch"] or 0), 3),
        "flag": round(of_homes * (budgets["signals.flag"] or 0), 3),
        "homes": round(of_homes * BY_CHANCE, 3),
    }


def with_assurance(store: Store, scope: Scope, rows: list[Any]) -> list[Any]:
    """The rows, each now with its months in letters, its assurance by the targets as set, and in how many of the months
    judged the target was met (`met`: all, some or none; None without a target).
    """
    aims = targets(store, scope)
    letters = {day: day and f"{day:%Y-%m}" for day in {row[name] for row in rows for name in MONTHS}}
    # Of many homes there are hundreds of thousands: none is copied.
    for row in rows:
        for name in MONTHS:
            row[name] = letters[row[name]]
        row["assurance"], row["met"] = _aimed(row, aims[row["indicator"]])
    return rows


def _aimed(signal: dict[str, Any], target: float | None) -> tuple[str, str | None]:
    """Nothing is said to fall short of a target that it met in one of the months judged, nor to keep to one that it
    missed in the latest."""
    better = KNOWN[signal["indicator"]].better
    # Of a series without a recent month nothing is known of how it runs.
    if signal["method"] == TOO_FEW.id or not signal["recent"] or target is None or better not in (HIGHER, LOWER):
        return NONE, None
    sign = 1 if better == HIGHER else -1
    worst, best = sorted((sign * signal["judged_least"], sign * signal["judged_most"]))
    met = "all" if worst >= sign * target else "some" if best >= sign * target else "none"
    word = assurance(target, signal["judged_lower"], signal["judged_upper"], better)
    if KNOWN[signal["indicator"]].is_stock:
        word = {"all": PASSING, "some": HIT_OR_MISS, "none": FAILING}[met]
    now = sign * signal["value"] >= sign * target
    contradicted = (word == FAILING and met != "none") or (word == PASSING and not now)
    return HIT_OR_MISS if contradicted else word, met
