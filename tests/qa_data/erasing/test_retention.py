"""What is past the time that the council has set is listed and can be erased; nothing is set at first."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from metrics.clinic.attendance import attend
from qa_data.retention import PERIODS, NotAPeriod, due, keep_for, periods
from qa_data.schema import STORED
from qa_data.scope import OutOfScope, Scope, of_every_home
from qa_data.store import MEMORY, Store, open_store
from qa_data.uploads import withdraw
from tests.commands import command
from tests.filling import upload

DAY = date(2026, 10, 31)
EVERY = of_every_home(DAY)

HOMES = [{"home": "Ash House", "opened": date(2010, 1, 4)}, {"home": "Oak House", "closed": date(2019, 1, 4)}]
VISITS = [
    {
        "home": "Ash House",
        "visit_date": date(year, 10, day),
        "visit_type": "Regulation 44 visit",
        "concerns": f"quandle {day}",
    }
    for year, day in ((2018, 30), (2020, 30), (2020, 31), (2025, 1))
]
ACTIONS = [
    {"home": "Ash House", "reference": "R1", "raised": date(2011, 1, 4), "status": "Open"},
    {"home": "Ash House", "reference": "R2", "raised": date(2011, 1, 4), "completed": date(2012, 1, 4)},
    {"home": "Ash House", "reference": "R3", "raised": date(2011, 1, 4), "status": "Cancelled"},
    {"home": "Ash House", "reference": "R4", "raised": date(2011, 1, 4), "completed": date(2026, 1, 4)},
]


def filled(path: str | Path = MEMORY) -> Store:
    store = open_store(path)
    upload(store, datetime(2026, 1, 1), homes=HOMES, visits=VISITS, actions=ACTIONS)
    return store


def test_nothing_is_set_at_first_and_nothing_is_due():
    store = filled()
    assert {each["years"] for each in periods(store, EVERY)} == {None} and due(store, EVERY) == []
    assert {each.name for each in STORED if "home" in each.names} <= {each.table for each in PERIODS}


def test_rows_are_due_the_day_after_their_years_and_open_ones_never():
    store = filled()
    for table, years in (("visits", 6), ("actions", 10), ("homes", 1.5)):
        keep_for(store, EVERY, "Jo", table, years, "The council’s schedule")
    assert due(store, EVERY) == [
        {"table": "actions", "home": "Ash House", "rows": 2, "oldest": date(2011, 1, 4)},
        {"table": "homes", "home": "Oak House", "rows": 1, "oldest": date(2019, 1, 4)},
        {"table": "visits", "home": "Ash House", "rows": 2, "oldest": date(2018, 10, 30)},
    ]
    one = Scope(DAY, None, frozenset({"Oak House"}))
    assert [row["home"] for row in due(store, one)] == ["Oak House"]
    keep_for(store, EVERY, "Jo", "visits", None, "Not agreed")
    assert {row["table"] for row in due(store, EVERY)} == {"actions", "homes"}


def test_an_action_that_was_opened_again_is_not_due_and_what_is_withdrawn_is():
    store = filled()
    keep_for(store, EVERY, "Jo", "actions", 10, "The council’s schedule")
    keep_for(store, EVERY, "Jo", "visits", 6, "The council’s schedule")
    again = ACTIONS[1] | {"completed": date(2026, 2, 1), "status": "Completed"}
    late = upload(store, actions=[again], visits=[VISITS[0] | {"home": "Oak House"}])
    withdraw(store, EVERY, late, "Jo")
    told = {(row["table"], row["home"]): row["rows"] for row in due(store, EVERY)}
    assert told == {("actions", "Ash House"): 1, ("visits", "Ash House"): 2, ("visits", "Oak House"): 1}


def test_who_was_at_a_clinic_is_due_for_whoever_may_see_every_home_and_goes(tmp_path):
    path = tmp_path / "qa.duckdb"
    store = filled(path)
    for held_on in (date(2019, 10, 14), date(2025, 10, 14)):
        attend(store, EVERY, "Jo", held_on, "S. Reid, K. Ahmed")
    keep_for(store, EVERY, "Jo", "attendances", 6, "The council’s schedule")
    assert due(store, EVERY) == [{"table": "attendances", "home": None, "rows": 1, "oldest": date(2019, 10, 14)}]
    assert due(store, Scope(DAY, None, frozenset({"Ash House"}))) == []
    store.close()
    assert "Who was at clinics: 1 row" in command("qa_data", "due", "--db", path)[1]
    words = ("--due", "attendances", "--yes", "--by", "Jo", "--reason", "The council’s schedule", "--db", path)
    assert command("qa_data", "erase", *words)[0] == 0
    store = open_store(path)
    assert store.rows(EVERY, "select held_on from main.attendances") == [{"held_on": date(2025, 10, 14)}]


@pytest.mark.parametrize(
    ("table", "years", "by", "reason"),
    [
        ("visits", 6, "", "Why"),
        ("visits", 6, "Jo", ""),
        ("visits", 0, "Jo", "Why"),
        ("visits", 101, "Jo", "Why"),
        ("weather", 6, "Jo", "Why"),
    ],
)
def test_what_is_no_period_is_not_kept(table, years, by, reason):
    with pytest.raises(NotAPeriod):
        keep_for(filled(), EVERY, by, table, years, reason)
    with pytest.raises(OutOfScope):
        keep_for(filled(), Scope(DAY, None, frozenset({"Ash House"})), "Jo", "visits", 6, "Why")


def test_the_command_lists_what_is_due_and_erases_it(tmp_path):
    path = tmp_path / "qa.duckdb"
    store = filled(path)
    keep_for(store, EVERY, "Jo", "visits", 6, "The council’s schedule")
    store.close()
    status, out, _ = command("qa_data", "due", "--json", "--db", path)
    [line] = json.loads(out)
    assert (status, line["table"], line["home"], line["oldest"]) == (0, "visits", "Ash House", "2018-10-30")
    assert "Visits and reviews of Ash House" in command("qa_data", "due", "--db", path)[1]
    assert (
        f"Visits and reviews: {line['rows']} of 4 rows go"
        in command("qa_data", "erase", "--due", "visits", "--db", path)[1]
    )
    words = ("--due", "visits", "--yes", "--by", "Jo", "--reason", "The council’s schedule", "--db", path)
    assert command("qa_data", "erase", *words)[0] == 0
    assert command("qa_data", "due", "--json", "--db", path)[1].strip() == "[]"
    assert b"quandle 30" not in path.read_bytes()
    store = open_store(path)
    assert store.rows(EVERY, "select count(*) as n from visits")[0]["n"] == 4 - line["rows"]
    [told] = store.rows(EVERY, "from erasures")
    assert (told["kind"], told["counts"]) == ("rows past their time", {"visits": line["rows"]})
    store.close()


def test_what_has_no_period_cannot_be_erased_as_due(tmp_path):
    path = tmp_path / "qa.duckdb"
    filled(path).close()
    for kind, said in (("visits", "No period is set"), ("weather", "no kind of record")):
        status, _, wrong = command("qa_data", "erase", "--due", kind, "--db", path)
        assert status == 2 and said in wrong
