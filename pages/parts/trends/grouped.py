"""Every series as a small chart, in groups: what is new this month first, what still stands folded with its month."""

from datetime import date
from itertools import groupby

from htpy import Renderable, details, div, fragment, h2, p, strong, summary

from metrics.indicators.registry import titled
from pages.parts.charts.multiple import multiple
from pages.parts.trends.shown import series_of, tiers
from qa_data.wording import month_name, some

GROUPS = {
    "new": "New this month: worse",
    "standing": "Still worse",
    "over": "Over since this month",
    "whole": "Part of what makes a home worse as a whole",
    "improvements": "Better",
    "apart": "Stands out on its own chart alone",
    "steady": "As usual",
    "few": "Too few months for limits",
}
"""The groups of `metrics.signals.moving`, in the order in which they are shown."""

PLACES = 6
"""So many places of an advice are named; the rest are counted."""

FOLDED = ("over", "whole", "improvements", "apart", "steady", "few")
"""Nobody has to ask about these now: they are a click away."""


def groups(told: dict, charts: dict[tuple, dict], chosen: tuple) -> Renderable:
    """The groups, each with its small charts; `charts` by home, standard and indicator, of which one is `chosen`."""
    return fragment[
        [
            _group(name, [series_of(each) for each in told["shown"] if each["grouped"] == name], every, charts, chosen)
            for name in GROUPS
            if (every := told["groups"].get(name))
        ]
    ]


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
    held = [charts[key]["tier"] for key in shown]
    return tiers(held.count("flag"), held.count("watch"))
