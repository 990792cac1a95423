"""What people said of concerns, in HTML: also of those that no longer show, so that each can be found."""

from htpy import Renderable, a, details, div, fragment, li, span, summary, ul

from metrics.indicators.registry import titled
from metrics.signals.answering import ACTING, EXPLAINED, NEW_USUAL
from pages.parts.address import link
from pages.parts.wording import local_day
from qa_data.wording import month_name

NAMES = {ACTING: "Acting on it", EXPLAINED: "Explained", NEW_USUAL: "New usual"}


def answered(held: list[dict]) -> Renderable:
    """Each with its place, folded; `held` as `metrics.signals.answering.answers`."""
    if not held:
        return fragment[()]
    return details[summary[f"What was said of concerns ({len(held):,})"], ul(".l")[map(_line, held)]]


def _line(held: dict) -> Renderable:
    home, code, id = held["home"], held["standard"], held["indicator"]
    place = (
        a(href=link("trends", home=home, standard=code, indicator=id))[f"{titled(id, code)} at {home}"]
        if id
        else a(href=link("home", home=home))[f"{home} as a whole"]
    )
    said = f"{NAMES[held['answer']]}{months(held)}: {held['reason']}"
    return li[div[place, div[said], span(".small")[f"{held['made_by']}, {local_day(held['moment'])}"]]]


def months(held: dict) -> str:
    """Which months an answer is about, to stand after its name."""
    if held["answer"] == NEW_USUAL:
        return f" from {month_name(held['began'])}"
    if held["answer"] == EXPLAINED:
        return f", {month_name(held['began'])} to {month_name(held['until'])}"
    return f" since it was raised in {month_name(held['since'])}"
