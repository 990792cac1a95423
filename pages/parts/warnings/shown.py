"""The early warnings in HTML: how many of what, home by home, and why."""

from htpy import (
    Element,
    Fragment,
    Node,
    Renderable,
    a,
    details,
    div,
    fragment,
    h1,
    h2,
    li,
    p,
    section,
    span,
    strong,
    summary,
)

from metrics.warnings.warnings import WORDS
from pages.parts import sources
from pages.parts.address import link
from pages.parts.lists import folded
from pages.parts.tables import cell, head, scrolled
from qa_data.standards import standard
from qa_data.wording import counted

MOST = 40
"""So many homes are told with their reasons."""

FIRST = 4
"""So many reasons of a home stand open; the rest are a click away."""

NOTHING = (
    "No date is missed or near, no standard got worse, no figure is worse than chance explains, and nothing was asked"
    " for again, as far as the uploads tell."
)
"""What is said where nothing warns."""

HEADS = {kind: many.capitalize() for kind, (_, many) in WORDS.items()}


def headline(warned: list[dict]) -> Fragment:
    """What the warnings say, as the page's heading and its first sentence."""
    found = [each for each in warned if each["reasons"]]
    if not warned:
        return _heading(
            "No home was open on this day",
            "Choose another day in the sidebar, or upload a workbook with a sheet of homes on the Upload page.",
        )
    if not found:
        return _heading(
            f"No early warning at {counted(len(warned), 'home')}",
            NOTHING,
        )
    have = "has" if len(found) == 1 else "have"
    return _heading(
        f"{len(found):,} of {counted(len(warned), 'home')} {have} early warnings; {found[0]['home']} first",
        "In an order that anyone can check, not by a score: most dates missed and standards newly red first, then most"
        " signals of concern, then most standards that worsened, then dates that come soon, then recommendations that"
        " came back.",
    )


def _heading(said: str, more: str) -> Fragment:
    return fragment[h1[said], p(".lede")[more]]


def summary_table(warned: list[dict]) -> Element:
    """How many reasons of each kind, a row a home."""
    return section(".panel")[
        h2["What warns, home by home"],
        scrolled(
            ("Home", *(head(each, class_="n") for each in HEADS.values())),
            [_summed(each) for each in warned if each["reasons"]][:MOST],
        ),
        _quiet([each["home"] for each in warned if not each["reasons"]]),
    ]


def _quiet(homes: list[str]) -> Element | None:
    more = f" and {len(homes) - MOST:,} more" if len(homes) > MOST else ""
    return p(".small")[f"No warning: {', '.join(homes[:MOST])}{more}."] if homes else None


def _summed(warning: dict) -> list:
    kinds = [reason["kind"] for reason in warning["reasons"]]
    return [
        [f"{warning['rank']}. ", a(href=link(home=warning["home"]))[warning["home"]]],
        *(cell(_number(warning["home"], kinds.count(kind)), class_="n") for kind in HEADS),
    ]


def _number(home: str, reasons: int) -> Node:
    """How many reasons, which stand on the home's page with their rows."""
    return a(href=link(home=home))[strong[reasons]] if reasons else "–"


def reasons(warned: list[dict]) -> Fragment:
    """Each home's reasons, the first of them open."""
    found = [each for each in warned if each["reasons"]]
    return fragment[
        div(".pairs")[[_panel(each) for each in found[:MOST]]],
        len(found) > MOST and p(".small")[f"And {counted(len(found) - MOST, 'more home')}."],
    ]


def _panel(warning: dict) -> Element:
    return section(".panel")[h2[f"{warning['rank']}. {warning['home']}"], listed_reasons(warning)]


def listed_reasons(warning: dict) -> Renderable:
    """A home's reasons, the first of them open."""
    told = [_reason(warning["home"], reason) for reason in warning["reasons"]]
    return folded(told, FIRST, f"{len(told) - FIRST} more")


def _reason(home: str, reason: dict) -> Element:
    page, code = "trends" if reason["kind"] == "signal" else "home", reason["standard"]
    return li[
        span(class_=f"chip kind {reason['kind']}")[WORDS[reason["kind"]][0].capitalize()],
        div[
            a(href=link(page, home=home, standard=code))[standard(code).name],
            div[reason["text"]],
            reason["sources"] and details[summary["Where this is told"], sources.sources(reason["sources"])],
        ],
    ]
