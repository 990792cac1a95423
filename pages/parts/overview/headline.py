"""The overview in words: which homes need attention, and why."""

from datetime import date
from html import escape

from metrics.warnings.owed import MONTHS
from pages.parts.address import link
from pages.parts.position import Position
from pages.parts.words import NAMED, long_day, lower, named
from qa_data.standards import standard
from qa_data.words import counted


def strapline(position: Position, day: date, month: date) -> str:
    """How many homes, on which day, with how many returns."""
    received = sum(facts["return_in"] is not None for facts in position.facts.values())
    return (
        f"{counted(len(position.rags), 'home')} · position at {long_day(day)} · {received:,} of {len(position.rags):,}"
        f" {month:%B} returns received"
    )


def missing(rows: list[dict]) -> str:
    """What is still owed, in a line that leads to it; nothing where nothing is."""
    if not rows:
        return ""
    homes = {row["home"] for row in rows}
    return (
        '<p class="small"><a'
        f' href="{escape(link("upload"))}">{counted(len(rows), "return, visit, report or plan", "returns, visits, reports and plans")}'
        f" of the last {MONTHS} months "
        f"{'is' if len(rows) == 1 else 'are'} still owed by {counted(len(homes), 'home')}</a></p>"
    )


def headline(position: Position) -> str:
    """Which homes need attention, in HTML: those with a standard that is red; where there is none, those that are
    amber or unrated.
    """
    every, reds = len(position.rags), list(position.reds())
    if reds:
        return (
            f"{len(reds):,} of {counted(every, 'home')} {'needs' if len(reds) == 1 else 'need'} attention:"
            f" {escape(named(reds))}"
        )
    for rag, said in (("amber", "amber"), ("grey", "without enough evidence to rate")):
        if found := [home for home, each in position.rags.items() if each == rag]:
            return (
                f"No standard is red; {len(found):,} of {counted(every, 'home')} {'is' if len(found) == 1 else 'are'}"
                f" {said}: {escape(named(found))}"
            )
    return "No home needs attention"


def lede(position: Position) -> str:
    """Why, in HTML: each of the first homes with its worst standard and that standard's first reason."""
    told = [(home, reds) for home, reds in position.reds().items() if reds[0].get("reasons")]
    return " ".join(_why(home, reds, position) for home, reds in told[:NAMED])


def _why(home: str, reds: list[dict], position: Position) -> str:
    # What has just turned red comes first, then protection, which decides on the home as a whole.
    worst = min(reds, key=lambda cell: (cell["change"] != "worse", cell["standard"] != "QS12", cell["standard"]))
    now = "is now" if worst["change"] == "worse" else "is"
    more = f", with {counted(len(reds) - 1, 'other standard')}," if len(reds) > 1 else ""
    late = "" if position.facts[home]["return_in"] else " Its latest return has not been received."
    return (
        f"<strong>{escape(home)}</strong>: {standard(worst['standard']).name}{more} {now} Red – "
        f"{escape(lower(worst['reasons'][0]['text']))}{late}"
    )
