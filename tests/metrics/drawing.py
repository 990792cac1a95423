"""Councils drawn at random: uploads of homes, visits, actions and returns with blanks, zeros, new versions and
closed homes.
"""

from datetime import date, timedelta
from random import Random

from qa_data.dictionary import dataset
from qa_data.standards import CODES
from tests.metrics.plain import later

FIRST = date(2023, 11, 1)
"""No drawn row is dated before this month."""

MONTHS = [later(FIRST, months) for months in range(20)]


CHECKS = ("Management check", "Contract monitoring")

SOURCES = ("Ofsted", "Regulation 44 visit", "Management check", "Complaint", "Child or young person")


def draw_uploads(random: Random, uploads: int = 4) -> list[dict[str, list[dict]]]:
    """Rows by dataset, an upload each; later ones repeat keys of earlier ones with other contents."""
    homes = [f"Home {letter}" for letter in "ABCD"]
    return [
        {
            "homes": [_home(random, home) for home in homes if number == 0 or random.random() < 0.2],
            "visits": [_visit(random, random.choice(homes)) for _ in range(30)],
            "actions": [_action(random, random.choice(homes)) for _ in range(20)],
            "returns": list(
                {
                    (row["home"], row["month"]): row
                    for row in (_return(random, random.choice(homes)) for _ in range(12))
                }.values()
            ),
        }
        for number in range(uploads)
    ]


def draw_council(random: Random) -> dict[str, list[dict]]:
    """Rows by dataset of a council in which every kind of thing happens that a rule looks for: besides what is drawn
    for each, a home that nobody visits or hears from, one whose returns rise, opinions, days of two checks, findings of
    every source, full inspections, and what is asked for again.
    """
    told = surviving(draw_uploads(random))
    told["homes"] += [{**_home(random, home), "opened": FIRST, "closed": None} for home in ("Home E", "Home F")]
    told["returns"] += [_rising(month, random.randrange(4, 9)) for month in MONTHS]
    told["visits"] = [_in_parts(row) | _opinions(random) for row in told["visits"]]
    checked = {(row["home"], row["visit_date"]): _also_checked(row) for row in told["visits"][::3]}
    standing = {(row["home"], row["visit_date"], row["visit_type"]) for row in told["visits"]}
    told["visits"] += [row for key, row in checked.items() if (*key, row["visit_type"]) not in standing]
    told["actions"] = [row | {"action": f"See to matter {row['reference']}."} for row in told["actions"]]
    told["actions"] += [_asked_again(random, number) for number in range(8)]
    told["findings"] = [_found(random, number) for number in range(60)]
    told["inspections"] = [_inspected(random, home) for home in ("Home A", "Home B", "Home E")]
    return told


def _in_parts(visit: dict) -> dict:
    """The visit with no more children spoken to than live there, and no more in private than spoken to."""
    living, spoken, private = (visit[f"children_{name}"] for name in ("living", "spoken_to", "in_private"))
    spoken = None if spoken is None or living is None else min(spoken, living)
    return visit | {
        "children_spoken_to": spoken,
        "children_in_private": None if private is None or spoken is None else min(private, spoken),
    }


def _opinions(random: Random) -> dict:
    return {
        name: _maybe(random, random.choice(["Yes", "No", "Not stated"]))
        for name in ("safeguarded", "wellbeing_promoted")
    }


def _also_checked(visit: dict) -> dict:
    """A check of the same home and day, which says otherwise."""
    other = {"Met": "Not met", "Not met": "Met", "Yes": "No", "No": "Yes"}
    kind = {"visit_type": CHECKS[visit["visit_date"].day % 2]}
    return {name: other.get(value, value) for name, value in visit.items()} | kind


def _found(random: Random, number: int) -> dict:
    return {
        "home": f"Home {random.choice('ABCDEF')}",
        "found_on": _day(random),
        "source": random.choice(SOURCES),
        "standards": random.sample(CODES, random.choice([1, 2])),
        "kind": random.choice(["Concern", "Concern", "Good practice", "Child's view"]),
        "finding": f"Matter {number}.",
    }


def _inspected(random: Random, home: str) -> dict:
    judged = {name: random.choice(["Good", "Inadequate"]) for name in ("overall", "protection", "leadership")}
    return {"home": home, "inspection_date": _day(random), "inspection_type": "Full", **judged}


def _rising(month: date, late: int) -> dict:
    counts = {name: (0 if month < MONTHS[-4] else late) for name in ("missing_episodes", "medication_errors")}
    return {"home": "Home F", "month": month, "child_nights": 90, **counts}


def _asked_again(random: Random, number: int) -> dict:
    asked = {"reference": f"R{number}", "source": "Regulation 44 recommendation", "decision": "Accepted"}
    same = {"action": "Write down every return interview within a day of it.", "standards": ["QS12"], "status": "Open"}
    return {"home": f"Home {random.choice('ABEF')}", "raised": _day(random), **asked, **same}


def surviving(uploads: list[dict[str, list[dict]]]) -> dict[str, list[dict]]:
    """The rows that hold after these uploads: the newest of each key."""
    told = {}
    for name in ("homes", "visits", "actions", "returns"):
        keys = [column.name for column in dataset(name).keys]
        told[name] = list({tuple(row[key] for key in keys): row for rows in uploads for row in rows[name]}.values())
    return told


def _day(random: Random) -> date:
    return FIRST + timedelta(days=random.randrange(600))


def _maybe(random: Random, value, blank: float = 0.2):
    return None if random.random() < blank else value


def _home(random: Random, home: str) -> dict:
    opened = random.choice([FIRST, _day(random), later(FIRST, random.randrange(8))])
    return {
        "home": home,
        "service_type": random.choice(["Residential care", "Short breaks"]),
        "places": random.randrange(5),
        "opened": opened,
        "closed": _maybe(random, opened + timedelta(days=random.randrange(600)), 0.7),
    }


def _visit(random: Random, home: str) -> dict:
    visit_type = random.choice(
        ["Regulation 44 visit"] * 4 + ["Regulation 45 review", "Regulation 46 location review", "Management check"]
    )
    verdicts = {
        f"verdict_{code.lower()}": _maybe(random, random.choice(["Met", "Partly met", "Not met", "Not looked at"]))
        for code in CODES
    }
    counts = {
        name: _maybe(random, random.randrange(4))
        for name in (column.name for column in dataset("visits").columns if column.type == "whole number")
    }
    return {"home": home, "visit_date": _day(random), "visit_type": visit_type, **verdicts, **counts}


def _action(random: Random, home: str) -> dict:
    raised = _day(random)
    done = random.random() < 0.6
    return {
        "home": home,
        "reference": str(random.randrange(60)),
        "raised": raised,
        "standards": random.sample(CODES, random.choice([1, 1, 2, 9])),
        "source": random.choice(["Ofsted requirement", "Complaint"]),
        "due": _maybe(random, raised + timedelta(days=random.randrange(90))),
        "decision": random.choice([None, "Accepted", "Accepted", "Not accepted", "To be decided"]),
        "completed": raised + timedelta(days=random.randrange(120)) if done else None,
        "status": random.choice(["Completed" if done else "Open"] * 4 + ["Cancelled"]),
    }


def _return(random: Random, home: str) -> dict:
    counts = [column.name for column in dataset("returns").columns if not column.is_key]
    told = {name: _maybe(random, random.choice([0, 1, 2, 19, 20])) for name in counts}
    told["restraints_exempt"] = _maybe(random, random.randrange((told["restraints"] or 0) + 1))
    return {"home": home, "month": random.choice(MONTHS), **told}
