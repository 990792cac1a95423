"""The cells of a recognised sheet into values, a column at a time."""

from datetime import date

from loaders.council import Council
from loaders.faults import Faults
from loaders.met import CHILDS
from loaders.placed import Placed
from loaders.rows import Rows
from loaders.sheet_names import LONGEST, Year, only_month, with_a_year
from loaders.told_apart import told_apart
from loaders.values.fault import Fault
from loaders.values.numbers import percentage
from loaders.values.text import cleaned
from loaders.values.types import converted
from qa_data.dictionary import Column
from qa_data.dictionary.homes import HOMES
from qa_data.personal import MASK, called_a_child, masked
from qa_data.wording import month_name

NOT_SAVED = Fault(
    "formula-error",
    "The formula's result was not saved with the file. Open the file in Excel, save it and load it again, "
    "or put the value itself in the cell.",
)

NO_YEAR = "{said} does not say of which year. Enter {named}, whichever it is."


def convert(placed: Placed, council: Council) -> Rows:
    """The rows with the values of every column, and a fault at each cell that cannot be read."""
    faults, typed = Faults(placed), dict[str, list]()
    values = {column.name: _column(column, placed, council, faults, typed) for column in placed.dataset.columns}
    return Rows(placed, values | told_apart(placed.dataset, values, typed), faults, council)


def _column(column: Column, placed: Placed, council: Council, faults: Faults, typed: dict[str, list]) -> list:
    failed = placed.failed_formulas(column.name)
    values, unread = converted(column, cleaned(_without(placed.cells(column.name), failed)), council)
    if column.type == "long text" or column.type == "text" and not column.person and placed.dataset is not HOMES:
        values = _mask(column, texts := values, council, faults)
        if column.is_key and MASK.search("\n".join(filter(None, values))):
            typed[column.name] = texts
    if column.type == "month" and unread:
        unread = _with_years(placed.cells(column.name), unread, placed.sheet.year)
    if column.type == "whole number" and (shares := placed.percentages(column.name)):
        values, unread = _without_shares(placed.cells(column.name), shares, values, unread)
    for row, fault in (unread | {row: _failed(text) for row, text in failed.items()}).items():
        faults.note(row, column.name, fault)
    return values


def _without(cells: list, failed: dict) -> list:
    return [None if row in failed else cell for row, cell in enumerate(cells)] if failed else cells


def _without_shares(cells: list, shares: list[int], values: list, unread: dict[int, Fault]) -> tuple[list, dict]:
    """The values without those that are shown as a percentage, and a fault at each of these."""
    found = {row: percentage(cells[row]) for row in shares if type(cells[row]) in (int, float)}
    return [None if row in found else value for row, value in enumerate(values)], unread | found


def _with_years(cells: list, unread: dict[int, Fault], year: Year | None) -> dict[int, Fault]:
    """The faults; of months without their year both years that may be meant, and the workbook's as a suggestion."""
    named = {row: with_a_year(cell) for row in unread if isinstance(cell := cells[row], str) and len(cell) <= LONGEST}
    return unread | {
        row: Fault("not-a-month", NO_YEAR.format(said=cells[row], named=each), _month_in(cells[row], year))
        for row, each in named.items()
        if each and not unread[row].suggestion
    }


def _month_in(cell: str, year: Year | None) -> str | None:
    told = only_month(cell, year)
    return month_name(date.fromisoformat(f"{told}-01")) if told else None


def _failed(text: str) -> Fault:
    if text.startswith("="):
        return NOT_SAVED
    return Fault("formula-error", f"The formula shows {text}. Mend it, or put the value itself in the cell.")


def _mask(column: Column, texts: list, council: Council, faults: Faults) -> list:
    # A reference, the number of a regulation: letters there are nobody's initials.
    kept, found = masked(texts, council.people, initials=column.type == "long text")
    for row, kind, words in found:
        faults.note_masked(row, column.name, kind, words, _more(texts[row], words, council), given=not column.derived)
    return kept


def _more(text: str, words: str, council: Council) -> str:
    """What is said of a name that stands in a column for people as well."""
    if not (met := council.met.get(words.lower())):
        return ""
    if called_a_child(text, words):
        return f" It is {CHILDS}, and stands in {met[1]} too."
    return f" It stands in {met[1]}: to keep it, confirm on the Upload page that this is staff or a visitor."
