"""What clinics decided, and what became of it."""

from metrics.clinic.shapes import Decided
from qa_data.scope import Scope
from qa_data.store import Store

DECIDED = """
select home, unnest(standards) as standard, action, owner, source_date as decided_on, due, completed, status,
       case when completed <= as_at() then 'done' when is_cancelled(status) then 'cancelled'
            when decision = 'Not accepted' then 'refused'
            when due < as_at() then 'late' else 'open' end as state, source(row_at, 'action') as source
from actions decided
where of_clinic(decided.source) and source_date < as_at() and source_date > as_at() - interval 12 month
order by decided_on desc, home, reference, standard
"""


def decided(store: Store, scope: Scope) -> list[Decided]:
    """What clinics of the last 12 months decided, newest first, and what became of it: home, standard, action,
    owner, decided_on, due, completed, state (done, late, open, cancelled or refused: not accepted) and source.
    """
    return store.rows(scope, DECIDED)
