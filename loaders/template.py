"""The blank workbook: a sheet a dataset, with drop-downs, checks, help on each header and an example that is never
read.
"""

from datetime import date
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from loaders.writing import AS_TEXT, WIDTHS, write
from qa_data.dictionary import DATASETS, Column, Dataset
from qa_data.scope import Scope
from qa_data.standards import CODES
from qa_data.store import Store
from qa_data.wording import month_name

HEADER, FIRST, LAST = 2, 3, 1_002
"""Rows from 0: what stands above the header is no data, so the example stands there; this many rows are checked as
they are typed.
"""

EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)

A_MONTH = date(2026, 10, 1)

EXAMPLES = {
    "home": "Ash House",
    "text": "as you write it",
    "long text": "A sentence or two.",
    "text list": "Ash; Ash Hse",
    "standards": "QS07, QS12",
    "standard": "QS12",
    "whole number": 3,
    "yes/no": "Yes",
    "date": date(2026, 10, 14),
    "month": A_MONTH,
}
"""What the example row has in a column of each type; of a column with choices, the first."""

NAMED = {"home": "Ash House", "restraints_exempt": 0}
"""And in these columns, so that the row agrees with itself."""

LISTS = "Lists"

OPEN = (
    "select * from actions where ($home is null or home = $home) and status in ('Open', 'In progress') and raised <="
    " as_at() order by home, due nulls last, reference"
)


def template(store: Store, scope: Scope, home: str | None = None, with_actions: bool = False) -> bytes:
    """The workbook (.xlsx): the homes that may be seen, or the one named, to choose from; `with_actions`: the actions
    that are open on the day asked of stand on their sheet.
    """
    homes = [
        row["home"] for row in store.rows(scope, "select home from homes order by home") if home in (None, row["home"])
    ]
    filled = {"actions": store.rows(scope, OPEN, home=home)} if with_actions else {}
    written = BytesIO()
    book = xlsxwriter.Workbook(written, AS_TEXT)
    looks = {name: book.add_format(look) for name, look in LOOKS.items()}
    lists = _lists(homes)
    for dataset in DATASETS:
        _sheet(book.add_worksheet(dataset.title), dataset, filled.get(dataset.name, []), lists, looks)
    _write_lists(book.add_worksheet(LISTS), lists, looks)
    book.close()
    return written.getvalue()


LOOKS = {
    "title": {"bold": True, "font_size": 13},
    "example": {"italic": True, "font_color": "#505A5F"},
    "example date": {"italic": True, "font_color": "#505A5F", "num_format": "d mmm yyyy", "align": "left"},
    "must": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "bg_color": "#DCE6F1"},
    "head": {"bottom": 2, "text_wrap": True, "valign": "bottom", "bg_color": "#F3F5F7"},
    "date": {"num_format": "d mmm yyyy", "align": "left"},
    "month": {"num_format": "mmm yyyy", "align": "left"},
    "text": {"text_wrap": True, "valign": "top"},
}


def _lists(homes: list[str]) -> dict[tuple, list[str]]:
    """What can be chosen, by the words that stand for it: `home`, `standards` or the choices themselves."""
    choices = {
        column.choices: list(column.choices) for dataset in DATASETS for column in dataset.columns if column.choices
    }
    return {("home",): homes or [""], ("standards",): list(CODES), ("yes/no",): ["Yes", "No"]} | choices


def _chosen_from(column: Column) -> tuple | None:
    kinds = {"home": ("home",), "standard": ("standards",), "standards": ("standards",), "yes/no": ("yes/no",)}
    return column.choices or kinds.get(column.type)


def _sheet(sheet: Worksheet, dataset: Dataset, rows: list[dict], lists: dict, looks: dict) -> None:
    sheet.write_string(
        0,
        0,
        f"{dataset.title}: write from row {FIRST + 1} on. Row 2 is an example and is never read. Columns in bold must"
        " be filled.",
        looks["title"],
    )
    for place, column in enumerate(dataset.columns):
        _example(sheet, place, column, looks)
        sheet.write_string(HEADER, place, column.header, looks["must" if column.must_stand else "head"])
        sheet.write_comment(HEADER, place, _help(column), {"x_scale": 2})
        sheet.set_column(place, place, WIDTHS.get(column.type, 20), looks.get(column.type, looks["text"]))
        if rule := _rule(column, lists):
            sheet.data_validation(FIRST, place, LAST, place, rule)
        for number, row in enumerate(rows, FIRST):
            write(sheet, number, place, row[column.name], looks["date"])
    sheet.freeze_panes(FIRST, 1)
    sheet.set_row(HEADER, 45)


def _example(sheet: Worksheet, place: int, column: Column, looks: dict) -> None:
    value = column.choices[0] if column.choices else 1 if column.part_of else EXAMPLES[column.type]
    write(sheet, 1, place, NAMED.get(column.name, value), looks["example date"], looks["example"])


def _help(column: Column) -> str:
    """What to write, in words: the note of the column, its choices, and whether it must be there."""
    told = {
        "date": "A date, for example 14/10/2026.",
        "month": f"Any day of the month, for example {month_name(A_MONTH)}.",
        "whole number": "A whole number; leave it blank where it is not known, 0 only where there were none.",
        "yes/no": "Yes or No.",
        "standards": "One or more, for example QS07, QS12.",
        "standard": "One, for example QS12.",
    }.get(column.type, "")
    choices = f"One of: {'; '.join(column.choices)}." if column.choices else ""
    need = "Must be filled." if column.must_stand else ""
    return " ".join(filter(None, (need, told, choices, column.note))) or "As you write it."


def _rule(column: Column, lists: dict) -> dict | None:
    """The check of what is typed, and the words of its refusal."""
    hint = {
        "input_title": column.header[:32],
        "input_message": _help(column)[:255],
        "error_title": column.header[:32],
        "ignore_blank": True,
    }
    if (chosen := _chosen_from(column)) in lists:
        place, words = list(lists).index(chosen), lists[chosen]
        # Several standards may be named, and a new home may be known before it is listed: they are asked about, not
        # refused.
        asked = column.type in ("standards", "home")
        return hint | {
            "validate": "list",
            "source": f"={LISTS}!${xl_col_to_name(place)}$2:${xl_col_to_name(place)}${len(words) + 1}",
            "error_type": "warning" if asked else "stop",
            "error_message": "This is not in the list." if asked else "Choose one from the list.",
        }
    if column.type in ("date", "month"):
        return hint | {
            "validate": "date",
            "criteria": "between",
            "minimum": EARLIEST,
            "maximum": LATEST,
            "error_message": "Write a date, for example 14/10/2026.",
        }
    if column.type == "whole number":
        return hint | {
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_message": "Write a whole number, for example 3. Leave it blank where it is not known.",
        }
    return None


def _write_lists(sheet: Worksheet, lists: dict, looks: dict) -> None:
    for place, (chosen, words) in enumerate(lists.items()):
        sheet.write_string(
            0,
            place,
            {("home",): "Homes of the council", ("standards",): "Quality standards", ("yes/no",): "Yes or no"}.get(
                chosen, " / ".join(chosen)[:60]
            ),
            looks["title"],
        )
        for number, word in enumerate(words, 1):
            sheet.write_string(number, place, word)
