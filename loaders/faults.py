"""What is wrong with the rows of one sheet: a fault a cell, and what stands beside the rows."""

from loaders.placed import Placed
from loaders.problems import ERROR, Problem
from loaders.values.fault import Fault

MOST_FAULTS = 5_000
"""Of a sheet: one cause stands behind so many, and nobody reads more."""

AN = {"a": "an", "e": "an", "N": "an"}
"""An address, an e-mail address, an NHS number."""

NOT_GIVEN = (
    "It is not stored, and the cell counts as not given: the dashboard makes a reference of its own. Enter one without"
    " a name."
)

LIKE = {"initials": "somebody's initials"}


def _a(kind: str) -> str:
    return f"{AN.get(kind[0], 'a')} {kind}"


class Faults:
    """The faults of placed rows, in the order in which they are noted. Once there are more than anyone reads and one
    of them refuses the file, it is full: no more are taken in."""

    def __init__(self, placed: Placed):
        self._placed = placed
        self._cells: dict[tuple[int, str], Problem] = {}
        self._beside: list[Problem] = []
        self._refused = False

    @property
    def full(self) -> bool:
        """Whether there are more faults than are listed."""
        return self._refused and len(self._cells) > MOST_FAULTS

    @property
    def problems(self) -> list[Problem]:
        """Every fault noted so far."""
        return [*self._cells.values(), *self._beside]

    def of(self, row: int, name: str) -> Problem | None:
        """The fault of a cell."""
        return self._cells.get((row, name))

    def note(self, row: int, name: str, fault: Fault) -> None:
        """Names the fault of a cell. It is the cell's one fault."""
        if not self.full:
            problem = self._problem(row, name, fault, self._placed.shown(row, name))
            self._cells[row, name] = problem
            self._refused |= problem.severity == ERROR

    def note_masked(self, row: int, name: str, kind: str, words: str, more: str = "", given: bool = True) -> None:
        """Warns of words in a cell that identify a person, which are masked; `more` is said besides. `given`: whether
        the cell counts with the mask in it.
        """
        kept = f"It is stored as [{kind}]; take it out of the sheet too." if given else NOT_GIVEN
        fault = Fault("personal-data", f"This looks like {LIKE.get(kind) or _a(kind)}. {kept}{more}", f"[{kind}]")
        self.note_beside(self._problem(row, name, fault, words))

    def note_at(self, row: int, name: str, fault: Fault) -> None:
        """Names what is said of a cell beside its one fault."""
        self.note_beside(self._problem(row, name, fault, self._placed.shown(row, name)))

    def note_beside(self, problem: Problem) -> None:
        """Names a problem of a cell that is in none of the rows, or beside its one fault."""
        if not self.full:
            self._beside.append(problem)

    def _problem(self, row: int, name: str, fault: Fault, value: str | None) -> Problem:
        placed = self._placed
        return Problem(
            fault.code,
            fault.message,
            placed.sheet.name,
            placed.cell(row, name),
            name,
            value,
            fault.suggestion,
            fault.other,
        )
