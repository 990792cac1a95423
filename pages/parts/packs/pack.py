"""A pack as a value: what it says, whatever it is written as."""

from dataclasses import dataclass

TINTS = {"Red": "#F6D7D2", "Amber": "#FBE3C0", "Green": "#D3E8DA"}
"""A quiet colour behind the word of a rating, never instead of it."""


@dataclass(frozen=True)
class Paragraph:
    """Plain text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """Short texts, a line each."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under their heads. `title` names it, and its sheet in the workbook: 31 letters at most."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple, ...]


@dataclass(frozen=True)
class Chart:
    """A series of months: `alt` says it in words; `svg` draws it; `months` and `values` are its numbers, with the usual range and the target
    where there is one."""

    title: str
    alt: str
    svg: str
    months: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]


@dataclass(frozen=True)
class Section:
    """What stands under a heading."""

    heading: str
    parts: tuple


@dataclass(frozen=True)
class Pack:
    """A title, the line that says of which day it is, and its sections."""

    title: str
    standing: str
    sections: tuple[Section, ...]

    def parts(self, kind: type) -> list:
        """Every part of that kind, in order."""
        return [part for section in self.sections for part in section.parts if isinstance(part, kind)]
