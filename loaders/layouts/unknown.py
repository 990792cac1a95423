"""A second table under one that is read, with headings that nobody knows."""

from typing import NamedTuple

from loaders.council import Council
from loaders.headers import Recognised, is_heading
from loaders.layouts.parts import filled, of_rows, sparse
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.recognising import recognised_at
from loaders.table import cell_of
from loaders.total_words import says_total
from qa_data.plain import plain_heading, plain_home

LONGEST = 40
"""Letters of a heading."""

UNKNOWN = (
    "A second table begins here, with the headings {headings}, which are not those of {dataset}. Put it on a sheet of"
    " its own, or give it the headings of the template."
)

NUMBERS = ("whole number", "date", "month")


class Under(NamedTuple):
    """The rows over such a table, and the table with what is said of it."""

    above: Sheet
    table: Recognised


def unknown_under(first: Recognised, council: Council) -> Under | None:
    """The first table under a recognised one, below a blank row, whose headings say that it is another; None where none
    is.
    """
    sheet, rows = first.sheet, first.sheet.rows
    blank = [index for index in sparse(rows, first.index + 1, first.places.values()) if not filled(rows[index])]
    for index in (each + 1 for each in blank):
        if index + 1 < len(rows) and _is_header(first, index, council) and len(filled(rows[index + 1])) > 1:
            above, under = of_rows(sheet, [([*range(index)], []), ([*range(index, len(rows))], [])])
            place, _ = filled(rows[index])[0]
            headings = ", ".join(str(cell) for _, cell in filled(rows[index]))
            said = UNKNOWN.format(headings=headings, dataset=first.dataset.title)
            problem = Problem("second-table", said, sheet.name, cell_of(sheet, index, place))
            return Under(above, Recognised(under, first.dataset, 0, {}, instead=(problem,)))
    return None


def _is_header(first: Recognised, index: int, council: Council) -> bool:
    """Whether a row holds headings alone, of which some stand where numbers, days or months should."""
    row, places = first.sheet.rows[index], first.places
    cells = filled(row)
    if len(cells) < 2 or row == first.header or not all(_is_word(cell) for _, cell in cells) or _known(first, index):
        return False
    home = row[places["home"]] if "home" in places else None
    again = home is not None and plain_heading(home) == plain_heading(first.header[places["home"]])
    types = {places[column.name]: column.type for column in first.dataset.columns if column.name in places}
    wrong = sum(types.get(place) in NUMBERS for place, _ in cells)
    nobody = home is None or plain_home(str(home)) not in council.names
    other = len(cells) > 2 and not says_total(cells[0][1]) and nobody
    return wrong > 0 and (again or (other and wrong * 3 > len(cells)))


def _is_word(cell: object) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST and not any(map(str.isdigit, cell))


def _known(first: Recognised, index: int) -> bool:
    """Whether it is the header row of a table that is told by what it lacks."""
    found = recognised_at(first, index)
    words = [cell for _, cell in filled(first.sheet.rows[index])]
    headings = [cell for cell in words if isinstance(cell, str) and is_heading(cell, first.mapped)]
    return found is not None and (not found.missing or len(headings) * 2 > len(words))
