"""The cells that a count is made of, in HTML."""

from datetime import date

from htpy import Fragment, fragment, h2, p

from metrics.homes.counted import counted_cells
from metrics.visits.opened import counted_visits
from pages.parts import ask, sources, tables
from pages.parts.opened.values import said
from qa_data.dictionary import dataset as known
from qa_data.dictionary.visits import VISITS
from qa_data.wording import british, listed, month_name

HEADS = ("When", "Heading", "Value", tables.head("Where it stands", "Cell"))

WINDOWS = {"visits": "Independent visits of the last 12 months.", "returns": "Monthly returns of the last 12 months."}


def cells(dataset: str, columns: str, who: str, named: str, day: str = "") -> Fragment:
    """The cells of those columns, the latest first (as `metrics.homes.counted.counted_cells`)."""
    names = tuple(columns.split(","))
    on = date.fromisoformat(day) if day else None
    found = ask.answer(counted_cells, dataset, names, who, named, on)
    if not found and dataset == VISITS.name:
        found = ask.answer(counted_visits, names, who, named, on)
    headers = [known(dataset).column(name).header for name in names]
    return fragment[
        h2(id="opened", tabindex="-1")[f"{named}: {listed(headers)}"],
        p(".small")[WINDOWS.get(dataset) if on is None else None],
        tables.table(HEADS, [_cell(each, dataset, who) for each in found])
        if found
        else p[f"No row of {named} is known."],
    ]


def _cell(each: dict, dataset: str, who: str) -> tuple:
    when = month_name(each["day"]) if dataset == "returns" else british(each["day"])
    return (
        when if who == "home" else f"{when}, {each['home']}",
        each["header"],
        said(each),
        sources.source(each["source"]),
    )
