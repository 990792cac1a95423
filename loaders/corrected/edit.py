"""The changes that settling makes in a file, as whoever writes them is told of them."""

from dataclasses import dataclass
from datetime import date

Value = str | int | date | None


@dataclass(frozen=True)
class Cell:
    """A value in a cell, by the index of its column and the number of its row."""

    sheet: str
    place: int
    number: int
    value: Value


@dataclass(frozen=True)
class Blank:
    """A row that is emptied."""

    sheet: str
    number: int


@dataclass(frozen=True)
class Parts:
    """Rows put in under one, each as that one but for the values in some columns, by index."""

    sheet: str
    number: int
    rows: tuple[dict[int, Value], ...]


@dataclass(frozen=True)
class Title:
    """A row with a title put in over one."""

    sheet: str
    number: int
    text: str


Edit = Cell | Blank | Parts | Title
