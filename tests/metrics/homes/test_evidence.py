"""What stands behind the figures, on small drawn tables."""

from datetime import date

from metrics.actions.tracker import actions
from metrics.homes.homes import home_facts, last_complete_month
from metrics.inspections.inspected import judgement_history
from metrics.months.figures import home_figures, home_months
from metrics.visits.findings import childrens_voice, findings, visits
from qa_data.scope import Scope, of_every_home
from tests.drawn import store_with

AS_AT = of_every_home(date(2026, 10, 31))

ACTIONS = """
Home | Reference | Source | Source date | Standard | Action | Raised | Due | Completed | Status | Decision | Reason
Ash House | late | Reg 44 | 2026-09-01 | QS12, QS08 | Do it | 2026-09-01 | 2026-10-30 |  | Open |  |
Ash House | today | Reg 44 | 2026-09-01 | QS12 | Do it | 2026-09-01 | 2026-10-31 |  | Open |  |
Ash House | undated | Reg 44 | 2026-09-01 | QS12 | Do it | 2026-09-01 |  |  | Open |  |
Ash House | done | Reg 44 | 2026-09-01 | QS12 | Do it | 2026-09-01 | 2026-10-01 | 2026-10-20 | Completed |  |
Ash House | old | Reg 44 | 2026-01-01 | QS12 | Do it | 2026-01-01 | 2026-02-01 | 2026-02-01 | Completed |  |
Ash House | refused | Reg 44 | 2026-09-01 | QS12 | Do it | 2026-09-01 | 2026-10-01 |  | Open | Not accepted | Why
Ash House | cancelled | Reg 44 | 2026-09-01 | QS12 | Do it | 2026-09-01 | 2026-10-01 |  | Cancelled |  |
"""

INSPECTIONS = """
Home|Inspection date|Inspection type|Overall experiences and progress|Helped and protected|Leaders and managers
Ash House|2024-03-04|Full|Good|Good|RI
Ash House|2026-03-04|Full|RI|RI|RI
Ash House|2026-09-04|Monitoring|||
"""

VISITS = """
Home      | Visit date | Visit type       | QS12    | Children's views | What changed
Ash House | 2026-10-14 | Reg 44           | Not met | I feel safe      | A new lock
Ash House | 2025-10-31 | Reg 44           | Met     | Long ago         |
Ash House | 2026-10-20 | Management check |         |                  |
"""

FINDINGS = """
Home      | Date       | Source | Standard    | Kind         | Finding
Ash House | 2026-10-14 | Reg 44 | QS12, QS07  | Concern      | Doors
Ash House | 2026-10-15 | Reg 44 | QS12        | Child's view | Nice food
Ash House | 2026-10-16 | Reg 44 | QS08        | Concern      | Books
"""


def test_the_facts_of_a_home_say_what_is_known_on_the_day():
    facts = home_facts(store_with(ACTIONS, INSPECTIONS, VISITS), AS_AT)["Ash House"]
    assert (facts["overall"], facts["judged_on"]) == ("Requires improvement to be good", date(2026, 3, 4))
    assert (facts["actions_open"], facts["actions_overdue"], facts["visited_on"]) == (3, 1, date(2026, 10, 14))
    assert facts["return_in"] is None


def test_a_return_is_in_for_the_last_complete_month_alone():
    store = store_with("Home | Month | Restraints\nAsh House | Sep 2026 | 1")
    assert home_facts(store, AS_AT)["Ash House"]["return_in"] is None
    assert home_facts(store, AS_AT.at(date(2026, 10, 30)))["Ash House"]["return_in"] is not None


def test_the_last_complete_month_ends_on_the_day_or_before():
    assert last_complete_month(date(2026, 10, 31)) == date(2026, 10, 1)
    assert last_complete_month(date(2026, 10, 30)) == date(2026, 9, 1)


