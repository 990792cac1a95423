"""What is said of a standard and of a home."""

from datetime import date
from typing import NotRequired, TypedDict

from qa_data.source import Source


class Rated(TypedDict):
    """A home's standard and its colour; `unrated`: which of two things leaves it grey (`metrics.rag.rule`), None of
    every other colour; `worse_since`: the first of the month since about which the home as a whole gets worse in many
    things at once, None where it does not."""

    home: str
    standard: str
    rag: str
    unrated: str | None
    worse_since: date | None


class RatedAt(Rated):
    """The same as at one of several days."""

    moment: date


class Cell(Rated):
    """The same with how much evidence there is, and the change since the end of the month before; `before` is None
    where the home was not open then."""

    evidence: str
    change: str
    before: str | None


class Reason(TypedDict):
    """A rule that fired: its id, what it found in words, and the rows that say so."""

    rule: str
    text: str
    sources: list[Source]


class ToldCell(Cell):
    """A cell with its reasons."""

    reasons: list[Reason]


class HomeReason(TypedDict):
    """A rule for homes as a whole that holds; the rows that say so where they are not those of its standards."""

    rule: str
    text: str
    sources: NotRequired[list[Source]]


class HomeState(TypedDict):
    """A home as a whole."""

    home: str
    rag: str
    reasons: list[HomeReason]


class Status(TypedDict):
    """Every home and each of its standards, on a day as known at a moment (both in ISO 8601)."""

    as_at: str
    known_at: str
    cells: list[ToldCell]
    homes: list[HomeState]
