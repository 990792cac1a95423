"""What must hold within a row, between rows and between a row and its home: each pair that the contract lists."""

import calendar
from datetime import date, timedelta

import pytest

from qa_data.dictionary import DATASETS, dataset
from tests.loaders.good import checked, good, only, raw, sheet

PROPORTIONS = """
repairs_over_28_days/repairs_open issues_answered/issues_raised complaints_on_time/complaints_closed
school_attended/school_possible peps_current/peps_eligible school_lost/school_possible
activity_weeks_met/activity_weeks activities_cancelled/activities_planned health_current/health_eligible
dental_current/dental_eligible appointments_attended/appointments_due incidents_deescalated/incidents rhi_72h/rhi_due
notified_24h/notifiable_events risk_assessments_current/risk_assessments supervision_held/supervision_due
appraisals_current/appraisals_due qualification_met/qualification_due shifts_agency/shifts
training_current/training_due placement_plans_current/placement_plans admissions_matched/admissions
endings_unplanned/endings reviews_on_time/reviews_due restraints_exempt/restraints
"""
PAIRS = [("returns", *pair.split("/")) for pair in PROPORTIONS.split()] + [
    ("visits", "children_spoken_to", "children_living"),
    ("visits", "children_in_private", "children_spoken_to"),
]
CLOCKS = ("restraints_recorded_24h", "restraints_signed_48h", "restraints_child_5d")
ORDER = [
    ("visits", "report_received", "visit_date"),
    ("visits", "report_sent_to_ofsted", "visit_date"),
    ("inspections", "report_published", "inspection_date"),
    ("actions", "completed", "raised"),
    ("actions", "due", "raised"),
    ("homes", "closed", "opened"),
]
PAST = [
    ("visits", "visit_date"),
    ("findings", "found_on"),
    ("inspections", "inspection_date"),
    ("actions", "raised"),
    ("actions", "completed"),
]
TODAY = date.today()


def found(name, **changes):
    return checked(sheet(name, good(name, **changes)))


def test_the_dictionary_declares_these_pairs_and_no_others():
    told = {(each.name, column.name, column.part_of) for each in DATASETS for column in each.columns if column.part_of}
    assert told == set(PAIRS)
    assert {
        (each.name, column.name, column.not_before) for each in DATASETS for column in each.columns if column.not_before
    } == set(ORDER)
    assert {(each.name, column.name) for each in DATASETS for column in each.columns if column.past} == set(PAST)


@pytest.mark.parametrize("name, part, whole", PAIRS)
@pytest.mark.parametrize(
    "count, limit, wrong", [(2, 2, False), (3, 2, True), (0, 0, False), (3, None, False), (None, 2, False)]
)
def test_a_part_over_its_whole(name, part, whole, count, limit, wrong):
    others = dict.fromkeys((each.name for each in dataset(name).columns if each.type == "whole number"), None)
    problems = found(name, **others | {part: count, whole: limit}).problems
    assert [(each.code, each.column, each.value) for each in problems] == (
        [("part-over-whole", part, "3")] if wrong else []
    )


@pytest.mark.parametrize("held, planned", [("keywork_held", "keywork_planned"), ("meetings_held", "meetings_planned")])
def test_more_sessions_may_be_held_than_planned(held, planned):
    assert found("returns", **{held: 9, planned: 4}).problems == []


@pytest.mark.parametrize(
    "attended, lost, possible, wrong", [(80, 20, 100, False), (80, 21, 100, True), (80, None, 100, False)]
)
def test_sessions_attended_and_lost_are_no_more_than_possible(attended, lost, possible, wrong):
    problems = found("returns", school_attended=attended, school_lost=lost, school_possible=possible).problems
    assert [(each.code, each.column) for each in problems] == (
        [("part-over-whole", "school_attended")] if wrong else []
    )


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize(
    "done, restraints, exempt, wrong",
    [(3, 5, 2, False), (4, 5, 2, True), (5, 5, None, False), (6, 5, None, True), (6, None, 2, False)],
)
def test_the_clocks_of_a_restraint_leave_planned_ones_out(clock, done, restraints, exempt, wrong):
    problems = found(
        "returns", **dict.fromkeys(CLOCKS) | {clock: done, "restraints": restraints, "restraints_exempt": exempt}
    ).problems
    assert [(each.code, each.column) for each in problems] == ([("part-over-whole", clock)] if wrong else [])


@pytest.mark.parametrize("month", ["2026-01", "2026-04", "2025-02", "2024-02"])
def test_child_nights_are_no_more_than_places_on_every_night(month):
    year, number = map(int, month.split("-"))
    most = 3 * calendar.monthrange(year, number)[1]
    assert found("returns", month=month, child_nights=most).problems == []
    assert only(found("returns", month=month, child_nights=most + 1))[0::3] == ("part-over-whole", "child_nights")


def test_one_fault_is_named_once():
    assert (
        only(found("visits", children_living=2, children_spoken_to=3, children_in_private=4))[3] == "children_spoken_to"
    )
    assert only(found("returns", school_possible=5, school_attended=6))[3] == "school_attended"
    assert only(found("visits", visit_date=TODAY + timedelta(days=1)))[0] == "future-date"
    assert only(found("returns", restraints=2, restraints_exempt="two", restraints_signed_48h=2))[0] == "not-a-number"


