"""Ofsted's judgement schemes, each with the days from and to which Ofsted used it. 1 is best; grades are never
averaged.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Judgement:
    """A word that Ofsted uses or used, its place (1 is best), its usual short forms and when it was in use."""

    word: str
    place: int
    short_forms: tuple[str, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    counted_as: str = ""
    """The word of the present scheme under which published totals count it."""


SCCIF_FROM = date(2015, 4, 1)
"""Requires improvement replaced Adequate for children's homes on this day."""

LAST_OLD_DAY = date(2015, 3, 31)

JUDGEMENTS = (
    Judgement("Outstanding", 1, ("O", "Out", "Outst")),
    Judgement("Good", 2, ("G",)),
    Judgement(
        "Requires improvement to be good",
        3,
        ("RI", "R.I.", "RITBG", "Req Imp", "Req Improvement", "Requires improvement", "Requires Imp", "RI to be good"),
        SCCIF_FROM,
    ),
    Judgement("Inadequate", 4, ("I", "Inad", "IA")),
    Judgement("Adequate", 3, (), None, LAST_OLD_DAY, "Requires improvement to be good"),
    Judgement("Satisfactory", 3, (), None, LAST_OLD_DAY, "Requires improvement to be good"),
)

GRADES = tuple(each.word for each in JUDGEMENTS if each.valid_to is None)


def judgement(word: str) -> Judgement:
    """The judgement of that word; KeyError if there is none."""
    return {each.word: each for each in JUDGEMENTS}[word]


def below_good(word: str) -> bool:
    """Whether the judgement is worse than Good."""
    return judgement(word).place > judgement("Good").place
