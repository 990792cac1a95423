"""What a workbook as a whole tells its sheets: the year of their months, and the homes on its own sheet of homes."""

import re
from collections.abc import Iterable
from dataclasses import replace

from loaders.council import Council
from loaders.headers import Recognised
from loaders.layouts.years import APRIL, SPAN, YEAR, with_years
from loaders.reading.book import Sheet
from loaders.sheet_names import Year
from qa_data.dictionary.homes import HOMES
from qa_data.plain import plain_home


def with_the_year(sheets: Iterable[Sheet], file: str) -> list[Sheet]:
    """The sheets, told what their file is called, and of which year their months are where one year fits the whole
    workbook and its names.
    """
    sheets, book = list(sheets), re.sub(r"\.\w+$", "", file)
    years = zip(sheets, with_years(sheets, book), strict=True)
    return [replace(sheet, year=sheet.year or year, book=book) for sheet, year in years]


def year_said(text: str) -> Year | None:
    """The twelve months that 2026, or 2026-27 from April on, names; None of any other text."""
    if span := SPAN.fullmatch(text.strip()):
        return (int(span[1]), APRIL) if (int(span[1]) + 1) % 100 == int(span[2]) else None
    return (int(text), 1) if YEAR.fullmatch(text.strip()) else None


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
