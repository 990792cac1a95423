"""What visits, reviews, inspections and children said about a standard at a home."""

from metrics.visits.shapes import Finding, Visit
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


def findings(store: Store, scope: Scope, home: str, standard: str) -> list[Finding]:
    """Findings under the standard in the 12 months up to the day asked of, newest first: found_on, came_from (who
    found it), kind, finding, reference (of what a child said; else None) and source.
    """
    return store.rows(scope, SQL["findings"], home=home, standard=standard)


def childrens_voice(store: Store, scope: Scope, home: str, standard: str) -> list[Finding]:
    """What children said, under the standard or to a visitor, and what changed because of it, in 12 months, newest
    first; columns as `findings`.
    """
    return store.rows(scope, SQL["childrens_voice"], home=home, standard=standard)


def visits(store: Store, scope: Scope, home: str, standard: str) -> list[Visit]:
    """Visits and reviews in the 12 months up to the day asked of, newest first: visit_date, visit_type, visitor,
    verdict (on the standard; None when it was not looked at), children_living, children_spoken_to, report_quality and
    source (of the verdict).
    """
    return store.rows(scope, SQL["visits"], home=home, standard=standard)
