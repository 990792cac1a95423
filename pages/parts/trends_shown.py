"""The signals in HTML: what they say as a whole, and every series as a small chart, concerns first."""

from collections import Counter

from pages.parts.multiple import multiple
from qa_data.words import counted

MOST = 48
"""So many small charts are drawn of a group."""

GROUPS = {"concerns": "Worse than chance explains", "improvements": "Better than chance explains", "changes": "Changed beyond chance, neither better nor worse",
          "apart": "Stands out on its own chart, but not among all that is looked at", "steady": "Ups and downs as usual", "few": "Too few months to tell"}
"""The groups in the order in which they are shown; from the fourth on they are folded."""

FOLDED = ("apart", "steady", "few")


def group(signal: dict) -> str:
    """Which of the groups the series is in."""
    if signal["flag"]:
        return {"concern": "concerns", "improvement": "improvements"}.get(signal["variation"], "changes")
    return {"none": "few", "common cause": "steady"}.get(signal["variation"], "apart")


def finding(signals: list[dict], expected: float) -> str:
    """What has moved, as the page's heading and its first sentences."""
    if not signals:
        return ('<h1>Nothing to chart yet</h1><p class="lede">Upload monthly returns, visits or actions on the Upload page. From 12 months on a chart can tell a change from chance.</p>')
    concerns = [each for each in signals if group(each) == "concerns"]
    homes = {each["home"] for each in concerns}
    said = f"{counted(len(concerns), 'indicator')} at {counted(len(homes), 'home')} {'is' if len(concerns) == 1 else 'are'} worse than chance explains" if concerns else "No indicator is worse than chance explains"
    flags = sum(each["flag"] for each in signals)
    return (f'<h1>{said}</h1><p class="lede">{counted(len(signals), "series", "series")} are looked at, {counted(flags, "is", "are")} flagged; chance alone would flag about {expected:g}. '
            "So many looks at once would raise flags by chance, so the bar is set for all of them together: at most one flag in ten is false (Benjamini and Hochberg).</p>")


def drawn_first(signals: list[dict], group_of: str) -> list[dict]:
    """The signals of a group that are drawn."""
    return [each for each in signals if group(each) == group_of][:MOST]


def groups(charts: list[dict], signals: list[dict], chosen: tuple) -> str:
    """The groups, each with its small charts; those in which nothing has moved are a click away."""
    every = Counter(map(group, signals))
    by_series = {_series(each): each for each in charts}
    return "".join(_group(name, [by_series[_series(each)] for each in drawn_first(signals, name) if _series(each) in by_series], every[name], chosen) for name in GROUPS if every[name])


def _series(signal: dict) -> tuple:
    return signal["home"], signal["standard"], signal["indicator"]


def _group(name: str, charts: list[dict], every: int, chosen: tuple) -> str:
    cards = f'<div class="multiples">{"".join(multiple(each, _series(each) == chosen) for each in charts)}</div>'
    rest = f'<p class="small">And {every - len(charts):,} more: choose a home or a standard to see them.</p>' if every > len(charts) else ""
    if name in FOLDED:
        return f'<details{"" if every > MOST else " open" if name == "apart" else ""}><summary>{GROUPS[name]} ({every:,})</summary>{cards}{rest}</details>'
    return f"<h2>{GROUPS[name]} ({every:,})</h2>{cards}{rest}"
