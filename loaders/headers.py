"""What is wrong with a sheet's header row: columns that are missing, that nobody asked for, or that stand twice."""

from collections.abc import Container

from loaders.cell_names import cell_name
from loaders.problems import Problem
from loaders.reading.book import Sheet
from loaders.recognising import Recognised, headers_of
from loaders.values.fault import shown
from qa_data.plain import plain


def about_columns(sheet: Sheet, recognised: Recognised, given: Container[str] = ()) -> list[Problem]:
    """What the sheet's name gives (`given`, names of columns) is not missing. missing-column at the header row's
    first cell; unknown-column (a warning) at every header that is left alone.
    """
    header, number = sheet.rows[recognised.index], sheet.numbers[recognised.index]
    first = next(place for place, value in enumerate(header) if value is not None)
    missing = [
        Problem(
            "missing-column",
            f"The column {column.header} is not there. Add it to the header row.",
            sheet.name,
            cell_name(first, number),
            column.name,
        )
        for column in recognised.missing
        if column.name not in given
    ]
    used = set(recognised.places.values())
    spare = [(place, shown(value)) for place, value in enumerate(header) if value is not None and place not in used]
    return missing + [
        Problem("unknown-column", _why(recognised, text), sheet.name, cell_name(place, number), None, text)
        for place, text in spare
        if plain(text)
    ]


def _why(recognised: Recognised, text: str) -> str:
    name = headers_of(recognised.dataset).get(plain(text))
    if name:
        header = recognised.dataset.column(name).header
        return (
            f"The column {header} appears twice; this one, “{text}”, is left alone. Delete it, or the other one if this"
            " is right."
        )
    return f"The column “{text}” is not one that the dashboard asks for. It is left alone."
