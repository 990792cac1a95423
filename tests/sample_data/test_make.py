"""The sample data: the same each time, as committed, and telling its story."""

import csv
from datetime import date

import pytest
from openpyxl import load_workbook

from loaders.loading import load
from qa_data.scope import of_every_home
from qa_data.store import open_store
from sample_data import WORKBOOKS
from sample_data.actions import actions
from sample_data.inspections import inspections
from sample_data.make import make
from sample_data.returns import returns
from sample_data.visits import independent_visits
from sample_data.world import ALDER, BEECH, CEDAR, DAMSON, ELM, HOMES, last_day


def cells(path):
    """Every value of every sheet, by sheet."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {path.stem: list(csv.reader(file))}
    return {sheet.title: list(sheet.values) for sheet in load_workbook(path).worksheets}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return [make(tmp_path_factory.mktemp(name)) for name in ("once", "again")]


@pytest.mark.parametrize("place", range(len(WORKBOOKS)), ids=[path.stem for path in WORKBOOKS])
def test_a_workbook_is_the_same_each_time_and_as_committed(made, place):
    once, again = (cells(paths[place]) for paths in made)
    assert once == again == cells(WORKBOOKS[place])


def test_all_load_in_their_order_with_no_error_and_the_columns_left_alone_named(tmp_path):
    store = open_store(str(tmp_path / "qa.duckdb"))
    answers = [load(store, of_every_home(), path, by="test") for path in WORKBOOKS]
    assert [each["file"] for each in answers if not each["accepted"]] == []
    assert {problem["code"] for each in answers for problem in each["problems"]} == {"unknown-column"}
    rows = {sheet["dataset"] for each in answers for sheet in each["sheets"]}
    assert rows == {"homes", "visits", "findings", "inspections", "actions", "returns", "plan"}


def test_all_workbooks_together_are_small():
    assert sum(path.stat().st_size for path in WORKBOOKS) < 1_500_000


def between(home, name, start, end):
    return sum(row[name] for row in returns(home) if start <= row["month"] <= end)


def test_every_home_but_the_newest_has_36_returns_and_elm_base_none_for_october():
    assert [len(returns(home)) for home in HOMES] == [36, 36, 36, 36, 9]
    assert returns(ELM)[-1]["month"] == date(2026, 9, 1)


def test_no_more_child_nights_than_places_allow():
    for home in HOMES:
        assert all(row["child_nights"] <= home.places * last_day(row["month"]).day for row in returns(home))


def test_cedar_view_slides_before_the_inspection():
    before, sliding = (date(2025, 2, 1), date(2025, 7, 1)), (date(2026, 2, 1), date(2026, 7, 1))
    assert between(CEDAR, "missing_episodes", *sliding) >= 2 * between(CEDAR, "missing_episodes", *before)
    assert between(CEDAR, "shifts_agency", *sliding) >= 4 * between(CEDAR, "shifts_agency", *before)
    assert between(CEDAR, "supervision_held", *sliding) <= 0.7 * between(CEDAR, "supervision_held", *before)
    assert between(CEDAR, "rhi_72h", *before) == between(CEDAR, "rhi_due", *before)
    assert between(CEDAR, "rhi_72h", *sliding) <= 0.6 * between(CEDAR, "rhi_due", *sliding)


def test_leadership_slips_before_cedar_view_is_inadequate():
    graded = [row for row in inspections(CEDAR) if row["inspection_type"] == "Full"][-4:]
    assert [row["overall"] for row in graded] == ["Good", "Good", "Good", "Inadequate"]
    assert [row["leadership"] for row in graded] == ["Good", "Good", "RI", "Inadequate"]


def test_beech_house_recovers():
    low, high = (date(2024, 11, 1), date(2025, 4, 1)), (date(2026, 5, 1), date(2026, 10, 1))
    pairs = (
        ("keywork_held", "keywork_planned"),
        ("supervision_held", "supervision_due"),
        ("school_attended", "school_possible"),
    )
    for part, whole in pairs:
        was, now = (between(BEECH, part, *months) / between(BEECH, whole, *months) for months in (low, high))
        assert now > was + 0.1
    assert [row["overall"] for row in inspections(BEECH) if row["overall"]][-3:] == ["RI", "RI", "Good"]


def test_medicines_are_a_concern_in_two_homes_only_since_august_2026():
    found = [
        each
        for home in HOMES
        for _, findings in independent_visits(home)
        for each in findings
        if each.topic == "medication"
    ]
    assert {each.home for each in found} == {ALDER.name, DAMSON.name}
    assert min(each.found_on for each in found) >= date(2026, 8, 1)
    assert len({each.finding for each in found}) >= 10


@pytest.mark.parametrize(
    "home, words, times",
    [
        (DAMSON, ("ire drills", "door alarm log"), 4),
        (CEDAR, ("trigger plan", "police"), 4),
    ],
)
def test_recommendations_come_back_within_a_year(home, words, times):
    days = [
        row["source_date"]
        for row in actions(home)
        if row["source_date"] >= date(2025, 11, 1)
        and row["source"] != "Ofsted recommendation"
        and all(word in row["action"] for word in words)
    ]
    assert len(days) == times
    assert (days[-1] - days[0]).days < 366


def test_the_second_visitor_reaches_no_family():
    visits = [
        visit for home in (CEDAR, ELM) for visit, _ in independent_visits(home) if visit["visitor"] == "R. Tansley"
    ]
    assert len(visits) == 21
    assert {visit["families_contacted"] for visit in visits} == {0, None}


def test_the_reports_on_cedar_view_are_not_clear_in_2026():
    told = [visit["report_quality"] for visit, _ in independent_visits(CEDAR) if visit["visit_date"].year == 2026]
    assert told == ["Not clear"] * 10


def test_damson_cottage_had_no_visit_in_april_2026():
    months = [(visit["visit_date"].year, visit["visit_date"].month) for visit, _ in independent_visits(DAMSON)]
    assert len(set(months)) == 35
    assert (2026, 4) not in months


@pytest.mark.parametrize("home, overdue", [(ALDER, 0), (BEECH, 1), (CEDAR, 8), (DAMSON, 1), (ELM, 2)])
def test_actions_overdue_at_the_end_of_october(home, overdue):
    day = date(2026, 10, 31)
    live = [
        row
        for row in actions(home)
        if row["raised"] <= day
        and row["decision"] in (None, "Accepted")
        and row["status"] != "Cancelled"
        and not (row["completed"] and row["completed"] <= day)
    ]
    assert sum(row["due"] < day for row in live) == overdue
