"""How the Themes page says things: its headline, how likely a count is, and what a state means."""

from datetime import date

from htpy import Element, span

from metrics.themes.emerging import EMERGING, FIRST
from metrics.themes.wording import nothing
from pages.parts import marks
from pages.parts.wording import long_day
from qa_data.wording import british, counted, listed, some

STATES = {
    "emerging": ("more", "More often: concern"),
    "watch": ("more", "More often, though chance alone may have it: watch"),
    "first mention": ("more", "First mention"),
    "fading": ("less", "Less often: improving"),
    "steady": ("same", "As expected"),
}
"""Which way a theme went, and its words."""

COUNTED = (
    "Themes come from what independent visitors write: in a sheet of visits (Concerns, Good practice, Children’s views)"
    " and in findings from Regulation 44 visits. A year of them is needed to say what is new."
)
"""What themes are made of."""

NAMED = 2

TOO_FEW = "There are too few visits in the 12 months before to compare with."


def service(answer: dict, home: str | None) -> list[dict]:
    """The themes of the whole service, or of the home asked of."""
    return [each for each in answer["themes"] if each["home"] == home]


def raised(answer: dict) -> list[dict]:
    """What emerges or is first mentioned: over all homes, and at one home what does not over all of them."""
    found = [each for each in answer["themes"] if each["state"] in (EMERGING, FIRST)]
    everywhere = {each["theme"] for each in found if each["home"] is None}
    over_all = [each for each in found if each["home"] is None]
    return over_all + [each for each in found if each["theme"] not in everywhere]


def strapline(answer: dict, shown: list[dict]) -> str:
    """What was counted."""
    first, last = (long_day(date.fromisoformat(day)) for day in answer["window"])
    visits = f"{counted(shown[0]['of'], 'independent visit')} · " if shown else ""
    return f"{visits}{first} to {last}, against the 12 months before"


def headline(answer: dict, shown: list[dict], home: str | None) -> str:
    """Which concerns are more common than expected, in a line."""
    risen = [each for each in shown if each["state"] == EMERGING]
    where = f" at {home}" if home else ""
    if not answer["visits"]:
        return f"No independent visit{where} in the last 3 months is known"
    if not shown:
        return f"No independent visit{where} mentions a concern"
    if _too_few(shown):
        return f"Too few visits{where} to say which concerns are more common than before"
    if not risen:
        return f"No theme of concern{where} is clearly more common than before{'' if home else _but_at_homes(answer)}"
    named = listed([small(each["label"]) for each in risen[:NAMED]])
    rest = f"; {named} stand{'s' if len(risen[:NAMED]) == 1 else ''} out" if len(risen) > NAMED else f": {named}"
    return (
        f"{counted(len(risen), 'theme')} of concern{where} {'is' if len(risen) == 1 else 'are'} more common than"
        f" before{rest}"
    )


def _but_at_homes(answer: dict) -> str:
    """What the whole service would hide."""
    homes = sorted({each["home"] for each in answer["themes"] if each["home"] and each["state"] == EMERGING})
    return f" over all homes, but some are at {some(homes, NAMED)}" if homes else ""


def lede(answer: dict, shown: list[dict]) -> str:
    """How many themes were checked, and how many chance alone would flag."""
    if not shown:
        return COUNTED if answer["visits"] else f"{COUNTED} Upload a workbook with them on the Upload page."
    new = sum(each["new"] for each in shown)
    first = (
        f" {counted(new, 'theme')} had never been mentioned before and {'needs' if new == 1 else 'need'} no test."
        if new
        else ""
    )
    if not answer["tested"]:
        return f"There are too few visits in the 12 months before to compare any theme with.{first}"
    return (
        f"{counted(answer['tested'], 'theme')} {'was' if answer['tested'] == 1 else 'were'} compared with the 12 months"
        f" before. Chance alone would flag about {answer['expected_false_flags']:g} of them, so read the last column"
        f" before acting.{first}"
    )


def small(label: str) -> str:
    """The label inside a sentence: a small first letter unless it begins with an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def state(each: dict) -> Element:
    """The state in a shape and words."""
    way, words = STATES[each["state"]]
    if each["since"]:
        first = ", never mentioned before" if each["new"] else ""
        words = f"{words} since {british(date.fromisoformat(each['since']))}{first}"
    elif each["expected"] is None:
        way, words = "untold", "Too few visits before to compare"
    return span(class_=[way, "state"])[marks.often(way), f" {words}"]


def nothing_moves(shown: list[dict], visits: int) -> str:
    """What is said where no theme emerges or is first mentioned, of so many visits in the last 3 months."""
    if not shown or not visits:
        return nothing(visits)
    if _too_few(shown):
        return TOO_FEW
    return "No concern is new, or clearly more common than in the 12 months before."


def nothing_at_one_home(every: list[dict]) -> str:
    """What is said where no theme emerges or is first mentioned at one home."""
    if _too_few(every):
        return TOO_FEW
    return "At no one home is a concern new, or clearly more common than in its 12 months before."


def _too_few(shown: list[dict]) -> bool:
    return all(each["expected"] is None for each in shown)


def at_every_visit(shown: list[dict]) -> str:
    """What every visit to a home has said since when, the longest first: medication since 14 Mar 2026."""
    unbroken = sorted((each for each in shown if each["every_since"]), key=lambda each: each["every_since"])
    return "; ".join(
        f"{small(each['label'])} since {british(date.fromisoformat(each['every_since']))}" for each in unbroken
    )


def chance(each: dict) -> str:
    """1 in 900: how often as much would come about if nothing had changed."""
    if each["p"] is None:
        return "First mention: not tested" if each["new"] else "Not tested"
    if each["p"] > 0.5:
        return "More than 1 in 2"
    return "Less than 1 in 10,000" if each["p"] < 1e-4 else f"1 in {_rounded(1 / each['p']):,}"


def _rounded(odds: float) -> int:
    """To two figures."""
    return round(round(odds), 2 - len(str(round(odds))))


def homes(each: dict, most: int = 4) -> str:
    """The homes that mention it; many are counted."""
    names = each["homes"]
    if len(names) <= most:
        return ", ".join(names)
    return f"{', '.join(names[: most - 1])} and {len(names) - most + 1:,} more"
