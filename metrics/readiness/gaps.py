"""What nothing tells of a home in a span of time: an absence is named, and counts as nothing."""

from datetime import date
from typing import TypedDict

from metrics.indicators.duties import INDEPENDENT_VISIT
from metrics.readiness.spans import INSPECTION, lay_spans
from metrics.warnings.clocks import LAW_FROM
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store

DATASETS = ("inspections", "visits", "findings", "actions", "returns", "plan")

SQL = queries(__file__)


class Gaps(TypedDict):
    """The whole months without a return (their first days), those whose owed Regulation 44 visit fell due in the span
    and was not made, the standards on which no visit gave a verdict and nobody found anything, and the datasets of
    which there is no row."""

    home: str
    months: list[date]
    visits: list[date]
    standards: list[str]
    datasets: list[str]


def gaps(store: Store, scope: Scope, home: str | None = None, since: str = INSPECTION) -> list[Gaps]:
    """What is missing in the span of each open home, or of one: months, visits, standards and datasets (visits,
    findings and returns of the span; a full inspection, actions or a service plan at all). A visit is owed from the
    day on which the home's records of visits begin and the Regulations are law: before it none is missed.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        return cursor.rows(
            SQL["gaps"],
            home=home,
            codes=list(CODES),
            datasets=list(DATASETS),
            monthly=INDEPENDENT_VISIT.kind,
            law_from=LAW_FROM,
        )
