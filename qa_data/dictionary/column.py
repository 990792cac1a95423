"""What a dataset is made of: columns, each declared once."""

from dataclasses import dataclass
from functools import cached_property

KEY = "key"
REQUIRED = "required"
OPTIONAL = "optional"

NAMES_OF_HOME = ("Home name", "Name of home", "Children's home", "Name of children's home")
"""Other headers of the column that names the home, in every dataset."""

STORED_AS = {
    "text": "VARCHAR",
    "long text": "VARCHAR",
    "home": "VARCHAR",
    "choice": "VARCHAR",
    "judgement": "VARCHAR",
    "standard": "VARCHAR",
    "text list": "VARCHAR[]",
    "standards": "VARCHAR[]",
    "date": "DATE",
    "month": "DATE",
    "whole number": "BIGINT",
    "yes/no": "BOOLEAN",
}


NAMES_OF_STANDARD = ("Standards", "Quality standard", "Quality standards", "Regulation/standard", "QS", "QS / Reg")
"""Other headers of the column that names the quality standards."""


@dataclass(frozen=True)
class Column:
    """One column of a dataset: its name in the store, its header, what it takes and what it means."""

    name: str
    header: str
    type: str = "text"
    need: str = OPTIONAL
    choices: tuple[str, ...] = ()
    note: str = ""
    also: tuple[str, ...] = ()
    """Other headers in the field's use."""
    part_of: str = ""
    """The column that this count may not exceed."""
    not_before: str = ""
    """The column that holds a date which this one may not precede."""
    past: bool = False
    """True where a date after today cannot be."""
    person: bool = False
    """True where it names a member of staff or a visitor: such a name may stand in a text too."""
    derived: bool = False
    """True where a key is worked out when the sheet has none."""

    @property
    def is_key(self) -> bool:
        """Whether the column is part of what makes a row the same row in a later file."""
        return self.need == KEY

    @property
    def must_stand(self) -> bool:
        """Whether a sheet without this column is refused."""
        return self.need in (KEY, REQUIRED) and not self.derived

    @property
    def sql_type(self) -> str:
        """The column's type in the store."""
        return STORED_AS[self.type]


@dataclass(frozen=True, eq=False)
class Dataset:
    """One kind of sheet: its name, its title in words, what a row is, and its columns in order. There is one of
    each, the same only as itself.
    """

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        """The columns that together name a row."""
        return tuple(column for column in self.columns if column.is_key)

    @cached_property
    def must(self) -> tuple[Column, ...]:
        """The columns without which a sheet is refused."""
        return tuple(column for column in self.columns if column.must_stand)
