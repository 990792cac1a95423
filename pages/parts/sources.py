"""Where rows came from: file, sheet and cell, and what was settled there."""

from collections.abc import Iterable
from itertools import groupby

from htpy import Node, Renderable, code, em, fragment

from pages.parts import ask
from pages.parts.opening import row_opens
from pages.parts.wording import local_day
from qa_data.settled import settled_rows
from qa_data.source import Source


def source(found: Source) -> Renderable:
    """Where one value came from."""
    return sources([found])


def sources(found: Iterable[Source]) -> Renderable:
    """Where rows came from, a mention a sheet, each cell a link that opens its row over the page: Visits.xlsx ›
    Visits!K12, K13; or Visits, rows 12, 13 where the cells are not known. A text file has no sheet of its own.
    """
    told = groupby(sorted(found, key=_sheet), _sheet)
    return spaced(_mention(*where, list(rows)) for where, rows in told)


def _sheet(found: Source) -> tuple[str, str, str]:
    return found["file"], found["sheet"], found["upload_id"]


def _mention(file: str, sheet: str, upload_id: str, found: list[Source]) -> Renderable:
    cells = all(each["cell"] for each in found)
    places = {(each["row"], each["cell"] if cells else None) for each in found}
    named = place(file, sheet)
    between = (" › " if named == file else "!") if cells else f", {'row' if len(places) == 1 else 'rows'} "
    first, *rest = [
        row_opens(upload_id, sheet, row, cell, cell or f"{row}", f"{named}{between}{cell or row}")
        for row, cell in sorted(places, key=_in_order)
    ]
    return fragment[
        code[f"{named}{between}", first, [(", ", each) for each in rest]],
        _settled(file, sheet, upload_id, sorted({row for row, _ in places})),
    ]


def place(file: str, sheet: str) -> str:
    """Visits.xlsx › Visits; a text file has no sheet of its own."""
    return file if file.lower().endswith(".csv") or not sheet else f"{file} › {sheet}"


def _settled(file: str, sheet: str, upload_id: str, rows: list[int]) -> list[Node]:
    """What stood in cells of the rows before a person settled them."""
    known = ask.shared(settled_rows)
    return [
        (" ", em[row_opens(upload_id, sheet, row, each["cell"], each["cell"]), f" {settling(each)}"])
        for row in (rows if known else ())
        for each in known.get((file, sheet, row), ())
        if each["upload_id"] == upload_id
    ]


def settling(made: dict) -> str:
    """What was settled in a cell, by whom and when (as `qa_data.settled.settlements`), to go on after its name."""
    held = f"held “{made['original']}”" if made["original"] is not None else "was blank"
    taken = "row left out" if made["settled"] is None else f"settled as “{made['settled'] or 'blank'}”"
    return f"{held}: {taken} by {made['made_by']}, {local_day(made['moment'])}"


def spaced(nodes: Iterable[Node]) -> Renderable:
    """The nodes with a space between each and the next."""
    return fragment[[(" " if place else "", each) for place, each in enumerate(nodes)]]


def _in_order(place: tuple[int, str | None]) -> tuple[int, int, str]:
    row, cell = place
    letters = (cell or "").rstrip("0123456789")
    return row, len(letters), letters
