"""Month values: each indicator's numerator and denominator for every home and month, in one relation.

Columns: home, standard, indicator, month (its first day), numerator, denominator. A month value does not depend on the day
asked of, only on whether its month was complete; so they are kept in the store and brought up to date at the first
question after an upload, for the homes that the upload touched.
"""

from datetime import date, datetime, timedelta
from hashlib import sha256

import duckdb

from metrics.months_actions import FROM_ACTIONS
from metrics.months_returns import FROM_RETURNS
from metrics.months_visits import FROM_DUTIES, FROM_VISITS
from qa_data.asking import Asking
from qa_data.store import Store, run
from qa_data.uploads import last_change

COUNTED = " union all ".join(f"({query})" for query in (FROM_RETURNS, FROM_VISITS, FROM_DUTIES, *FROM_ACTIONS))

DEFINED = sha256(COUNTED.encode()).hexdigest()
"""Says whether what is kept was counted as the indicators are defined now."""

KEPT = """
create or replace table month_values (
    home varchar, standard varchar, indicator varchar, month date, numerator bigint, denominator bigint);
create or replace table month_values_stand (change timestamp, after date, defined varchar)
"""

TOUCHED = """
select distinct home
from (select home, upload_id from homes union all select home, upload_id from visits
      union all select home, upload_id from actions union all select home, upload_id from returns)
where upload_id in (select upload_id from uploads where moment > $change
                    union all select upload_id from upload_states where moment > $change)
"""


def month_values(store: Store, asking: Asking) -> str:
    """A query for the month values of the months complete at `asking.as_at`, for the homes asked of. Run it as any other
    query of the store. It reads the kept values, or counts afresh where it is asked what was known earlier or of days to come."""
    after = first_incomplete(asking.as_at)
    now = last_change(store, Asking())
    today = date.today()
    if after > first_incomplete(today) or last_change(store, asking) != now:
        return counted(after)
    keep_up_to_date(store, now, first_incomplete(today))
    seen = "" if asking.homes is None else " and list_contains($homes, home)"
    return f"select * from month_values where month < date '{after}'{seen}"


def first_incomplete(day: date) -> date:
    """The first day of the first month that is not complete at the day's end."""
    return (day + timedelta(days=1)).replace(day=1)


def counted(after: date) -> str:
    """A query that counts every month value before that day from the rows themselves."""
    values = COUNTED.replace("$after", f"date '{after}'")
    return f"select * from ({values}) where month < date '{after}'"


def keep_up_to_date(store: Store, change: datetime | None, after: date) -> None:
    """Makes the kept values those of the store as it stands: for the homes touched since they were last counted, or for all
    of them when a month has become complete or an indicator is defined anew."""
    with store.reading() as cursor:
        if _stand(cursor) == (change, after, DEFINED):
            return
    with store.writing() as cursor:
        stand = _stand(cursor)
        if stand and stand[1:] == (after, DEFINED):
            touched = [home for home, in cursor.execute(TOUCHED, {"change": stand[0]}).fetchall()]
            cursor.execute("delete from month_values where list_contains(?, home)", [touched])
            asking = Asking(homes=frozenset(touched))
        else:
            cursor.execute(KEPT)
            asking = Asking()
        run(cursor, asking, f"insert into month_values {counted(after)}")
        cursor.execute("delete from month_values_stand")
        cursor.execute("insert into month_values_stand values (?, ?, ?)", [change, after, DEFINED])


def _stand(cursor) -> tuple | None:
    """Up to which change, before which month and by which definitions the values are kept; None when they are not."""
    try:
        return cursor.execute("select * from month_values_stand").fetchone()
    except duckdb.CatalogException:
        return None
