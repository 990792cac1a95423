"""Tables that are none of the file's own rows (summaries, lists, look-ups), and second tables that cannot be read."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.council import Council
from loaders.headers import Recognised
from loaders.heading_words import changing_all
from loaders.layouts.axes import Axes
from loaders.layouts.parts import headings_over, titles
from loaders.layouts.unplaced import unplaced
from loaders.matching import read
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.recognising import is_scant, near_miss
from loaders.sheet_names import given, is_summary, with_a_year
from loaders.table import cell_of
from qa_data.dictionary import DATASETS, Column
from qa_data.dictionary.actions import ACTIONS
from qa_data.dictionary.returns import RETURNS
from qa_data.dictionary.short_forms import SHORT_FORMS
from qa_data.plain import plain, plain_home
from qa_data.standards import STANDARDS

LEFT_ALONE = (
    "This sheet is left alone, because it has no column {lacks} and {why}. If its rows are to be loaded, add the column"
    "{or_name}."
)
NEAR = (
    "This sheet is left alone: it has the columns {has}, as {dataset} have, and no column {lacks}. If its rows are to"
    " be loaded, add what it lacks, under the headings of the template."
)
SECOND = (
    "A second table begins here, and it has no column {lacks}. Put it on a sheet of its own with the headings of the"
    " template, or add the column."
)
OTHERS = (
    "This table ({cells}) is left alone, since “{word}” in “{title}” makes its figures others than the month's own. If"
    " they are the month's own, take that word out."
)
BESIDE_A_LABEL = (
    "This sheet is left alone, though a number stands beside “{label}”: it says too little to be a form. If it is to be"
    " loaded, put its figures into the template, under their headings, with the home and the month."
)
LABELS_WITHIN = 100
REFERENCE_OF = ("source", "source_date", "action")
"""What tells an action apart where a tracker has no references."""

BESIDE = "another sheet of the file has all that {row} needs"
CALLED = "its name or a title over it says that it adds up or lists what others hold"
CHOICES = "it is hidden and holds nothing but choices"


def told_apart(found: list[Recognised], council: Council) -> tuple[list[Recognised], list[Problem]]:
    """The tables that are read, and what is said of the others: sheet-left-alone (a warning), second-table."""
    found, instead = _of_other_figures(found, council)
    lacking = [_lacking(each, council, beside=False) for each in found]
    whole = {each.dataset for each in found if not _lacking(each, council, beside=True)}
    firsts = {each.sheet.name: (each, lacks) for each, lacks in reversed(list(zip(found, lacking, strict=True)))}
    said = [_problem(each, whole, *firsts[each.sheet.name], council) for each in found]
    kept = [each for each, problem in zip(found, said, strict=True) if problem is None]
    return kept, [*instead, *(problem for problem in said if problem)]


def _of_other_figures(found: list[Recognised], council: Council) -> tuple[list[Recognised], list[Problem]]:
    """The tables but for those of which something is said instead: those under a title that makes their figures others,
    and those that their layout cannot tell.
    """
    said = {place: each.instead or _under_another(each, council) for place, each in enumerate(found)}
    kept = [each for place, each in enumerate(found) if not said[place]]
    return kept, [problem for instead in said.values() for problem in instead]


def _under_another(each: Recognised, council: Council) -> tuple[Problem, ...]:
    over = () if each.dataset is not RETURNS or each.sheet.origins else headings_over(each.sheet, each.index)
    first, last = min(each.places.values(), default=0), max(each.places.values(), default=0)
    cell, end = cell_of(each.sheet, each.index, first), cell_of(each.sheet, len(each.sheet.rows) - 1, last)
    problem = under_another(each.sheet.name, over, f"{cell} to {end}", cell, council)
    return (problem,) if problem else ()


def under_another(sheet: str, titles: Iterable[str], cells: str, cell: str, council: Council) -> Problem | None:
    """sheet-left-alone of a table of returns under a title with a word that makes its figures others: Targets."""
    others = [title for title in titles if plain_home(title) not in council.names]
    told = [(word, title) for title in others if (word := changing_all(title))]
    if not told:
        return None
    word, title = told[-1]
    return Problem("sheet-left-alone", OTHERS.format(cells=cells, word=word, title=title), sheet, cell)


def near_misses(sheets: list[Sheet], council: Council) -> list[Problem]:
    """sheet-left-alone, with what each of these sheets has of a dataset and what it lacks, where it has some of one."""
    return [problem for sheet in sheets if (problem := _near_miss(sheet, council))]


def _near_miss(sheet: Sheet, council: Council) -> Problem | None:
    if near := near_miss(sheet, council.mapped):
        return _near(near)
    axes = Axes(council, sheet.year, council.mapped.on(sheet.name))
    return unplaced(sheet, axes) or _beside_a_label(sheet, council)


def _near(each: Recognised) -> Problem:
    return _noted("sheet-left-alone", NEAR.format(**_has_and_lacks(each, each.missing)), each, [])


def _beside_a_label(sheet: Sheet, council: Council) -> Problem | None:
    """sheet-left-alone at the first label of a return with a number right beside it, in a sheet that says too little
    besides.
    """
    for index, row in enumerate(sheet.rows[:LABELS_WITHIN]):
        for place, (label, beside) in enumerate(pairwise(row)):
            if isinstance(label, str) and type(beside) in (int, float) and _is_count(label, council):
                cell = cell_of(sheet, index, place)
                return Problem("sheet-left-alone", BESIDE_A_LABEL.format(label=label.strip()), sheet.name, cell)
    return None


def _is_count(label: str, council: Council) -> bool:
    told = read(RETURNS, label, council.mapped)
    return bool(told and told.column and RETURNS.column(told.column).type == "whole number")


def _has_and_lacks(near: Recognised, lacks: list[Column]) -> dict[str, str]:
    has = ", ".join(near.dataset.column(name).header for name in near.places)
    return {"has": has, "dataset": near.dataset.title, "lacks": _named(lacks)}


def _lacking(recognised: Recognised, council: Council, beside: bool) -> list[Column]:
    """The key columns that neither the table nor what it is called gives. Beside a whole sheet a title gives none."""
    made_from = REFERENCE_OF if recognised.dataset is ACTIONS and "reference" not in recognised.places else ()
    missing = [column for column in recognised.missing if column.is_key or column.name in made_from]
    over = over_table(recognised) if recognised.sheet.part or not beside else []
    told = given(_as_it_is(recognised, over), over, missing, council)
    return [column for column in missing if column.name not in told]


def _as_it_is(recognised: Recognised, over: list[str]) -> Sheet:
    """The sheet, without what a person gives to all of it where this is one of its tables and a title says total."""
    sheet = recognised.sheet
    return replace(sheet, given={}) if sheet.given and sheet.part and any(map(is_summary, over)) else sheet


def over_table(recognised: Recognised) -> list[str]:
    """What stands in words over a table."""
    return titles(recognised.sheet, recognised.index)


def _problem(
    each: Recognised, whole: set, first: Recognised, first_lacks: list[Column], council: Council
) -> Problem | None:
    lacks = _lacking(each, council, beside=each.dataset in whole)
    if not lacks or (with_a_year(each.sheet.name) and not is_summary(each.sheet.name)):
        return None
    names = [each.sheet.name, *over_table(each)]
    if any(map(is_summary, names)):
        return _said(each, lacks, CALLED)
    if each is not first and not each.sheet.origins:
        same = each.dataset is first.dataset and first_lacks
        return None if same else _noted("second-table", SECOND.format(lacks=_named(lacks)), each, lacks)
    if is_scant(each):
        return _noted("sheet-left-alone", NEAR.format(**_has_and_lacks(each, lacks)), each, lacks)
    if each.sheet.hidden and _only_choices(each, council):
        return _said(each, lacks, CHOICES)
    return _said(each, lacks, BESIDE.format(row=each.dataset.row)) if each.dataset in whole and not each.taken else None


def _said(each: Recognised, lacks: list[Column], why: str) -> Problem:
    month = any(column.type == "month" for column in lacks)
    or_name = ", or name the sheet by its month (Oct 2026)" if month and why != CALLED else ""
    return _noted("sheet-left-alone", LEFT_ALONE.format(lacks=_named(lacks), why=why, or_name=or_name), each, lacks)


def _noted(code: str, message: str, each: Recognised, lacks: list[Column]) -> Problem:
    """What a person may give is named, one after the other: a single column, the home and the month; not to one table
    of several.
    """
    place, of_totals = min(each.places.values(), default=0), each.sheet.part and any(map(is_summary, over_table(each)))
    able = len(lacks) == 1 or (lacks and {column.name for column in lacks} <= {"home", "month"})
    column = lacks[0].name if able and not of_totals else None
    return Problem(code, message, each.sheet.name, cell_of(each.sheet, each.index, place), column)


def _named(lacks: list[Column]) -> str:
    return " or ".join(column.header for column in lacks)


def _only_choices(recognised: Recognised, council: Council) -> bool:
    cells = {cell for row in recognised.sheet.rows[recognised.index + 1 :] for cell in row if cell is not None}
    return all(
        isinstance(cell, str) and (plain(cell) in _choices() or plain_home(cell) in council.names) for cell in cells
    )


@cache
def _choices() -> frozenset[str]:
    columns = [column for dataset in DATASETS for column in dataset.columns]
    words = [word for column in columns for choice in column.choices for word in (choice, *SHORT_FORMS.get(choice, ()))]
    standards = [word for each in STANDARDS for word in (each.code, each.name, each.title)]
    return frozenset(map(plain, [*words, *standards]))
