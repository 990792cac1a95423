"""What is wrong with the headers that are there: columns that stand twice, or that nobody asked for."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypedDict

from loaders.headers import Recognised
from loaders.heading_words import changing
from loaders.matching import LEFT_ALONE, LONGEST, read
from loaders.problems import Problem
from loaders.repeated import repeated
from loaders.suggesting import suggested
from loaders.table import cell_of
from loaders.values.fault import in_percent, shown
from qa_data.plain import plain
from qa_data.wording import some

UNHEADED = "No heading stands over {cells}, so {them} left alone. Give the column a heading, or delete it."
NAMED = 20
VALUES = 3
"""So many of a column's values show what it holds."""


class Undecided(TypedDict):
    """A heading that names no column and of which nothing is decided: the sheets that have it, some of its values on
    the first, and the header of the nearest column that the sheet does not have, where there is one.
    """

    sheets: list[str]
    dataset: str
    heading: str
    values: list[str]
    suggestion: str | None


def left_alone(recognised: Recognised) -> list[Problem]:
    """repeated-column at the second that says otherwise; unknown-column (a warning) at every header that is left
    alone.
    """
    near = _suggestions(recognised)
    return _unheaded(recognised) + [
        repeated(recognised, place, text) or _unknown(recognised, place, text, near.get(place, (text, None))[1])
        for place, text in _unread(recognised)
    ]


def _unheaded(recognised: Recognised) -> list[Problem]:
    """unknown-column at the first number of each column that has no heading, in the rows of the table."""
    rows, asked = recognised.sheet.rows, [*recognised.places.values()]
    if recognised.sheet.origins or not asked:
        return []
    first, last = min(asked), max(asked)
    blank = [place for place in range(first, last) if place not in recognised.headings and not recognised.header[place]]
    found = []
    for place in blank:
        numbers = [at for at in range(recognised.index + 1, len(rows)) if type(rows[at][place]) in (int, float)]
        if own := [at for at in numbers if any(rows[at][each] is not None for each in asked)]:
            found.append(_numbers(recognised, place, own))
    return found


def _numbers(recognised: Recognised, place: int, own: list[int]) -> Problem:
    sheet = recognised.sheet
    cells = [cell_of(sheet, index, place) for index in own]
    said = UNHEADED.format(cells=some(cells, NAMED), them="this number is" if len(cells) == 1 else "these numbers are")
    return Problem("unknown-column", said, sheet.name, cells[0], None, shown(sheet.rows[own[0]][place]))


def undecided(tables: Iterable[Recognised]) -> list[Undecided]:
    """The headings of which a person can decide what they are, each once, also where several tables have it; those with
    a column near them first.
    """
    told: dict[tuple[str, str], Undecided] = {}
    for table in tables:
        for place, (text, near) in _suggestions(table).items():
            new = Undecided(
                sheets=[], dataset=table.dataset.name, heading=text, values=_values(table, place), suggestion=near
            )
            each = told.setdefault((table.dataset.name, text), new)
            each["suggestion"] = each["suggestion"] or near
            if table.sheet.name not in each["sheets"]:
                each["sheets"].append(table.sheet.name)
    return sorted(told.values(), key=lambda each: each["suggestion"] is None)


def _values(recognised: Recognised, place: int) -> list[str]:
    """The first that there are, as the sheet shows them."""
    rows, shares = recognised.sheet.rows, recognised.sheet.percentages
    below = (index for index in range(recognised.index + 1, len(rows)) if rows[index][place] is not None)
    return [
        in_percent(value) if (index, place) in shares and isinstance(value, int | float) else shown(value)[:LONGEST]
        for index in islice(below, VALUES)
        for value in [rows[index][place]]
    ]


def _suggestions(recognised: Recognised) -> dict[int, tuple[str, str | None]]:
    """What the headings that name no column say, and the nearest column; none where a word changes the meaning."""
    told = {place: text for place, text in _unread(recognised) if place not in recognised.read}
    plain_ones = tuple(text for place, text in told.items() if not _change(recognised, place))
    near = suggested(recognised.dataset, frozenset(recognised.places), plain_ones)
    return {place: (text, near.get(text)) for place, text in told.items()}


def _unread(recognised: Recognised) -> Iterator[tuple[int, str]]:
    used = set(recognised.places.values())
    told = ((place, shown(value)) for place, value in enumerate(recognised.header) if value is not None)
    return ((place, text) for place, text in told if place not in used and plain(text))


def _change(recognised: Recognised, place: int) -> str | None:
    return changing(recognised.headings.get(place, ""))


def _unknown(recognised: Recognised, place: int, text: str, near: str | None) -> Problem:
    cell = cell_of(recognised.sheet, recognised.index, place)
    return Problem("unknown-column", _why(recognised, place, text, near), recognised.sheet.name, cell, None, text, near)


def _why(recognised: Recognised, place: int, text: str, near: str | None) -> str:
    told = recognised.read.get(place)
    if told == LEFT_ALONE:
        return f"The column “{text}” is left alone, as was decided. `python -m loaders headings` lists what is."
    if told and told.column:
        header = recognised.dataset.column(told.column).header
        return (
            f"The column {header} appears twice; this one, “{text}”, is left alone. Delete it, or the other one if this"
            " is right."
        )
    if word := _change(recognised, place):
        rest = _plain(recognised, place, word)
        return f"The column “{text}” is left alone, since “{word}” makes it another figure.{rest}"
    asked = f" Did you mean {near}? Say so on the Upload page, or change the heading." if near else ""
    return f"The column “{text}” is not one that the dashboard asks for. It is left alone.{asked}"


def _plain(recognised: Recognised, place: int, word: str) -> str:
    """What to do: the column that it would be without the word, where there is one."""
    rest = read(recognised.dataset, recognised.headings[place].replace(word, " "))
    header = recognised.dataset.column(rest.column).header if rest and rest.column else None
    return f" Where it holds the plain figure, head it {header}." if header else ""
