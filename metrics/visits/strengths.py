"""Good practice: what visits, reviews and inspections found that works, so that other homes can find it."""

from metrics.visits.shapes import Strength, StrengthCount
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


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
    with store.reading(scope) as cursor:
        cursor.run(SQL["strengths"])
        return cursor.rows(SQL["chosen"], home=home, standard=standard, words=words, most=most)


def strengths_by_home(store: Store, scope: Scope) -> list[StrengthCount]:
    """How many strengths each home has under each standard in the last 12 months: home, standard, strengths."""
    with store.reading(scope) as cursor:
        cursor.run(SQL["strengths"])
        return cursor.rows(SQL["by_home"])
