"""Where rows came from: file, sheet and cell, and what was settled there."""

from collections.abc import Iterable
from itertools import groupby

from htpy import Node, Renderable, code, em, fragment

from pages.parts import ask
from pages.parts.wording import local_day
from qa_data.settled import settled_rows
from qa_data.source import Source


def source(found: Source) -> Renderable:
    """Where one value came from."""
    return sources([found])


def sources(found: Iterable[Source]) -> Renderable:
    """Where rows came from, a mention a sheet: Visits.xlsx › Visits!K12, K13; or Visits, rows 12–14 where the cells are
    not known. A text file has no sheet of its own.
    """
    told = groupby(sorted(found, key=_sheet), _sheet)
    return spaced(
        _mention(*where, [each["row"] for each in rows], [each["cell"] for each in rows])
        for where, rows in ((where, list(rows)) for where, rows in told)
    )


def _sheet(found: Source) -> tuple[str, str]:
    return found["file"], found["sheet"]


def _mention(file: str, sheet: str, rows: list[int], cells: list[str | None]) -> Renderable:
    return fragment[code[_place(file, sheet, rows, cells)], _settled(file, sheet, rows)]


def _place(file: str, sheet: str, rows: list[int], cells: list[str | None]) -> str:
    text = file.lower().endswith(".csv")
    named = file if text else f"{file} › {sheet}"
    told = [cell for cell in cells if cell]
    if told and len(told) == len(cells):
        return f"{named}{' › ' if text else '!'}{', '.join(sorted(set(told), key=_in_order))}"
    return f"{named}, {'row' if len(rows) == 1 else 'rows'} {_runs(sorted(rows))}"


def _settled(file: str, sheet: str, rows: list[int]) -> list[Node]:
    """What stood in cells of the rows before a person settled them."""
    known = ask.shared(settled_rows)
    return [(" ", em[settling(each)]) for row in (rows if known else ()) for each in known.get((file, sheet, row), ())]


def settling(made: dict) -> str:
    """What was settled in a cell, by whom and when (as `qa_data.settled.settlements`)."""
    held = f"held “{made['original']}”" if made["original"] is not None else "was blank"
    taken = "row left out" if made["settled"] is None else f"settled as “{made['settled']}”"
    return f"{made['cell']} {held}: {taken} by {made['made_by']}, {local_day(made['moment'])}"


def spaced(nodes: Iterable[Node]) -> Renderable:
    """The nodes with a space between each and the next."""
    return fragment[[(" " if place else "", each) for place, each in enumerate(nodes)]]


def _in_order(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    return int(cell.removeprefix(letters)), letters


def _runs(rows: list[int]) -> str:
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
