"""How far back the records of the whole service go, whoever asks: of other homes no more than a month and a day."""

from collections.abc import Callable
from datetime import datetime

from duckdb import DuckDBPyConnection

TYPE = "struct(kind varchar, first date, first_sent date)[]"

COUNTED = """
    select visit_type as kind, qa_current.month_of(min(visit_date)) as first,
           min(visit_date) filter (report_sent_to_ofsted is not null or asked.of_sheet is not null) as first_sent
    from ({visits}) told
    left join (from main.sheet_columns where of_column = 'report_sent_to_ofsted') asked
         on asked.of_upload = told.upload_id and asked.of_sheet = told.sheet
    where getvariable('first_records') is null
    group by visit_type"""

STOOD = """
    select max(moment), (select count(*) from main.erasures) from (
        select moment from main.uploads union all select moment from main.upload_states)
    where moment <= qa_current.known()"""

LISTED = f"select *, (select list(told order by kind) from qa_current.first_records told) from ({STOOD})"
"""In one statement with what the store stood at, so that nobody writes in between."""

MOST = 9

Stood = tuple[datetime | None, int]
"""What was the last change that may tell otherwise, and how often something was erased."""


def view(visits: str) -> str:
    """SQL that makes the view `first_records`, from the visits that hold: of each kind of visit or review the first of
    the month of the earliest at any home, and the earliest on a sheet that asks when its report was sent to Ofsted:
    where that is blank there, it was not sent. Where the cursor was told them already, they are not counted again.
    """
    told = f"select unnest(getvariable('first_records')::{TYPE}, recursive := true)"
    return (
        f"create or replace view qa_current.first_records as {told} union all by name {COUNTED.format(visits=visits)}"
    )


def told(execute: Callable[..., DuckDBPyConnection], counted: dict[Stood, list]) -> list | None:
    """The rows of the view as known on a cursor that was not told them, from what was `counted` when the store stood as
    it is known there; else they are counted now, and remembered there: for them all visits of the service are gone
    through, which would take most of the time of a question of one home.
    """
    rows = counted.get(execute(STOOD).fetchall()[0])
    if rows is None:
        [(*stood, rows)] = execute(LISTED).fetchall()
        for each in list(counted)[: 1 - MOST]:
            counted.pop(each, None)
        counted[tuple(stood)] = rows
    return rows
