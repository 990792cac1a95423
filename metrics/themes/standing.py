"""Since when a theme has been emerging. It is judged as at each month's end; once emerging it stays so, whatever the
calendar does, until a judgement finds no more visits that mention it than the year before it emerged would lead one to
expect, rounded up. Without a visit in the three months nothing is judged, and it stays.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from typing import Any

import numpy as np
from pandas import DataFrame, isnull

from metrics.kept.kinds import Kept, Made, Query, Stood
from metrics.kept.laying import lay
from metrics.kept.stands import rows_kept
from metrics.months.values import first_incomplete
from metrics.themes.chance import expected
from metrics.themes.counting import Counted, counted_columns, lay_counted
from metrics.themes.emerging import EMERGING, judged
from metrics.themes.mentions import THEME_MENTIONS, THEME_VISITS, lay_mentions
from qa_data.cursor import Cursor
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store

Key = tuple[str | None, str]
"""A home (None for the service) and a theme."""

RUN = {
    "home": "varchar",
    "theme": "varchar",
    "since": "date",
    "cleared": "date",
    "before": "bigint",
    "before_of": "bigint",
}
"""From the judgement that found a theme emerging to the one that cleared it (null while none has), with the visits of
the 12 months before it emerged."""

STANDING = "select * from theme_runs where since < as_at() and coalesce(cleared >= as_at(), true)"

AT_ONCE = 24
"""So many month ends are counted together."""

MONTH_ENDS = """
select last_day(month::date) as day
from (select unnest(range(month_of(min(day))::timestamp, $until::timestamp, interval 1 month)) as month
      from theme_visits) order by day
"""

MONTHS = """
select home, month_of(day) as month, sum(told)::varchar as told
from (select home, day, hash(home, day, visitor)::hugeint as told from theme_visits
      union all
      select home, day, hash(home, day, theme, polarity, words)::hugeint from theme_mentions)
