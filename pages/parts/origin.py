"""Where rows came from: file, sheet and cell, and what was settled there."""

from collections.abc import Iterable
from itertools import groupby

from htpy import Node, Renderable, code, em, fragment

from pages.parts import ask
from pages.parts.words import local_day
from qa_data.settled import settled_rows


def source(file: str, sheet: str, rows: list[int], cells: list[str] = ()) -> Renderable:
    """Where rows came from: Visits.xlsx › Visits!K12, K13; or Visits, rows 12–14 where the cells are not known. A
    text file has no sheet of its own.
    """
    return fragment[
        code[_place(file, sheet, rows, cells)],
        _settled(file, sheet, rows or [_in_order(cell)[0] for cell in cells]),
    ]


def _place(file: str, sheet: str, rows: list[int], cells: list[str]) -> str:
    text = file.lower().endswith(".csv")
    named = file if text else f"{file} › {sheet}"
    if cells and all(cells):
        return f"{named}{' › ' if text else '!'}{', '.join(sorted(set(cells), key=_in_order))}"
    return f"{named}, {'row' if len(rows) == 1 else 'rows'} {_runs(sorted(rows))}"


def _settled(file: str, sheet: str, rows: list[int]) -> list[Node]:
    """What stood in cells of the rows before a person settled them."""
    known = ask.answer(settled_rows)
    return [(" ", em[settling(each)]) for row in (rows if known else ()) for each in known.get((file, sheet, row), ())]


def settling(made: dict) -> str:
    """What was settled in a cell, by whom and when (as `qa_data.settled.settlements`)."""
    held = f"held “{made['original']}”" if made["original"] is not None else "was blank"
    taken = "row left out" if made["settled"] is None else f"settled as “{made['settled']}”"
    return f"{made['cell']} {held}: {taken} by {made['made_by']}, {local_day(made['moment'])}"


def row_source(row: dict) -> Renderable:
    """Where one row of evidence came from."""
    return source(row["file"], row["sheet"], [row["sheet_row"]], [row["cell"]])


def sources(cited: list[dict]) -> Renderable:
    """Where the rows behind a reason came from, a mention a sheet."""

    def place(each: dict) -> tuple[str, str]:
        return each["file"], each["sheet"]

    told = [(where, list(rows)) for where, rows in groupby(sorted(cited, key=place), place)]
    return spaced(
        source(*where, [each["row"] for each in rows], [each["cell"] for each in rows]) for where, rows in told
    )


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
