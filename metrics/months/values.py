"""Month values: each indicator's numerator and denominator for every home and month, in one relation.

Columns: home, standard, indicator, month (its first day), numerator, denominator. A month value does not depend on
the day asked of, only on whether its month was complete; so they are kept in the store and brought up to date at the
first question after an upload, for the homes that the upload touched.
"""

from datetime import date, timedelta
from hashlib import sha256

from metrics.kept import Kept, keep, may_be_kept
from metrics.months.from_actions import FROM_ACTIONS
from metrics.months.from_returns import FROM_RETURNS
from metrics.months.from_visits import FROM_DUTIES, FROM_VISITS
from qa_data.scope import Scope
from qa_data.store import Store

COUNTED = " union all ".join(f"({query})" for query in (FROM_RETURNS, FROM_VISITS, FROM_DUTIES, *FROM_ACTIONS))

COLUMNS = "home varchar, standard varchar, indicator varchar, month date, numerator bigint, denominator bigint"


def month_values(store: Store, scope: Scope) -> str:
    """A query for the month values of the months complete at `scope.as_at`, for the homes asked of. Run it as any
    other query of the store. It reads the kept values, or counts afresh where it is asked what was known earlier or
    of days to come.
    """
    after = first_incomplete(scope.as_at)
    if not may_be_kept(store, scope):
        return counted(after)
    variant = first_incomplete(date.today()).isoformat()
    keep(store, MONTH_VALUES, variant)
    seen = "" if scope.named is None else " and list_contains($homes, home)"
    return f"select * exclude (variant) from month_values where month < date '{after}'{seen}"


def first_incomplete(day: date) -> date:
    """The first day of the first month that is not complete at the day's end."""
    return (day + timedelta(days=1)).replace(day=1)


def counted(after: date) -> str:
    """A query that counts every month value before that day from the rows themselves."""
    values = COUNTED.replace("$after", f"date '{after}'")
    return f"select * from ({values}) where month < date '{after}'"


# A month value does not depend on the day asked of, so the months complete today are kept for all days.
MONTH_VALUES = Kept(
    "month_values",
    COLUMNS,
    sha256(COUNTED.encode()).hexdigest(),
    lambda store, scope, variant: counted(date.fromisoformat(variant)),
    only_latest=True,
)
