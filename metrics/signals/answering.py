"""What a person says of a concern: that it is acted on, that it is explained, or that it is the new usual."""

from datetime import date, datetime, timedelta
from typing import TypedDict

from metrics.months.values import first_incomplete, lay_month_values
from metrics.signals.as_whole import lay_as_whole
from metrics.signals.concerns import lay_standing
from metrics.signals.rebasing import rebase
from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store
from qa_data.wording import month_name

ACTING, EXPLAINED, NEW_USUAL, OPEN = "acting", "explained", "new usual", "open"
"""It stays until it clears; its months leave baseline and evidence; limits and evidence begin anew; taken back."""

UNSIGNED = "An answer needs your name and a reason, for example: agency staff until two posts are filled."

UNSIGNED_BACK = "To take an answer back needs your name and a reason, for example: the posts are not filled."

SQL = queries(__file__)


class NotAnswered(Exception):
    """The concern cannot be answered so; the message says why and what to do."""


class Answer(TypedDict):
    """What holds of a series, or of a home as a whole (standard and indicator blank): `since` the month in which the
    concern was raised, None of a new usual; `began` and `until` the months explained, of a new usual its first."""

    home: str
    standard: str
    indicator: str
    since: date | None
    answer: str
    began: date | None
    until: date | None
    reason: str
    made_by: str
    moment: datetime


def answers(store: Store, scope: Scope, home: str | None = None) -> list[Answer]:
    """What holds as at the day, the latest first: concerns that stand and are acted on, months explained, and new
    usuals; of that home or of all in the scope. Moments are UTC."""
    with store.reading(scope) as cursor:
        lay_standing(store, cursor, [scope.as_at])
        lay_as_whole(store, cursor, scope.as_at)
        return cursor.rows(SQL["held"], home=home)


def answer(
    store: Store,
    scope: Scope,
    by: str,
    home: str,
    standard: str,
    indicator: str,
    since: date,
    answer: str,
    reason: str,
    began: date | None = None,
    until: date | None = None,
) -> None:
    """Keeps what is said of the concern raised in the month `since`; `answer` OPEN takes it back. Explained are the
    months from `began` to `until`, without it to the last that is known; a new usual begins in `began`. NotAnswered
    without a name or a reason or for months that cannot be, OutOfScope for a home that is not in the scope.
    """
    _check(by, reason, answer, is_whole=not indicator)
    if answer == NEW_USUAL:
        rebase(store, scope, by, home, standard, indicator, began or since, reason)
        return
    series = {"home": home, "standard": standard, "indicator": indicator}
    if answer == EXPLAINED:
        scope.must_hold(home)
        until = until or _last_known(store, scope, series) or since
        _check_months(began, since, until)
    said = {"answer": answer, "began": began, "until": until} if answer == EXPLAINED else {"answer": answer}
    record(store, scope, "concern_answers", by.strip(), **series, since=since, reason=reason.strip(), **said)


def _check(by: str, reason: str, answer: str, is_whole: bool) -> None:
    if answer not in (ACTING, EXPLAINED, NEW_USUAL, OPEN):
        raise NotAnswered("Choose what to say of the concern: acting on it, explained, or new usual.")
    if unsigned(by, reason):
        raise NotAnswered(UNSIGNED_BACK if answer == OPEN else UNSIGNED)
    if is_whole and answer in (EXPLAINED, NEW_USUAL):
        raise NotAnswered(
            "A home as a whole can be acted on. What is explained, or the new usual, is said of each of its indicators."
        )


def _check_months(began: date | None, since: date, until: date) -> None:
    last = (first_incomplete(date.today()) - timedelta(days=1)).replace(day=1)
    if until > last:
        raise NotAnswered(f"Only months that are over can be explained: choose one up to {month_name(last)}.")
    if began is None or not began <= since <= until:
        raise NotAnswered(
            f"The months explained have to hold {month_name(since)}, in which the concern was raised: choose a first"
            " month up to it, and a last one from it on."
        )


def _last_known(store: Store, scope: Scope, series: dict[str, str]) -> date | None:
    with store.reading(scope.now()) as cursor:
        lay_month_values(store, cursor)
        [told] = cursor.rows(SQL["last_known"], **series)
    return told["month"]
