"""The agenda at the left, which item is chosen, and the way to the next."""

from datetime import date

import streamlit as st
from htpy import Element, Node, Renderable, a, b, div, fragment, h2, li, ol, p, span

from pages.parts import address, marks, noted
from pages.parts.address import link
from pages.parts.answering.concerned import Concerned, as_a_whole, concerned
from pages.parts.sources import spaced
from pages.parts.wording import long_day
from qa_data.standards import CODES, standard
from qa_data.wording import british, counted

WHY = {
    "newly red": "has turned red",
    "red": "is red",
    "not done": "has a decision not done",
    "whole": "gets worse in many things at once",
    "worse": "got worse",
    "signal": "has a Flag",
    "theme": "has a theme raised more often",
    "overdue": "has an action overdue",
    "unseen": "cannot be seen",
    "better": "got better",
}


PLACE = "place on the agenda"


def chosen(items: list[dict], today: list[dict]) -> tuple[dict, int]:
    """The item of the address, else the first of which nothing is decided today; and its place."""
    keys, asked = [item["key"] for item in items], address.said("item")
    if asked in keys:
        place = keys.index(asked)
    else:
        place = _gone(items) if asked else keys.index(following(items, -1, today))
    st.session_state[PLACE] = place
    noted.of_home(items[place]["home"])
    return items[place], place


def _gone(items: list[dict]) -> int:
    """Where an item is answered and off the agenda, the one that has come up in its place."""
    return min(st.session_state.get(PLACE, 0), len(items) - 1)


def concerned_by(item: dict, concerns: list[dict]) -> list[Concerned]:
    """What can be answered of an item: the home as a whole, or the concerns for the worse of its standard; `concerns`
    of the home as `metrics.signals.concerns` has them."""
    of_standard = [concerned(each) for each in concerns if each["standard"] == item["standard"]]
    return [each for each in (as_a_whole(item["whole"]), *of_standard) if each and each.is_worse]


def following(items: list[dict], place: int, today: list[dict]) -> str:
    """The key of the next item of which nothing is decided today, from the end on again from the first; of the item
    itself where there is none."""
    others = [*items[place + 1 :], *items[: max(place, 0)]]
    left = (item["key"] for item in others if not decided_about(item, today))
    return next(left, items[max(place, 0)]["key"])


def decided_about(item: dict, today: list[dict]) -> list[dict]:
    """What was decided today about just that."""
    about = set(standards_of(item))
    return [each for each in today if each["home"] == item["home"] and set(each["standards"]) == about]


def standards_of(item: dict) -> list[str]:
    """The codes of the standards that it is about."""
    if item["standard"]:
        return [item["standard"]]
    made_of = {each["standard"] for each in item["whole"]["made_of"]} if item["whole"] else set()
    unseen = {cell["standard"] for cell in item["unseen"]}
    return [code for code in CODES if code in made_of | unseen]


def topic(item: dict) -> str:
    """What it is about."""
    if item["whole"]:
        return "The home as a whole"
    return (
        standard(item["standard"]).name
        if item["standard"]
        else f"{counted(len(item['unseen']), 'standard')} without a rating"
    )


def drawn(item: dict, size: int) -> Node:
    """The change of its mark."""
    if item["whole"]:
        return marks.mark(item["rag"], size)
    if item["cell"] is None:
        return marks.mark("grey", size)
    now = marks.of(item["cell"], size)
    if item["cell"]["change"] not in ("worse", "better"):
        return now
    return marks.turned(marks.mark(item["cell"]["before"], size), now)


def agenda(
    items: list[dict], place: int, day: date, cells: list[dict], past: list[dict], today: list[dict]
) -> Renderable:
    """The list of items, ticked where something is decided today, and what is not for discussion."""
    return fragment[
        div(".small")[f"Performance clinic, position at {long_day(day)}"],
        h2[f"Agenda: {_many(items)}"],
        listed := ol(".agenda")[
            [_item(item, number, number == place, decided_about(item, today)) for number, item in enumerate(items)]
        ],
        marks.key_to(listed),
        p(".small")[f"{_quiet(len(cells) - items[0]['about'], len(cells))}{_still_open(past)}"],
    ]


def _many(items: list[dict]) -> str:
    """18 exceptions, or the first 30 of 187 exceptions."""
    every = counted(items[0]["of"], "exception")
    return every if len(items) == items[0]["of"] else f"the first {len(items):,} of {every}"


def _quiet(quiet: int, every: int) -> str:
    """How many ratings no exception is about."""
    return f"{quiet:,} of {every:,} ratings {'is' if quiet == 1 else 'are'} not for discussion."


def _item(item: dict, number: int, current: bool, decided: list[dict]) -> Element:
    return li(class_={"decided": decided}, aria_current="true" if current else None)[
        a(href=link("clinic", item=item["key"]))[
            span(".no", role="img", aria_label=f"{number + 1}, decided today")["✓"]
            if decided
            else span(".no")[number + 1],
            span[b[item["home"]], span(".small")[f"{topic(item)} {WHY[item['why']]}{_new(item)}"]],
            span(".from")[drawn(item, 24)],
        ]
    ]


def _new(item: dict) -> str:
    return ", new this month" if item["new"] else ""


def _still_open(past: list[dict]) -> str:
    """How many decisions of the last clinic are still open; nothing where there was none."""
    if not past:
        return ""
    last = max(each["decided_on"] for each in past)
    still = len({each["action"] for each in past if each["decided_on"] == last and each["state"] in ("late", "open")})
    return f" {counted(still, 'decision')} of {british(last)} {'is' if still == 1 else 'are'} still open."


def turning(items: list[dict], place: int) -> Element:
    """Which item it is, a link to its home’s page, and links to the one before and the next, which keys follow: a
    presenter’s remote sends Page Up and Page Down."""
    ways = ((place - 1, "prev", "← Previous"), (place + 1, "next", "Next →"))
    told = [
        a(rel=rel, href=link("clinic", item=items[at]["key"]))[words] for at, rel, words in ways if 0 <= at < len(items)
    ]
    item = items[place]
    home = a(href=link(home=item["home"], standard=item["standard"]))[item["home"]]
    where = span[f"{place + 1} of {len(items)} · ", home]
    return p(".turning.small")[spaced([where, *told, "Page Up, Page Down and the arrows turn too."])]
