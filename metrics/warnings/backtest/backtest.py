"""What the dashboard would have said the day before each full inspection, and what the judgement before it would
have.
"""

from datetime import date, timedelta
from typing import Any

from metrics.indicators.duties import INDEPENDENT_VISIT
from metrics.rag.shapes import RatedAt
from metrics.rag.status import cells_at, homes
from metrics.signals.as_whole import lay_wholes
from metrics.warnings.backtest.base_rate import base_rate
from metrics.warnings.backtest.shapes import Backtest
from metrics.warnings.backtest.tables import tables
from qa_data.judgements import as_found, found_below_good
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

EVIDENCE_MONTHS = 3
"""An inspection is a test of the dashboard only when something of so many months before it is known, and independent
visits were recorded by then."""

MOST_LOOKS = 10_000
"""Homes times days: so many are looked back at, the newest inspections first."""

NOTHING = {"rag": None, "red": 0, "amber": 0, "grey": 0, "sliding": None, "sliding_since": None}

SQL = queries(__file__)


def backtest(store: Store, scope: Scope) -> Backtest:
    """`inspections`, the newest first: home, inspection_date, overall, protection, leadership, judged (in words),
    before and before_on (the inspection before), recorded_by, source, recorded (whether the home's records of
    independent visits had begun), testable, and what the dashboard says as at the day before: rag of
    the home (None where it is not testable or was not open), red, amber and grey (standards), sliding and sliding_since
    (the home as a whole); `tables` (as `metrics.warnings.backtest.tables`), `base_rate`, `left_out` (older inspections
    of a large service, not looked back at).
    """
    every = store.rows(scope, SQL["inspected"], evidence_months=EVIDENCE_MONTHS, kind=INDEPENDENT_VISIT.kind)
    told = every[: _most(every)]
    said = _said(store, scope, told)
    for each in told:
        each |= _found(each) | said.get((each["home"], each["inspection_date"]), NOTHING)
    return {
        "as_at": scope.as_at.isoformat(),
        "inspections": told,
        "tables": tables(told),
        "base_rate": base_rate(store, scope),
        "left_out": len(every) - len(told),
    }


def _found(each: dict[str, Any]) -> dict[str, Any]:
    """What it found, and what the inspection before it had found, in words and whether that is below Good."""
    before = each["before"]
    return {
        "judged": as_found(each),
        "below_good": found_below_good(each),
        "before": as_found(before) if before else None,
        "before_below": found_below_good(before) if before else None,
    }


def _most(every: list[dict[str, Any]]) -> int:
    homes_of = len({each["home"] for each in every})
    return max(1, MOST_LOOKS // max(1, homes_of))


def _said(store: Store, scope: Scope, told: list[dict[str, Any]]) -> dict[tuple, dict[str, Any]]:
    """The home's colour on the day before, and how many of its standards are of each, by home and inspection date."""
    wanted = {
        (each["home"], each["inspection_date"] - timedelta(1)): each["inspection_date"]
        for each in told
        if each["testable"]
    }
    if not wanted:
        return {}
    days = sorted({day for _, day in wanted})
    by_day: dict[tuple, list[RatedAt]] = {}
    for cell in cells_at(store, scope, days):
        by_day.setdefault((cell["home"], cell["moment"]), []).append(cell)
    sliding = _sliding(store, scope, days)
    return {
        (home, inspected): _counted(by_day[home, day]) | sliding.get((home, day), {})
        for (home, day), inspected in wanted.items()
        if (home, day) in by_day
    }


def _counted(cells: list[RatedAt]) -> dict[str, Any]:
    colours = [cell["rag"] for cell in cells]
    return NOTHING | {"rag": homes(cells)[0]["rag"], **{rag: colours.count(rag) for rag in ("red", "amber", "grey")}}


def _sliding(store: Store, scope: Scope, days: list[date]) -> dict[tuple[str, date], dict[str, Any]]:
    """Whether each home was getting worse as a whole on each day, and since when; not where nothing could tell."""
    with store.reading(scope) as cursor:
        lay_wholes(store, cursor, days)
        rows = cursor.rows("select home, moment, stands, since from wholes where evidence is not null and seen(home)")
    return {(row["home"], row["moment"]): {"sliding": row["stands"], "sliding_since": row["since"]} for row in rows}
