"""What a sheet's own name tells: the home or the month that its rows are of."""

import re
from calendar import month_name
from collections.abc import Iterable

from loaders.council import Council
from qa_data.dictionary import Column
from qa_data.plain import plain_home

MONTHS = tuple(name[:3].lower() for name in month_name[1:])
WORDS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name[1:]) + "|sept"
MONTH = re.compile(
    rf"\b(?:(?P<word>{WORDS})[\s_.\-]*(?P<year>20\d\d)|(?P<year2>20\d\d)[\s_.\-](?P<month>0?[1-9]|1[0-2])|(?P<month3>0?[1-9]|1[0-2])[\s_.\-](?P<year3>20\d\d))\b",
    re.IGNORECASE,
)


def month_of(name: str) -> str | None:
    """The month that a sheet's name says, as 2026-10; None where it says none or several."""
    found = {_written(match) for match in MONTH.finditer(name)}
    return found.pop() if len(found) == 1 else None


def _written(match: re.Match) -> str:
    year = match["year"] or match["year2"] or match["year3"]
    month = MONTHS.index(match["word"][:3].lower()) + 1 if match["word"] else int(match["month"] or match["month3"])
    return f"{year}-{month:02}"


def only_month(name: str) -> str | None:
    """The month that is the sheet's whole name; None where it is called anything else."""
    return month_of(name) if MONTH.fullmatch(name.strip()) else None


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


def called(name: str, keys: Iterable[Column], council: Council) -> dict[str, str]:
    """The home or the month that is the sheet's whole name, by the key column for it."""
    told = {"home": council.names.get(plain_home(name)), "month": only_month(name)}
    return {key.name: said for key in keys if key.type == key.name and (said := told.get(key.name))}


def given(name: str, missing: Iterable[Column], council: Council) -> dict[str, str]:
    """What the sheet's name gives of the columns that its rows lack: the home, the month."""
    told = {"home": home_of(name, council), "month": month_of(name)}
    return {column.name: said for column in missing if (said := told.get(column.name))}
