"""The cells that a home's or a visitor's counts are made of: of the last 12 months, or of one day or month."""

from datetime import date
from typing import Any, TypedDict

from qa_data.dictionary import dataset as known
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.store import Store

ROWS = {
    "visits": ("independent_visits", "visit_date", "within_months(visit_date, 12, as_at())"),
    "returns": ("returns", "month", "last_day(month) <= as_at() and month > as_at() - interval 12 month"),
    "homes": ("homes", "opened", "true"),
}
"""Of each dataset that is counted so: its rows, their day, and which of them count."""

BY = {"home": "home", "visitor": "coalesce(visitor, 'No visitor named')"}


class CountedCell(TypedDict):
    """A cell that counts: `name`, `header` and `type` of its column."""

    home: str
    day: date
    name: str
    header: str
    type: str
    value: Any
    source: Source


def counted_cells(
    store: Store,
    scope: Scope,
    dataset: str,
    columns: tuple[str, ...],
    who: str,
    named: str,
    day: date | None = None,
) -> list[CountedCell]:
    """The cells of those columns in the rows (of independent visits, returns or homes) of a home or a visitor, `who`
    says which, the latest first: home, day, name, header and type of the column, value (None where blank) and source.
    Of the 12 months that counts on the pages are of, or of that day alone. KeyError where there is no such column.
    """
    rows, dated, within = ROWS[dataset]
    told = [known(dataset).column(name) for name in columns]
    cells = ", ".join(f"{each.name} as value_{place}, {_source(each.name, place)}" for place, each in enumerate(told))
    sql = f"""select home, {dated} as day, {cells} from {rows}
              where {BY[who]} = $named and {within} and ($day::date is null or {dated} = $day)
              order by day desc, home"""
    return [
        {
            "home": row["home"],
            "day": row["day"],
            "name": each.name,
            "header": each.header,
            "type": each.type,
            "value": row[f"value_{place}"],
            "source": row[f"source_{place}"],
        }
        for row in store.rows(scope, sql, named=named, day=day)
        for place, each in enumerate(told)
    ]


def _source(name: str, place: int) -> str:
    return f"source(row_at, '{name}') as source_{place}"
