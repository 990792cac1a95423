"""What children and young people said, each with its reference, and what became of it."""

from datetime import date, timedelta
from typing import TypedDict

from metrics.kept.first import of_first
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

CHANGED, WORKING, UNCHANGED = "changed", "working", "unchanged"
"""What can become of something that a child said; nothing is known of it otherwise."""

STATES = (CHANGED, WORKING, UNCHANGED)

WHAT_CHANGED = "What changed"

MONTHS = 3
"""A page for young people tells of so many whole months."""

SQL = queries(__file__)


class Answer(TypedDict):
    """An answer: given on `screen`, by an `action` (`named`) or by what a `visit` says has changed, all of which name
    the issue. `words`: what was done, is planned, or why not; None where nothing says.
    """

    told_by: str
    state: str
    day: date
    words: str | None
    made_by: str | None
    named: str | None
    source: Source | None


class Issue(TypedDict):
    """A finding from a child. `alike`: how many of the home's findings carry its reference. `living`: how many children
    lived there in its month, `fewest` in any month since then or since the page's time began: the fewest that a return
    or a visit of the month says; None where none does. `answers`: those that name it, the one on screen first.
    """

    home: str
    reference: str
    found_on: date
    came_from: str
    kind: str
    standards: list[str]
    finding: str
    alike: int
    living: int | None
    fewest: int | None
    answers: list[Answer]
    source: Source


def issues(
    store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int | None = None
) -> list[Issue]:
    """What children said in 12 months and its answers, of one home and under one standard or of all, the newest first,
    at most so many.
    """
    if most and not (home or standard):
        scope = of_first(_last, store, scope, most)
    return _issues(store, scope, home, standard, most)


def _last(store: Store, scope: Scope) -> dict[str, timedelta]:
    """By home how long before the day asked of a child last said something."""
    return {row["home"]: scope.as_at - row["day"] for row in store.rows(scope, SQL["last"])}


def issues_and_changes(store: Store, scope: Scope, home: str) -> list[Issue]:
    """As `issues` of one home, with what its visits say has changed because of children's views (kind `WHAT_CHANGED`):
    the finding is those views, or else the change itself, and the change is its answer.
    """
    return _issues(store, scope, home, with_changes=True)


def _issues(
    store: Store,
    scope: Scope,
    home: str | None,
    standard: str | None = None,
    most: int | None = None,
    with_changes: bool = False,
) -> list[Issue]:
    begins = page_months(scope.as_at)[0]
    return store.rows(
        scope, SQL["issues"], home=home, standard=standard, begins=begins, most=most, with_changes=with_changes
    )


def page_months(day: date) -> list[date]:
    """The first days of the months of which a page tells on that day: the last three whole ones."""
    after = (day + timedelta(days=1)).replace(day=1)
    months = after.year * 12 + after.month - 1
    return [date(year, month + 1, 1) for year, month in (divmod(months - back, 12) for back in range(MONTHS, 0, -1))]


def state(answers: list[Answer]) -> str | None:
    """What became of an issue with those answers. What is said on screen holds; else work that goes on is said before
    what is done, and what is done before what was refused. None where nobody answered.
    """
    if answers and answers[0]["told_by"] == "screen":
        return answers[0]["state"]
    told = {each["state"] for each in answers}
    return next((each for each in (WORKING, CHANGED, UNCHANGED) if each in told), None)


def telling(answers: list[Answer]) -> Answer | None:
    """The answer that says so: the first of that state."""
    return next((each for each in answers if each["state"] == state(answers)), None)
