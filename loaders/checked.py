"""What came of checking a file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.council import Council
from loaders.left_alone import Undecided
from loaders.met import MetInFile
from loaders.problems import ERROR, Problem
from loaders.settling import Settled
from loaders.table import Table, cell_place
from qa_data.dictionary.homes import HOMES

NO_DATASET = (
    "No sheet has a header row that the dashboard knows. A sheet of visits, for example, has the headers Home, Visit"
    " date and Visit type in one of its first 30 rows. Use the headers of the template."
)
ALL_LEFT_ALONE = (
    "Every sheet of the file is left alone: it says beside each why. Add what it lacks, or load the file that holds the"
    " rows themselves."
)
WAITING = (
    "{homes}: so far known from {file} alone, which cannot be loaded yet. Settle what is wrong there, and this file can"
    " go in with it."
)
OF_EVERY_HOME = (
    "What Ofsted publishes is about every home. Take it out, or ask whoever keeps the dashboard to load it by command."
)
NO_ROWS = "The sheets have headers but no rows below them. Fill in at least one row, then load the file again."


@dataclass
class Checked:
    """What a file holds and what is wrong with it. `tables` can be stored when it is accepted."""

    file: str
    sha256: str = ""
    tables: list[Table] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headings: list[Undecided] = field(default_factory=list)
    council: Council | None = None
    """The homes that are known once the file is; None where it could not be read."""
    met: list[MetInFile] = field(default_factory=list)
    """Names in columns for people that nobody has confirmed, and that are masked in the file's texts."""
    settled: list[Settled] = field(default_factory=list)
    """What a person settled before, as `loaders.settling.settle` tells it, with what identifies a person masked."""

    @property
    def accepted(self) -> bool:
        """Whether the file can be stored: no problem is an error."""
        return not any(problem.severity == ERROR for problem in self.problems)


def about_the_whole(checked: Checked) -> list[Problem]:
    """empty-file or no-dataset, where nothing else says why there is nothing to load."""
    said = any(problem.code == "blank-return" for problem in checked.problems)
    if said or not checked.accepted or any(table.rows for table in checked.tables):
        return []
    if checked.tables:
        return [Problem("empty-file", NO_ROWS)]
    return [Problem("no-dataset", ALL_LEFT_ALONE if checked.problems else NO_DATASET)]


def waiting_for(checked: Checked, council: Council) -> list[Problem]:
    """unknown-home, once for each file that alone has homes of this one and cannot be loaded yet."""
    own = {home for table in checked.tables if table.dataset is HOMES for home in table.columns["home"]}
    met = {home for table in checked.tables for home in table.columns.get("home", ())} - own
    files: dict[str, list[str]] = {}
    for home, file in council.waiting.items():
        if home in met:
            files.setdefault(file, []).append(home)
    return [Problem("unknown-home", WAITING.format(file=file, homes=", ".join(each))) for file, each in files.items()]


def of_every_home(checked: Checked, council: Council) -> list[Problem]:
    """unknown-home, once for each sheet that is about no home in particular, where whoever loads may not load for every
    home.
    """
    if council.scope.named is None:
        return []
    sheets = dict.fromkeys(table.sheet for table in checked.tables if "home" not in table.dataset.names)
    return [Problem("unknown-home", OF_EVERY_HOME, sheet) for sheet in sheets]


def in_order(problems: Iterable[Problem], sheets: Iterable[str]) -> list[Problem]:
    """The problems, each once, in the order of the workbook: of the whole file first, then sheet by sheet, of each what
    is said of all of it, then row by row.
    """
    turn = {name: place for place, name in enumerate(sheets)}

    def stands(problem: Problem) -> tuple[int, int, int]:
        column, row = cell_place(problem.cell) if problem.cell else (-1, 0)
        return turn.get(problem.sheet or "", -1), row, column

    # What is said of a heading is said once, also where several groups of rows stand under it.
    return sorted(dict.fromkeys(problems), key=stands)
