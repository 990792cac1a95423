"""The ranked list of themes: expected against seen, drawn to one scale, with how likely that would be."""

from htpy import Element, a, details, div, section, summary

from pages.parts import marks
from pages.parts.address import link
from pages.parts.tables import Row, cell, head, row, scrolled
from pages.parts.themes.dumbbell import dumbbell, scale, ticks
from pages.parts.themes.said import chance, homes, state
from qa_data.wording import counted

MOST = 12
"""So many are open to read, and every one that is not steady; the rest unfold."""


def ranked(shown: list[dict], chosen: dict | None, home: str | None) -> Element:
    """The themes, each a link that shows its sentences."""
    top = scale(shown)
    rows = [_row(place, each, each is chosen, top, home) for place, each in enumerate(shown, 1)]
    most = max(MOST, sum(each["state"] != "steady" for each in shown))
    rest = rows[most:]
    return section(".panel")[
        drawn := _table(rows[:most], top),
        marks.key_to(drawn),
        rest and details[summary[f"{counted(len(rest), 'more theme')}, as expected"], _table(rest, top)],
    ]


def _table(rows: list[Row], top: int) -> Element:
    drawn = ("Visits: expected (diamond), seen (circle), 95 % interval", ticks(top))
    heads = (
        head("#", ""),
        "Theme",
        "Homes",
        head(drawn, "Visits", class_="drawn"),
        head("If nothing had changed", "Chance"),
    )
    return scrolled(heads, rows, "main stack themes", header=1)


def _row(place: int, each: dict, chosen: bool, top: int, home: str | None) -> Row:
    href = link("themes", theme=each["theme"], home=home)
    return row(
        cell(place, class_="small place"),
        (a(href=href)[each["label"]], div(".small")[state(each)]),
        cell(homes(each) or "None in these 3 months", class_="small"),
        cell(dumbbell(each, top), class_="drawn"),
        cell(chance(each), class_="small"),
        aria_current="true" if chosen else None,
        class_=each["state"].split()[0],
    )
