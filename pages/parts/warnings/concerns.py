"""The concerns of several homes in HTML: what is new first; folded, what stands, is acted on, and is over."""

from htpy import Element, Node, details, div, h2, h3, li, p, section, summary, ul

from metrics.signals.signals import by_chance
from metrics.signals.wording import by_chance as said_of_chance
from metrics.warnings.concerned import CONCERNS, FLAG, WATCH, WHOLE
from metrics.warnings.warnings import WORDS
from metrics.warnings.wording import acting_said
from pages.parts import ask
from pages.parts.places import place
from pages.parts.trends.shown import TOO_FEW
from pages.parts.warnings.reasons import as_whole, chip
from qa_data.wording import counted, listed, month_name

MOST = 12
"""So many of each are told; the pages of the homes have all."""

Told = tuple[str, dict]
"""A home and one of its reasons."""

NONE = "No home gets worse as a whole, and no Flag or Watch stands, as far as the months that are known tell."


def chance(homes: int) -> str | None:
    """How many concerns would begin at so many homes where nothing changes; nothing of a single home."""
    return said_of_chance(ask.answer(by_chance, homes), homes) if homes > 1 else None


def concerns(warned: list[dict], wholes: list[dict], chance: str | None) -> Element:
    """Every concern for the worse among the warnings, in the order of the homes, Flags before Watches; `wholes` as
    `metrics.signals.as_whole` has them."""
    of_home = {each["home"]: each for each in wholes}
    homes = [each for each in warned if any(reason["kind"] == WHOLE for reason in each["reasons"])]
    series = _of_series(warned)
    return section(".panel")[
        h2["Concerns"],
        [as_whole(each, of_home.get(each["home"])) for each in homes[:MOST]],
        len(homes) > MOST and p(".small")[f"And {len(homes) - MOST:,} more homes as a whole."],
        _new(series) if series or homes else p[none(wholes)],
        _standing([each for each in series if not each[1]["new"] and not each[1]["acting"]]),
        _fold("that somebody acts on", [each for each in series if each[1]["acting"]]),
        _over(warned),
        (series or homes) and chance and p(".small")[chance],
    ]


def none(wholes: list[dict]) -> str:
    """What is said where none stands: the silence of what cannot be tested is no good news."""
    return NONE if any(each["evidence"] is not None for each in wholes) else f"{TOO_FEW}."


def news(warned: list[dict], chance: str | None) -> Element:
    """The same without what still stands: a home that is new as a whole stands before its Flags and Watches."""
    said = _of_series(warned) and chance and p(".small")[chance]
    return section(".panel")[h2["What is new"], _new(_of_series(warned, CONCERNS)), _over(warned), said]


def _of_series(warned: list[dict], kinds: tuple[str, ...] = (FLAG, WATCH)) -> list[Told]:
    told = [(each["home"], reason) for each in warned for reason in each["reasons"] if reason["kind"] in kinds]
    return sorted(told, key=lambda each: CONCERNS.index(each[1]["kind"]))


def _new(series: list[Told]) -> Node:
    new = [each for each in series if each[1]["new"] and not each[1]["acting"]]
    if not new:
        return h3["No Flag and no Watch is new this month"]
    kinds = [reason["kind"] for _, reason in new]
    many = listed([counted(kinds.count(kind), *WORDS[kind]) for kind in CONCERNS if kind in kinds])
    return [h3[f"New this month: {many}"], _list(new)]


def _standing(standing: list[Told]) -> Element | None:
    if not standing:
        return None
    stand = "stands" if len(standing) == 1 else "stand"
    first = min(reason["since"] for _, reason in standing)
    return _fold(f"that still {stand}, the earliest since {month_name(first)}", standing)


def _fold(what: str, told: list[Told]) -> Element | None:
    return details[summary[f"{counted(len(told), 'concern')} {what}"], _list(told)] if told else None


def _list(told: list[Told]) -> Node:
    more = len(told) - MOST
    return [ul(".l")[[_item(*each) for each in told[:MOST]]], more > 0 and p(".small")[f"And {more:,} more."]]


def _item(home: str, reason: dict) -> Element:
    acting = reason["acting"]
    return li[
        chip(reason),
        div[
            place(home, reason["standard"]),
            div(".small")[reason["text"]],
            acting and div(".small")[acting_said(acting)],
        ],
    ]


def _over(warned: list[dict]) -> Element | None:
    over = [(each["home"], ended) for each in warned for ended in each["over"]]
    if not over:
        return None
    rows = [li[div[place(home, ended["standard"]), div(".small")[ended["text"]]]] for home, ended in over]
    since = month_name(over[0][1]["since"])
    return details[summary[f"{counted(len(over), 'concern')} over since {since}"], ul(".l")[rows[:MOST]]]
