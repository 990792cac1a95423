"""A pack as a value: what it says, whatever it is written as."""

from dataclasses import dataclass

STACKED, BESIDE = "stacked", "beside"
"""How the counts of a table are drawn: bars on top of each other where they make a whole, or next to each other."""

SINCE = "Since the change"
"""The months since which a concern stands, as a line of a chart."""

TINTS = {"Red": "#F6D7D2", "Amber": "#FBE3C0", "Green": "#D3E8DA"}
"""A quiet colour behind the word of a rating, never instead of it."""


@dataclass(frozen=True)
class Paragraph:
    """Plain text."""

    text: str


@dataclass(frozen=True)
class Signed:
    """Lines that stay together, each a text behind a symbol: the text, the symbol's SVG and what it is called."""

    lines: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Bullets:
    """Short texts, a line each."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Rows under their heads. `title` names it, and its sheet in the workbook: 31 letters at most. `drawn`: its rows
    are counts, which slides draw as bars, a group a row, a colour a head.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple, ...]
    drawn: str = ""

    @property
    def alt(self) -> str:
        """Its counts in words."""
        return f"{self.title}. " + " ".join(
            f"{name}: {', '.join(f'{head} {count}' for head, count in zip(self.heads[1:], counts, strict=True))}."
            for name, *counts in self.rows
        )


@dataclass(frozen=True)
class Chart:
    """A series of months: `alt` says it in words; `svg` draws it; `months` and `values` are its numbers, with the
    usual range and the target where there is one.
    """

    title: str
    alt: str
    svg: str
    months: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]


@dataclass(frozen=True)
class Section:
    """What stands under a heading; on paper it may begin a page."""

    heading: str
    parts: tuple
    begins_page: bool = False


@dataclass(frozen=True)
class Pack:
    """A title, the line that says of which day it is, and its sections. The tables of the annex stand in the
    workbook alone: they are too long to read. `large`: in large print, nothing under 16 points."""

    title: str
    standing: str
    sections: tuple[Section, ...]
    annex: tuple[Table, ...] = ()
    large: bool = False

    def parts(self, kind: type) -> list:
        """Every part of that kind, in order."""
        return [part for section in self.sections for part in section.parts if isinstance(part, kind)]
