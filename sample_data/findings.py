"""What was found: by independent visitors, in reviews and checks, by Ofsted, in complaints, by children."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random

from sample_data.inspections import inspections
from sample_data.story import (
    HELD_BACK,
    MEDICATION_FROM,
    MEDICATION_HOMES,
    REPEATED,
    STANDARD_LEVEL,
    focus,
    level,
    take,
    text,
)
from sample_data.words import CODES, one_of, standard_of, words
from sample_data.world import Home, days_on, months_of

CONCERN, GOOD, VOICE = "Concern", "Good practice", "Child's view"
ALSO = ("QS12", "QS13")
"""The standards under which a concern now and then stands as well."""

COMPLAINED_OF = ("repairs", "feedback", "contact", "sanctions", "socialworker", "food", "complaints")


@dataclass(frozen=True)
class Finding:
    """One finding, and the topic of a concern."""

    home: str
    found_on: date
    source: str
    standards: tuple[str, ...]
    kind: str
    finding: str
    topic: str = ""


def at_visit(home: Home, month: date, day: date, verdicts: dict[str, str]) -> list[Finding]:
    """What the independent visitor wrote that day, given a verdict a standard: concerns, praise, children's words."""
    seen = [code for code, verdict in verdicts.items() if verdict != "-"]
    wanted = [(CONCERN, topic) for topic in _topics(home, month, verdicts)]
    praised = [code for code in seen if verdicts[code] == "M"]
    how_many = take(home, "praised", month).randint(2, 4)
    wanted += [(GOOD, code) for code in _some(praised, how_many, take(home, "praise", month))]
    wanted += [(VOICE, code) for code in _some(seen, 2, take(home, "voices", month))]
    return _written(home, day, "Regulation 44 visit", wanted)


def _some(things: list[str], most: int, rng: Random) -> list[str]:
    return rng.sample(things, min(len(things), most))


def _topics(home: Home, month: date, verdicts: dict[str, str]) -> list[str]:
    """The topics of concern: the story's own, one or two where a standard is not met, now and then one where it is."""
    topics = _told_topics(home, month)
    for code, verdict in verdicts.items():
        if verdict in "PN" or verdict == "M" and take(home, "concern", month, code).random() < 0.1:
            known = [topic for topic in focus(home, month) if standard_of(topic) == code and topic not in topics]
            usual = [topic for topic in words(code).concerns if topic not in HELD_BACK]
            topics += _some(known or usual, 2 if verdict == "N" else 1, take(home, "topics", month, code))
    return topics[:6]


def _told_topics(home: Home, month: date) -> list[str]:
    """What the story has come up at this home in this month."""
    repeated = [REPEATED[home, text(month)][0]] if (home, text(month)) in REPEATED else []
    return repeated + ["medication"] * (2 if home in MEDICATION_HOMES and text(month) >= MEDICATION_FROM else 0)


def _written(home: Home, day: date, source: str, wanted: list[tuple[str, str]]) -> list[Finding]:
    """A finding for each kind and what it is about; what comes twice is said anew, and what is said twice left out."""
    findings = (_finding(home, day, source, *each, wanted[:place].count(each)) for place, each in enumerate(wanted))
    return list({each.finding: each for each in findings}.values())


def _finding(home: Home, day: date, source: str, kind: str, about: str, again: int) -> Finding:
    code = standard_of(about) if kind == CONCERN else about
    of = partial(take, home, "finding", day, source, kind, about, again)
    also = tuple(other for other in ALSO if kind == CONCERN and other > code and of(other).random() < 0.06)
    said = one_of(_sentences(code, kind, about), of())
    return Finding(home.name, day, source, (code, *also), kind, said, about if kind == CONCERN else "")


def _sentences(code: str, kind: str, about: str) -> list[str]:
    if kind == CONCERN:
        return words(code).concerns[about]
    return words(code).good if kind == GOOD else words(code).voice


def at_review(home: Home, day: date, source: str, how_many: int) -> list[Finding]:
    """What a review, a check or an inspection found: praise as far as the home is well, else concerns."""
    codes = take(home, "review", source, day).sample(CODES, how_many)
    return _written(home, day, source, [_reviewed(home, day, source, code) for code in codes])


def _reviewed(home: Home, day: date, source: str, code: str) -> tuple[str, str]:
    """Praise or a concern, and what it is about."""
    well = level(STANDARD_LEVEL[home], day.replace(day=1))
    if take(home, "reviewed", source, day, code).random() < well - 0.15:
        return GOOD, code
    usual = [topic for topic in words(code).concerns if topic not in HELD_BACK]
    known = [topic for topic in focus(home, day.replace(day=1)) if standard_of(topic) == code and topic in usual]
    return CONCERN, take(home, "topic", source, day, code).choice(known or usual)


def by_ofsted(home: Home) -> list[Finding]:
    """What the graded inspections of the three years found, a few findings each."""
    days = [row["inspection_date"] for row in inspections(home) if row["overall"]]
    return [finding for day in days if day >= months_of(home)[0] for finding in at_review(home, day, "Ofsted", 5)]


def in_between(home: Home) -> list[Finding]:
    """Complaints, and what children said outside any visit."""
    months = months_of(home)[1:]
    return [each for month in months for each in _told_us(home, month) + _complained(home, month)]


def _told_us(home: Home, month: date) -> list[Finding]:
    of = partial(take, home, "told us", month)
    said = [(VOICE, of("standard").choice(CODES))] if of().random() < 0.4 else []
    return _written(home, days_on(month, of("day"), 1, 27), "Child or young person", said)


def _complained(home: Home, month: date) -> list[Finding]:
    of = partial(take, home, "complained", month)
    often = 0.25 * (1.2 - level(STANDARD_LEVEL[home], month)) + 0.05
    about = [(CONCERN, of("topic").choice(COMPLAINED_OF))] if of().random() < often else []
    return _written(home, days_on(month, of("day"), 1, 27), "Complaint", about)
