"""The month in a sheet's name."""

import re
from calendar import month_name

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
