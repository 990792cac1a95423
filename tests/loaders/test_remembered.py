"""What was settled in an earlier upload is offered for the same home, column and value, and never done by itself."""

from datetime import date

import pytest

from loaders.loading import load, looked_at
from loaders.settling import Settlement
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import restore, withdraw
from tests.loaders.good import good, raw, sheet, workbook

HEADS = ("Home", "Visit date", "Visit type", "Children living in the home", "Concerns")
OCTOBER = ("Ash House", date(2026, 1, 9), "Indep visit", 3, "None")
SETTLED = [Settlement("Visits", "C2", "Regulation 44 visit")]


def visits(path, *rows):
    return workbook(path, raw([HEADS, *rows], "Visits"))


@pytest.fixture
def store(tmp_path):
    made = open_store(MEMORY)
    homes = [good("homes"), good("homes", home="Oak House", other_names=None)]
    load(made, of_every_home(), workbook(tmp_path / "Homes.xlsx", sheet("homes", *homes, title="Homes")), "Jo")
    return made


def offered(store, path, *rows, scope=None) -> list[dict]:
    [answer] = looked_at(store, scope or of_every_home(), [(visits(path, *rows), ())])
    return answer["remembered"]


def settled(store, folder, *rows, made=SETTLED) -> str:
    answer = load(store, of_every_home(), visits(folder / "October.xlsx", *rows), "Jo", settlements=made)
    assert answer["upload_id"], answer["problems"]
    return answer["upload_id"]


def test_the_same_value_of_the_same_home_is_offered_and_not_done(store, tmp_path):
    settled(store, tmp_path, OCTOBER)
    november = visits(tmp_path / "November.xlsx", ("Ash House", date(2026, 2, 9), "Indep visit", 3, "None"))
    [answer] = looked_at(store, of_every_home(), [(november, ())])
    assert not answer["accepted"] and answer["settled"] == []
    [told] = answer["remembered"]
    assert {name: told[name] for name in told if name != "moment"} == {
        "sheet": "Visits", "cell": "C2", "column": "visit_type", "value": "Indep visit",
        "settled": "Regulation 44 visit", "by": "Jo", "file": "October.xlsx",
    }  # fmt: skip
    made = [Settlement(told["sheet"], told["cell"], told["settled"])]
    assert looked_at(store, of_every_home(), [(november, made)])[0]["accepted"]


@pytest.mark.parametrize("row", [
    ("Oak House", date(2026, 2, 9), "Indep visit", 3, "None"),
    ("Ash House", date(2026, 2, 9), "Indep visits!", 3, "None"),
    ("Ash House", date(2026, 2, 9), "Regulation 44 visit", "Indep visit", "None"),
    ("Ash House", date(2026, 2, 9), None, 3, "None"),
    ("Ash House", date(2026, 2, 9), "Regulation 44 visit", 3, "None"),
], ids=["another home", "another value", "another column", "a blank", "no fault"])  # fmt: skip
def test_what_is_not_the_same_is_not_offered(store, tmp_path, row):
    settled(store, tmp_path, OCTOBER)
    assert offered(store, tmp_path / "November.xlsx", row) == []


@pytest.mark.parametrize("name", ["Ashe Hse", "ask Jayden Smith"])
def test_a_name_that_was_taken_for_a_home_is_known_again_in_any_row(store, tmp_path, name):
    settled(store, tmp_path, (name, *OCTOBER[1:2], "Reg 44", 3, "None"), made=[Settlement("Visits", "A2", "Ash House")])
    told = offered(
        store,
        tmp_path / "Next.xlsx",
        ("Oak House", *OCTOBER[1:2], "Reg 44", 3, None),
        (name, date(2026, 3, 9), "Reg 44", 2, None),
    )
    assert [(each["cell"], each["settled"], "Jayden" in each["value"]) for each in told] == [("A3", "Ash House", False)]


def test_a_blank_that_was_taken_is_offered_as_one(store, tmp_path):
    settled(store, tmp_path, (*OCTOBER[:2], "Reg 44", "tbc", None), made=[Settlement("Visits", "D2", "")])
    [told] = offered(store, tmp_path / "Next.xlsx", ("Ash House", date(2026, 2, 9), "Reg 44", "tbc", None))
    assert (told["cell"], told["settled"]) == ("D2", "")


def test_the_last_that_was_taken_counts_and_none_of_a_withdrawn_upload(store, tmp_path):
    first = settled(store, tmp_path, OCTOBER)
    second = settled(store, tmp_path, (OCTOBER[0], date(2026, 1, 10), *OCTOBER[2:]), made=[
        Settlement("Visits", "C2", "Regulation 45 review")])  # fmt: skip
    row, path = ("Ash House", date(2026, 2, 9), "Indep visit", 3, "None"), tmp_path / "November.xlsx"
    assert [each["settled"] for each in offered(store, path, row)] == ["Regulation 45 review"]
    withdraw(store, of_every_home(), second, "Jo")
    assert [each["settled"] for each in offered(store, path, row)] == ["Regulation 44 visit"]
    withdraw(store, of_every_home(), first, "Jo")
    assert offered(store, path, row) == []
    restore(store, of_every_home(), first, "Jo")
    assert [each["settled"] for each in offered(store, path, row)] == ["Regulation 44 visit"]


def test_what_was_settled_for_a_home_that_may_not_be_seen_is_not_offered(store, tmp_path):
    settled(store, tmp_path, OCTOBER)
    row = ("Ash House", date(2026, 2, 9), "Indep visit", 3, "None")
    for home, count in (("Ash House", 1), ("Oak House", 0)):
        scope = Scope(date.today(), None, frozenset({home}))
        assert len(offered(store, tmp_path / "November.xlsx", row, scope=scope)) == count
