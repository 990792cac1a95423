"""Every dataset that comes in, declared once; tables, headers, checks and templates are made from here."""

from qa_data.dictionary.actions import ACTIONS
from qa_data.dictionary.column import KEY, OPTIONAL, REQUIRED, Column, Dataset
from qa_data.dictionary.findings import FINDINGS
from qa_data.dictionary.homes import HOMES
from qa_data.dictionary.inspections import INSPECTIONS
from qa_data.dictionary.plan import PLAN
from qa_data.dictionary.returns import RETURNS
from qa_data.dictionary.visits import VISITS

DATASETS = (HOMES, VISITS, FINDINGS, INSPECTIONS, ACTIONS, RETURNS, PLAN)

DATED = {
    "visits": "visit_date",
    "findings": "found_on",
    "inspections": "inspection_date",
    "actions": "raised",
    "returns": "month",
    "published_inspections": "inspection_date",
    "providers": "as_at",
}
"""The day of a row, by dataset: from which on it tells of something, and which says what month it is of."""

__all__ = ["DATASETS", "DATED", "KEY", "OPTIONAL", "REQUIRED", "Column", "Dataset", "dataset"]


def dataset(name: str) -> Dataset:
    """The dataset of that name; KeyError if there is none."""
    return {each.name: each for each in DATASETS}[name]
