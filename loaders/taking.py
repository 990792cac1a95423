"""The tables of a file taken in: converted one after the other, then held against what is kept and each checked."""

from dataclasses import replace

from loaders.checked import in_order
from loaders.checks import CHECKS
from loaders.checks.duplicates import Met, duplicates
from loaders.checks.sheet_names import SNAPSHOTS
from loaders.conversion import convert
from loaders.council import Council
from loaders.faults import MOST_FAULTS
from loaders.headers import Recognised
from loaders.homes import with_homes
from loaders.lacking import lacking
from loaders.left_alone import left_alone
from loaders.parting import parted
from loaders.placed import place
from loaders.problems import ERROR, Problem
from loaders.reading.book import Sheet
from loaders.references import with_references
from loaders.rows import Rows
from loaders.sheet_names import only_month
from loaders.table import Table
from loaders.trackers import read_as

MORE = (
    f" (More than {MOST_FAULTS:,} cells of the sheet have something wrong, and no more are listed. So many have one"
    " cause, for example a column in the wrong place: mend that first, or check that you chose the right file.)"
)
HIDDEN = "The sheet is hidden but holds data, which is loaded like the rest. Unhide it and check it, or delete it."

AS_ONE = {"homes": with_homes, "actions": with_references}
"""What a dataset's rows need before they are checked: its rows seen together."""


def taken(found: list[Recognised], council: Council) -> tuple[list[Table], list[Problem], Council]:
    """The tables, what is said of them, and the homes that are known then; no more once too much is wrong."""
    every = _converted(found, council)
    made = [rows.table() for rows in every]
    # What another sheet of the file says of a row stands beside it like what earlier files gave.
    kept = council.after(made if len(made) > 1 else []).kept(made)
    met: Met = {}
    tables: list[Table] = []
    problems: list[Problem] = []
    for rows, beside in zip(every, kept, strict=True):
        whole = rows.beside(beside)
        for check in CHECKS:
            check(whole)
        tables.append(rows.table(duplicates(rows, met)))
        problems += _with_more(in_order(rows.faults.problems, [])) if rows.faults.full else _about_sheet(rows)
        if _too_many(problems):
            break
    return tables, problems, every[-1].council if every else council


def _converted(found: list[Recognised], council: Council) -> list[Rows]:
    """The rows of each, by the homes that are known once those before it are."""
    every: list[Rows] = []
    faults: list[Problem] = []
    for recognised in _in_turn(found):
        rows = AS_ONE.get(recognised.dataset.name, lambda rows: rows)(
            convert(place(parted(recognised), council), council)
        )
        every.append(rows)
        faults += rows.faults.problems
        council = rows.council
        if _too_many(faults):
            break
    return every


def _in_turn(found: list[Recognised]) -> list[Recognised]:
    """Homes first, whatever the order of the sheets: the others name them. A tracker's sheets of a month last, the
    latest first: it holds what earlier ones held.
    """

    def turn(recognised: Recognised) -> tuple:
        sheet = recognised.sheet
        month = only_month(sheet.name, sheet.year) if recognised.dataset.name == SNAPSHOTS else None
        return recognised.dataset.name != "homes", month is not None, -int((month or "0").replace("-", ""))

    return sorted(found, key=turn)


def _too_many(problems: list[Problem]) -> bool:
    return len(problems) > MOST_FAULTS and any(each.severity == ERROR for each in problems)


def _with_more(problems: list[Problem]) -> list[Problem]:
    *listed, last = problems
    return [*listed, replace(last, message=last.message + MORE)]


def _about_sheet(rows: Rows) -> list[Problem]:
    placed = rows.placed
    about = hidden(rows.sheet) if len(rows) else []
    about += lacking(placed.recognised, placed.given) + [*left_alone(placed.recognised), *placed.recognised.said]
    return about + read_as(placed.recognised, placed.given.get("source")) + rows.faults.problems


def hidden(sheet: Sheet) -> list[Problem]:
    """hidden-sheet, where it is."""
    return [Problem("hidden-sheet", HIDDEN, sheet.name)] if sheet.hidden else []
