"""The signals: what they say as a whole, and every series as a small chart, what is new this month first."""

from datetime import date
from itertools import groupby

from htpy import Node, Renderable, a, details, div, fragment, h1, h2, p, strong, summary

from metrics.indicators.registry import titled
from metrics.signals.wording import as_whole, by_chance
from pages.parts.address import link
from pages.parts.charts.multiple import multiple
from qa_data.wording import counted, listed, month_name, some

GROUPS = {
    "new": "New this month: worse",
    "standing": "Still worse",
    "over": "Over since this month",
    "improvements": "Better",
    "apart": "Stands out on its own chart alone",
    "steady": "As usual",
    "few": "Too few months for limits",
}
"""The groups of `metrics.signals.moving`, in the order in which they are shown."""

TOO_FEW = "Too few months are known to tell a change from chance"

PLACES = 6
"""So many places of an advice are named; the rest are counted."""

FOLDED = ("over", "improvements", "apart", "steady", "few")
"""Nobody has to ask about these now: they are a click away."""


def headline(told: dict) -> Renderable:
    """What stands, as the page's heading and its first sentences; `told` as `metrics.signals.moving`."""
    if not told["series"]:
        return fragment[
            h1["Nothing to chart yet"],
            p(".lede")[
                "Upload monthly returns, visits or actions on the Upload page. From 12 months on a chart can tell a"
                " change from chance."
            ],
        ]
    return fragment[h1[_concerns(told)], p(".lede")[_tested(told)]]


def _concerns(told: dict) -> str:
    flags, watches = told["flags"], told["watches"]
    if not flags + watches:
        return no_concern(told["tests"] > 0)
    stand = "stands" if flags + watches == 1 else "stand"
    return f"{_tiers(flags, watches)} {stand} at {told['homes']:,} of {counted(told['of_homes'], 'home')}"


def _tiers(flags: int, watches: int) -> str:
    """2 Flags and 1 Watch."""
    many = (counted(flags, "Flag"), counted(watches, "Watch", "Watches"))
    return listed([each for each, number in zip(many, (flags, watches), strict=True) if number])


def no_concern(tested: bool) -> str:
    """What is said where no concern stands: silence of what cannot be tested is no good news."""
    return "No concern stands: no figure is worse than chance explains" if tested else TOO_FEW


def _tested(told: dict) -> str:
    known = (
        f"{counted(told['series'], 'series is', 'series are')} known, {told['tests']:,} of them for long enough to be"
        " looked at."
    )
    raised = told["flags"] + told["watches"]
    return f"{known} {by_chance(told['new_a_month_by_chance'], told['of_homes'])}" if raised else known


def wholes_said(told: dict, wholes: list[dict]) -> Node:
    """Each home that gets worse in many things at once, of `wholes` (as `metrics.signals.as_whole`); what makes it up
    stands on its page.
    """
    each, homes = told["new_a_month_by_chance"]["homes"], told["of_homes"]
    return [
        p[
            a(href=link("home", home=whole["home"]))[whole["home"]],
            as_whole(whole, homes, each).removeprefix(whole["home"]),
        ]
        for whole in wholes
        if whole["stands"]
    ]


def groups(told: dict, charts: dict[tuple, dict], chosen: tuple) -> Renderable:
    """The groups, each with its small charts; `charts` by home, standard and indicator, of which one is `chosen`."""
    return fragment[
        [
            _group(name, [series_of(each) for each in told["shown"] if each["grouped"] == name], every, charts, chosen)
            for name in GROUPS
            if (every := told["groups"].get(name))
        ]
    ]


def series_of(signal: dict) -> tuple[str, str, str]:
    """What tells a series from others: home, standard, indicator."""
    return signal["home"], signal["standard"], signal["indicator"]


def _advice(charts: list[dict], every: int) -> Renderable:
    """What to make of them, each advice once: for all, or with the places that it is for; where `every` is more than
    are shown, the places are counted among these.
    """
    said: dict[str, list[str]] = {}
    for chart in charts:
        if chart["advice"]:
            place = f"{titled(chart['indicator'], chart['standard'])} at {chart['home']}"
            said.setdefault(chart["advice"], []).append(place)
    alone = len(said) == 1 and len(*said.values()) == len(charts)
    of = ", of those shown" if len(charts) < every else ""
    return fragment[
        [
            p(".small")[strong[text], None if alone else f" ({some(places, PLACES)}{of})"]
            for text, places in said.items()
        ]
    ]


def _group(name: str, shown: list[tuple], every: int, charts: dict[tuple, dict], chosen: tuple) -> Renderable:
    more = every - len(shown)
    within = (
        _advice([charts[key] for key in shown], every),
        _by_month(shown, charts, chosen) if name == "standing" else _cards(shown, charts, chosen),
        p(".small")[f"And {more:,} more: choose a home or a standard to see them."] if more > 0 else None,
    )
    title = f"{GROUPS[name]} ({every:,})"
    if name in FOLDED:
        return details(open=chosen in shown)[summary[title], within]
    return fragment[h2[title], within]


def _cards(shown: list[tuple], charts: dict[tuple, dict], chosen: tuple) -> Renderable:
    return div(".multiples")[[multiple(charts[key], key == chosen) for key in shown]]


def _by_month(shown: list[tuple], charts: dict[tuple, dict], chosen: tuple) -> Renderable:
    """What stands since earlier, folded by the month since which it stands, the latest first."""

    def since(key: tuple) -> str:
        return charts[key]["since"]

    return fragment[
        [
            details(open=chosen in (held := list(keys)))[
                summary[f"Since {month_name(date.fromisoformat(month + '-01'))} ({_kinds(held, charts)})"],
                _cards(held, charts, chosen),
            ]
            for month, keys in groupby(sorted(shown, key=since, reverse=True), since)
        ]
    ]


def _kinds(shown: list[tuple], charts: dict[tuple, dict]) -> str:
    """How many of which tier: 2 Flags and 1 Watch."""
    tiers = [charts[key]["tier"] for key in shown]
    return _tiers(tiers.count("flag"), tiers.count("watch"))