@pytest.mark.parametrize("name, later, earlier", ORDER)
@pytest.mark.parametrize("days, wrong", [(-1, True), (0, False), (1, False)])
def test_dates_in_order(name, later, earlier, days, wrong):
    first = date(2026, 1, 14)
    problems = found(
        name,
        **({"due": None, "completed": first} if name == "actions" else {})
        | {earlier: first, later: first + timedelta(days)},
    ).problems
    assert [(each.code, each.column) for each in problems] == ([("dates-out-of-order", later)] if wrong else [])


@pytest.mark.parametrize("name, column", PAST)
def test_nothing_that_has_happened_is_dated_after_today(name, column):
    last = {other.name: None for other in dataset(name).columns if other.not_before}
    assert found(name, **last | {"status": "Open", column: TODAY}).problems == []
    assert only(found(name, **last | {"status": "Open", column: TODAY + timedelta(1)}))[0::3] == ("future-date", column)


def test_what_is_to_come_may_be_dated_after_today():
    assert (
        found("actions", due=TODAY + timedelta(90)).problems
        == found("plan", review_date=TODAY + timedelta(90)).problems
        == []
    )


@pytest.mark.parametrize(
    "name, changes, column",
    [
        ("inspections", {"overall": None}, "overall"),
        ("actions", {"source": "Ofsted requirement", "regulation": None}, "regulation"),
        ("actions", {"source": "Ofsted requirement", "due": None}, "due"),
        ("actions", {"source": "Ofsted requirement", "due": "ASAP"}, "due"),
        ("actions", {"decision": "Not accepted", "decision_reason": None}, "decision_reason"),
        ("actions", {"completed": None}, "completed"),
        *(
            (each.name, {column.name: None}, column.name)
            for each in DATASETS
            for column in each.columns
            if column.must_stand
        ),
    ],
)
def test_a_cell_that_must_be_filled_in(name, changes, column):
    assert only(found(name, **changes))[0::3] == ("missing-value", column)


def test_two_rows_with_one_key_in_two_sheets():
    twice = checked(sheet("visits", title="First"), sheet("visits", good("visits", visitor="Another"), title="Second"))
    assert only(twice) == ("duplicate-key", "Second", "A2", "home", "Ash House")
    assert "row 2 of First" in twice.problems[0].message


def test_rows_without_a_whole_key_are_not_compared():
    problems = checked(sheet("visits", good("visits", visit_date=None), good("visits", visit_date=None))).problems
    assert [each.code for each in problems] == ["missing-value"] * 2


def test_a_reference_is_derived_where_a_tracker_has_none():
    rows = [
        good("actions", reference=None, action=text, owner=owner)
        for text, owner in (("Mend the gate", "Jo"), ("Paint it", "Jo"))
    ]
    first, second = checked(sheet("actions", *rows)).tables[0].columns["reference"]
    again = (
        checked(sheet("actions", good("actions", action=" mend the GATE.", owner="Al"), without=["reference"]))
        .tables[0]
        .columns["reference"]
    )
    assert ([first], first != second) == (again, True)


def test_one_action_twice_without_a_reference_is_a_duplicate():
    assert only(checked(sheet("actions", good("actions"), good("actions"), without=["reference"])))[0:3] == (
        "duplicate-key",
        "Sheet1",
        "A3",
    )


def test_a_reference_that_cannot_be_derived_is_not_named_again():
    assert only(found("actions", reference=None, source_date="31/02/2026"))[0::3] == ("not-a-date", "source_date")


NIGHTS = ("Home", "Month", "Restraints", "Child-nights")
MEDS = ("Home", "Month", "Medication errors", "Child-nights")


@pytest.mark.parametrize("second, nights, told", [
    (MEDS, 90, []),
    (MEDS, 91, ["disagree: Child-nights"]),
    (MEDS, None, ["disagree: Child-nights"]),
    (NIGHTS, 90, ["a week, a child"]),
])  # fmt: skip
def test_two_sheets_that_share_a_column_tell_one_row_where_they_agree(second, nights, told):
    one, other = [NIGHTS, ("Ash House", "2026-01", 3, 90)], [second, ("Ash House", "2026-01", 3, nights)]
    found = checked(raw(one, "Safety"), raw(other, "Health"))
    assert [each.code for each in found.problems] == ["duplicate-key"] * len(told)
    assert all(words in each.message for words, each in zip(told, found.problems, strict=True))


def test_three_sheets_agree_with_each_other():
    sheets = [(name, ("Home", "Month", name, "Child-nights")) for name in ("Restraints", "Admissions", "Allegations")]
    made = [raw([head, ("Ash House", "2026-01", 1, 90 + (at == 2))], name) for at, (name, head) in enumerate(sheets)]
    [problem] = checked(*made).problems
    assert (problem.code, problem.sheet, problem.cell) == ("duplicate-key", "Allegations", "A2")
