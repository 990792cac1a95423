"""A home's actions under a standard."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.store import Store

ACTIONS = f"""
select reference, source as came_from, regulation, action, owner, priority, raised, due, completed, status, live,
       case when live and due < as_at() then date_diff('day', due, as_at()) end as days_overdue, {place("due")}
from (select *, live_on(raised, decision, status, completed, as_at()) as live from actions)
where home = $home and list_contains(standards, $standard) and raised <= as_at()
  and (live or completed > as_at() - interval 3 month)
order by live desc, due nulls last, reference
"""


def actions(store: Store, scope: Scope, home: str, standard: str) -> list[dict]:
    """Actions still to be done under the standard, the longest overdue first, then those completed in the last 3
    months: reference, came_from, regulation, action, owner, priority, raised, due, completed, status, live,
    days_overdue (None when not overdue), file, sheet, sheet_row, cell.
    """
    return store.rows(scope, ACTIONS, home=home, standard=standard)
