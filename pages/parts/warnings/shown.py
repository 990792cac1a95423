"""The early warnings in HTML: how many of what, home by home, and why."""

from itertools import islice

from htpy import Element, Fragment, Node, a, div, fragment, h1, h2, p, section, strong

from metrics.warnings.concerned import WHOLE
from metrics.warnings.warnings import RANKS, WORDS, counts
from metrics.warnings.wording import stands
from pages.parts.address import link
from pages.parts.tables import cell, head, scrolled
from pages.parts.warnings.reasons import as_whole
from pages.parts.warnings.reasons import reasons as of_home
from qa_data.wording import capital, counted

MOST = 40
"""So many homes are told with their reasons."""

NOTHING = (
    "No date is missed or near, no standard got worse, no concern stands, and nothing was asked for again, as far as"
    " the uploads tell."
)
"""What is said where nothing warns."""

HEADS = {name: capital(WORDS[name][1] if name in WORDS else name) for name in RANKS} | {WHOLE: "As a whole"}


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
        "In an order that anyone can check, not by a score: what is law first, dates missed and standards newly red by"
        " law; then homes that get worse as a whole, most Flags, most Watches, most standards that worsened, dates that"
        " come soon, and recommendations that came back.",
    )


def _heading(said: str, more: str) -> Fragment:
    return fragment[h1[said], p(".lede")[more]]


def summary_table(warned: list[dict]) -> Element:
    """How many reasons of each kind, a row a home."""
    return section(".panel")[
        h2["What warns, home by home"],
        scrolled(
            ("Home", *(head(each, class_="n") for each in HEADS.values())),
            [_summed(each) for each in islice((each for each in warned if each["reasons"]), MOST)],
        ),
        _quiet([each["home"] for each in warned if not each["reasons"]]),
    ]


def _quiet(homes: list[str]) -> Element | None:
    more = f" and {len(homes) - MOST:,} more" if len(homes) > MOST else ""
    return p(".small")[f"No warning: {', '.join(homes[:MOST])}{more}."] if homes else None


def _summed(warning: dict) -> list:
    told = counts(warning["reasons"])
    return [
        [f"{warning['rank']}. ", a(href=link(home=warning["home"]))[warning["home"]]],
        *(cell(_number(warning, name, told[name]), class_="n") for name in HEADS),
    ]


def _number(warning: dict, name: str, number: int) -> Node:
    """How many reasons, which stand on the home's page with their rows; of the home as a whole since when."""
    if not number:
        return "–"
    since = next(stands(each) for each in warning["reasons"] if each["kind"] == WHOLE) if name == WHOLE else None
    return a(href=link(home=warning["home"]))[strong[since or number]]


def reasons(warned: list[dict], wholes: list[dict]) -> Fragment:
    """Each home's reasons, by standard where they are many; `wholes` as `metrics.signals.as_whole` has them."""
    found, whole = [each for each in warned if each["reasons"]], {each["home"]: each for each in wholes}
    return fragment[
        div(".pairs")[[_panel(each, whole.get(each["home"])) for each in found[:MOST]]],
        len(found) > MOST and p(".small")[f"And {counted(len(found) - MOST, 'more home')}."],
    ]


def _panel(warning: dict, whole: dict | None) -> Element:
    return section(".panel")[h2[f"{warning['rank']}. {warning['home']}"], as_whole(warning, whole), of_home(warning)]
