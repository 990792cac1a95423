"""The months with an independent visit, and the gaps between visits."""

from datetime import date
from itertools import groupby

from htpy import Element, Fragment, Node, a, fragment, h1, h2, p, section, span

from pages.parts import meaning
from pages.parts.address import leads, link
from pages.parts.opening import VISIT, cells_open, figure_opens
from pages.parts.tables import Cell, cell, head, more_homes, scrolled
from qa_data.wording import british, counted, last_day, month_name, share

HOMES = 60
"""So many homes are drawn; the rest are found by choosing one."""

TO_LOAD = "Upload a sheet of homes and one of visits on the Upload page. For example: Ash House, 14 Oct 2026, Reg 44."


def headline(months: list[dict], as_at: date) -> Fragment:
    """In how many of the months owed there was a visit, as the page's heading."""
    if not months:
        return fragment[
            h1["No home was open on this day"],
            p(".lede")[TO_LOAD if leads("upload") else "A manager can load a sheet of homes and one of visits."],
        ]
    ended = [row for row in months if row["owed"] and last_day(row["month"]) <= as_at]
    return fragment[
        h1[_made(ended)],
        p(".lede")[
            _running(months, as_at),
            "The law asks for a visit in each calendar month (regulation 44(1)). How far apart visits are, how soon a"
            " report comes and whom a visitor reaches are quality, not law.",
        ],
        meaning.owed(),
    ]


def _made(ended: list[dict]) -> str:
    if not ended:
        return "No month that owed an independent visit has ended yet, as far as it is recorded"
    made = sum(bool(row["days"]) for row in ended)
    return f"An independent visit in {share(made, len(ended))} of the months owed that have ended"


def _running(months: list[dict], as_at: date) -> str:
    """What is known of the month that is not over, which the heading leaves out."""
    running = [row for row in months if row["owed"] and row["month"] <= as_at < last_day(row["month"])]
    if not running:
        return ""
    visited = sum(bool(row["days"]) for row in running)
    return f"{as_at:%B %Y} is not over and not counted: {visited:,} of {counted(len(running), 'home')} visited so far. "


def calendar(months: list[dict], gaps: dict[str, dict], as_at: date) -> Element:
    """Twelve months a home, with the days of the visits, and the longest gap beside them."""
    homes = [(home, list(rows)) for home, rows in groupby(months, lambda row: row["home"])]
    heads = [head(month_name(row["month"]), class_="c") for row in homes[0][1]] if homes else []
    return section(".panel")[
        h2["Months with a visit, and the longest gap"],
        scrolled(
            ("Home", *heads, "Longest gap"),
            [_year(home, told, gaps.get(home), as_at) for home, told in homes[:HOMES]],
            "main heat",
        ),
        p(".small")[
            "The day of the month of each visit. ✕ none in a month that is owed; – none owed; n/r not"
            " recorded: before the home’s records of visits begin; · none yet in a month that is not over."
        ],
        more_homes(len(homes), HOMES),
    ]


def _year(home: str, months: list[dict], gap: dict | None, as_at: date) -> list:
    return [
        a(href=link(home=home))[home],
        *(_month(row, last_day(row["month"]) > as_at) for row in months),
        _longest(gap) if gap else "No visit known",
    ]


def _longest(gap: dict) -> Node:
    return f"{counted(gap['longest'], 'day')} ", span(".small")[f"last {british(gap['last'])}"]


def _day(home: str, day: date, place: int) -> Node:
    opens = cells_open("visits", VISIT, "home", home, str(day.day), day)
    return (", " if place else "", opens)


def _month(row: dict, current: bool) -> Cell:
    if row["days"]:
        return cell([_day(row["home"], day, place) for place, day in enumerate(row["days"])], class_="c h1")
    if not row["open_throughout"]:
        return cell("–", class_="c none", title="None owed")
    if not row["recorded"]:
        return cell("n/r", class_="c none", title="Not recorded")
    if current:
        return cell("·", class_="c none", title="None yet")
    none = f"No visit in {month_name(row['month'])}"
    return cell(figure_opens(row["home"], "QS13", "LAM7", span(".bad")["✕"], row["month"], none), class_="c")
