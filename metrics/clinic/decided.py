"""What clinics decided, and what became of it."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.store import Store

DECIDED = f"""
select home, unnest(standards) as standard, action, owner, source_date as decided_on, due, completed, status,
       case when completed <= as_at() then 'done' when status = 'Cancelled' then 'cancelled' when due < as_at() then 'late' else 'open' end as state, {place("action")}
from actions
where source = 'Performance clinic' and source_date < as_at() and source_date > as_at() - interval 12 month
order by decided_on desc, home
"""


def decided(store: Store, scope: Scope) -> list[dict]:
    """What clinics of the last 12 months decided, newest first, and what became of it: home, standard, action,
    owner, decided_on, due, completed, state (done, late, open or cancelled), and where the row stands.
    """
    return store.rows(scope, DECIDED)