def test_a_home_is_told_of_from_its_opening_to_its_closing_day():
    homes = (
        "Home | Service type | Registered places | Opened | Closed\nAsh House | Secure | 3 | 2015-05-01 | 2026-10-31"
    )
    store = store_with(homes=homes)
    assert [
        len(home_facts(store, of_every_home(date(*day))))
        for day in ((2015, 4, 30), (2015, 5, 1), (2026, 10, 31), (2026, 11, 1))
    ] == [0, 1, 1, 0]


def test_both_records_of_an_inspection_are_one_and_the_councils_own_stands():
    store = store_with(INSPECTIONS)
    with store.writing(of_every_home()) as cursor:
        cursor.run(
            "insert into main.published_inspections by name select 'SC1' as urn, date '2024-03-04' as inspection_date,"
            " 'Full inspection' as inspection_type, 'Outstanding' as overall,"
            " (select upload_id from uploads) as upload_id,"
            " 'Data' as sheet, 7 as sheet_row, uuid() as row_key union all select 'SC1', date '2022-03-04', 'Full"
            " inspection', 'Good', upload_id, 'Data', 8, uuid() from uploads"
        )
    history = judgement_history(store, AS_AT, "Ash House")
    assert [(each["inspection_date"].year, each["overall"], each["recorded_by"]) for each in history] == [
        (2022, "Good", ["Ofsted"]),
        (2024, "Good", ["Ofsted", "council"]),
        (2026, "Requires improvement to be good", ["council"]),
    ]
    assert history[1]["source"]["row"] == 2


def test_actions_still_to_be_done_come_first_the_longest_overdue_of_them():
    found = actions(store_with(ACTIONS), AS_AT, "Ash House", "QS12")
    assert [(each["reference"], each["days_overdue"]) for each in found] == [
        ("late", 1),
        ("today", None),
        ("undated", None),
        ("done", None),
    ]
    assert [each["live"] for each in found] == [True, True, True, False]


def test_visits_carry_the_verdict_on_the_standard_and_its_cell():
    found = visits(store_with(VISITS), AS_AT, "Ash House", "QS12")
    assert [(each["visit_type"], each["verdict"], each["source"]["cell"]) for each in found] == [
        ("Management check", None, found[0]["source"]["cell"]),
        ("Regulation 44 visit", "Not met", "D2"),
    ]


def test_findings_are_those_of_the_standard_newest_first():
    found = findings(store_with(FINDINGS), AS_AT, "Ash House", "QS12")
    assert [(each["finding"], each["source"]["cell"]) for each in found] == [("Nice food", "F3"), ("Doors", "F2")]


def test_the_voice_is_what_children_said_and_what_changed():
    found = childrens_voice(store_with(VISITS, FINDINGS), AS_AT, "Ash House", "QS12")
    assert {(each["kind"], each["finding"]) for each in found} == {
        ("Child's view", "Nice food"),
        ("Child's view", "I feel safe"),
        ("What changed", "A new lock"),
    }


def test_figures_without_data_say_so_and_months_are_counts():
    store = store_with(
        "Home | Month | Risk assessments | Risk assessments in date\nAsh House | Oct 2026 | 8 | 6\nAsh House | Aug 2026"
        " | 8 | 8"
    )
    pooled = {each["indicator"]: each for each in home_figures(store, AS_AT, "Ash House")}
    assert (pooled["PRO4"]["numerator"], pooled["PRO4"]["denominator"]) == (6, 8) and pooled["PRO2"][
        "denominator"
    ] is None
    found = [each for each in home_months(store, AS_AT, "Ash House") if each["indicator"] == "PRO4"]
    assert [(each["month"].month, each["numerator"], each["denominator"]) for each in found] == [(8, 8, 8), (10, 6, 8)]


def test_nothing_is_told_of_a_home_that_may_not_be_seen():
    store, nobody = store_with(VISITS, FINDINGS), Scope(date(2026, 10, 31), None, frozenset({"Another"}))
    assert home_facts(store, nobody) == {} and visits(store, nobody, "Ash House", "QS12") == [] == findings(
        store, nobody, "Ash House", "QS12"
    )