where seen(home) group by home, month_of(day)
"""

MONTHS_TOLD = """
select strftime(month, '%Y-%m-%d') as month, sum(told::hugeint)::varchar as told
from theme_months where month < $until group by all
"""

THEME_MONTHS = Kept(
    "theme_months",
    {"home": "varchar", "month": "date", "told": "varchar"},
    lambda store, scope, variant: Query(MONTHS),
    needs=(THEME_MENTIONS, THEME_VISITS),
)
"""A number a home and month, in letters: it is wider than other programs read, and equal where all that the month's
visits say is.
"""


@dataclass
class Run:
    """A theme that emerged on a day, and what it is compared with: its visits of the 12 months before."""

    since: date
    before: int
    before_of: int
    cleared: date | None = None

    def most(self, of: int) -> int:
        """How many of so many visits one would expect to mention it, rounded up: with no more it is cleared."""
        expectation = expected(np.array([self.before]), np.array([self.before_of]), np.array([of])).item()
        return ceil(round(expectation, 9))


@dataclass
class Runs:
    """Those that stand, and those that were cleared."""

    standing: dict[Key, Run] = field(default_factory=dict)
    over: list[tuple[Key, Run]] = field(default_factory=list)

    def judge(self, day: date, visits: dict[Key, int], of: dict[str | None, int], found: Iterable[tuple]) -> None:
        """Goes on to that day: `visits` of the window that mention a theme, `of` all visits of the window by home (None
        for the service), `found`: key, before and before_of of what that day alone finds emerging.
        """
        for key, run in list(self.standing.items()):
            held = of.get(key[0], 0)
            if held and visits.get(key, 0) <= run.most(held):
                run.cleared = day
                self.over.append((key, self.standing.pop(key)))
        for key, before, before_of in found:
            self.standing.setdefault(key, Run(day, before, before_of))


def add_standing(counts: list[dict[str, Any]], runs: Runs, day: date) -> None:
    """Makes emerging what had emerged before and is not cleared, beside what was judged on that day alone
    (`metrics.themes.emerging.judge`), and adds `since` and `cleared_by` (with no more visits it would be cleared)."""
    keys = {(each["home"], each["theme"]): each for each in counts}
    found = [(key, each["before"], each["before_of"]) for key, each in keys.items() if each["state"] == EMERGING]
    of = {home: each["of"] for (home, _), each in keys.items()}
    runs.judge(day, {key: each["visits"] for key, each in keys.items()}, of, found)
    for key, each in keys.items():
        run = runs.standing.get(key)
        each["since"], each["cleared_by"] = (run.since, run.most(each["of"])) if run else (None, None)
        each["state"] = EMERGING if run else each["state"]


def standing(store: Store, cursor: Cursor) -> Runs:
    """What had emerged before the day asked of and was not cleared by the month ends before it; of the service only as
    the homes of the scope make it up.
    """
    scope = cursor.scope
    if scope.named is None or len(scope.named) == 1:
        lay(store, cursor, THEME_RUNS, first_incomplete(max(scope.as_at, date.today())).isoformat())
    else:
        cursor.lay("theme_runs", _runs(store, cursor, first_incomplete(scope.as_at)), RUN)
    rows = cursor.rows(STANDING)
    return Runs({(row["home"], row["theme"]): Run(row["since"], row["before"], row["before_of"]) for row in rows})


def _runs(store: Store, cursor: Cursor, until: date, begun: Runs | None = None, first: date = date.min) -> DataFrame:
    """Every run of the homes of the cursor's scope, as at the month ends before that day; columns as `RUN`. From the
    month `first` on, where those before had `begun`."""
    lay(store, cursor, THEME_VISITS, whole_service=True)
    days = [row["day"] for row in cursor.rows(MONTH_ENDS, until=until) if row["day"] >= first]
    runs = begun or Runs()
    for start in range(0, len(days), AT_ONCE):
        lay_counted(store, cursor, days[start : start + AT_ONCE])
        for day, counted, of in counted_columns(cursor):
            _judge_month(runs, day, counted, of)
    every = [*runs.over, *runs.standing.items()]
    rows = [(*key, run.since, run.cleared, run.before, run.before_of) for key, run in every]
    return DataFrame(rows, columns=list(RUN))


def _judge_month(runs: Runs, day: date, counted: list[Counted], of: dict[str | None, int]) -> None:
    visits: dict[Key, int] = {}
    found: list[tuple] = []
    for homes, columns in counted:
        names = homes if homes is not None else [None] * len(columns["theme"])
        keys = list(zip(names, columns["theme"], strict=True))
        visits |= dict(zip(keys, columns["visits"].tolist(), strict=True))
        emerging = np.flatnonzero(judged(columns, homes)["state"] == EMERGING)
        found += [(keys[place], int(columns["before"][place]), int(columns["before_of"][place])) for place in emerging]
    runs.judge(day, visits, of, found)


def _made(store: Store, scope: Scope, variant: str) -> DataFrame:
    until = date.fromisoformat(variant)
    with store.reading(scope.at(max(scope.as_at, until - timedelta(days=1)))) as cursor:
        return _runs(store, cursor, until)


def _brought_up(store: Store, variant: str, before: Stood | None) -> Made:
    """From the first month of which visits say something else than when it was kept."""
    until = date.fromisoformat(variant)
    with store.reading(of_every_home(until - timedelta(days=1))) as cursor:
        lay_mentions(store, cursor)
        lay(store, cursor, THEME_MONTHS, whole_service=True)
        told = dict(cursor.run(MONTHS_TOLD, until=until).fetchall())
        if before is None:
            return Made(_runs(store, cursor, until), None, json.dumps(told))
        first = _first_other(json.loads(before.beside), told) or until
        kept = rows_kept(THEME_RUNS, variant, store, of_every_home())
        begun = Runs() if kept is None else _as_before(kept, first)
        return Made(_runs(store, cursor, until, begun, first), None, json.dumps(told))


def _first_other(then: dict[str, str], now: dict[str, str]) -> date | None:
    """The first month of which something else is told; None without one."""
    other = [month for month in then.keys() | now.keys() if then.get(month) != now.get(month)]
    return date.fromisoformat(min(other)) if other else None


def _as_before(kept: DataFrame, first: date) -> Runs:
    """Those runs as they were before that month."""
    runs = Runs()
    for home, theme, since, cleared, before, before_of in _told(kept):
        run = Run(since, before, before_of, cleared if cleared and cleared < first else None)
        if run.cleared:
            runs.over.append(((home, theme), run))
        elif since < first:
            runs.standing[home, theme] = run
    return runs


def _told(kept: DataFrame) -> list[tuple]:
    """Rows of `RUN`, None where there is nothing."""
    days = {name: [None if isnull(day) else day.date() for day in kept[name]] for name in ("since", "cleared")}
    columns = [*(days.get(name, kept[name].astype(object).where(kept[name].notna(), None)) for name in RUN)]
    return list(zip(*columns, strict=True))


THEME_RUNS = Kept(
    "theme_runs",
    RUN,
    _made,
    at_most=1,
    of_service=True,
    needs=(THEME_MENTIONS, THEME_VISITS, THEME_MONTHS),
    brought_up=_brought_up,
)
