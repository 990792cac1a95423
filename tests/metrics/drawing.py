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
