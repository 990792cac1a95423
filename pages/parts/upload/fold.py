"""Problems that are settled alike: where they stand, what can be taken instead, and what each way makes of them."""

import re
from dataclasses import dataclass
from itertools import groupby

from loaders.settling import GIVEABLE, Given, Settlement, Split
from loaders.table import cell_place
from qa_data.wording import counted

ONCE, CHOOSE, MEND, WAIT, CHECK = "once", "choose", "mend", "wait", "check"
"""What is to be done: say it once for a sheet; choose another value; mend it in the file; settle another file first;
look at it.
"""

SPLIT = "several-in-a-cell"

SEVERAL = re.compile(r"[,;/&+\n]|\d\D+\d")
"""Several standards in a cell: the suggestion is of one of them alone."""


@dataclass(frozen=True)
class Fold:
    """Problems that are settled alike, in the order of the workbook."""

    problems: tuple[dict, ...]
    in_header: bool
    """Whether they stand in a row of headings, which cannot be left out."""
    before: dict | None
    """How the same was settled in an earlier upload: an entry of `remembered`."""
    turned: bool = False
    """Whether their sheet lies on its side: one of its rows is many records'."""
    absent: bool = False
    """Whether their sheet has no such column: the cell is another column's."""
    again: int = 0
    """How many others of that code stand at its place before it."""

    @property
    def first(self) -> dict:
        """The one that speaks for all."""
        return self.problems[0]

    @property
    def giveable(self) -> bool:
        """Whether it is settled by saying once what a whole sheet has."""
        return _giveable(self.first)

    @property
    def cells(self) -> dict[str, list[str]]:
        """The cells by sheet."""
        told = groupby(self.problems, lambda each: each["sheet"] or "")
        return {sheet: [each["cell"] for each in same if each["cell"]] for sheet, same in told}

    @property
    def rows(self) -> set[tuple[str, int]]:
        """The rows that they stand in."""
        return {(each["sheet"], cell_place(each["cell"])[1]) for each in self.problems if each["cell"]}

    @property
    def place(self) -> str:
        """The first cell by its name, or the sheet."""
        return place_of(self.first)

    @property
    def key(self) -> str:
        """What tells it from every other of the file, whatever value its cell is given."""
        return f"{self.place} {self.first['column']} {self.first['code']} {self.again}"

    @property
    def same(self) -> str:
        """How often it stands there: 16 rows of 3 sheets."""
        if self.giveable:
            return counted(len(self.cells), "sheet")
        sheets = len(self.cells)
        return f"{counted(len(self.rows), 'row')}{f' of {sheets} sheets' if sheets > 1 else ''}"

    @property
    def suggestions(self) -> list[str]:
        """What can be taken instead: the suggestion, or each reading of a date or a number of a standard that has two.
        What stands in no cell has none, nor has a word that is masked when the file is loaded: it is part of its cell.
        """
        value, suggestion, code = (self.first[part] for part in ("value", "suggestion", "code"))
        if (
            suggestion is None
            or value is None
            or code == "personal-data"
            or code.endswith("-standard")
            and SEVERAL.search(value)
        ):
            return []
        either = code.startswith("ambiguous") or suggestion == "Yes or No"
        return suggestion.split(" or ") if either else [suggestion]

    def valued(self, value: str) -> list[Settlement | Given]:
        """All of them with that value, blank where it is an empty text."""
        if self.giveable:
            return [Given(each["sheet"], each["column"], value) for each in self.problems]
        return [Settlement(each["sheet"], each["cell"], value) for each in self.problems]

    def left_out(self) -> list[Settlement]:
        """All of their rows left out."""
        return [Settlement(each["sheet"], each["cell"]) for each in self.problems]

    def others_out(self) -> list[Settlement]:
        """The rows that say the same left out instead."""
        return [Settlement(each["other"][0], f"A{each['other'][1]}") for each in self.problems]

    def split(self) -> list[Split]:
        """The recommendations in each of the cells made rows of their own."""
        return [Split(each["sheet"], each["cell"]) for each in self.problems]


def _giveable(problem: dict) -> bool:
    return problem["code"] in GIVEABLE and bool(problem["column"])


def what_to_do(problem: dict) -> str:
    """Which of the five."""
    if problem["severity"] == "warning":
        return CHECK
    if _giveable(problem):
        return ONCE
    if problem["cell"]:
        return CHOOSE
    return WAIT if problem["code"] == "unknown-home" else MEND


def to_settle(problems: list[dict]) -> int:
    """How many of a file's problems are settled in the file itself."""
    return sum(what_to_do(each) not in (WAIT, CHECK) for each in problems)


def place_of(problem: dict) -> str:
    """Its cell by its name, or the sheet; nothing for the whole file."""
    return f"{problem['sheet']}!{problem['cell']}" if problem["cell"] else problem["sheet"] or ""
