"""The signals: what they say as a whole, and every series as a small chart, concerns first."""

from htpy import Renderable, details, div, fragment, h1, h2, p, strong, summary

from metrics.indicators.registry import titled
from pages.parts.charts.multiple import multiple
from qa_data.wording import counted, some

GROUPS = {
    "concerns": "Worse than chance explains",
    "improvements": "Better than chance explains",
    "changes": "Changed beyond chance, neither better nor worse",
    "apart": "Stands out on its own chart, but not among all that is looked at",
    "steady": "As usual",
    "few": "Too few months to tell",
}
"""The groups of `metrics.signals.moving`, in the order in which they are shown."""

TOO_FEW = "Too few months are known to tell a change from chance"

PLACES = 6
"""So many places of an advice are named; the rest are counted."""

FOLDED = ("apart", "steady", "few")
"""Nothing has moved in these: they are a click away."""


def headline(told: dict) -> Renderable:
    """What has moved, as the page's heading and its first sentences; `told` as `metrics.signals.moving`."""
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
    concerns = told["concerns"]
    if not concerns:
        return no_concern(told["tests"] > 0)
    return (
        f"{counted(concerns, 'figure')} at {counted(told['homes'], 'home')} {'is' if concerns == 1 else 'are'} worse"
        " than chance explains"
    )


def no_concern(tested: bool) -> str:
    """What is said where nothing is flagged for the worse: silence of what cannot be tested is no good news."""
    return "No figure is worse than chance explains" if tested else TOO_FEW


def _tested(told: dict) -> str:
    return (
        f"{counted(told['series'], 'series is', 'series are')} known, {told['tests']:,} for long enough to be tested;"
        f" {counted(told['flags'], 'is', 'are')} flagged, and chance alone would flag about"
        f" {told['expected_false_flags']:g}. So many looks at once would raise flags by chance, so the bar is set for"
        " all of them together: at most one flag in ten is false (Benjamini and Hochberg)."
    )


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
        div(".multiples")[[multiple(charts[key], key == chosen) for key in shown]],
        p(".small")[f"And {more:,} more: choose a home or a standard to see them."] if more > 0 else None,
    )
    title = f"{GROUPS[name]} ({every:,})"
    return details[summary[title], within] if name in FOLDED else fragment[h2[title], within]
