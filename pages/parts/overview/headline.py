"""The overview in words: which homes need attention, and why."""

from collections import Counter
from datetime import date

from htpy import Element, Renderable, a, details, div, fragment, li, p, strong, summary, ul

from metrics.warnings.owed import MONTHS, WHAT
from pages.parts import meaning
from pages.parts.address import link
from pages.parts.position import MOST, Position
from pages.parts.sources import spaced
from pages.parts.wording import NAMED, long_day, lower, named
from qa_data.standards import standard
from qa_data.wording import counted, listed, month_name


def strapline(position: Position, day: date, month: date) -> str:
    """How many homes, on which day, with how many returns."""
    received, homes = sum(facts["return_in"] is not None for facts in position.facts.values()), len(position.homes)
    return (
        f"{counted(homes, 'home')} · position at {long_day(day)} · {received:,} of {homes:,} {month:%B}"
        f" {'return' if homes == 1 else 'returns'} received"
    )


OWED = {
    "return": ("monthly return", "monthly returns"),
    "visit": ("Regulation 44 visit", "Regulation 44 visits"),
    "report": ("report of a Regulation 44 visit", "reports of Regulation 44 visits"),
    "plan": ("service plan", "service plans"),
}
"""What a home may owe (`metrics.warnings.owed`): one of it, and several."""


def missing(rows: list[dict]) -> Element | None:
    """What is still owed, in a line that opens it home by home; nothing where nothing is."""
    if not rows:
        return None
    homes = sorted({row["home"] for row in rows})
    numbers = Counter(row["what"] for row in rows)
    what = listed([counted(numbers[each], *words) for each, words in OWED.items() if numbers[each]])
    still = "is still" if len(rows) == 1 else "are still"
    return details(".small")[
        summary[f"{what} of the last {MONTHS} months {still} owed by {named(homes)}"],
        ul(".l")[(li[div[strong[home], f": {_owed_by(home, rows)}"]] for home in homes[:MOST])],
        len(homes) > MOST and p[f"And {len(homes) - MOST:,} more homes."],
        p[a(href=link("upload"))["Upload what is owed, or take a template for it"]],
        meaning.owed(),
    ]


def _owed_by(home: str, rows: list[dict]) -> str:
    own = [row for row in rows if row["home"] == home]
    return listed([WHAT[row["what"]] + (f" for {month_name(row['month'])}" if row["month"] else "") for row in own])


def headline(position: Position) -> str:
    """Which homes need attention: those with a standard that is red; where there is none, those that are amber or
    unrated; and where there is none of these, those of which a word against a standard stands.
    """
    every, reds = counted(len(position.homes), "home"), list(position.reds())
    if reds:
        return f"{len(reds):,} of {every} {'needs' if len(reds) == 1 else 'need'} attention: {named(reds)}"
    for rag, said in (("amber", "amber"), ("grey", "without a rating")):
        if found := [home for home, each in position.homes.items() if each["rag"] == rag]:
            are = "is" if len(found) == 1 else "are"
            return f"No standard is red; {len(found):,} of {every} {are} {said}: {named(found)}"
    if position.spoken:
        return (
            f"No home is red or amber, but what was said against a standard is not answered: {named(position.spoken)}"
        )
    return "No home needs attention"


def lede(position: Position) -> Renderable:
    """Why: each of the first homes with its worst standard and that standard's first reason."""
    told = [(home, reds) for home, reds in position.reds().items() if reds[0].get("reasons")]
    return spaced(fragment[strong[home], f": {_why(home, reds, position)}"] for home, reds in told[:NAMED])


def _why(home: str, reds: list[dict], position: Position) -> str:
    # What has just turned red comes first, then protection, which decides on the home as a whole.
    worst = min(reds, key=lambda cell: (cell["change"] != "worse", cell["standard"] != "QS12", cell["standard"]))
    now = "is now" if worst["change"] == "worse" else "is"
    others = _others([cell for cell in reds if cell is not worst])
    late = "" if position.facts[home]["return_in"] else " Its latest return has not been received."
    return f"{standard(worst['standard']).name} {now} Red – {lower(worst['reasons'][0]['text'])}{others}{late}"


def _others(reds: list[dict]) -> str:
    """How many more are red, and how many of these have just turned."""
    if not reds:
        return ""
    turned = sum(cell["change"] == "worse" for cell in reds)
    newly = f", {turned:,} of them newly" if 0 < turned < len(reds) else " now" if turned else ""
    return f" {counted(len(reds), 'other standard is', 'other standards are')} Red{newly}."
