"""What Ofsted's Annex A asks of a home at a full inspection, as far as its figures tell (SCCIF 9.2)."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from metrics.readiness.spans import INSPECTION, lay_spans
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store


@dataclass(frozen=True)
class Item:
    """What the form asks: its number there, in words, the column of the monthly return that counts it, and what
    somebody must add, since no figure gives it."""

    number: str
    asks: str
    column: str = ""
    add: str = ""


LIVING = "7"
"""The item that the latest visit answers."""

ANNEX_A = (
    Item("5", "Children admitted", "admissions", "A child who was admitted twice counts twice here."),
    Item("6", "Children who left", "endings", "A child who left twice counts twice here."),
    Item(LIVING, "Children who live in the home", "", "How many live there on the day of the inspection."),
    Item("8a", "Incidents of restraint", "restraints"),
    Item("8b", "Children involved in them", "", "How many children: the return counts restraints."),
    Item(
        "9a",
        "Times that children were away without authorisation",
        "missing_episodes",
        "Absences without authorisation that were not recorded as missing.",
    ),
    Item("9b", "Children who were away without authorisation", "", "How many children: the return counts episodes."),
    Item("10", "Children at risk of child sexual exploitation", "", "How many: no return counts them."),
    Item(
        "Rest",
        "The rest of the form, on staff among others",
        "",
        "Take the form of this year from Ofsted: items change. Those above are the form’s of 2019–20.",
    ),
)

ALSO = (
    *("rhi_due", "rhi_72h", "school_possible", "school_attended", "school_lost", "complaints_closed"),
    *("notifiable_events", "notified_24h", "allegations", "self_harm", "medication_errors", "shifts", "shifts_agency"),
)
"""Columns of the return that an inspector may ask for beside the form: whether children who were missing are
interviewed and whether they get their education is what the form is read for (SCCIF 9.2)."""

COLUMNS = (*(each.column for each in ANNEX_A if each.column), *ALSO)

SQL = queries(__file__)


class CountedMonth(TypedDict):
    """What the return of a month (its first day) counts, and where it stands."""

    day: date
    count: int
    source: Source


class Counted(TypedDict):
    """A column of the return over the whole months of a span: `count` is None where none of the `months` gives it;
    `given`: how many of them do; `rows`: each of these."""

    home: str
    column: str
    count: int | None
    given: int
    months: int
    rows: list[CountedMonth]


class Living(TypedDict):
    """How many children lived in the home at the latest visit that counted them."""

    home: str
    day: date
    count: int
    source: Source


def annex(store: Store, scope: Scope, home: str | None = None, since: str = INSPECTION) -> list[Counted]:
    """The counts of Annex A and those beside it (`COLUMNS`), of each open home or of one, over the whole months of its
    span: home, column, count, given of months, and rows, oldest first.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        return cursor.rows(_counts(), home=home, columns=list(COLUMNS))


def _counts() -> str:
    return f"""
        with given as (
            unpivot (select home, month, row_at, {", ".join(COLUMNS)} from returns semi join span_months
                     using (home, month))
            on {", ".join(COLUMNS)} into name "column" value counted),
        asked as (select home, months, unnest($columns) as "column" from spans)
        select home, "column", sum(counted)::bigint as count, count(counted) as given, any_value(months) as months,
               coalesce(list(struct_pack(day := month, count := counted, source := source(row_at, "column"))
                             order by month) filter (counted is not null), []) as rows
        from asked left join given using (home, "column")
        where $home::varchar is null or home = $home
        group by home, "column" order by home, list_position($columns, "column")"""


def living(store: Store, scope: Scope, home: str | None = None) -> list[Living]:
    """How many children lived in each open home at the latest visit that counted them: home, day, count, source; a home
    of which no visit did is not among them.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, INSPECTION)
        return cursor.rows(SQL["living"], home=home)
