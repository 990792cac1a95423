"""The action tracker: what Ofsted, visitors, reviews and clinics asked for, who has it, and whether it was done."""

import csv
from datetime import date, timedelta
from functools import partial

from sample_data.findings import Finding
from sample_data.story import HELD_BACK, REPEATED, level, take, text
from sample_data.visits import independent_visits, reviews
from sample_data.words import CODES, FOLDER, one_of, standard_of, words
from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM, TRACKER_DAY, Home, Stream, days_on, dice

ON_TIME = {
    ALDER: (("2023-11", 0.92),),
    BEECH: (("2023-11", 0.6), ("2025-02", 0.5), ("2025-12", 0.97)),
    CEDAR: (("2023-11", 0.95), ("2025-10", 0.9), ("2026-06", 0.3)),
    DAMSON: (("2023-11", 0.92),),
    ELM: (("2026-01", 0.85),),
}
"""The chance that an action is done by its due date."""

OWNERS = ("Registered manager", "Deputy manager", "Senior residential worker", "Key worker", "Service manager")
DECIDED_LATE = date(2026, 10, 1)
NOT_ACCEPTED = (
    "Considered with the responsible individual: the present arrangement works and the children prefer it.",
    "Not proportionate for a home of this size; the risk is covered in each child's plan.",
    "The building's owner will not allow it; another way is being used.",
)
EVIDENCE = (
    "Seen in records at the {next visit|manager's audit}.",
    "Minutes of {team|house} meeting on file.",
    "Photographs and works order on file.",
    "Sampled {three|four} records; all complete.",
    "Discussed with children, who {agree|have noticed}.",
)


def actions(home: Home) -> list[dict]:
    """The home's actions with the columns of the dataset, in order of the day they were raised and numbered so."""
    rows = _told(home) + _repeated(home) + _asked_for(home)
    rows = sorted((row for row in rows if row["raised"] <= TRACKER_DAY), key=lambda row: (row["raised"], row["action"]))
    return [row | {"reference": f"{home.letters}-{number:03d}"} for number, row in enumerate(rows, 1)]


def _told(home: Home) -> list[dict]:
    """Ofsted's requirements and recommendations, and what the story leaves open or overdue: told_actions.csv."""
    with (FOLDER / "told_actions.csv").open(encoding="utf-8", newline="") as file:
        return [_told_action(home, told) for told in csv.DictReader(file) if told["home"] == home.name]


def _told_action(home: Home, told: dict[str, str]) -> dict:
    source_date = date.fromisoformat(told["source_date"])
    standards = tuple(told["standards"].split("; "))
    row = _asked(home, told["source"], source_date, standards, told["action"], source_date + timedelta(2))
    row |= {
        "priority": told["priority"],
        "due": date.fromisoformat(told["due"]),
        "regulation": told["regulation"] or None,
    }
    if told["regulation"]:
        row["decision"] = None
    return row | _done(row, date.fromisoformat(told["completed"]) if told["completed"] else None)


def _asked(home: Home, source: str, source_date: date, standards: tuple, action: str, raised: date) -> dict:
    of = partial(take, home, "asked", action, raised)
    return {
        "home": home.name,
        "source": source,
        "source_date": source_date,
        "regulation": None,
        "standards": standards,
        "action": action,
        "priority": of("priority").choice(("High", "Medium", "Medium", "Low")),
        "decision": "Accepted",
        "decision_reason": None,
        "owner": of("owner").choice(OWNERS),
        "raised": raised,
        "due": raised + timedelta(7 * of("due").randint(4, 9)),
    }


def _repeated(home: Home) -> list[dict]:
    """The recommendations that come back, each from that month's visit."""
    rows = []
    for visit, _ in independent_visits(home):
        topic, action = REPEATED.get((home, text(visit["visit_date"])), (None, None))
        if topic:
            day = visit["visit_date"]
            row = _asked(home, "Regulation 44 recommendation", day, ("QS12",), action, day + timedelta(5))
            row |= {"priority": "High", "due": row["raised"] + timedelta(56)}
            rows.append(row | _done(row, None if row["due"] > TRACKER_DAY else row["due"] - timedelta(4)))
    return rows


