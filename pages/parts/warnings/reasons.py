"""The reasons of one home, in HTML: few as a list, many folded by standard, what is law and what is new first."""

from collections.abc import Iterable

from htpy import Element, Fragment, Node, a, details, div, fragment, h3, li, p, span, strong, summary, ul

from metrics.warnings.concerned import CONCERNS, FLAG, WATCH, WHOLE
from metrics.warnings.warnings import BY_LAW, WORDS, counts
from metrics.warnings.wording import acting_said, stands
from pages.parts import sources
from pages.parts.address import link
from pages.parts.whole import made_of
from qa_data.standards import CODES, standard
from qa_data.wording import capital, counted, in_words, month_name

FIRST = 4
"""So many reasons of a home stand in one list; more are folded by standard."""


def reasons(warning: dict) -> Fragment:
    """A home's reasons but that it gets worse as a whole, and what is over."""
    told = [each for each in warning["reasons"] if each["kind"] != WHOLE]
    return fragment[
        listing(told, warning["home"], named=True) if len(told) <= FIRST else _folds(warning["home"], told),
        over(warning["over"]),
    ]


def as_whole(warning: dict, whole: dict | None) -> Node:
    """That the home gets worse as a whole, since when, and what makes it up; nothing where it does not."""
    return [_whole(warning["home"], each, whole) for each in warning["reasons"] if each["kind"] == WHOLE]


def _whole(home: str, reason: dict, whole: dict | None) -> Element:
    """Folded where somebody acts on it."""
    told = [reason["text"], whole and made_of(whole)]
    if reason["acting"]:
        said = f" {home} is getting worse. {acting_said(reason['acting'])}"
        return details(".worse-whole")[summary[chip(reason), said], told]
    return div(".worse-whole")[chip(reason), " ", told]


def of_standard(warning: dict, code: str) -> Fragment:
    """The concerns of one standard: what is new, and folded, what stands and what somebody acts on."""
    told = [each for each in warning["reasons"] if each["kind"] in (FLAG, WATCH) and each["standard"] == code]
    new, stand = ([each for each in told if (each["new"] and not each["acting"]) is so] for so in (True, False))
    first = min((each["since"] for each in stand), default=None)
    more = first and summary[f"{counted(len(stand), 'concern')} since earlier, the first since {month_name(first)}"]
    return fragment[
        told and h3["Concerns"],
        new and _list(new, warning["home"], named=False),
        more and details[more, listing(stand, warning["home"])],
        over(each for each in warning["over"] if each["standard"] == code),
    ]


def chip(reason: dict) -> Element:
    """What kind of reason it is, and of a concern since when it stands."""
    kind, since = capital(WORDS[reason["kind"]][0]), stands(reason)
    return span(class_=f"chip kind {reason['kind']}")[kind, since and f"{', ' if reason['new'] else ' '}{since}"]


def by_standard(told: list[dict]) -> list[dict]:
    """The reasons of a home, those of one standard together, as they are folded; the home as a whole first."""
    whole = [each for each in told if each["standard"] is None]
    return [*whole, *(each for _, own in _grouped(told) for each in own)]


def _grouped(told: list[dict]) -> list[tuple[str, list[dict]]]:
    """By standard, what has most that is law first, then what has most that is new."""
    own = {code: found for code in CODES if (found := [each for each in told if each["standard"] == code])}
    return sorted(own.items(), key=lambda each: [-number for number in _numbers(each[1])])


def _folds(home: str, told: list[dict]) -> list[Node]:
    return [_fold(home, *own) if len(own[1]) > 1 else listing(own[1], home, named=True) for own in _grouped(told)]


def _fold(home: str, code: str, own: list[dict]) -> Element:
    return details[summary[strong[standard(code).name], _summed(own)], listing(own, home)]


def _numbers(own: list[dict]) -> tuple[int, int, int]:
    """How many are law (as the homes are ranked by it), are new, and are there."""
    return counts(own)[BY_LAW], sum(each["new"] for each in own), len(own)


def _summed(own: list[dict]) -> str:
    """: 8, two are law, one is new."""
    law, new, every = _numbers(own)
    told = {"law": law, "new": new}
    said = [f"{in_words(number)} {'is' if number == 1 else 'are'} {what}" for what, number in told.items() if number]
    return ", ".join([f": {every}", *said])


def listing(told: list[dict], home: str, named: bool = False) -> Fragment:
    """The reasons as a list, those that somebody acts on folded; each with its standard's name where `named`."""
    acted, rest = ([each for each in told if bool(each["acting"]) is so] for so in (True, False))
    return fragment[rest and _list(rest, home, named), acted and _acted_on(acted, home, named)]


def _list(told: list[dict], home: str, named: bool) -> Element:
    return ul(".l")[[_reason(home, each, named) for each in told]]


def _acted_on(acted: list[dict], home: str, named: bool) -> Element:
    return details[summary[f"{counted(len(acted), 'concern')} that somebody acts on"], _list(acted, home, named)]


def _reason(home: str, reason: dict, named: bool) -> Element:
    concern = reason["kind"] in (FLAG, WATCH)
    href = link("trends" if concern else "home", home=home, standard=reason["standard"])
    return li[
        chip(reason),
        div[
            named and a(href=href)[standard(reason["standard"]).name],
            div[reason["text"], not named and [" ", a(href=href)["See the chart" if concern else "See the standard"]]],
            _acted(reason),
            reason["sources"] and details[summary["Where this is told"], sources.sources(reason["sources"])],
        ],
    ]


def _acted(reason: dict) -> Element | None:
    return div(".small")[acting_said(reason["acting"])] if reason["acting"] else None


def over(ended: Iterable[dict]) -> Element | None:
    """What is over since the last complete month."""
    told = list(ended)
    return p(".small")[strong["Over: "], " ".join(each["text"] for each in told)] if told else None


def others_of(warning: dict, code: str) -> Fragment:
    """What else is warned of under the standard: dates, what got worse, what was asked for again."""
    told = [each for each in warning["reasons"] if each["kind"] not in CONCERNS and each["standard"] == code]
    return fragment[told and details[summary[counted(len(told), "early warning")], listing(told, warning["home"])]]
