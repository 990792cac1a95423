"""The workbook that a template is."""

import re
from io import BytesIO

import xlsxwriter

from loaders.sheet_names import LONGEST, is_summary
from loaders.template.checks import LISTS, lists, write_lists
from loaders.template.forms import write_form
from loaders.template.known import ToFill, homes, open_actions, to_fill
from loaders.template.looks import Looks, looks
from loaders.template.tables import write_table
from loaders.writing import AS_TEXT
from qa_data.dictionary import DATASETS, Dataset
from qa_data.dictionary.actions import ACTIONS
from qa_data.dictionary.returns import RETURNS
from qa_data.dictionary.short_form import asked, short_form
from qa_data.scope import Scope
from qa_data.store import Store


def template(
    store: Store, scope: Scope, home: str | None = None, with_actions: bool = False, short: bool = False
) -> bytes:
    """The workbook (.xlsx): the homes that may be seen, or the one named, to choose from; of one home its return is a
    form of the months that it owes on the day asked of. `with_actions`: the actions that are open then stand on their
    sheet. `short`: the short form of the return alone, a sheet a home.
    """
    written = BytesIO()
    book = xlsxwriter.Workbook(written, AS_TEXT)
    look, actions = looks(book), open_actions(store, scope, home) if with_actions else []
    forms = to_fill(store, scope, home) if home or short else []
    if short:
        _short(book, forms, look)
    elif home:
        for form in forms:
            write_form(book.add_worksheet(RETURNS.title), form, asked(form.service_type), look, folded=True)
    tables = [each for each in DATASETS if _is_table(each, home, with_actions, short)]
    _tables(book, tables, {ACTIONS.name: actions}, homes(store, scope, home), look)
    book.close()
    return written.getvalue()


def _is_table(dataset: Dataset, home: str | None, with_actions: bool, short: bool) -> bool:
    """Whether the dataset has a sheet to fill row by row."""
    return (with_actions and dataset is ACTIONS) if short else not (home and dataset is RETURNS)


def _tables(
    book: xlsxwriter.Workbook, datasets: list[Dataset], rows: dict[str, list[dict]], names: list[str], looks: Looks
) -> None:
    """The sheets that are filled row by row, and last the lists that they choose from."""
    choices = lists(names)
    for each in datasets:
        write_table(book.add_worksheet(each.title), each, rows.get(each.name, []), choices, looks)
    if datasets:
        write_lists(book.add_worksheet(LISTS), choices, looks)


def _short(book: xlsxwriter.Workbook, forms: list[ToFill], looks: Looks) -> None:
    taken = {ACTIONS.title.lower(), LISTS.lower()}
    for number, form in enumerate(forms, 1):
        name = _sheet_name(form.home, number, taken)
        taken.add(name.lower())
        write_form(book.add_worksheet(name), form, short_form(form.service_type), looks)


def _sheet_name(home: str, number: int, taken: set[str]) -> str:
    """The home's name as far as a sheet may be called so, and the reading takes it for no summary."""
    name = re.sub(r"[\[\]:*?/\\]", " ", home)[:LONGEST].strip(" '")
    barred = not name or name.lower() == "history" or name.lower() in taken or is_summary(name)
    return f"Home {number}" if barred else name
