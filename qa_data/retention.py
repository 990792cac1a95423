"""How long what is stored is kept: the council's own schedule, a period a kind of record, and what is past it. Nothing
goes by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.store import Store

MOST_YEARS = 100


class NotAPeriod(Exception):
    """It cannot be kept for so long; the message says why and what to do."""


@dataclass(frozen=True)
class Period:
    """A kind of record with a period of its own: the table, its title, SQL for the day from which a row's years count
    (null: not yet), that day in words, and SQL for its home (null: of no one home).
    """

    table: str
    title: str
    day: str
    since: str
    home: str = "home"

    @property
    def setting(self) -> str:
        """What the period is called among the settings."""
        return f"retention.{self.table}"


LAW = (
    "The law’s periods are for a home’s own records: children’s case records for 75 years from birth, or 15 from a"
    " death before 18 (regulation 36(2)), and the records of Schedule 4 for at least 15 years (regulation 37). Neither"
    " is held here: this is a working copy, for which the council’s own schedule decides. Nothing is set until the"
    " council sets it."
)

ENDED = "case when is_cancelled(status) or decision = 'Not accepted' then raised end"

PERIODS = (
    Period("visits", "Visits and reviews", "visit_date", "the day of the visit or review"),
    Period("findings", "Findings", "found_on", "the day on which it was found"),
    Period("inspections", "Ofsted inspections", "inspection_date", "the day of the inspection"),
    Period("actions", "Actions", f"coalesce(completed, {ENDED})", "completion; an open action is never due"),
    Period("returns", "Monthly returns", "last_day(month)", "the end of the month"),
    Period("plan", "Service plan", "review_date", "the review date"),
    Period("homes", "Homes", "closed", "closing; an open home is never due"),
    Period("rebases", "Decisions on charts", "moment::date", "the decision"),
    Period("concern_answers", "Answers to concerns", "moment::date", "the answer"),
    Period("repeat_decisions", "Decisions on repeats", "moment::date", "the decision"),
    Period("lessons", "Lessons", "moment::date", "the day on which it was put"),
    Period("lesson_answers", "Answers to lessons", "moment::date", "the answer"),
    Period("child_answers", "Answers to children", "answered_on", "the answer"),
    Period("plan_progress", "Progress on plans", "last_day(month)", "the end of the month"),
    Period("page_choices", "Choices for young people’s pages", "moment::date", "the choice"),
    Period("page_approvals", "Approvals of young people’s pages", "last_day(month)", "the end of the page’s time"),
    Period("attendances", "Who was at clinics", "held_on", "the day of the clinic", "null::varchar"),
)

OF_DATASETS = ("visits", "findings", "inspections", "actions", "returns", "plan", "homes")


class Kept(TypedDict):
    """A kind of record and for how many years it is kept; None where nothing is set."""

    table: str
    years: float | None


class Due(TypedDict):
    """Of a kind of record and a home (None for what is of no one home) how many rows are past their time, and the
    oldest day from which one counts."""

    table: str
    home: str | None
    rows: int
    oldest: date


def periods(store: Store, scope: Scope) -> list[Kept]:
    """Every kind of record with the years for which it is kept, as known at the moment asked of."""
    told = {row["setting"]: row["value"] for row in store.rows(scope, "select setting, value from settings")}
    return [Kept(table=each.table, years=told.get(each.setting)) for each in PERIODS]


def due(store: Store, scope: Scope) -> list[Due]:
    """A line a kind of record and home of the scope with rows past their time on the day asked of, or today where that
    is to come: table, home, rows, oldest (the day from which the oldest counts). What withdrawn uploads gave counts
    too: it is stored still.
    """
    kept = [(period(each["table"]), each["years"]) for each in periods(store, scope)]
    told = [
        f"select '{each.table}' as \"table\", home, count(*) as rows, min(day) as oldest"
        f" from ({_past(each, years, min(scope.as_at, date.today()))}) where seen(home) group by home"
        for each, years in kept
        if years is not None
    ]
    return store.rows(scope, f'from ({" union all ".join(told)}) order by "table", home') if told else []


def period(table: str) -> Period:
    """The period of that kind of record; NotAPeriod where there is none."""
    found = next((each for each in PERIODS if each.table == table), None)
    if not found:
        raise NotAPeriod(f"There is no kind of record {table}. Choose one of {', '.join(e.table for e in PERIODS)}.")
    return found


def _past(each: Period, years: float, day: date) -> str:
    """SQL: the rows past their time on that day, with what they are known by, their home and the day that counts."""
    if each.table not in OF_DATASETS:
        rows = f"select rowid as known_by, {each.home} as home, {each.day} as day from main.{each.table}"
    else:
        newest = f"arg_max_null({each.day}, uploads.moment)"
        rows = (
            f"select row_key as known_by, any_value(home) as home, {newest} as day from main.{each.table} stored"
            " join main.uploads on uploads.upload_id = stored.upload_id group by row_key"
        )
    return f"select * from ({rows}) where day < (date '{day}' - to_months({round(years * 12)}))::date"


def past_time(table: str, store: Store, scope: Scope) -> str:
    """SQL, true of the rows of that kind of record that are past their time on the day asked of. NotAPeriod where none
    is set.
    """
    each = period(table)
    [years] = [kept["years"] for kept in periods(store, scope) if kept["table"] == table]
    if years is None:
        raise NotAPeriod(f"No period is set for {each.title}, so nothing of it is due. Set one on the page Erasure.")
    known_by = "row_key" if table in OF_DATASETS else "rowid"
    return f"{known_by} in (select known_by from ({_past(each, years, scope.as_at)}))"


def keep_for(store: Store, scope: Scope, by: str, table: str, years: float | None, reason: str) -> None:
    """Keeps that kind of record for so many years from now on; None: for as long as nobody erases it. NotAPeriod
    without a name or a reason; OutOfScope unless the scope is every home.
    """
    each = period(table)
    if unsigned(by, reason):
        raise NotAPeriod("A period needs your name and a reason, for example: the council’s schedule of 2026, line 14.")
    if years is not None and not 0 < years <= MOST_YEARS:
        raise NotAPeriod(f"A period has to be of more than 0 and at most {MOST_YEARS} years.")
    scope.must_hold(None)
    record(store, scope, "settings", by.strip(), setting=each.setting, value=years, reason=reason.strip())


class Erasure(TypedDict):
    """What was erased: `kind` (words, an upload, rows past their time), how many rows of each table that touched, by
    whom, why and when (UTC); never what it was.
    """

    kind: str
    upload_id: str | None
    counts: dict[str, int]
    made_by: str
    reason: str
    moment: datetime


def erasures(store: Store, scope: Scope) -> list[Erasure]:
    """Every erasure, newest first; none for who may not see every home."""
    return store.rows(scope, "from main.erasures where getvariable('every_home') order by moment desc")
