"""Themes by month as a heat map, what emerges at one home, and what visits praise."""

from datetime import date

from htpy import Element, Node, a, br, div, h2, li, p, section, span, strong, ul

from pages.parts.address import link
from pages.parts.tables import Cell, cell, head, scrolled, table
from pages.parts.themes.said import nothing_at_one_home, state
from qa_data.wording import month_name, percent, share, share_of

MOST = 12

STEPS = (0, 20, 40, 60)
"""The shares (%) at which a cell grows darker; above 0, each from so much on."""


def by_month(shown: list[dict], months: list[str], home: str | None) -> Element:
    """The last 12 months of the themes listed first, with the count in every cell."""
    heads = [head(_month(month, place), class_="c") for place, month in enumerate(months)]
    rows = [_theme(each, months, home) for each in shown[:MOST]]
    return section(".panel")[
        h2["Theme by month"],
        p(".small")[
            "Visits that mention it as a concern, of all independent visits in the month. Darker is a larger share;"
            " – no visit."
        ],
        scrolled((head(span(".hidden")["Theme"]), *heads), rows, "heat"),
    ]


def last_months(until: date) -> list[str]:
    """The 12 months to that of the day, as 2026-10."""
    numbers = range(12 * until.year + until.month - 12, 12 * until.year + until.month)
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in numbers]


def _month(month: str, place: int) -> Node:
    day = date.fromisoformat(f"{month}-01")
    return [f"{day:%b}", (place in (0, 11) or day.month == 1) and [br, day.year]]


def _theme(each: dict, months: list[str], home: str | None) -> list[Node | Cell]:
    known = {row["month"]: row for row in each["months"]}
    named = a(href=link("themes", theme=each["theme"], home=home))[each["label"]]
    return [named, *(_cell(known.get(month), month) for month in months)]


def _cell(row: dict | None, month: str) -> Cell:
    if row is None:
        return cell("–", class_="c none", title="No visit")
    part = 100 * row["visits"] / row["of"]
    step = sum(part > STEPS[0] if not low else part >= low for low in STEPS)
    said = f"{row['visits']} of {row['of']}" if row["of"] < 100 else percent(row["visits"], row["of"])
    when = month_name(date.fromisoformat(f"{month}-01"))
    return cell(said, class_=f"c h{step}", title=f"{when}: {share(row['visits'], row['of'])}")


def at_one_home(every: list[dict]) -> Element:
    """What is emerging or first mentioned at one home."""
    found = [each for each in every if each["home"]]
    return section(".panel")[h2["At one home"], _emerging(found) if found else p(".small")[nothing_at_one_home(every)]]


def _emerging(found: list[dict]) -> Node:
    rest = len(found) - MOST
    return [
        ul(".l")[[_at_home(each) for each in found[:MOST]]],
        rest > 0 and p(".small")[f"And {rest:,} more: choose a home above."],
    ]


def _at_home(each: dict) -> Element:
    named = [strong[each["home"]], f" · {each['label']}"]
    return li[
        div[
            a(href=link("themes", theme=each["theme"], home=each["home"]))[named],
            div(".small")[state(each), f" · {share_of(each['visits'], each['of'], 'visit')}"],
        ]
    ]


def praised(found: list[dict]) -> Element:
    """What visits name as a strength, most often first."""
    return section(".panel")[
        h2["What visits praise"],
        p(".small")["Strengths are counted apart and are never taken for concerns."],
        _strengths(found) if found else p(".small")["No visit names a strength in these 3 months."],
    ]


def _strengths(found: list[dict]) -> Element:
    heads = ("Theme", head("Visits in 3 months", "3 months"), head("In the 12 months before", "12 before"))
    return table(heads, [_praised(each) for each in found[:MOST]])


def _praised(each: dict) -> list[Node | Cell]:
    before = share(each["strengths_before"], each["before_of"]) if each["before_of"] else "No visit"
    return [each["label"], share(each["strengths"], each["of"]), cell(before, class_="small")]
