"""What a home can show of a span of time, told slowly and plainly from lists of rows."""

from collections import Counter
from datetime import date, timedelta

from metrics.readiness.annex import COLUMNS
from metrics.readiness.spans import INSPECTION
from metrics.readiness.undertaken import ASKED
from qa_data.standards import CODES
from tests.metrics import plain
from tests.metrics.plain import end, later
from tests.metrics.rag.test_every_voice import within_six_months

NAMES = ("homes", "visits", "findings", "inspections", "actions", "returns", "plan")


def open_on(told: dict, as_at: date) -> list[dict]:
    """The homes that are open on the day."""
    return [row for row in told["homes"] if row["opened"] <= as_at and not (row["closed"] and row["closed"] < as_at)]


def begins(told: dict, home: dict, as_at: date, since: str) -> date:
    """The first day of the home's span."""
    if since == INSPECTION:
        days = [row["inspection_date"] for row in own(told["inspections"], home) if row["inspection_type"] == "Full"]
        days = [day for day in days if day <= as_at]
        return max(days) + timedelta(1) if days else home["opened"]
    reviews = [row["visit_date"] for row in own(told["visits"], home) if row["visit_type"] == "Regulation 45 review"]
    six = next(day for back in range(200) if within_six_months(day := as_at - timedelta(200 - back), as_at))
    last = max((day + timedelta(1) for day in reviews if day < as_at), default=six)
    return max(home["opened"], min(six, last))


def whole(first: date, as_at: date, opened: date) -> list[date]:
    """The whole months from that day on; of the day of opening the month itself counts."""
    month = first.replace(day=1) if first in (opened, first.replace(day=1)) else later(first.replace(day=1), 1)
    months = []
    while end(month) <= as_at:
        months, month = [*months, month], later(month, 1)
    return months


def unvisited(told: dict, home: dict, first: date, as_at: date) -> list[date]:
    """The months that ended in the span, in which the home was open throughout, its records of visits had begun and
    no independent visit was made."""
    kind = "Regulation 44 visit"
    begun = plain.begins(told, home["home"], kind)
    visited = {row["visit_date"].replace(day=1) for row in own(told["visits"], home) if row["visit_type"] == kind}
    months, month = [], home["opened"].replace(day=1)
    while end(month) <= as_at:
        owed = begun and max(begun, home["opened"]) <= month and not (home["closed"] and home["closed"] < end(month))
        months += [month] if owed and end(month) >= first and month not in visited else []
        month = later(month, 1)
    return months


def own(rows: list[dict], home: dict) -> list[dict]:
    """The rows of the home."""
    return [row for row in rows if row["home"] == home["home"]]


def counts(told: dict, home: dict, months: list[date]) -> dict[str, tuple]:
    """Of each column of Annex A the sum (None without any) and how many months give it."""
    returns = [row for row in own(told["returns"], home) if row["month"] in months]
    given = {name: [row[name] for row in returns if row.get(name) is not None] for name in COLUMNS}
    return {name: (sum(values) if values else None, len(values)) for name, values in given.items()}


def asked(told: dict, home: dict, first: date, as_at: date) -> dict[str, tuple]:
    """Of each group the visits that tell, those that spoke to nobody, and the people."""
    visits = [row for row in own(told["visits"], home) if first <= row["visit_date"] <= as_at]
    given = {name: [row[name] for row in visits if row.get(name) is not None] for name in ASKED}
    return {name: (len(said), said.count(0), sum(said) if said else None) for name, said in given.items()}


def live(row: dict, as_at: date) -> bool:
    """Whether the action is still to be done."""
    return holds(row, as_at) and not (row.get("completed") and row["completed"] <= as_at)


def holds(row: dict, as_at: date) -> bool:
    """Whether the action was raised, and is neither refused, undecided nor cancelled."""
    return (
        row["raised"] <= as_at
        and row.get("decision") in (None, "Accepted")
        and row["status"] not in (None, "Cancelled")
    )


def evidence(told: dict, home: dict, first: date, as_at: date) -> Counter:
    """Every piece but figures: standard, side, kind, words, how often and of how many."""
    return Counter(
        [*quoted(told, home, first, as_at), *judged(told, home, first, as_at), *acted(told, home, first, as_at)]
    )


def quoted(told, home, first, as_at):
    """What was found, changed and planned."""
    sides = {"Concern": "against", "Good practice": "for"}
    for row in own(told["findings"], home):
        if first <= row["found_on"] <= as_at:
            for code in row["standards"]:
                yield code, sides.get(row["kind"], "heard"), "finding", row["finding"], None, None
    for row in own(told["visits"], home):
        if (row.get("what_changed") or "").strip() and first <= row["visit_date"] <= as_at:
            yield "QS07", "for", "change", row["what_changed"], None, None
    for row in own(told.get("plan", []), home):
        if row["status"]:
            side = "for" if row["status"] in ("On track", "Achieved") else "against"
            yield row["standard"], side, "plan", row["outcome"], None, None


def judged(told, home, first, as_at):
    """How often each kind of visit said what."""
    visits = [row for row in own(told["visits"], home) if first <= row["visit_date"] <= as_at]
    for kind in {row["visit_type"] for row in visits}:
        of_kind = [row for row in visits if row["visit_type"] == kind]
        for code in CODES:
            said = [row.get(f"verdict_{code.lower()}") for row in of_kind]
            yield from _counted(code, "verdict", [each for each in said if each in ("Met", "Partly met", "Not met")])
        if kind == "Regulation 44 visit":
            for code, name in (("QS12", "safeguarded"), ("QS13", "wellbeing_promoted")):
                yield from _counted(code, name, [row.get(name) for row in of_kind if row.get(name) in ("Yes", "No")])


def _counted(code, kind, said):
    for word, times in Counter(said).items():
        yield code, "for" if word in ("Met", "Yes") else "against", kind, word, times, len(said)


def acted(told, home, first, as_at):
    """What was completed with evidence or impact, and what Ofsted requires or is late."""
    for row in own(told["actions"], home):
        done = row.get("completed")
        shown = (row.get("evidence") or "").strip() or (row.get("impact") or "").strip()
        if holds(row, as_at) and done and first <= done <= as_at and shown:
            yield from ((code, "for", "action", row["action"], None, None) for code in row["standards"])
        late = row.get("due") and row["due"] < as_at
        if live(row, as_at) and (row["source"] == "Ofsted requirement" or late):
            yield from ((code, "against", "action", row["action"], None, None) for code in row["standards"])
