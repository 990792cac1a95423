"""Settings in HTML: all of them, their history, and the cells that a change would colour anew."""

from datetime import date

from htpy import Element, Fragment, div, fragment, li, p, span, ul

from metrics.indicators.settings import SETTINGS, Setting, setting
from pages.parts import marks
from pages.parts.places import place
from pages.parts.tables import cell, scrolled
from pages.parts.wording import moment
from qa_data.wording import british, counted

MOST = 50


def value_said(known: Setting, value: float | None) -> str:
    """95 %, 10 days of the visit, or that it is not set."""
    if value is None:
        return "not set"
    return f"£{value:,.0f} a year" if known.unit.startswith("£") else f"{value:g} {known.unit}"


def table(values: dict) -> Element:
    """Every setting with its value and its default."""
    return scrolled(("Setting", "Value", "Default"), [_row(each, values[each.id]) for each in SETTINGS])


def _row(known: Setting, value: float | None) -> tuple:
    default = value_said(known, known.default) if value != known.default else "the same"
    return known.title, value_said(known, value), cell(default, class_="small")


def history(past: list[dict]) -> Element:
    """Every change, newest first."""
    if not past:
        return p(".small")["None has been changed yet: the defaults hold."]
    return ul(".l")[[_change(each) for each in past]]


def _change(made: dict) -> Element:
    known, value = setting(made["setting"]), made["value"]
    return li[
        div[
            f"{known.title}: {value_said(known, value) if value is not None else 'back to the default'}",
            div(".small")[f"{made['made_by']}, {moment(made['moment'])}: {made['reason']}"],
        ]
    ]


def changed_cells(now: list[dict], then: list[dict], day: date) -> Element | Fragment:
    """The cells that would have another colour on the day asked of."""
    changed = [(before, after) for before, after in zip(now, then, strict=True) if before["rag"] != after["rag"]]
    if not changed:
        return p[f"No cell would change colour as at {british(day)}."]
    return fragment[
        p[f"{counted(len(changed), 'cell')} would change colour as at {british(day)}:"],
        ul(".l")[[_changed(before, after) for before, after in changed[:MOST]]],
        len(changed) > MOST and p(".small")[f"And {len(changed) - MOST:,} more."],
    ]


def _changed(before: dict, after: dict) -> Element:
    return li[
        span(".from")[marks.turned(marks.of(before), marks.of(after))],
        div[place(before["home"], before["standard"])],
    ]
