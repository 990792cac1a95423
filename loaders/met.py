"""The names in a file's columns for people, which nobody has confirmed: where they stand, what masks them, and which of
them a text says of a child.
"""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from loaders.headers import Recognised
from loaders.problems import Problem
from loaders.table import cell_of
from loaders.values.fault import shown
from qa_data.dictionary import Column
from qa_data.personal import names_somebody

CHILDS = "said of a child"
"""In the message of a name that a text says of a child."""

IN_A_TEXT_TOO = (
    "What stands in {header} here is masked in a text of the file, and is stored as it stands here. If this is staff or"
    " a visitor, confirm it on the Upload page or under Settings; if it is a child, correct the sheet."
)

Words = frozenset[str]
"""A name's words in small letters, in whatever order."""


class MetInFile(TypedDict):
    """A name that stands in a column for people and is not confirmed, and in how many cells of the file's texts it is
    masked.
    """

    name: str
    column: str
    masked: int


def met_on(found: Iterable[Recognised], known: frozenset[str]) -> dict[str, tuple[str, str]]:
    """By name in small letters: the name as it stands and the header of its column, of those that are not known."""
    told: dict[str, tuple[str, str]] = {}
    for recognised, column, place in _columns(found):
        for cell in {row[place] for row in recognised.sheet.rows[recognised.index + 1 :]}:
            name = _name(cell)
            if name and name.lower() not in known and names_somebody(name):
                told.setdefault(name.lower(), (name, column.header))
    return told


def childrens(found: list[Recognised], problems: list[Problem]) -> list[Problem]:
    """personal-data, at each cell of a column for people whose name another cell says of a child."""
    said = {each.value.lower(): each for each in problems if each.value and CHILDS in each.message}
    return [
        Problem(
            "personal-data", _told(name, column, said[name.lower()]), recognised.sheet.name, cell, column.name, name
        )
        for recognised, column, cell, name in (_cells(found) if said else ())
        if name.lower() in said
    ]


def also_masked(found: list[Recognised], problems: list[Problem], known: frozenset[str]) -> list[Problem]:
    """personal-data, once for each name in a column for people, at its first cell, that is not known and that is masked
    in a text of the file, whole or by its given name; none that a text says of a child, which `childrens` names.
    """
    masks = {_words(each.value) for each in problems if each.code == "personal-data" and each.value and each.suggestion}
    said = {each.value.lower() for each in problems if each.value and CHILDS in each.message}
    told: dict[str, Problem] = {}
    for recognised, column, cell, name in _cells(found) if masks else ():
        if name.lower() not in known | said and _names(name).intersection(masks):
            message = IN_A_TEXT_TOO.format(header=column.header)
            problem = Problem("personal-data", message, recognised.sheet.name, cell, column.name, name)
            told.setdefault(name.lower(), problem)
    return [*told.values()]


def _names(name: str) -> set[Words]:
    """The whole name and the first of its words; nothing of what is no name: a role, a team."""
    first = name.split()[0]
    return {_words(name), _words(first)} if names_somebody(name) or " " not in name else set()


def _words(name: str) -> Words:
    """Smith, Jayden is Jayden Smith."""
    return frozenset(name.lower().replace(",", " ").split())


def _told(name: str, column: Column, other: Problem) -> str:
    return (
        f"“{name}” stands in {column.header}, and {other.sheet}!{other.cell} says it of a child. It is stored as it"
        f" stands here: enter who is meant, or a role such as Registered manager."
    )


def masked_of(met: dict[str, tuple[str, str]], problems: Iterable[Problem]) -> list[MetInFile]:
    """Those of the names met that are masked in the file's texts, the most often masked first."""
    times: dict[str, int] = {}
    for each in problems:
        if each.code == "personal-data" and each.value and each.value.lower() in met and each.suggestion:
            times[each.value.lower()] = times.get(each.value.lower(), 0) + 1
    return [
        {"name": met[name][0], "column": met[name][1], "masked": times[name]}
        for name in sorted(times, key=lambda name: (-times[name], name))
    ]


def _cells(found: Iterable[Recognised]) -> Iterator[tuple[Recognised, Column, str, str]]:
    for recognised, column, place in _columns(found):
        for at in range(recognised.index + 1, len(recognised.sheet.rows)):
            if name := _name(recognised.sheet.rows[at][place]):
                yield recognised, column, cell_of(recognised.sheet, at, place), name


def _columns(found: Iterable[Recognised]) -> Iterator[tuple[Recognised, Column, int]]:
    for recognised in found:
        for column in recognised.dataset.columns:
            if column.person and column.name in recognised.places:
                yield recognised, column, recognised.places[column.name]


def _name(cell: object) -> str:
    return " ".join(shown(cell).split()) if cell else ""
