"""What reading a file gives: sheets of values, with each row's number as a person sees it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` start at the top left cell A1; a blank cell is None; dates are date or datetime."""

    name: str
    rows: list[tuple]
    numbers: list[int]
    """The number of each row: its row in a workbook, its line in a CSV file."""
    hidden: bool = False
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    """Formulas that failed or have no saved result, by (index into rows, index of column), with what the cell shows."""
    hidden_rows: set[int] = field(default_factory=set)
    """Rows hidden by a filter or by hand, by index into rows."""
    hidden_columns: set[int] = field(default_factory=set)
    """Columns hidden by hand or in a group that is closed, by index of column in the sheet as it is."""
    struck: set[tuple[int, int]] = field(default_factory=set)
    """Cells whose text is struck through, by (index into rows, index of column)."""
    percentages: set[tuple[int, int]] = field(default_factory=set)
    """Cells shown as a percentage, by (index into rows, index of column)."""
    colours: dict[tuple[int, int], str] = field(default_factory=dict)
    """Blank cells filled in another colour than their row, and the colour, by (index into rows, index of column)."""
    table_totals: set[tuple[int, int]] = field(default_factory=set)
    """Cells of the total rows of Excel's tables, by (index into rows, index of column)."""
    merged: dict[tuple[int, int], tuple[int, int, int, int]] = field(default_factory=dict)
    """Cells that are merged with others and hold one value together, by (index into rows, index of column), each with
    the top row, the left column, the bottom row and the right column of them all, counted from 0."""
    unmerged: set[tuple[int, int]] = field(default_factory=set)
    """Those of the merged cells of which a person has said what stands there, by (index into rows, index of column)."""
    text: bool = False
    """Whether it is a text file, whose cells are what stands between delimiters."""
    year: tuple[int, int] | None = None
    """The first month (year, month) of the twelve that the workbook is of, where it tells one year only."""
    book: str = ""
    """What its file is called, without the ending."""
    over: tuple[str, ...] = ()
    """What stands in words over the table, the nearest last: titles, the home or month that its rows stand under."""
    part: bool = False
    """Whether it is one of several tables of a sheet."""
    origins: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Of a table that was turned upright, the index of column and the number of row where each cell stood, by (index
    into rows, index of column)."""
    given: dict[str, str] = field(default_factory=dict)
    """What a person says that its rows have in columns that it lacks or that they leave blank, by column."""
    splits: frozenset[str] = frozenset()
    """The cells of several recommendations that a person makes into rows."""


@dataclass(frozen=True)
class Book:
    """A whole file: its name, its fingerprint and its sheets in order."""

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
