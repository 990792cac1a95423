"""What a sheet's own name, or a title over its table, tells: the home or the month that its rows are of."""

import re
from calendar import month_abbr, month_name
from collections.abc import Callable, Iterable
from datetime import date

from loaders.council import Council
from loaders.reading.book import Sheet
from qa_data.dictionary import Column
from qa_data.late import late
from qa_data.plain import plain_home

Year = tuple[int, int]
"""The first month (year, month) of the twelve that a workbook is of."""

MONTHS = tuple(name[:3].lower() for name in month_name[1:])
WORDS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name[1:]) + "|sept"
MONTH = late(
    rf"\b(?:(?P<word>{WORDS})[\s_.\-]*(?P<year>20\d\d)|(?P<year2>20\d\d)[\s_.\-](?P<month>0?[1-9]|1[0-2])|(?P<month3>0?[1-9]|1[0-2])[\s_.\-](?P<year3>20\d\d))\b",
    re.IGNORECASE,
)
BARE = late(rf"(?P<word>{WORDS})[\s_.\-'’]*(?P<short>\d\d)?", re.IGNORECASE)
"""A month without its year, or with two digits that may be a day."""

SUMS = late(
    r"\b(?:summar(?:y|ies)|totals?|year\s+to\s+date|ytd|quarter(?:s|ly)?|q[1-4]|averages?|lists?|look[\s-]*ups?|notes?)\b",
    re.IGNORECASE,
)
"""Words of a sheet that adds up, lists or explains what others hold."""

NOT_OF_ROWS = late(
    r"\d(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}[\s,]+20\d\d"
    r"|\b(?:printed|updated|produced|run|created|revised|version|issued|report\s+date|since|from|until|to)\b",
    re.IGNORECASE,
)
"""A title with a day, or of when the sheet was made, or with a span."""


def is_summary(name: str) -> bool:
    """Whether a sheet's name or a title says that what it holds is no row of its own."""
    return bool(SUMS.search(name.replace("_", " ")))


def month_of(name: str) -> str | None:
    """The month that a sheet's name says, as 2026-10; None where it says none or several."""
    found = {_written(match) for match in MONTH.finditer(name)}
    return found.pop() if len(found) == 1 else None


def _written(match: re.Match) -> str:
    year = match["year"] or match["year2"] or match["year3"]
    month = MONTHS.index(match["word"][:3].lower()) + 1 if match["word"] else int(match["month"] or match["month3"])
    return f"{year}-{month:02}"


def only_month(name: str, year: Year | None = None) -> str | None:
    """The month that is the sheet's whole name; None where it is called anything else. `year`: of the workbook."""
    if MONTH.fullmatch(name.strip()):
        return month_of(name)
    bare = BARE.fullmatch(name.strip())
    return _in_year(bare, year) if bare and year else None


def _in_year(bare: re.Match, year: Year) -> str | None:
    month = MONTHS.index(bare["word"][:3].lower()) + 1
    told = year[0] + (month < year[1])
    return f"{told}-{month:02}" if int(bare["short"] or told) % 100 == told % 100 else None


def with_a_year(name: str) -> str | None:
    """What a month without its year may be, as a sheet should be called: Oct 2026 or Oct 2025; None for any other
    name.
    """
    bare = BARE.fullmatch(name.strip())
    if not bare:
        return None
    month, today = MONTHS.index(bare["word"][:3].lower()) + 1, date.today()
    last = today.year - (month > today.month)
    years = [f"20{bare['short']}"] if bare["short"] else [last, last - 1]
    return " or ".join(f"{month_abbr[month]} {year}" for year in years)


LONGEST = 31
"""Letters that Excel lets a sheet's name have."""


def home_of(name: str, council: Council) -> str | None:
    """The home whose name, or another of its names, the sheet's name holds, or begins where Excel has no room for the
    whole of it; None where it holds none or those of several.
    """
    told = plain_home(name)
    if told in council.names:
        return council.names[told]
    cut = len(name) >= LONGEST - 1
    within = {
        home
        for each, home in council.names.items()
        if (len(each) > 3 and each in told) or (cut and each.startswith(told))
    }
    return within.pop() if len(within) == 1 else None


def called(sheet: Sheet, keys: Iterable[Column], council: Council) -> dict[str, str]:
    """The home or the month that is the sheet's whole name, or stands alone over a part of it, by the key column."""
    names = _own_names(sheet)
    told = {
        "home": lambda name: council.names.get(plain_home(name)),
        "month": lambda name: only_month(name, sheet.year),
    }
    return {
        key.name: said
        for key in keys
        if key.type == key.name and key.name in told and (said := _nearest(names, told[key.name]))
    }


def stood_under(sheet: Sheet) -> str | None:
    """The month that the rows of a sheet, or of a part of it, stand under, and nothing else."""
    return _nearest(_own_names(sheet), lambda name: only_month(name, sheet.year))


def _own_names(sheet: Sheet) -> list[str]:
    # A table that lies on its side says itself of which month and home each figure is.
    return [] if sheet.origins else [sheet.name, *(sheet.over if sheet.part else ())]


def given(sheet: Sheet, over: Iterable[str], missing: Iterable[Column], council: Council) -> dict[str, str]:
    """What titles over a table, the nearest first, or else the sheet's name give of the columns that its rows lack: the
    home, the month; nothing where the two contradict each other. What a person says of any column stands for both, but
    for the title over one of several tables.
    """
    told: dict[str, Callable[[str], str | None]] = {
        "home": lambda name: home_of(name, council),
        "month": lambda name: only_month(name, sheet.year) or month_of(name),
    }
    found = {column.name: _said(sheet, [*over], column.name, told.get(column.name, _nothing)) for column in missing}
    return {name: said for name, said in found.items() if said}


def _nothing(name: str) -> None:
    """What is no home and no month is told by no name."""


def _said(sheet: Sheet, over: list[str], column: str, told: Callable[[str], str | None]) -> str | None:
    title = _nearest([line for line in over if not NOT_OF_ROWS.search(line)], told)
    if by_hand := sheet.given.get(column):
        return title or by_hand if sheet.part and not sheet.origins else by_hand
    named = _nearest([sheet.name], told)
    return None if title and named and title != named and not sheet.part else title or named


def _nearest(names: list[str], told: Callable[[str], str | None]) -> str | None:
    return next((said for name in reversed(names) if not is_summary(name) and (said := told(name))), None)
