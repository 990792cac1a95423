"""What was found: by independent visitors, in reviews and checks, by Ofsted, in complaints, by children."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample_data.inspections import inspections
from sample_data.story import HELD_BACK, MEDICATION_FROM, MEDICATION_HOMES, REPEATED, STANDARD_LEVEL, focus, level, text
from sample_data.words import CODES, say, standard_of, words
from sample_data.world import Home, dice, months_of

CONCERN, GOOD, VOICE = "Concern", "Good practice", "Child's view"


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
    rng = dice("findings", home.name, month)
    seen = [code for code, verdict in verdicts.items() if verdict != "-"]
    wanted = [(CONCERN, topic) for topic in _topics(home, month, verdicts, rng)]
    praised = [code for code in seen if verdicts[code] == "M"]
    wanted += [(GOOD, code) for code in rng.sample(praised, min(len(praised), rng.randint(2, 4)))]
    wanted += [(VOICE, code) for code in rng.sample(seen, min(len(seen), 2))]
    return _distinct(_finding(home, day, "Regulation 44 visit", *each, rng) for each in wanted)


def _topics(home: Home, month: date, verdicts: dict[str, str], rng: Random) -> list[str]:
    """The topics of concern: the story's own, one or two where a standard is not met, now and then one where it is."""
    topics = _told_topics(home, month)
    for code, verdict in verdicts.items():
        if verdict in "PN" or verdict == "M" and rng.random() < 0.1:
            known = [topic for topic in focus(home, month) if standard_of(topic) == code and topic not in topics]
            usual = [topic for topic in words(code).concerns if topic not in HELD_BACK]
            topics += rng.sample(known or usual, min(len(known or usual), 2 if verdict == "N" else 1))
    return topics[:6]


def _told_topics(home: Home, month: date) -> list[str]:
    """What the story has come up at this home in this month."""
    repeated = [REPEATED[home, text(month)][0]] if (home, text(month)) in REPEATED else []
    return repeated + ["medication"] * (2 if home in MEDICATION_HOMES and text(month) >= MEDICATION_FROM else 0)


def _finding(home: Home, day: date, source: str, kind: str, about: str, rng: Random) -> Finding:
    if kind == CONCERN:
        code, said = standard_of(about), rng.choice(words(standard_of(about)).concerns[about])
    else:
        code, said = about, rng.choice(words(about).good if kind == GOOD else words(about).voice)
    also = tuple(other for other in ("QS12", "QS13") if kind == CONCERN and other > code and rng.random() < 0.06)
    return Finding(home.name, day, source, (code, *also), kind, say(said, rng), about if kind == CONCERN else "")


def _distinct(findings: Iterator[Finding]) -> list[Finding]:
    return list({(each.found_on, each.source, each.finding): each for each in findings}.values())


def at_review(home: Home, day: date, source: str, how_many: int) -> list[Finding]:
    """What a review, a check or an inspection found: praise as far as the home is well, else concerns."""
    rng, month = dice("review", home.name, source, day), day.replace(day=1)
    well = level(STANDARD_LEVEL[home], month)
    return _distinct(_reviewed(home, day, source, code, well, rng) for code in rng.sample(CODES, how_many))


def _reviewed(home: Home, day: date, source: str, code: str, well: float, rng: Random) -> Finding:
    if rng.random() < well - 0.15:
        return _finding(home, day, source, GOOD, code, rng)
    usual = [topic for topic in words(code).concerns if topic not in HELD_BACK]
    known = [topic for topic in focus(home, day.replace(day=1)) if standard_of(topic) == code and topic in usual]
    return _finding(home, day, source, CONCERN, rng.choice(known or usual), rng)


def by_ofsted(home: Home) -> list[Finding]:
    """What the graded inspections of the three years found, a few findings each."""
    days = [row["inspection_date"] for row in inspections(home) if row["overall"]]
    return [finding for day in days if day >= months_of(home)[0] for finding in at_review(home, day, "Ofsted", 5)]


def in_between(home: Home) -> list[Finding]:
    """Complaints, and what children said outside any visit."""
    rng, found = dice("between", home.name), []
    for month in months_of(home)[1:]:
        day = month + timedelta(rng.randint(1, 27))
        if rng.random() < 0.4:
            found += [_finding(home, day, "Child or young person", VOICE, rng.choice(CODES), rng)]
        if rng.random() < 0.25 * (1.2 - level(STANDARD_LEVEL[home], month)) + 0.05:
            topic = rng.choice(("repairs", "feedback", "contact", "sanctions", "socialworker", "food", "complaints"))
            found += [_finding(home, day, "Complaint", CONCERN, topic, rng)]
    return _distinct(found)
