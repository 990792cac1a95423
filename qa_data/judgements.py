"""Ofsted's judgement schemes (`judgement_schemes.toml`): which judgements a full inspection has, and in which words. 1
is best; grades are never averaged.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from qa_data.wording import british

JUDGED = (
    ("Overall experiences and progress", "overall"),
    ("Helped and protected", "protection"),
    ("Leaders and managers", "leadership"),
)
"""What a full inspection may judge, in the order in which it is told, each with its column."""

COLUMNS = tuple(column for _, column in JUDGED)


@dataclass(frozen=True)
class Judgement:
    """A word that Ofsted uses or used, its place (1 is best), whether it is Good or better, its usual short forms."""

    word: str
    place: int
    good: bool
    short: tuple[str, ...] = ()
    counted_as: str = ""
    """The word of today under which published totals count it."""


@dataclass(frozen=True)
class Scheme:
    """The days from and to which Ofsted judged so, the judgements that it gives (of `COLUMNS`), and its words."""

    name: str
    begins: date | None
    ends: date | None
    gives: tuple[str, ...]
    words: tuple[Judgement, ...]

    def holds(self, day: date) -> bool:
        """Whether an inspection of that day is judged by it."""
        return (self.begins is None or self.begins <= day) and (self.ends is None or day <= self.ends)

    @property
    def when(self) -> str:
        """From which day it holds, else to which."""
        return f"since {british(self.begins)}" if self.begins else f"up to {british(self.ends or date.max)}"

    def has(self, word: str) -> bool:
        """Whether it is one of its words."""
        return any(each.word == word for each in self.words)


def read(text: str) -> tuple[Scheme, ...]:
    """The schemes that a text of TOML tells."""
    return tuple(map(_scheme, tomllib.loads(text)["scheme"]))


def _scheme(told: dict[str, Any]) -> Scheme:
    words = tuple(Judgement(**each | {"short": tuple(each.get("short", ()))}) for each in told["words"])
    return Scheme(told["name"], told.get("from"), told.get("to"), tuple(told["gives"]), words)


SCHEMES = read(Path(__file__).with_name("judgement_schemes.toml").read_text(encoding="utf-8"))
"""The newest first."""

JUDGEMENTS = tuple(
    each
    for place, scheme in enumerate(SCHEMES)
    for each in scheme.words
    if not any(newer.has(each.word) for newer in SCHEMES[:place])
)
"""Every word once, as the newest scheme that has it tells it."""

GRADES = tuple(each.word for each in sorted(JUDGEMENTS, key=lambda each: each.place) if not each.counted_as)
"""The words that are chosen from, the best first."""


PLACES = {each.word: each.place for each in JUDGEMENTS}


def judgement(word: str) -> Judgement:
    """The judgement of that word; KeyError if there is none."""
    return {each.word: each for each in JUDGEMENTS}[word]


def below_good(word: str) -> bool:
    """Whether the judgement is worse than Good; no word of another kind of provider is."""
    return any(each.word == word and not each.good for each in JUDGEMENTS)


def scheme_on(day: date) -> Scheme:
    """The scheme by which an inspection of that day is judged."""
    return next(scheme for scheme in SCHEMES if scheme.holds(day))


def given(judged: str, day: date) -> bool:
    """Whether a full inspection of that day has that judgement (of `COLUMNS`)."""
    return judged in scheme_on(day).gives


def told(inspection: Any, judged: str) -> str:
    """A full inspection's judgement in Ofsted's word; else that its scheme gives none, or that the record lacks it."""
    return inspection[judged] or unsaid(judged, inspection["inspection_date"])


def as_found(inspection: Any) -> str:
    """What a full inspection found, in Ofsted's words: its overall judgement; where it has none, those that it has."""
    others = [f"{title}: {inspection[column]}" for title, column in JUDGED if inspection[column]]
    return inspection["overall"] or "; ".join(others)


def found_below_good(inspection: Any) -> bool:
    """Whether it found the home below Good overall; where it has no overall judgement, in any that it has."""
    words = [inspection["overall"]] if inspection["overall"] else [inspection[column] for column in COLUMNS]
    return any(below_good(word) for word in words if word)


def unsaid(judged: str, day: date) -> str:
    """Why no word of that judgement stands: Ofsted gives none since 1 Apr 2027, or it is not recorded."""
    scheme = scheme_on(day)
    if judged in scheme.gives:
        return "Not given"
    return f"Ofsted gives none {scheme.when}"
