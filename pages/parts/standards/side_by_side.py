"""A standard's indicators side by side: the homes on one axis, the value as a dot, its 95 % interval as a line."""

from dataclasses import replace
from datetime import date
from math import ceil

from htpy import Element, Node, Renderable, a, br, div, fragment, h2, h3, i, p, section, span

from metrics.indicators.indicator import Indicator, told
from metrics.indicators.registry import of_standard
from pages.parts import marks
from pages.parts.address import link
from pages.parts.figures import chip, target
from pages.parts.meaning import what
from pages.parts.opening import figure_opens
from pages.parts.tables import Cell, Head, cell, head, scrolled
from qa_data.wording import month_name


def indicators(code: str, homes: list[str], figures: list[dict], until: date) -> Renderable:
    """Each indicator of the standard with its homes, by name and never by rank."""
    told = {(row["indicator"], row["home"]): row for row in figures}
    drawn = [_indicator(each, code, [told[each.id, home] for home in homes]) for each in of_standard(code)]
    return fragment[
        h2["Indicators side by side"],
        p(".small")[
            f"Over the complete months up to {month_name(until)}; of what stands at a month’s end the latest. A line is"
            " where the true figure may lie (95 %): where the lines of two homes overlap, they cannot be told apart."
            " Homes stand by name: this is no league table."
        ],
        div(".panels.wide")[drawn],
    ]


def _indicator(known: Indicator, code: str, rows: list[dict]) -> Element:
    known = replace(known, target=rows[0]["target"]) if rows else known
    most = 100 if known.unit == "%" else ceil(max([1.0, *(row["interval"][1] for row in rows if row["interval"])]))
    aim = f"Target {target(known)} " if known.target is not None else "No target "
    return section(".panel")[
        h3[known.title],
        p(".small")[aim, chip(known)],
        what(known),
        scrolled(_heads(known, most), [_row(known, code, row, most) for row in rows], "axis stack"),
    ]


def _heads(known: Indicator, most: float) -> tuple[str | Head, ...]:
    end = f"{most:g}{' %' if known.unit == '%' else ''}"
    return "Home", head((span["0"], span[end]), f"0 to {end}", class_="ends"), "Value"


def _row(known: Indicator, code: str, row: dict, most: float) -> list[Node | Cell]:
    home = a(href=link(home=row["home"], standard=code, indicator=known.id))[row["home"]]
    if row["interval"] is None:
        return [home, None, cell(figure_opens(row["home"], code, known.id, "No data"), class_="small")]
    return [home, _line(known, row, most), cell(_value(known, code, row), class_="nowrap")]


def _line(known: Indicator, row: dict, most: float) -> Element:
    """The interval and the value on the axis, with the target where there is one."""
    lower, upper = (min(end, most) for end in row["interval"])
    value = min(known.of * row["numerator"] / row["denominator"], most)
    words = f"{lower:.0f} and {upper:.0f} %" if known.unit == "%" else f"{lower:.1f} and {upper:.1f} per {known.of}"
    words = f"between {words}"
    return span(".line", role="img", aria_label=words, title=words)[
        known.target is not None and i(".aim", style=_at(known.target, most)),
        i(".span", style=f"{_at(lower, most)};width:{max(100 * (upper - lower) / most, 0.5):.1f}%"),
        i(".dot", style=_at(value, most)),
    ]


def _at(value: float, most: float) -> str:
    return f"left:{100 * value / most:.1f}%"


def _value(known: Indicator, code: str, row: dict) -> Element:
    grey = row["rag"] == "grey"
    return span[
        not grey and marks.mark(row["rag"], 20),
        " ",
        figure_opens(row["home"], code, known.id, told(known, row["numerator"], row["denominator"], row["month"])),
        grey and known.target is not None and [br, span(".small")["too few to rate"]],
    ]
