"""Two-by-two tables: what was said before an inspection against whether it found the home below Good."""

from collections.abc import Callable

from metrics.indicators.intervals import of_share
from metrics.warnings.backtest.shapes import LookedBack, Share, Table

SAYINGS: dict[str, Callable[[LookedBack], bool | None]] = {
    "The dashboard said red": lambda told: _said(told, {"red"}),
    "The dashboard said red or amber": lambda told: _said(told, {"red", "amber"}),
    "The home as a whole was getting worse": lambda told: told["sliding"],
    "The judgement before was below Good": lambda told: told["before_below"],
}
"""What may be said of an inspection before it is made: whether it warned; None where it had no opinion."""


def _said(told: LookedBack, warning: set[str]) -> bool | None:
    return None if told["rag"] in (None, "grey") else told["rag"] in warning


def tables(inspections: list[LookedBack]) -> list[Table]:
    """A table a saying, of the testable inspections: `said`, counts `warned_below` (warned, and found below Good),
    `warned_good`, `quiet_below`, `quiet_good`, `silent` (no opinion), and two shares with their 95 % interval in %:
    `caught` (of those found below Good) and `false_alarms` (of those found Good or better).
    """
    return [
        _table(said, warned, [each for each in inspections if each["testable"]]) for said, warned in SAYINGS.items()
    ]


def _table(said: str, warned: Callable[[LookedBack], bool | None], inspections: list[LookedBack]) -> Table:
    found = [(warned(each), each["below_good"]) for each in inspections]
    warned_below, warned_good, quiet_below, quiet_good = (
        found.count((answer, below)) for answer in (True, False) for below in (True, False)
    )
    return {
        "said": said,
        "warned_below": warned_below,
        "warned_good": warned_good,
        "quiet_below": quiet_below,
        "quiet_good": quiet_good,
        "silent": sum(answer is None for answer, _ in found),
        "caught": _share(warned_below, quiet_below),
        "false_alarms": _share(warned_good, quiet_good),
    }


def _share(part: int, rest: int) -> Share | None:
    if not part + rest:
        return None
    return {"part": part, "whole": part + rest, "interval": tuple(round(end, 1) for end in of_share(part, part + rest))}
