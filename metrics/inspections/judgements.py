"""A home's judgement history: the council's own record of inspections, and what Ofsted published for the home's URN."""

from qa_data.scope import Scope
from qa_data.store import Store

HISTORY = """
select * exclude (home) from full_inspections
where home = $home and inspection_date <= as_at() order by inspection_date
"""


def judgement_history(store: Store, scope: Scope, home: str) -> list[dict]:
    """Every full inspection of the home up to the day asked of, oldest first: inspection_date, the three judgements
    in Ofsted's words, recorded_by (council, Ofsted or both) and source. The council's record stands where both tell
    of the same day.
    """
    return store.rows(scope, HISTORY, home=home)
