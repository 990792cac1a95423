"""The signals in HTML: what they say as a whole, and every series as a small chart, concerns first."""

from pages.parts.charts.multiple import multiple
from qa_data.words import counted

GROUPS = {
    "concerns": "Worse than chance explains",
    "improvements": "Better than chance explains",
    "changes": "Changed beyond chance, neither better nor worse",
    "apart": "Stands out on its own chart, but not among all that is looked at",
    "steady": "Ups and downs as usual",
    "few": "Too few months to tell",
}
"""The groups of `metrics.signals.moving`, in the order in which they are shown."""

FOLDED = ("apart", "steady", "few")
"""Nothing has moved in these: they are a click away."""


def finding(told: dict) -> str:
    """What has moved, as the page's heading and its first sentences; `told` as `metrics.signals.moving`."""
    if not told["series"]:
        return (
            '<h1>Nothing to chart yet</h1><p class="lede">Upload monthly returns, visits or actions on the Upload page.'
            " From 12 months on a chart can tell a change from chance.</p>"
        )
    concerns = told["concerns"]
    said = (
        f"{counted(concerns, 'indicator')} at {counted(told['homes'], 'home')} {'is' if concerns == 1 else 'are'} worse"
        " than chance explains"
        if concerns
        else "No indicator is worse than chance explains"
    )
    return (
        f'<h1>{said}</h1><p class="lede">{counted(told["series"], "series", "series")} are known, {told["tests"]:,} for'
        f" long enough to be tested; {counted(told['flags'], 'is', 'are')} flagged, and chance alone would flag about "
        f"{told['expected_false_flags']:g}. So many looks at once would raise flags by chance, so the bar is set for"
        " all of them together: at most one flag in ten is false "
        "(Benjamini and Hochberg).</p>"
    )


def groups(told: dict, charts: dict[tuple, dict], chosen: tuple) -> str:
    """The groups, each with its small charts; `charts` by home, standard and indicator, of which one is `chosen`."""
    return "".join(
        _group(name, [series_of(each) for each in told["shown"] if each["grouped"] == name], every, charts, chosen)
        for name in GROUPS
        if (every := told["groups"].get(name))
    )


def series_of(signal: dict) -> tuple[str, str, str]:
    """What tells a series from others: home, standard, indicator."""
    return signal["home"], signal["standard"], signal["indicator"]


def _group(name: str, shown: list[tuple], every: int, charts: dict[tuple, dict], chosen: tuple) -> str:
    cards = f'<div class="multiples">{"".join(multiple(charts[key], key == chosen) for key in shown)}</div>'
    rest = (
        f'<p class="small">And {every - len(shown):,} more: choose a home or a standard to see them.</p>'
        if every > len(shown)
        else ""
    )
    if name in FOLDED:
        return f"<details><summary>{GROUPS[name]} ({every:,})</summary>{cards}{rest}</details>"
    return f"<h2>{GROUPS[name]} ({every:,})</h2>{cards}{rest}"
