"""What is answered: a concern that stands on an indicator, or a home as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from metrics.indicators.registry import titled
from metrics.signals.answering import ACTING, EXPLAINED, NEW_USUAL
from metrics.signals.rows import WORSE
from metrics.signals.wording import changed
from qa_data.wording import capital, month_name

NAME_BOX = "answer by"


@dataclass(frozen=True)
class Concerned:
    """A concern by its `title` and in a `sentence`, with the months in which it was raised, likeliest began, and was
    last known, as their first days. Of a home as a whole standard and indicator are blank."""

    home: str
    standard: str
    indicator: str
    since: date
    began: date
    last: date
    title: str
    sentence: str
    is_worse: bool = True

    @property
    def series(self) -> tuple[str, str, str]:
        """What tells it from others: home, standard, indicator."""
        return self.home, self.standard, self.indicator

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be said of it: a home as a whole has no months of its own."""
        return (ACTING, EXPLAINED, NEW_USUAL) if self.indicator else (ACTING,)

    @property
    def box(self) -> str:
        """The key of the box for a name: a page may have one for the home as a whole beside one for its concerns."""
        return NAME_BOX if self.standard else f"{NAME_BOX} of the whole"


def concerned(signal: Mapping[str, Any]) -> Concerned | None:
    """What is answered of a signal or concern as `metrics.signals` tells it; None where none stands on it."""
    if signal["tier"] == "none":
        return None
    since, began, last = (_day(signal[name]) for name in ("since", "began", "month"))
    # A Flag may tell of a later change than the Watch that it was: what is explained holds both.
    began = min(began, since)
    series = (signal[name] for name in ("home", "standard", "indicator"))
    title = titled(signal["indicator"], signal["standard"])
    return Concerned(*series, since, began, last, title, capital(changed(signal)), signal["direction"] == WORSE)


def as_a_whole(whole: Mapping[str, Any] | None) -> Concerned | None:
    """The same of a home as a whole (as in `metrics.signals.as_whole`)."""
    if not whole or not whole["stands"]:
        return None
    since, began = (_day(whole[name]) for name in ("since", "began"))
    sentence = f"In many things at once since about {month_name(began)}."
    return Concerned(whole["home"], "", "", since, began, since, f"{whole['home']} as a whole", sentence)


def _day(month: str | date) -> date:
    return date.fromisoformat(f"{month}-01") if isinstance(month, str) else month