def _asked_for(home: Home) -> list[dict]:
    """One or two actions from each visit and review, on topics that the home was not asked about for a year."""
    sources = [("Regulation 44 recommendation", *visit) for visit in independent_visits(home)]
    sources += [(visit["visit_type"], visit, found) for visit, found in reviews(home)]
    taken, rows = {}, []
    for source, visit, found in sorted(sources, key=lambda each: each[1]["visit_date"]):
        day = visit["visit_date"]
        of = partial(take, home, "actions", source, day)
        recent = {name for name, last in taken.items() if (day - last).days < 400}
        for topic in _topics(found, of, recent)[: of("how many").choice((1, 1, 2))]:
            taken[topic] = day
            rows.append(_from_topic(home, source, day, topic, partial(of, topic)))
    return rows


def _topics(found: list[Finding], of: Stream, taken: set[str]) -> list[str]:
    """The topics that an action may be about: what was found first, else now and then some other."""
    topics = [each.topic for each in found if each.topic and each.topic not in taken | {"firedoor", "trigger"}]
    usual = [topic for code in CODES for topic in words(code).concerns if topic not in taken and topic not in HELD_BACK]
    return topics or of("some other").sample(usual, min(len(usual), of("whether").randint(0, 1)))


def _from_topic(home: Home, source: str, day: date, topic: str, of: Stream) -> dict:
    code = standard_of(topic)
    asked = one_of(words(code).actions[topic], of("action"))
    row = _asked(home, source, day, (code,), asked, days_on(day, of("raised"), 2, 8))
    if source == "Regulation 44 recommendation":
        row |= _decision(row["raised"], of)
    if row["decision"] != "Accepted":
        return row | {"status": "Cancelled" if row["decision"] == "Not accepted" else "Open"}
    return row | _done(row, _completed(home, row, of))


def _decision(raised: date, of: Stream) -> dict:
    drawn = of("decision").random()
    if raised >= DECIDED_LATE and drawn < 0.5:
        return {"decision": "To be decided", "due": None}
    if raised < DECIDED_LATE and drawn < 0.05:
        return {"decision": "Not accepted", "decision_reason": of("decision_reason").choice(NOT_ACCEPTED)}
    return {"decision": "Accepted"}


def _completed(home: Home, row: dict, of: Stream) -> date | None:
    """When it was done: in time as often as the home is, else weeks late; none when that lies after the tracker's
    day.
    """
    rng = of("completed")
    steady = home != CEDAR or row["standards"][0] in ("QS08", "QS09", "QS10")
    in_time = (
        rng.random() < level(ON_TIME[home], row["due"].replace(day=1)) or steady and row["due"] >= date(2026, 5, 1)
    )
    latest = 60 if home == CEDAR else 30
    done = row["due"] - timedelta(rng.randint(0, 9)) if in_time else days_on(row["due"], rng, 4, latest)
    return done if done <= TRACKER_DAY else None


def _done(row: dict, completed: date | None) -> dict:
    """Status, and for what is done the evidence, someone else who looked, and what it was like for the children."""
    of = partial(dice, "done", row["home"], row["action"], row["raised"])
    if completed is None:
        return {"completed": None, "status": of("status").choice(("Open", "In progress"))}
    code = row["standards"][0]
    verified = "Responsible individual" if row["owner"] == "Service manager" else "Service manager"
    proved = of("verified_by").random() < 0.85
    return {
        "completed": completed,
        "status": "Completed",
        "evidence": one_of(EVIDENCE, of("evidence")) if proved else None,
        "verified_by": verified if proved else None,
        "impact": one_of(words(code).impact, of("impact")) if of("whether it was felt").random() < 0.7 else None,
    }
