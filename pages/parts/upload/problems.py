"""Every problem of a file: what must be settled, where it is and what is wrong."""

from itertools import groupby

from htpy import Element, Node, Renderable, code, div, fragment, h3, mark, p, span, strong

from pages.parts import marks
from pages.parts.sources import spaced
from pages.parts.tables import head, scrolled
from pages.parts.upload.found import DATASETS
from qa_data.dictionary import Dataset
from qa_data.wording import counted

MOST = 200
"""So many lines of problems are drawn; the first ones usually explain the rest."""

MOST_CELLS = 8

TO_DO = {
    "error": (marks.mark("red", 20, "!", "Error"), "Must be settled"),
    "warning": (marks.mark("amber", 20, "?", "Warning"), "Please check"),
}

HEADS = ("What to do", head("Cell and column", "Cell"), "Found", "What is wrong", "Suggestion")


def problems(answer: dict) -> Renderable:
    """Every problem of a file, what must be settled first; equal ones in one line with all their cells."""
    if not answer["problems"]:
        return _none(answer)
    read_as = {sheet["sheet"]: DATASETS[sheet["dataset"]] for sheet in answer["sheets"]}
    folded = [list(same) for _, same in groupby(sorted(answer["problems"], key=_alike), _alike)]
    rest = len(folded) - MOST
    return fragment[
        h3[answer["file"]],
        scrolled(HEADS, [_problem(same, read_as) for same in folded[:MOST]], header=None),
        rest > 0 and p(".small")[f"And {rest:,} more. Settle these first, then upload the file again."],
    ]


def _none(answer: dict) -> Element:
    """Where nothing is wrong; a value that would be gone is something to check all the same."""
    if blanked := sum(sheet["blanked"] for sheet in answer["sheets"]):
        check = marks.mark("amber", 20, "?", "Please check")
        gone = f": {counted(blanked, 'cell')} would be made blank, since the file has the column and nothing in it."
        return p[check, " ", strong[answer["file"]], gone, " They stand under step 2."]
    done = marks.mark("green", 20, "✓", "Done")
    return p[done, " ", strong[answer["file"]], ": nothing to settle and nothing to check."]


def _alike(problem: dict) -> tuple:
    return tuple(problem[part] or "" for part in ("severity", "sheet", "column", "message"))


def _problem(same: list[dict], read_as: dict[str, Dataset]) -> list[Node]:
    first = same[0]
    drawn, to_do = TO_DO[first["severity"]]
    values = sorted({each["value"] for each in same if each["value"]})
    return [
        span(".nowrap")[drawn, f" {to_do}"],
        div[_cells(same), " ", _column(first, read_as.get(first["sheet"]))],
        span[spaced(mark[value] for value in values[:3])],
        span[first["message"]],
        first["suggestion"] is not None and strong[first["suggestion"] or "(blank)"],
    ]


def _cells(same: list[dict]) -> Node:
    if not same[0]["sheet"]:
        return "The whole file"
    cells = [each["cell"] for each in same if each["cell"]]
    rest = len(cells) - MOST_CELLS
    return [
        code[f"{same[0]['sheet']}{'!' if cells else ''}{', '.join(cells[:MOST_CELLS])}"],
        rest > 0 and f" and {rest:,} more",
    ]


def _column(problem: dict, known: Dataset | None) -> Element | None:
    """The column as the dictionary names it, where the sheet was read as one that has it."""
    if not problem["column"] or not known or problem["column"] not in known.names:
        return None
    return span(".source")[known.column(problem["column"]).header]
