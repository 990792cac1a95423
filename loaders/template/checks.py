"""What a template says of a column as it is filled in: help, the words that can be chosen, and the check of what is
typed.
"""

from datetime import date

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from loaders.template.looks import Looks
from qa_data.dictionary import DATASETS, Column
from qa_data.standards import CODES
from qa_data.wording import month_name

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)

A_MONTH = date(2026, 10, 1)

LISTS = "Lists"

Lists = dict[tuple, list[str]]
"""What can be chosen, by the words that stand for it: `home`, `standards` or the choices themselves."""

HEADINGS = {("home",): "Homes of the council", ("standards",): "Quality standards", ("yes/no",): "Yes or no"}

HELP = {
    "date": "A date, for example 14/10/2026.",
    "month": f"Any day of the month, for example {month_name(A_MONTH)}.",
    "whole number": "A whole number; leave it blank where it is not known, 0 only where there were none.",
    "yes/no": "Yes or No.",
    "standards": "One or more, for example QS07, QS12.",
    "standard": "One, for example QS12.",
}


def lists(homes: list[str]) -> Lists:
    """All that can be chosen in any sheet."""
    choices = {
        column.choices: list(column.choices) for dataset in DATASETS for column in dataset.columns if column.choices
    }
    return {("home",): homes or [""], ("standards",): list(CODES), ("yes/no",): ["Yes", "No"]} | choices


def write_lists(sheet: Worksheet, lists: Lists, looks: Looks) -> None:
    """Writes them, a column each, for the drop-downs to choose from."""
    for place, (chosen, words) in enumerate(lists.items()):
        sheet.write_string(0, place, HEADINGS.get(chosen, " / ".join(chosen)[:60]), looks["title"])
        for number, word in enumerate(words, 1):
            sheet.write_string(number, place, word)


def help_on(column: Column) -> str:
    """What to write, in words: the note of the column, its choices, and whether it must be there."""
    choices = f"One of: {'; '.join(column.choices)}." if column.choices else ""
    need = "Must be filled." if column.must_stand else ""
    return " ".join(filter(None, (need, HELP.get(column.type, ""), choices, column.note))) or "As you write it."


def rule(column: Column, lists: Lists) -> dict | None:
    """The check of what is typed, and the words of its refusal; None where anything may be."""
    if (chosen := _chosen_from(column)) in lists:
        return _hint(column) | _listed(column, list(lists).index(chosen), len(lists[chosen]))
    if check := CHECKS.get(column.type):
        return _hint(column) | check
    return None


CHECKS = {
    "date": {
        "validate": "date",
        "criteria": "between",
        "minimum": EARLIEST,
        "maximum": LATEST,
        "error_message": "Write a date, for example 14/10/2026.",
    },
    "whole number": {
        "validate": "integer",
        "criteria": ">=",
        "value": 0,
        "error_message": "Write a whole number, for example 3. Leave it blank where it is not known.",
    },
}
CHECKS["month"] = CHECKS["date"]


def _hint(column: Column) -> dict:
    return {
        "input_title": column.header[:32],
        "input_message": help_on(column)[:255],
        "error_title": column.header[:32],
        "ignore_blank": True,
    }


def _chosen_from(column: Column) -> tuple:
    kinds = {"home": ("home",), "standard": ("standards",), "standards": ("standards",), "yes/no": ("yes/no",)}
    return column.choices or kinds.get(column.type, ())


def _listed(column: Column, place: int, count: int) -> dict:
    # Several standards may be named, and a new home may be known before it is listed: they are asked about, not
    # refused.
    asked = column.type in ("standards", "home")
    letter = xl_col_to_name(place)
    return {
        "validate": "list",
        "source": f"={LISTS}!${letter}$2:${letter}${count + 1}",
        "error_type": "warning" if asked else "stop",
        "error_message": "This is not in the list." if asked else "Choose one from the list.",
    }
