"""Inspections of every home: the three judgements through time, assurance and monitoring visits, and what was
required.
"""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.store import Store

JUDGEMENTS = """
select home, urn, opened, inspection_date, overall, protection, leadership, recorded_by, source,
       date_diff('month', max(inspection_date) over (partition by home), as_at()) as months_since
from open_homes left join full_inspections judged using (home)
where $home is null or home = $home order by home, inspection_date
"""

OTHERS = f"""
select home, inspection_date, inspection_type, summary, report_published, {place("inspection_type")}
from inspections
where inspection_type <> 'Full' and inspection_date <= as_at() and ($home is null or home = $home) order by inspection_date desc, home limit $most
"""

ASKED = f"""
select home, reference, source as came_from, source_date, regulation, standards, action, due, completed, live_on(raised, decision, status, completed, as_at()) as live, live_on(raised, decision, status, completed, as_at()) and due < as_at() as late, {place("due")}
from actions
where source in ('Ofsted requirement', 'Ofsted recommendation') and raised <= as_at() and status <> 'Cancelled' and ($home is null or home = $home)
  and ((live_on(raised, decision, status, completed, as_at())) or source_date > as_at() - interval 12 month)
order by source desc, late desc, live desc, due nulls last, home limit $most
"""


def judgements(store: Store, scope: Scope, home: str | None = None) -> list[dict]:
    """Every full inspection of the homes open on the day, oldest first, the three judgements in Ofsted's words:
    home, urn, opened, inspection_date (None for a home not inspected yet), overall, protection, leadership,
    recorded_by, source, months_since (since the home's last one).
    """
    return store.rows(scope, JUDGEMENTS, home=home)


def other_inspections(store: Store, scope: Scope, home: str | None = None, most: int = 60) -> list[dict]:
    """Assurance, monitoring and interim inspections, newest first; none of them is a grade."""
    return store.rows(scope, OTHERS, home=home, most=most)


def asked_by_ofsted(store: Store, scope: Scope, home: str | None = None, most: int = 100) -> list[dict]:
    """Requirements, then recommendations, of the last 12 months or still live: home, reference, came_from,
    source_date, regulation, standards, action, due, completed, live, late, and where the row stands.
    """
    return store.rows(scope, ASKED, home=home, most=most)
