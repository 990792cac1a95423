"""The home as a whole: whether it gets worse in many things at once, from its returns, its visits, and both."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from metrics.kept.laying import lay
from metrics.months.values import first_incomplete
from metrics.signals.grid import TESTED, THEMES, VERDICT
from metrics.signals.monthly import FOUND
from metrics.signals.shapes import Whole
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

BY_CHANCE = 0.02
"""So many homes in which nothing changes begin to show it a month (found by simulation)."""


def lay_as_whole(store: Store, cursor: Cursor, moment: date) -> None:
    """Makes the view `homes_as_whole` on the cursor: a row a home, as at the last month complete at the moment:
    whether its signal `stands`, raised in the month `since`, when it had likeliest begun in the month `began`, or was
    `over` in one; its evidence against the threshold; and which of its indicators, verdicts and themes make it up while
    it stands (`made_of`), of how many."""
    with cursor.within(cursor.scope.at(moment)):
        lay(store, cursor, FOUND, first_incomplete(moment).isoformat(), whole_service=True)
    cursor.run(SQL["laid"])


def lay_wholes(store: Store, cursor: Cursor, moments: Iterable[date]) -> None:
    """Makes the table `wholes` on the cursor: `homes_as_whole` as at each moment; whether it is `new` in the
    last complete month, `over` only where it ended in that month, and who acts on it (`acting`)."""
    for place, moment in enumerate(sorted(set(moments))):
        lay_as_whole(store, cursor, moment)
        make = "insert into wholes" if place else "create or replace temp table wholes as"
        cursor.run(f"{make} {SQL['wholes']}", moment=moment, after=first_incomplete(moment))


def wholes(store: Store, scope: Scope) -> list[Whole]:
    """Every home of the scope of which anything is known, those that stand first, the clearest first."""
    with store.reading(scope) as cursor:
        lay_wholes(store, cursor, [scope.as_at])
        rows = cursor.rows("from wholes where seen(home) order by stands desc, evidence desc nulls last, home")
    return [_as_json(row) for row in rows]


def _as_json(row: dict[str, Any]) -> Whole:
    made_of = row["made_of"]
    months = {name: row[name] and f"{row[name]:%Y-%m}" for name in ("since", "began", "over")}
    told = (
        row
        | months
        | {
            "indicators": list(dict.fromkeys(each["indicator"] for each in made_of if each["indicator"] in TESTED)),
            "standards": [each["standard"] for each in made_of if each["indicator"] == VERDICT],
            "themes": any(each["indicator"] == THEMES for each in made_of),
        }
    )
    return cast(Whole, {name: told[name] for name in Whole.__annotations__})
