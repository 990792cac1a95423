"""What can be chosen for a cell: the homes, a column's own words, the standards, the last months."""

from datetime import date

from pages.parts import address
from qa_data.dictionary import Column, Dataset
from qa_data.judgements import GRADES
from qa_data.standards import STANDARDS
from qa_data.wording import last_day

MONTHS = 12

STANDING = {
    "judgement": list(GRADES),
    "standard": [each.name for each in STANDARDS],
    "standards": [each.name for each in STANDARDS],
    "yes/no": ["Yes", "No"],
}


def column_of(problem: dict, read_as: dict[str, Dataset]) -> Column | None:
    """The column as the dictionary has it, where the sheet was read as one that has it."""
    known = read_as.get(problem["sheet"])
    return known.column(problem["column"]) if known and problem["column"] in known.names else None


def options(problem: dict, read_as: dict[str, Dataset], homes: list[str]) -> list[str]:
    """What the problem's cell may hold; nothing where it is a number, a date or words."""
    column = column_of(problem, read_as)
    kind = column.type if column else {"home": "home", "month": "month"}.get(problem["column"] or "")
    if kind == "home":
        return homes
    if kind == "month":
        return _months(address.as_at())
    return list(column.choices) or STANDING.get(kind, []) if column else []


def _months(day: date) -> list[str]:
    """The last ones as a person would type them, newest first."""
    told, latest = [], last_day(day).replace(day=1)
    for _ in range(MONTHS):
        told.append(f"{latest:%B %Y}")
        latest = date(latest.year - (latest.month == 1), (latest.month - 2) % 12 + 1, 1)
    return told
