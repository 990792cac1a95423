"""Month values: each indicator's numerator and denominator for every home and month, in one relation.

Columns: home, standard, indicator, month (its first day), numerator, denominator. A month value does not depend on the
day asked of, only on whether its month was complete; so they are kept in the store and brought up to date at the first
question after an upload, for the homes that the upload touched.
"""

from datetime import date, timedelta

from metrics.kept.kinds import Kept, Query
from metrics.kept.laying import lay
from metrics.months.counted import COUNTED
from qa_data.cursor import Cursor
from qa_data.store import Store

COLUMNS = {
    "home": "varchar",
    "standard": "varchar",
    "indicator": "varchar",
    "month": "date",
    "numerator": "bigint",
    "denominator": "bigint",
}


def lay_month_values(store: Store, cursor: Cursor) -> None:
    """Makes the view `month_values` on the cursor: those of the months complete at the day asked of, for the homes of
    the scope; kept, or counted afresh where it is asked what was known earlier or of days to come."""
    lay(store, cursor, MONTH_VALUES, _variant(cursor.scope.as_at))
    complete = f"select * from month_values_laid where month < date '{first_incomplete(cursor.scope.as_at)}'"
    cursor.run(f"create or replace temp view month_values as {complete}")


def _variant(day: date) -> str:
    # The months complete today are kept for all days; of days to come the months are counted up to them.
    return first_incomplete(max(day, date.today())).isoformat()


def first_incomplete(day: date) -> date:
    """The first day of the first month that is not complete at the day's end."""
    return (day + timedelta(days=1)).replace(day=1)


def counted(after: date) -> Query:
    """A query that counts every month value before that day from the rows themselves."""
    return Query(f"select * from ({COUNTED}) where month < $after", {"after": after})


MONTH_VALUES = Kept(
    "month_values_laid",
    COLUMNS,
    lambda store, scope, variant: counted(date.fromisoformat(variant)),
    at_most=1,
)
