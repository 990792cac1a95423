"""What a sheet's own name tells: the home or the month that its rows are of."""

import re
from calendar import month_name

from loaders.council import Council
from loaders.recognising import Recognised
from qa_data.plain import plain_home

MONTHS = tuple(name[:3].lower() for name in month_name[1:])
WORDS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in month_name[1:]) + "|sept"
MONTH = re.compile(rf"\b(?:(?P<word>{WORDS})[\s_.\-]*(?P<year>20\d\d)|(?P<year2>20\d\d)[\s_.\-](?P<month>0?[1-9]|1[0-2])|(?P<month3>0?[1-9]|1[0-2])[\s_.\-](?P<year3>20\d\d))\b", re.IGNORECASE)


def month_of(name: str) -> str | None:
    """The month that a sheet's name says, as 2026-10; None where it says none or several."""
    found = {_written(match) for match in MONTH.finditer(name)}
    return found.pop() if len(found) == 1 else None


def _written(match: re.Match) -> str:
    year = match["year"] or match["year2"] or match["year3"]
    month = MONTHS.index(match["word"][:3].lower()) + 1 if match["word"] else int(match["month"] or match["month3"])
    return f"{year}-{month:02}"


def home_of(name: str, council: Council) -> str | None:
    """The home whose name, or another of its names, the sheet's name holds; None where it holds none or those of several."""
    told = plain_home(name)
    if told in council.names:
        return council.names[told]
    within = {home for each, home in council.names.items() if len(each) > 3 and each in told}
    return within.pop() if len(within) == 1 else None


def given(name: str, recognised: Recognised, council: Council) -> dict[str, str]:
    """What the sheet's name gives that its rows lack: the home, the month."""
    told = {"home": home_of(name, council), "month": month_of(name)}
    return {column.name: told[column.name] for column in recognised.missing if told.get(column.name)}
