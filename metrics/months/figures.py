"""The figures behind a standard at a home: what is pooled and rated, and the months that it is pooled from."""

from datetime import date
from typing import TypedDict

from metrics.indicators.intervals import interval
from metrics.indicators.registry import indicator
from metrics.months.pooled import lay_rated
from metrics.months.values import lay_month_values
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


class Pooled(TypedDict):
    """An indicator as pooled over so many months and rated, or of a stock as at the end of `month`, the latest with a
    value; numerator, denominator and month are None without data, target and floor where there is none."""

    indicator: str
    months: int
    month: date | None
    numerator: int | None
    denominator: int | None
    counts: bool
    target: float | None
    floor: float | None
    rag: str


class Figure(Pooled):
    """One of a home's, under a standard."""

    standard: str


class StandardFigure(Pooled):
    """One of a standard's, at a home."""

    home: str
    interval: tuple[float, float] | None


class FigureMonth(TypedDict):
    """A month (its first day) that a figure is pooled from."""

    standard: str
    indicator: str
    month: date
    numerator: int
    denominator: int


def home_figures(store: Store, scope: Scope, home: str) -> list[Figure]:
    """Every indicator of every standard at the home, as pooled and rated: standard, indicator, months, numerator and
    denominator (None without data), counts, target and floor as set (None without), rag.
    """
    with store.reading(scope) as cursor:
        lay_rated(store, cursor, [scope.as_at])
        return cursor.rows(SQL["of_home"], home=home)


def home_months(store: Store, scope: Scope, home: str) -> list[FigureMonth]:
    """The last 36 complete months of the home's indicators: standard, indicator, month, numerator, denominator."""
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        return cursor.rows(SQL["months_of_home"], home=home)


def standard_figures(store: Store, scope: Scope, standard: str, homes: tuple[str, ...]) -> list[StandardFigure]:
    """The standard's indicators at those homes, as `home_figures`, with home and, where there is data, `interval`
    (95 %, in the indicator's unit).
    """
    with store.reading(scope.narrowed(homes)) as cursor:
        lay_rated(store, cursor, [scope.as_at])
        found = cursor.rows(SQL["of_standard"], standard=standard)
    return [row | {"interval": _interval(row)} for row in found]


def _interval(row: dict) -> tuple[float, float] | None:
    if row["denominator"] is None:
        return None
    return interval(indicator(row["indicator"]), row["numerator"], row["denominator"])
