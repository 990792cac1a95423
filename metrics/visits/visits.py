"""Visits and reviews of a home, with the verdict on one standard."""

from metrics.found import place
from qa_data.scope import Scope
from qa_data.standards import standard as standard_of
from qa_data.store import Store

VISITS = """
select visit_date, visit_type, visitor, {verdict} as verdict, children_living, children_spoken_to, report_quality, {place}
from visits
where home = $home and visit_date <= as_at() and visit_date > as_at() - interval 12 month
order by visit_date desc, sheet_row
"""


def visits(store: Store, scope: Scope, home: str, standard: str) -> list[dict]:
    """Visits and reviews in the 12 months up to the day asked of, newest first: visit_date, visit_type, visitor,
    verdict (on the standard; None when it was not looked at), children_living, children_spoken_to, report_quality,
    file, sheet, sheet_row, cell (of the verdict).
    """
    column = f"verdict_{standard_of(standard).code.lower()}"
    return store.rows(scope, VISITS.format(verdict=column, place=place(column)), home=home)
