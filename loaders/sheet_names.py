"""What a sheet's own name tells: the home or the month that its rows are of."""

from loaders.council import Council
from loaders.recognising import Recognised
from loaders.sheet_months import month_of, only_month
from qa_data.dictionary import Dataset
from qa_data.plain import plain_home


def home_of(name: str, council: Council) -> str | None:
    """The home whose name, or another of its names, the sheet's name holds; None where it holds none or those of
    several.
    """
    told = plain_home(name)
    if told in council.names:
        return council.names[told]
    within = {home for each, home in council.names.items() if len(each) > 3 and each in told}
    return within.pop() if len(within) == 1 else None


def called(name: str, dataset: Dataset, council: Council) -> dict[str, str]:
    """The home or the month that is the sheet's whole name, by the dataset's key column for it."""
    told = {"home": council.names.get(plain_home(name)), "month": only_month(name)}
    return {
        column.name: told[column.name]
        for column in dataset.keys
        if column.type == column.name and told.get(column.name)
    }


def given(name: str, recognised: Recognised, council: Council) -> dict[str, str]:
    """What the sheet's name gives that its rows lack: the home, the month."""
    told = {"home": home_of(name, council), "month": month_of(name)}
    return {column.name: told[column.name] for column in recognised.missing if told.get(column.name)}
