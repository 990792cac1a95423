"""The cells that counts are made of."""

from datetime import date

import pytest

from metrics.homes.counted import counted_cells
from metrics.visits.visiting import visit_sums
from metrics.visits.voice import voices
from qa_data.scope import Scope, of_every_home
from tests.drawn import store_with

HOMES = """
Home        | Service type     | Registered places | Opened
Ash House   | Residential care | 3                 | 2015-05-01
Beech House | Residential care | 4                 | 2015-05-01
"""

VISITS = """
Home        | Visit date | Visit type       | Visitor | Children living in the home | Children spoken to
Ash House   | 2025-10-31 | Reg 44           | R. Hill | 9                           | 9
Ash House   | 2025-11-01 | Reg 44           | R. Hill | 3                           | 2
Ash House   | 2026-09-14 | Management check | R. Hill | 8                           | 8
Ash House   | 2026-10-14 | Reg 44           |         | 3                           |
Beech House | 2026-10-15 | Reg 44           | R. Hill | 4                           | 1
Ash House   | 2026-11-01 | Reg 44           | R. Hill | 7                           | 7
"""

RETURNS = """
Home      | Month    | Issues raised by children | Issues answered within 28 days
Ash House | Oct 2025 | 5                      | 5
Ash House | Nov 2025 | 4                      | 3
Ash House | Oct 2026 | 2                      | 2
"""

DAY = of_every_home(date(2026, 10, 31))

SPOKEN = ("children_spoken_to", "children_living")


@pytest.fixture(scope="module")
def store():
    return store_with(VISITS, homes=HOMES)


def told(store, *asked, scope=DAY):
    return [(each["home"], each["day"].isoformat(), each["value"]) for each in counted_cells(store, scope, *asked)]


def test_a_homes_independent_visits_of_twelve_months_the_latest_first(store):
    assert told(store, "visits", SPOKEN, "home", "Ash House") == [
        ("Ash House", "2026-10-14", None),
        ("Ash House", "2026-10-14", 3),
        ("Ash House", "2025-11-01", 2),
        ("Ash House", "2025-11-01", 3),
    ]


def test_a_visitors_at_every_home_and_those_that_name_none(store):
    assert told(store, "visits", ("children_spoken_to",), "visitor", "R. Hill") == [
        ("Beech House", "2026-10-15", 1),
        ("Ash House", "2025-11-01", 2),
    ]
    assert told(store, "visits", ("visit_type",), "visitor", "No visitor named")[0][1] == "2026-10-14"


def test_each_cell_has_its_heading_and_its_place(store):
    [first, *_] = counted_cells(store, DAY, "visits", SPOKEN, "home", "Ash House")
    assert (first["header"], first["type"]) == ("Children spoken to", "whole number")
    assert (first["source"]["file"], first["source"]["cell"]) == ("Drawn.xlsx", "F5")


def test_the_cells_add_up_to_the_count(store):
    [ash] = [row for row in visit_sums(store, DAY, "home", 10) if row["who"] == "Ash House"]
    days: dict = {}
    for each in counted_cells(store, DAY, "visits", SPOKEN, "home", "Ash House"):
        days.setdefault(each["day"], {})[each["name"]] = each["value"]
    both = [day for day in days.values() if None not in day.values()]
    assert (ash["visits"], ash["spoken"], ash["living"]) == (len(days), both[0][SPOKEN[0]], both[0][SPOKEN[1]])


@pytest.mark.parametrize(("day", "values"), [("2026-10-14", [3]), ("2026-10-13", []), ("2026-11-01", [])])
def test_one_day_alone(store, day, values):
    found = counted_cells(store, DAY, "visits", ("children_living",), "home", "Ash House", date.fromisoformat(day))
    assert [each["value"] for each in found] == values


def test_nothing_of_a_home_that_may_not_be_seen(store):
    mine = Scope(date(2026, 10, 31), None, frozenset({"Ash House"}))
    assert told(store, "visits", SPOKEN, "home", "Beech House", scope=mine) == []
    assert {home for home, _, _ in told(store, "visits", SPOKEN, "visitor", "R. Hill", scope=mine)} == {"Ash House"}


@pytest.mark.parametrize(
    "asked", [("actions", ("due",), "home"), ("visits", ("upload_id",), "home"), ("visits", ("visitor",), "file")]
)
def test_only_columns_that_are_counted_are_answered(store, asked):
    with pytest.raises(KeyError):
        counted_cells(store, DAY, *asked, "Ash House")


def test_returns_of_the_months_that_a_count_is_of():
    store = store_with(RETURNS)
    asked = counted_cells(store, DAY, "returns", ("issues_answered", "issues_raised"), "home", "Ash House")
    sums = {
        name: sum(each["value"] for each in asked if each["name"] == name)
        for name in ("issues_answered", "issues_raised")
    }
    [row] = voices(store, DAY)
    assert (row["answered"], row["raised"]) == tuple(sums.values()) == (5, 6)


def test_the_homes_own_row(store):
    [places] = counted_cells(store, DAY, "homes", ("places",), "home", "Beech House")
    assert (places["value"], places["source"]["cell"]) == (4, "C3")
