"""The year of a workbook's months by their names alone: told where one fits all its sheets and names, never guessed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from loaders.layouts.parts import alone, line
from loaders.reading.book import Sheet
from loaders.sheet_names import BARE, MONTH, MONTHS, Year, month_of

SPAN = re.compile(r"\b(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
DAY = re.compile(r"\b(?:\d{1,2}[/.\-](?P<month>\d{1,2})[/.\-](?P<year>20\d\d)|20\d\d[/.\-]\d{1,2}[/.\-]\d{1,2})\b")
PRINTED = re.compile(
    r"\b(?:printed|updated|produced|run|created|revised|amended|saved|version|v\d+|issued|report\s+date|sent|submitted"
    r"|completed|signed|checked)\b",
    re.IGNORECASE,
)
"""Words of when a sheet was made: the month beside them is none of its figures'."""

ONWARDS = re.compile(r"\b(?:from|since)\W*$", re.IGNORECASE)
APRIL = 4
"""In which month a year of two (2026-27) begins."""

TITLES_WITHIN = 10
LABELS_WITHIN = 100
"""Rows of a sheet in which months as labels are looked for."""

HALF = 6
"""Months; of two names further apart in a year the other way round, over New Year, is the nearer one."""


@dataclass
class Told:
    """What texts say of the year: those that they name, the years of two, and the last month of one named with it."""

    years: set[int] = field(default_factory=set)
    spans: set[int] = field(default_factory=set)
    until: int = 0


def with_years(sheets: list[Sheet], book: str) -> Iterator[Year | None]:
    """Of which year each sheet's months are, where one year fits the whole workbook and its names; else None."""
    names, said = [sheet.name for sheet in sheets], Told()
    for text in (book, *names, *(title for sheet in sheets for title in _titles(sheet))):
        _add(said, text.replace("_", " "))
    year, months = _of(said), _months(names)
    fits = year is not None and _within(year, said, months) and _in_turn(year, months)
    for sheet in sheets:
        yield year if year and fits and all(_within(year, said, each) for each in _labels(sheet)) else None


def _add(said: Told, text: str) -> None:
    """What one text says. A day or a month beside the word that it was printed then says nothing of its figures."""
    said.spans |= {int(first) for first, last in SPAN.findall(text) if (int(first) + 1) % 100 == int(last)}
    text = DAY.sub(_with_its_month, SPAN.sub(" ", text))
    dated = list(MONTH.finditer(text))
    if dated and PRINTED.search(text):
        text = MONTH.sub(" ", text)
    elif dated and not only_dated(text):
        ends = [each for each in dated if not ONWARDS.search(text[: each.start()])]
        said.until = max([said.until, *(int((month_of(each[0]) or "-0")[-2:]) for each in ends)])
    said.years |= {int(year) for year in YEAR.findall(text)}


def only_dated(name: str) -> bool:
    """Whether a month with its year is the whole of a name: it is that month's, and no date of the workbook."""
    return MONTH.fullmatch(name.strip()) is not None


def _with_its_month(day: re.Match) -> str:
    return f" {day['year']}-{day['month']} " if day["year"] else day[0][:7].replace("/", "-") + " "


def _of(said: Told) -> Year | None:
    if len(said.spans) == 1 and said.years <= {(first := min(said.spans)), first + 1}:
        return first, APRIL
    return (min(said.years), 1) if len(said.years) == 1 and not said.spans else None


def _within(year: Year, said: Told, months: list[int]) -> bool:
    """Whether no month lies over New Year (or over April, in a year of two), or after a date on the workbook."""
    late = year[1] == 1 and said.until and said.until not in months and max(months, default=0) > said.until
    places = [(month - year[1]) % 12 for month in months]
    return not late and all(abs(after - before) <= HALF for run in _runs(places) for before, after in pairwise(run))


def _runs(places: list[int]) -> list[list[int]]:
    """Months that stand again begin another run: those of the next home."""
    runs: list[list[int]] = [[]]
    for place in places:
        if place in runs[-1]:
            runs.append([])
        runs[-1].append(place)
    return runs


def _in_turn(year: Year, months: list[int]) -> bool:
    """Whether sheets of one calendar year stand in its order: months that go on beyond December are of two years."""
    return year[1] != 1 or months in (sorted(months), sorted(months, reverse=True))


def _titles(sheet: Sheet) -> list[str]:
    return [line(row) for row in sheet.rows[:TITLES_WITHIN] if row and alone(row)]


def _labels(sheet: Sheet) -> Iterator[list[int]]:
    """The months by their names in each row and each column of a sheet."""
    rows = [[cell if isinstance(cell, str) else "" for cell in row] for row in sheet.rows[:LABELS_WITHIN]]
    for cells in (*rows, *zip(*rows, strict=False)):
        yield _months(cells)


def _months(names: Iterable[str]) -> list[int]:
    return [month for name in names if name and (month := _month(name))]


@lru_cache(4_096)
def _month(name: str) -> int:
    """The number of the month that is the whole of a name, with its year or without; 0 of any other name."""
    bare = BARE.fullmatch(name.strip()) if len(name) < 20 else None
    told = month_of(name) if len(name) < 20 and not bare and only_dated(name) else None
    return MONTHS.index(bare["word"][:3].lower()) + 1 if bare else int(told[-2:]) if told else 0
