"""Good practice: what visits, reviews and inspections found that works, so that other homes can find it."""

from datetime import timedelta

from metrics.kept.first import of_first
from metrics.kept.remembered import by_home, home_by_home
from metrics.visits.shapes import Strength, StrengthCount
from qa_data.scope import Every, Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

LAST = "select home, max(found_on) as day from strengths_found group by home"


def strengths(
    store: Store,
    scope: Scope,
    home: str | None = None,
    standard: str | None = None,
    words: str | None = None,
    most: int = 60,
) -> list[Strength]:
    """Good practice of the last 12 months, newest first: home, found_on, came_from, standards (None where a visit's
    report names none), finding and source. `words` are looked for in the text.
    """
    if not (home or standard or words):
        scope = of_first(_last_strength, store, scope, most)
    with store.reading(scope) as cursor:
        cursor.run(SQL["strengths"])
        return cursor.rows(SQL["chosen"], home=home, standard=standard, words=words, most=most)


def _last_strength(store: Store, scope: Scope) -> dict[str, timedelta]:
    """By home how long before the day asked of the last was found."""
    with store.reading(scope) as cursor:
        cursor.run(SQL["strengths"])
        return {row["home"]: scope.as_at - row["day"] for row in cursor.rows(LAST)}


def strengths_by_home(store: Store, scope: Scope) -> list[StrengthCount]:
    """How many strengths each home has under each standard in the last 12 months: home, standard, strengths."""
    told = home_by_home(_counts, store, scope, Every.HOME, "")
    return [each for home in sorted(told) for each in told[home]]


def _counts(store: Store, scope: Scope) -> dict[str, list[StrengthCount]]:
    with store.reading(scope) as cursor:
        cursor.run(SQL["strengths"])
        return by_home(cursor.rows(SQL["by_home"]))
