"""From which month on a chart's limits are worked out anew, and why: recorded by a person, never by the program."""

from datetime import date, datetime
from typing import TypedDict

from metrics.signals.series import MONTHS
from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.store import Store


class NotRebased(Exception):
    """The limits cannot be worked out anew so; the message says why and what to do."""


UNSIGNED = "New limits need your name and a reason, for example: the new rota began in April 2026."

UNSIGNED_BACK = "To take new limits back needs your name and a reason, for example: the new rota was given up."

HELD = """
select home, standard, indicator, month, reason, made_by, moment from rebases
where holds and home = $home and standard = $standard and indicator = $indicator and month <= as_at() order by month
"""


class Rebase(TypedDict):
    """From which month on (its first day) a chart's limits are worked out anew."""

    home: str
    standard: str
    indicator: str
    month: date
    reason: str
    made_by: str
    moment: datetime


def rebases(store: Store, scope: Scope, home: str, standard: str, indicator: str) -> list[Rebase]:
    """What holds of that chart, oldest month first: month (the first of the new limits), reason, made_by, moment
    (UTC).
    """
    return store.rows(scope, HELD, home=home, standard=standard, indicator=indicator)


def rebase(
    store: Store,
    scope: Scope,
    by: str,
    home: str,
    standard: str,
    indicator: str,
    month: date,
    reason: str,
    holds: bool = True,
) -> None:
    """Works the limits out anew from that month on, or no longer (`holds` False). NotRebased without a name or a
    reason, OutOfScope for a home that is not in the scope.
    """
    if unsigned(by, reason):
        raise NotRebased(UNSIGNED if holds else UNSIGNED_BACK)
    record(
        store,
        scope,
        "rebases",
        by.strip(),
        home=home,
        standard=standard,
        indicator=indicator,
        month=month,
        reason=reason.strip(),
        holds=holds,
    )


def may_begin(months: list[date]) -> list[date]:
    """The months from which new limits may begin: every known one but the first, the newest first."""
    return sorted(months[-MONTHS:], reverse=True)[:-1]
