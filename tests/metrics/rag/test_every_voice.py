"""What the council's own visits, complaints, children and Ofsted say, against slow plain counting."""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

import pytest

from metrics.rag.facts import lay_facts
from metrics.rag.rules import RULES
from qa_data.scope import of_every_home
from qa_data.standards import CODES
from qa_data.store import MEMORY, open_store
from tests.filling import upload
from tests.metrics.drawing import draw_council

DAYS = [date(2024, 5, 31), date(2024, 11, 15), date(2025, 6, 30)]

OWN = ("Management check", "Contract monitoring", "Regulation 45 review")


def within_six_months(day: date, as_at: date) -> bool:
    """After the same day six calendar months before, and up to the day."""
    year, month = divmod(as_at.year * 12 + as_at.month - 1 - 6, 12)
    return date(year, month + 1, min(as_at.day, monthrange(year, month + 1)[1])) < day <= as_at


def words(told: dict, home: str, standard: str, as_at: date) -> list[tuple]:
    """Every word on the standard at the home in 6 months: day, who, question and what was said."""
    found = []
    for visit in told["visits"]:
        if visit["home"] == home:
            asked = {"verdict": visit.get(f"verdict_{standard.lower()}")}
            if standard == "QS12":
                asked["safeguarded"] = visit.get("safeguarded")
            if standard == "QS13":
                asked["wellbeing_promoted"] = visit.get("wellbeing_promoted")
            found += [(visit["visit_date"], visit["visit_type"], *each) for each in asked.items()]
    for inspection in told["inspections"]:
        if inspection["home"] == home:
            asked = ["overall"] + {"QS12": ["protection"], "QS13": ["leadership"]}.get(standard, [])
            found += [(inspection["inspection_date"], "Ofsted", each, inspection[each]) for each in asked]
    silent = (None, "Not stated", "Not looked at")
    return [each for each in found if within_six_months(each[0], as_at) and each[3] not in silent]


def raised(told: dict, home: str, standard: str, since: date, as_at: date) -> list[dict]:
    """The actions under the standard that were raised there on or after that day."""
    return [
        row
        for row in told["actions"]
        if row["home"] == home and standard in row["standards"] and since <= row["raised"] <= as_at
    ]


def answered(told: dict, home: str, standard: str, since: date, as_at: date) -> bool:
    """Whether one of these was not cancelled."""
    return any(row["status"] != "Cancelled" for row in raised(told, home, standard, since, as_at))


def latest_of_own(told: dict, home: str, standard: str, question: str, as_at: date) -> set[str]:
    """What the council's own visits said on the last day on which they said anything."""
    own = [each for each in words(told, home, standard, as_at) if each[1] in OWN and each[2] == question]
    last = max((each[0] for each in own), default=None)
    return {each[3] for each in own if each[0] == last}


def plain_rules(told: dict, home: str, standard: str, as_at: date) -> set[str]:
    """Which of R6, A7 and A8 hold."""
    found = set()
    if standard == "QS12" and "No" in latest_of_own(told, home, standard, "safeguarded", as_at):
        found.add("R6")
    if latest_of_own(told, home, standard, "verdict", as_at) & {"Partly met", "Not met"}:
        found.add("A7")
    for finding in told["findings"]:
        if (
            (finding["home"], finding["kind"]) == (home, "Concern")
            and finding["source"] in ("Complaint", "Child or young person")
            and standard in finding["standards"]
            and within_six_months(finding["found_on"], as_at)
            and finding["found_on"] < as_at - timedelta(days=28)
            and not raised(told, home, standard, finding["found_on"], as_at)
        ):
            found.add("A8")
    return found


def plain_unanswered(told: dict, home: str, standard: str, as_at: date) -> set[tuple]:
    """The last word of each kind of source on each question, where it speaks against and no action answers."""
    last: dict[tuple, tuple] = {}
    for day, who, question, said in sorted(words(told, home, standard, as_at)):
        last[who, question] = (day, said)
    return {
        (day, who, question)
        for (who, question), (day, said) in last.items()
        if said in ("No", "Not met", "Inadequate") and not answered(told, home, standard, day, as_at)
    }


@pytest.mark.parametrize("seed", range(6))
def test_as_plain_counting_has_it(seed):
    told = draw_council(Random(seed))
    store = open_store(MEMORY)
    upload(store, **told)
    rules = {rule.id: rule for rule in RULES if rule.id in ("R6", "A7", "A8")}
    fired, unanswered = [], {}
    with store.reading(of_every_home(DAYS[-1])) as cursor:
        lay_facts(store, cursor, {"own_verdicts", "own_opinions", "unfollowed", "unanswered"}, DAYS, with_sources=True)
        for rule in rules.values():
            fired += [(row["moment"], row["home"], row["standard"], rule.id) for row in cursor.rows(rule.sql)]
        for row in cursor.rows("from unanswered"):
            unanswered[row["moment"], row["home"], row["standard"]] = {tuple(each.values()) for each in row["words"]}
            assert len(row["sources"]) == len(row["words"])
    cells = [(day, row["home"], code) for day in DAYS for row in told["homes"] for code in CODES]
    in_plain = lambda count: {(day, home, code): count(told, home, code, day) for day, home, code in cells}
    known = {row["home"] for row in told["homes"]}
    expected = {(*cell, rule) for cell, found in in_plain(plain_rules).items() for rule in found}
    assert sorted(each for each in fired if each[1] in known) == sorted(expected)
    assert {cell: found for cell, found in unanswered.items() if cell[1] in known} == {
        cell: found for cell, found in in_plain(plain_unanswered).items() if found
    }
    assert {rule for *_, rule in expected} == set(rules) and unanswered
