"""The rows behind figures: of each indicator those that it is counted from, in the months asked about."""

from datetime import date
from typing import TypedDict

from metrics.indicators.indicator import Counting, Indicator
from metrics.indicators.registry import INDICATORS
from metrics.months.counted import column_of_row, of_columns, of_row
from metrics.months.pooled import lay_rated
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


class RowBehind(TypedDict):
    """A row that a figure is counted from."""

    day: date
    named: str
    numerator: int | None
    denominator: int | None
    source: Source


def rows_behind(store: Store, scope: Scope, home: str, standard: str, indicator: str) -> list[RowBehind]:
    """The rows that one figure of whatever colour is counted from, over the months that it pools, the earliest first:
    day (of a return, the first of its month; of a month that owed a visit and had none, its first), named (the column
    that tells), numerator and denominator (what the row gives; None where rows are counted, not what stands in them)
    and source.
    """
    with store.reading(scope) as cursor:
        lay_rated(store, cursor, [scope.as_at])
        cursor.run(SQL["one_figure"], home=home, standard=standard, indicator=indicator)
        _lay_counted_rows(cursor, cited=False)
        return cursor.rows(SQL["rows"])


def rows_of_month(store: Store, scope: Scope, home: str, standard: str, indicator: str, month: date) -> list[RowBehind]:
    """The rows that the figure of one month (its first day) is counted from, as `rows_behind`."""
    with store.reading(scope) as cursor:
        cursor.run(SQL["one_month"], home=home, standard=standard, indicator=indicator, month=month)
        _lay_counted_rows(cursor, cited=False)
        return cursor.rows(SQL["rows"])


def lay_behind(cursor: Cursor) -> None:
    """Makes the table `behind` (moment, home, standard, indicator, of_whole, sources) from the table `wanted`, which
    also says of which months (`since`, `after`). Where an indicator has no row in them, the home's own row stands
    behind it: it was open and owed what is lacking."""
    _lay_counted_rows(cursor, cited=True)
    cursor.run(SQL["behind"])


def behind_wholes(cursor: Cursor) -> dict[str, list[Source]]:
    """By home the rows of the months since its change began of all that makes it worse as a whole, of the homes of the
    table `wholes` as at the day asked of: from the table `behind`."""
    return {row["home"]: row["sources"] for row in cursor.rows(SQL["of_wholes"])}


def _lay_counted_rows(cursor: Cursor, cited: bool) -> None:
    """Makes the table `counted_rows` from `wanted`: moment, home, standard, indicator, of_whole, day, row_at, named,
    and the numerator and denominator that the row gives."""
    wanted = {row["indicator"] for row in cursor.rows("select distinct indicator from wanted")}
    found = [_of_columns(dataset, cited) for dataset in ROWS if wanted & {each.id for each in of_columns(dataset)}]
    declared = [(each, each.counting) for each in INDICATORS if each.counting and each.id in wanted]
    if declared:
        rows = " union all ".join(_declared(*each, cited) for each in declared)
        cursor.run(f"create or replace temp table declared_rows as {READ_ONCE} {rows}")
        found.append(OF_DECLARED)
    told = " union all ".join(found or [_of_columns("returns", cited)])
    cursor.run(f"create or replace temp table counted_rows as {told}")


READ_ONCE = "with actions as materialized (from qa_current.actions), visits as materialized (from qa_current.visits)"
"""One reading of each sheet serves every indicator that declares its rows."""

OF_DECLARED = """
select moment, home, standard, indicator, of_whole, declared.since as day, row_at, named, null::bigint as numerator,
       null::bigint as denominator
from wanted join declared_rows declared using (home, standard, indicator)
where declared.since < wanted.after and declared.until >= wanted.since"""


def _declared(indicator: Indicator, counting: Counting, cited: bool) -> str:
    told = (cited and counting.cited) or counting.rows
    standard = "standard" if indicator.standard is None else f"'{indicator.standard}' as standard"
    return f"select home, {standard}, '{indicator.id}' as indicator, since, until, row_at, named from ({told})"


ROWS = {
    "returns": ("(from returns left join (select home, places from homes) using (home))", "month"),
    "visits": ("independent_visits", "visit_date"),
}
"""Of a dataset with indicators from its columns: the rows, and their day."""


def _of_columns(dataset: str, cited: bool) -> str:
    rows, day = ROWS[dataset]
    counted = "" if cited else "and numerator is not null and denominator > 0"
    return f"""
        select moment, home, standard, indicator, of_whole, {day} as day, row_at, {column_of_row(dataset)} as named,
               {of_row(dataset, "numerator")} as numerator, {of_row(dataset, "denominator")} as denominator
        from wanted join {rows} using (home)
        where named is not null and {day} >= since and {day} < after {counted}"""
