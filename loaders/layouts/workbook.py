"""What a workbook as a whole tells its sheets: the year of their months, and the homes on its own sheet of homes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.parts import alone, line
from loaders.reading.book import Sheet
from loaders.sheet_names import BARE, MONTHS, Year
from qa_data.dictionary.homes import HOMES
from qa_data.plain import plain_home

SPAN = re.compile(r"\b(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)\b")
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
APRIL = 4
"""In which month a year of two (2026-27) begins."""

TITLES_WITHIN = 10


def with_the_year(sheets: Iterable[Sheet], file: str) -> list[Sheet]:
    """The sheets, told what their file is called, and of which year their months are where one year fits the whole
    workbook and its names.
    """
    sheets, book = list(sheets), re.sub(r"\.\w+$", "", file)
    year = _year(sheets, book)
    return [replace(sheet, year=sheet.year or year, book=book) for sheet in sheets]


def _year(sheets: list[Sheet], book: str) -> Year | None:
    names = [book, *(sheet.name for sheet in sheets)]
    texts = [name.replace("_", " ") for name in names] + [text for sheet in sheets for text in _titles(sheet)]
    spans = {int(first) for text in texts for first, last in SPAN.findall(text) if (int(first) + 1) % 100 == int(last)}
    years = {int(year) for text in texts for year in YEAR.findall(SPAN.sub(" ", text))}
    if len(spans) == 1 and years <= {(first := min(spans)), first + 1}:
        return first, APRIL
    # Months that go on beyond December are of two years.
    return (min(years), 1) if len(years) == 1 and not spans and _in_one_year(names) else None


def year_said(text: str) -> Year | None:
    """The twelve months that 2026, or 2026-27 from April on, names; None of any other text."""
    if span := SPAN.fullmatch(text.strip()):
        return (int(span[1]), APRIL) if (int(span[1]) + 1) % 100 == int(span[2]) else None
    return (int(text), 1) if YEAR.fullmatch(text.strip()) else None


def _titles(sheet: Sheet) -> list[str]:
    return [line(row) for row in sheet.rows[:TITLES_WITHIN] if row and alone(row)]


def _in_one_year(names: list[str]) -> bool:
    months = [MONTHS.index(bare["word"][:3].lower()) for name in names if (bare := BARE.fullmatch(name.strip()))]
    return months in (sorted(months), sorted(months, reverse=True))


def with_names(council: Council, found: Iterable[Recognised]) -> Council:
    """The council with the names of the homes on the sheets of homes, to tell a home's name by where it stands."""
    homes = [each for each in found if each.dataset is HOMES]
    rows = [(row, each.places) for each in homes for row in each.sheet.rows[each.index + 1 :]]
    named = [(row[places["home"]], _others(row, places)) for row, places in rows if "home" in places]
    return council.naming(
        (home, name) for home, others in named if isinstance(home, str) for name in (home, *others) if plain_home(name)
    )[0]


def _others(row: tuple, places: dict[str, int]) -> list[str]:
    others = row[places["other_names"]] if "other_names" in places else None
    return str(others).split(";") if others else []
