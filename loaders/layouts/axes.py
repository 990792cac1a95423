"""What the cells beside and over figures say: of which month, which home, or which column they are."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from loaders.council import Council
from loaders.heading_words import changing, is_the_figure
from loaders.mapped import Mapped
from loaders.matching import LONGEST, read
from loaders.sheet_names import BARE, Year, month_of, only_month
from loaders.total_words import says_total
from qa_data.dictionary.returns import RETURNS
from qa_data.plain import plain_home

MONTH, HOME, MEASURE = "month", "home", "measure"

NO_HOME = re.compile(
    r"\b(?:rag|trend|status|comments?|notes?|change|variance|number|no|unit|ref(?:erence)?|owner|lead|source|standard"
    r"|indicator|measure)\b",
    re.IGNORECASE,
)
"""Headings beside homes that are no home's, beside those of totals and of other figures."""

Said = tuple[str, str]
"""MONTH, HOME or MEASURE, and which: 2026-10, Beech House, child_nights."""


@dataclass(frozen=True)
class Axes:
    """Reads a sheet's labels, by the homes that are known, the year that the workbook is of and what is decided of
    headings.
    """

    council: Council
    year: Year | None
    mapped: Mapped

    known: dict[object, Said | None] = field(default_factory=dict)
    """What was read before: the same labels stand beside many figures."""

    def said(self, cell: object) -> Said | None:
        """What a label says; None where it is no label."""
        if not isinstance(cell, str | date):
            return None
        if cell not in self.known:
            self.known[cell] = self._read(cell)
        return self.known[cell]

    def _read(self, cell: str | date) -> Said | None:
        if isinstance(cell, date):
            return MONTH, f"{cell:%Y-%m}"
        if len(cell) > LONGEST:
            return None
        if month := self._month(cell):
            return MONTH, month
        if home := self.council.names.get(plain_home(cell)):
            return HOME, home
        return (MEASURE, name) if (name := self.measure_of(cell)) else None

    def _month(self, text: str) -> str | None:
        """The month that a label names, also of the figure itself: Oct 2026 actual."""
        words, _, last = text.strip().rpartition(" ")
        own = words if words and is_the_figure(last) else text
        return only_month(own, self.year) or (own if BARE.fullmatch(own.strip()) else None)

    def measure_of(self, text: str) -> str | None:
        """The column of a return that a label names, but for the home and the month."""
        name = column_of(text, self.mapped)
        return None if name in (HOME, MONTH) else name


@lru_cache(4_096)
def column_of(text: str, mapped: Mapped) -> str | None:
    """The column of a return that a label names."""
    told = read(RETURNS, text, mapped)
    return told.column if told else None


def may_be(kind: str, cell: object) -> bool:
    """Whether a heading among homes or months, that is none that is known, is one written wrongly."""
    if not isinstance(cell, str) or changing(cell) or says_total(cell) or NO_HOME.search(cell):
        return False
    return kind == HOME or bool(re.search(r"\b20\d\d\b", cell)) and month_of(cell) is None
