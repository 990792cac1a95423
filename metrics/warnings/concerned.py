"""The concerns for the worse as reasons of an early warning: the home as a whole, its Flags and its Watches; and those
that are over.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from metrics.signals.rows import FLAG, WATCH, WORSE
from metrics.signals.shapes import Concern, Whole
from metrics.signals.wording import as_whole
from metrics.warnings.shapes import Over, WarningReason, reason
from metrics.warnings.wording import concern_over, concern_said, whole_over

WHOLE = "whole"

CONCERNS = (WHOLE, FLAG, WATCH)
"""The kinds of reason that are concerns; that of a figure is its tier."""


def wholly(wholes: Iterable[Whole], homes: int, by_chance: float) -> Iterator[tuple[str, WarningReason]]:
    """The homes that get worse as a whole, of so many, of which so many a month would begin to by chance."""
    for whole in wholes:
        if whole["stands"]:
            since, said = _month(whole["since"]), as_whole(whole, homes, by_chance)
            yield whole["home"], reason(WHOLE, said, None, new=whole["new"], since=since, acting=whole["acting"])


def in_part(concerns: Iterable[Concern]) -> Iterator[tuple[str, WarningReason]]:
    """The Flags and Watches for the worse."""
    for each in concerns:
        if each["direction"] == WORSE:
            said = concern_said(each)
            found = reason(each["tier"], said, each["standard"], new=each["new"], since=each["since"])
            yield each["home"], {**found, "raised": each["raised"], "acting": each["acting"]}


def over(wholes: Iterable[Whole], concerns: Iterable[Concern]) -> Iterator[tuple[str, Over]]:
    """What was over in the last complete month, with its home."""
    for whole in wholes:
        if since := _month(whole["over"]):
            yield whole["home"], {"text": whole_over(since), "standard": None, "since": since}
    for each in concerns:
        if since := each["over"]:
            yield each["home"], {"text": concern_over(each, since), "standard": each["standard"], "since": since}


def _month(named: str | None) -> date | None:
    """The first day of 2026-10."""
    return date.fromisoformat(f"{named}-01") if named else None
