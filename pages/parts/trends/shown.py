"""The signals as a whole: which concerns stand, and how many of them may be chance."""

from htpy import Node, Renderable, a, fragment, h1, p

from metrics.signals.moving import OF_ALL
from metrics.signals.wording import as_whole, by_chance
from pages.parts.address import link
from qa_data.wording import counted, listed

TOO_FEW = "Too few months are known to tell a change from chance"


MOST = 12
"""So many homes that get worse as a whole are named, the clearest first."""


def headline(told: dict) -> Renderable:
    """What stands, as the page's heading and its first sentences; `told` as `metrics.signals.moving`."""
    if not told["series"]:
        return fragment[
            h1["Nothing to chart yet"],
            p(".lede")[
                "Upload monthly returns, visits or actions on the Upload page. After a few months a concern can show; "
                "from 12 months on a chart has its usual limits."
            ],
        ]
    return fragment[h1[_concerns(told)], p(".lede")[_tested(told)]]


def _concerns(told: dict) -> str:
    flags, watches = told["flags"], told["watches"]
    if not flags + watches:
        return no_concern(told["tests"] > 0)
    stand = "stands" if flags + watches == 1 else "stand"
    return f"{tiers(flags, watches)} {stand} at {told['homes']:,} of {counted(told['of_homes'], 'home')}"


def tiers(flags: int, watches: int) -> str:
    """2 Flags and 1 Watch."""
    many = (counted(flags, "Flag"), counted(watches, "Watch", "Watches"))
    return listed([each for each, number in zip(many, (flags, watches), strict=True) if number])


def no_concern(tested: bool) -> str:
    """What is said where no concern stands: silence of what cannot be tested is no good news."""
    return "No concern stands: no figure is worse than chance explains" if tested else TOO_FEW


def _tested(told: dict) -> str:
    """What was looked at, how much of what stands may be chance, and of very many homes how much can hardly be."""
    known = (
        f"{counted(told['series'], 'series is', 'series are')} known, {told['tests']:,} for long enough to be looked"
        " at."
    )
    if not told["flags"] + told["watches"]:
        return known
    chance = by_chance(told["new_a_month_by_chance"], told["of_homes"])
    return " ".join(filter(None, (known, chance, _beyond(told["beyond"]))))


def _beyond(concerns: int | None) -> str:
    """Of very many homes, how many concerns reach the threshold of all of them together."""
    if concerns is None:
        return ""
    return (
        f"{counted(concerns, 'concern reaches', 'concerns reach')} the higher threshold of all homes together, at which"
        f" chance alone would begin about {OF_ALL:g} a month in all of them."
    )


def wholes_said(told: dict, wholes: list[dict]) -> Node:
    """Each home that gets worse in many things at once, of `wholes` (as `metrics.signals.as_whole`); what makes it up
    stands on its page.
    """
    each, homes = told["new_a_month_by_chance"]["homes"], told["of_homes"]
    standing = [whole for whole in wholes if whole["stands"]]
    lines = [(whole["home"], as_whole(whole, homes, each)) for whole in standing[:MOST]]
    more = len(standing) - MOST
    return [
        *(p[a(href=link("home", home=name))[name], text.removeprefix(name)] for name, text in lines),
        p(".small")[f"And {counted(more, 'more home')}: their own pages say so."] if more > 0 else None,
    ]


def series_of(signal: dict) -> tuple[str, str, str]:
    """What tells a series from others: home, standard, indicator."""
    return signal["home"], signal["standard"], signal["indicator"]
