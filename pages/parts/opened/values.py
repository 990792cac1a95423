"""What stands in a cell, in words."""

from typing import Any

from qa_data.standards import standard
from qa_data.wording import british, listed, month_name


def said(value: dict) -> str:
    """A value (of `qa_data.as_loaded.Value`) as people write it."""
    told, kind = value["value"], value["type"]
    if told is None:
        return "Blank"
    if isinstance(told, list):
        return listed([standard(each).name if kind == "standards" else each for each in told])
    return WORDS.get(kind, str)(told)


def _yes(told: Any) -> str:
    return "Yes" if told else "No"


WORDS = {
    "date": british,
    "month": month_name,
    "yes/no": _yes,
    "whole number": "{:,}".format,
    "standard": lambda code: standard(code).name,
}
"""How a value of each type is written; any other stands as it is."""
