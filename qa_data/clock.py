"""The order in which things were written, where the machine's clock does not tell it: a clock that ran ahead and was
put right must neither turn the order around nor hide what comes after from who asks what was known by a day.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from duckdb import DuckDBPyConnection

from qa_data.scope import utc_now
from qa_data.wording import british

STEP = timedelta(microseconds=1)

NOTED = timedelta(minutes=1)
"""By so much the last moment must lie ahead of the clock to be noted: less is told by the order alone."""

SAID = timedelta(days=1)
"""By so much to be said."""

AHEAD = (
    "The store was last changed on {last} by its own account, and the clock of this machine says {now}: one of the two"
    " is wrong. Put the clock right if it is this one. What is stored until {last} follows what was stored before and"
    " has a moment after it in the history; “known by” a day shows it from the day that the clock said."
)

REACHED = "select max(ahead) from main.clock where noted <= $1"


def following(now: datetime, first: datetime | None, last: datetime | None) -> tuple[datetime, bool]:
    """The moment of what is written when the clock says `now`: later than the `last` one. And whether the clock's word
    is to be noted beside it, as what stands so far ahead was known by then: not of a clock that says a time before the
    `first` change, which is surely wrong.
    """
    if last is None or first is None or last < now:
        return now, False
    return last + STEP, last - now > NOTED and now >= first


def reached(execute: Callable[..., DuckDBPyConnection], known: datetime) -> datetime:
    """Up to which moment of the store's order everything was known at that time of the clock."""
    ahead = execute(REACHED, [known]).fetchall()[0][0]
    return max(known, ahead) if ahead else known


def said_of(connection: DuckDBPyConnection) -> None:
    """Says on stderr, or in the log, where the last upload lies so far ahead of the clock."""
    [[last]] = connection.execute("select max(moment) from main.uploads").fetchall()
    if wrong := ahead(last, utc_now()):
        logging.getLogger(__name__).warning(wrong)


def ahead(last: datetime | None, now: datetime) -> str | None:
    """A sentence where the last change lies more than a day ahead of the clock; None where it does not."""
    if last is None or last - now <= SAID:
        return None
    return AHEAD.format(last=british(last.date()), now=british(now.date()))
