"""python -m tests.metrics.signals.simulating: how many concerns begin where nothing changes, in several worlds, how
soon a change is found and how long that stands; prints the README's tables.
"""

from collections.abc import Callable, Sequence

from tests.metrics.signals.measured import (
    CHANGES,
    SETTLED,
    SLIDES,
    STANDING,
    YOUNG,
    Change,
    Measured,
    Slide,
    false_ones,
    found,
    slide_found,
)
from tests.metrics.signals.worlds import WORLDS, World


def _table(heads: tuple[str, ...], rows: list[tuple]) -> str:
    lines = ["| " + " | ".join(line) + " |" for line in (heads, *rows)]
    return "\n".join([lines[0], "|---" * len(heads) + "|", *lines[1:]])


def _months(span: tuple[int, int]) -> str:
    return f"months {span[0] + 1}–{span[1]}"


def false_flags_table(worlds: Sequence[World] = WORLDS) -> str:
    """What begins a month where nothing changes, in every world: of a service of which little is known, and of one that
    has long been."""
    heads = ("nothing changes", "counted over", "new Watches a month", "new Flags", "homes as a whole")
    rows = [
        (world.name, _months(span), *map(str, vars(false_ones(world, span)).values()))
        for world in worlds
        for span in (YOUNG, SETTLED)
    ]
    return _table(heads, rows)


def power_table(changes: Sequence[Change] = CHANGES, slides: Sequence[Slide] = SLIDES) -> str:
    """How soon a change for good is found, and how long that stands."""
    told = [(change.said, change.within, found(change)) for change in changes]
    told += [(slide.said, (slide.within,), slide_found(slide)) for slide in slides]
    rows = [
        (said, _listed(within), " · ".join(map(_whole, what.within)), *map(_whole, what.standing))
        for said, within, what in told
    ]
    return _table(("change for good", "within", "found, of 100", *(f"stands at {each}" for each in STANDING)), rows)


def _listed(within: tuple[int, ...]) -> str:
    return f"{' · '.join(map(str, within))} months"


def _whole(share: Measured) -> str:
    return f"{share.mean:.0f} ± {share.error:.0f}"


TABLES: tuple[Callable[[], str], ...] = (false_flags_table, power_table)

if __name__ == "__main__":
    print(*(table() for table in TABLES), sep="\n\n")
