"""Lays out which visits mention which theme, a visit once however much is written, and counts them for the service
and each home.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np

from metrics.themes.boilerplate import FEWEST
from metrics.themes.mentions import lay_mentions
from qa_data.cursor import Cursor
from qa_data.sql import queries
from qa_data.store import Store

WINDOW, BASELINE = 3, 12
"""Months asked about, and the months before them that they are compared with."""

QUARTERS = ("before_quarters", "before_of_quarters")

Counted = tuple[np.ndarray | None, dict[str, np.ndarray]]
"""The names of homes, or None for the service, and the columns of their counts."""

SQL = queries(__file__)


def lay_counted(store: Store, cursor: Cursor, moments: list[date]) -> None:
    """Makes on the cursor, as at each of those days (`moment`), `visited` (a row a visit), `mentioned` (a row a mention
    in 15 months), `boilerplate`, `concerns` (the mentions that count), `earlier` (when each home's themes were first
    and last a concern before that) and `themes_counted`.

    What stands in most reports is found over the whole service, whoever asks; what is counted is of the homes of the
    scope.
    """
    lay_mentions(store, cursor)
    cursor.run(SQL["moments"], moments=moments, window=WINDOW, baseline=BASELINE)
    cursor.run(SQL["visited"])
    cursor.run(SQL["mentioned"])
    cursor.run(SQL["boilerplate"], fewest=FEWEST)
    cursor.run("delete from visited where not seen(home)")
    cursor.run(SQL["concerns"])
    cursor.run(SQL["earlier"])
    cursor.run(SQL["counted"], known_long=BASELINE - 1)


def counts(cursor: Cursor) -> list[dict[str, Any]]:
    """Of the service and of each home, a row a day and theme of concern in 15 months, counted from those tables:
    moment, home (None for the service), theme, visits of `of` in the window, before of before_of in the baseline, both
    also by quarters of it, homes, stretches (months of the window with a mention), first_seen, last_seen and new."""
    return cursor.rows("from themes_counted order by moment, home nulls first, theme")


def counted_columns(cursor: Cursor) -> Iterator[tuple[date, list[Counted], dict[str | None, int]]]:
    """The same day by day as columns: of the service (None) and of homes (their names), each where there are any;
    `spread` is how many homes mention the theme. And how many visits of the window each home has (None: all).
    """
    held: dict[date, dict[str | None, int]] = {}
    for row in cursor.rows(SQL["held"]):
        held.setdefault(row["moment"], {})[row["home"]] = row["of"]
    service, homes = (_by_day(cursor.run(SQL[name]).fetchnumpy()) for name in ("of_service", "of_homes"))
    for day in sorted(held):
        found: list[Counted] = []
        if columns := service.get(day):
            found.append((None, columns | {name: np.stack(list(columns[name])) for name in QUARTERS}))
        if columns := homes.get(day):
            found.append((columns["home"], columns))
        yield day, found, held[day]


def _by_day(columns: dict[str, np.ndarray]) -> dict[date, dict[str, np.ndarray]]:
    """Columns in the order of `moment`, parted where it changes."""
    moments = columns["moment"]
    parts = np.flatnonzero(moments[1:] != moments[:-1]) + 1
    starts = [0, *parts.tolist()] if len(moments) else []
    split = {name: np.split(values, parts) for name, values in columns.items()}
    days = [moments[start].astype("datetime64[D]").item() for start in starts]
    return {day: {name: split[name][place] for name in split} for place, day in enumerate(days)}


def visits_of_window(cursor: Cursor) -> int:
    """How many independent visits the homes asked of had in the months asked about, on the last of the days."""
    of = [row["of"] for row in cursor.rows(SQL["held"]) if row["home"] is None]
    return of[-1] if of else 0


def first_of_window(cursor: Cursor) -> date:
    """The first day of the months asked about."""
    return cursor.run("select min(first) from counted_at").fetchall()[0][0]
