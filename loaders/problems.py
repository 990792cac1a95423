"""Every problem that a file can have: its code, whether it refuses the file, and what it is."""

from dataclasses import dataclass
from typing import NotRequired, TypedDict

ERROR = "error"
WARNING = "warning"

CODES = {
    "unreadable-file": (ERROR, "The file is damaged or is not a spreadsheet."),
    "not-a-spreadsheet": (ERROR, "A Word document, a PDF, a zip, an e-mail, an image or a lock file."),
    "encrypted-file": (ERROR, "The file is protected by a password or a sensitivity label."),
    "too-large": (
        ERROR,
        "The file is larger than the dashboard takes, or asks for more memory or time than is allowed.",
    ),
    "empty-file": (ERROR, "There is nothing in the file to load."),
    "no-dataset": (ERROR, "No sheet has a header row that the dashboard knows."),
    "missing-column": (ERROR, "A column that the sheet must have is not there."),
    "repeated-column": (ERROR, "A column stands twice, with different values."),
    "unknown-column": (WARNING, "A column that nobody asked for; it is left alone."),
    "sheet-left-alone": (
        WARNING,
        "A sheet or table that adds up or lists what others hold and lacks a column that tells its rows apart, or whose"
        " title makes its figures others (targets, rates); left alone.",
    ),
    "named-as-sum": (
        WARNING,
        "A sheet whose name or title says average, total, year to date or such; its rows are loaded as each month's.",
    ),
    "read-as": (WARNING, "A tracker of recommendations; what it lacks as actions is taken from what it has."),
    "second-table": (ERROR, "A second table in a sheet, which cannot be read."),
    "lies-on-its-side": (
        ERROR,
        "A table with months or homes across, or a form, of which the home or month is unknown.",
    ),
    "missing-value": (ERROR, "A cell that must be filled in is blank."),
    "not-a-date": (ERROR, "A date was expected."),
    "ambiguous-date": (ERROR, "A date that can be read in two ways."),
    "dates-swapped": (WARNING, "Dates that a program set to American dates may have turned: day and month swapped."),
    "future-date": (ERROR, "Something that has happened is dated after today."),
    "not-a-month": (ERROR, "A month was expected."),
    "future-month": (ERROR, "A return for a month that has not begun."),
    "blank-return": (WARNING, "A return with a home and a month and no figure; nothing of it is stored."),
    "not-a-number": (ERROR, "A whole number was expected."),
    "percentage-not-count": (ERROR, "A percentage where a whole number was expected."),
    "negative-number": (ERROR, "A count cannot be below 0."),
    "unknown-choice": (ERROR, "Not one of the choices for the column."),
    "unknown-home": (ERROR, "Not the name of a home, or another of its names."),
    "unknown-standard": (ERROR, "Not one of the nine quality standards."),
    "ambiguous-standard": (ERROR, "A number that can mean a regulation or a position."),
    "merged-value": (ERROR, "A value in cells merged over several rows or columns: each one's, or all of theirs."),
    "part-over-whole": (ERROR, "A part is larger than its whole."),
    "contradicts-kept": (WARNING, "What an earlier file gave does not fit what this one says; both are kept."),
    "dates-out-of-order": (ERROR, "A date is before one that it must follow."),
    "duplicate-key": (ERROR, "Two rows say they are the same one."),
    "limiting-judgement": (ERROR, "Inadequate for help and protection makes the overall judgement Inadequate."),
    "leaders-judgement": (
        WARNING,
        "Inadequate for leaders and managers beside a Good or Outstanding overall judgement.",
    ),
    "judgement-not-graded": (ERROR, "A judgement for an inspection that Ofsted does not grade."),
    "formula-error": (ERROR, "A formula that failed, or whose result was not saved."),
    "no-due-date": (WARNING, "Words where a due date should be; kept as no due date."),
    "personal-data": (
        WARNING,
        "Looks like something that identifies a person; it is masked before it is stored, but for one in a column for"
        " people.",
    ),
    "several-in-a-cell": (
        WARNING,
        "Several numbered recommendations in one cell; they are one action unless they are made into rows.",
    ),
    "colours-not-read": (WARNING, "Blank cells filled in colours, which are not read."),
    "total-left-out": (WARNING, "A row that adds up or compares others; it is not stored."),
    "total-differs": (WARNING, "A total is not the sum of the rows above it; totals are not stored."),
    "struck-through": (WARNING, "A row is struck through; it is loaded like the others."),
    "hidden-rows": (WARNING, "Rows are hidden, by a filter or by hand; they are loaded like the others."),
    "hidden-columns": (WARNING, "Columns are hidden; they are loaded like the others."),
    "hidden-sheet": (WARNING, "A hidden sheet holds data; it is loaded like the others."),
}


class ProblemTold(TypedDict):
    """A problem as the commands print it."""

    severity: str
    code: str
    sheet: str | None
    cell: str | None
    column: str | None
    value: str | None
    message: str
    suggestion: str | None
    other: NotRequired[tuple[str, int]]


@dataclass(frozen=True)
class Problem:
    """One fault, where it stands and what to do about it. A file's own problems have no sheet and no cell."""

    code: str
    message: str
    sheet: str | None = None
    cell: str | None = None
    column: str | None = None
    value: str | None = None
    suggestion: str | None = None
    other: tuple[str, int] | None = None
    """The sheet and row that say the same, where two rows do."""

    @property
    def severity(self) -> str:
        """`error` refuses the whole file; `warning` does not."""
        return CODES[self.code][0]

    def as_json(self) -> ProblemTold:
        """The problem as the commands print it."""
        told: ProblemTold = {
            "severity": self.severity,
            "code": self.code,
            "sheet": self.sheet,
            "cell": self.cell,
            "column": self.column,
            "value": self.value,
            "message": self.message,
            "suggestion": self.suggestion,
        }
        return {**told, "other": self.other} if self.other else told


class Refused(Exception):
    """A whole file that cannot be read or used; carries its one problem."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.problem = Problem(code, message)
