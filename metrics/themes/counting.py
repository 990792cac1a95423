"""Lays out which visits mention which theme, a visit once however much is written, and counts them for the service
and each home.
"""

from datetime import date
from typing import Any

from metrics.themes.boilerplate import BOILERPLATE, FEWEST
from metrics.themes.mentions import lay_mentions
from qa_data.cursor import Cursor
from qa_data.sql import queries
from qa_data.store import Store

WINDOW, BASELINE = 3, 12
"""Months asked about, and the months before them that they are compared with."""

SQL = queries(__file__)


def lay_counted(store: Store, cursor: Cursor) -> None:
    """Makes on the cursor the tables `visited` (a row a visit), `mentioned` (a row a mention in 15 months),
    `boilerplate`, `concerns` (the mentions that count) and `earlier` (when each home's themes were first and last a
    concern before that).

    What stands in most reports is found over the whole service, whoever asks; what is counted is of the homes of the
    scope.
    """
    lay_mentions(store, cursor)
    bounds = _bounds(cursor)
    cursor.run(SQL["visited"], **bounds)
    cursor.run(SQL["mentioned"], base=bounds["base"])
    cursor.run(BOILERPLATE, fewest=FEWEST)
    cursor.run("delete from visited where not seen(home)")
    cursor.run("delete from mentioned where not seen(home)")
    cursor.run(SQL["concerns"])
    cursor.run(SQL["earlier"], base=bounds["base"])


def counts(cursor: Cursor) -> list[dict[str, Any]]:
    """Of the service and of each home, a row a theme of concern in 15 months, counted from those tables: home (None for
    the service), theme, visits of `of` in the window, before of before_of in the baseline, both also by quarters of it,
    homes, stretches (months of the window with a mention), first_seen, last_seen and new."""
    return cursor.rows(SQL["counted"], known_long=BASELINE - 1)


def first_of_window(cursor: Cursor) -> date:
    """The first day of the months asked about."""
    return _bounds(cursor)["first"]


def _bounds(cursor: Cursor) -> dict[str, date]:
    return cursor.rows(SQL["bounds"], window=WINDOW, baseline=BASELINE)[0]
