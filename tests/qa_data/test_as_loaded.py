"""A row as it was loaded, whichever later file replaced it, and what stood there before."""

from datetime import date, datetime

import pytest

from metrics.homes.homes import home_facts
from qa_data.as_loaded import row_as_loaded
from qa_data.scope import Every, Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import restore, uploads, withdraw
from tests.drawn import load_drawn, store_with
from tests.filling import upload

HOMES = """
Home        | Service type     | Registered places | Opened     | URN
Ash House   | Residential care | 3                 | 2015-05-01 | SC1
Beech House | Residential care | 4                 | 2015-05-01 | SC2
"""

VISIT = """
Home      | Visit date | Visit type | Visitor | Children effectively safeguarded
Ash House | 2026-10-01 | Reg 44     | R. Hill | {}
"""

DAY = of_every_home(date(2026, 10, 31))


@pytest.fixture
def store() -> Store:
    return store_with(homes=HOMES)


def loaded(store: Store, said: str) -> str:
    """A log of visits of always the same name; the upload's id."""
    return load_drawn(store, VISIT.format(said), file="Log.xlsx")


def opened(store: Store, upload_id: str, scope: Scope = DAY, sheet: str = "Sheet1", row: int = 2) -> dict | None:
    found = row_as_loaded(store, scope, upload_id, sheet, row)
    assert len(found) <= 1
    return found[0] if found else None


def differing(version: dict) -> list[tuple]:
    return [(each["header"], each["value"]) for each in version["differing"]]


def test_every_heading_has_its_value_and_cell(store):
    row = opened(store, loaded(store, "Yes"))
    told = {each["name"]: (each["header"], each["value"], each["cell"]) for each in row["values"]}
    assert told["visit_date"] == ("Visit date", date(2026, 10, 1), "B2")
    assert told["safeguarded"] == ("Children effectively safeguarded", "Yes", "E2")
    assert told["concerns"] == ("Concerns", None, None)
    assert (row["home"], row["file"], row["made_by"], row["state"]) == ("Ash House", "Log.xlsx", "test", "holds")
    assert row["before"] == row["since"] == row["settled"] == []


def test_files_of_one_name_are_told_apart(store):
    first, second = loaded(store, "Yes"), loaded(store, "No")
    before, now = opened(store, first), opened(store, second)
    assert (before["state"], now["state"]) == ("replaced", "holds")
    assert [differing(each) for each in now["before"]] == [[("Children effectively safeguarded", "Yes")]]
    assert [differing(each) for each in before["since"]] == [[("Children effectively safeguarded", "No")]]
    assert now["before"][0]["upload_id"] == first and now["since"] == before["before"] == []


def test_a_file_that_says_the_same_differs_in_nothing(store):
    loaded(store, "Yes")
    [before] = opened(store, loaded(store, "Yes"))["before"]
    assert differing(before) == [] and not before["withdrawn"]


def test_the_latest_stands_first_among_those_before(store):
    for said in ("Yes", "Not stated"):
        loaded(store, said)
    now = opened(store, loaded(store, "No"))
    assert [differing(each)[0][1] for each in now["before"]] == ["Not stated", "Yes"]


def test_a_withdrawn_file_is_said_and_the_one_before_holds_again(store):
    first, second = loaded(store, "Yes"), loaded(store, "No")
    withdraw(store, DAY, second, "Jo")
    assert (opened(store, first)["state"], opened(store, second)["state"]) == ("holds", "withdrawn")
    assert opened(store, second)["changed_by"] == "Jo" and opened(store, first)["since"][0]["withdrawn"]
    restore(store, DAY, second, "Jo")
    assert (opened(store, first)["state"], opened(store, second)["state"]) == ("replaced", "holds")


def test_a_row_that_was_removed_is_said(store):
    first = loaded(store, "Yes")
    with store.writing(DAY) as cursor:
        cursor.run(
            "insert into main.visits by name select * exclude (file, row_at) replace ('gone' as upload_id),"
            " true as removed from visits"
        )
        cursor.run(
            "insert into main.uploads by name"
            " select * replace ('gone' as upload_id, 'Jo' as made_by, '2099-01-01'::timestamp as moment)"
            " from main.uploads where upload_id = $first",
            first=first,
        )
    row = opened(store, first)
    assert row["state"] == "removed" and [each["removed"] for each in row["since"]] == [True]
    assert row["since"][0]["made_by"] == "Jo" and row["since"][0]["differing"] == []


def test_what_was_not_known_yet_is_not_told(store):
    first, second = loaded(store, "Yes"), loaded(store, "No")
    moments = {each.upload_id: each.moment for each in uploads(store, DAY)}
    then = Scope(date(2026, 10, 31), moments[first], Every.HOME)
    assert opened(store, second, then) is None
    assert opened(store, first, then)["state"] == "holds" and opened(store, first, then)["since"] == []


@pytest.mark.parametrize(("day", "known"), [("2026-09-30", False), ("2026-10-01", True), ("2026-10-02", True)])
def test_a_row_of_a_later_day_is_not_opened(store, day, known):
    found = opened(store, loaded(store, "Yes"), of_every_home(date.fromisoformat(day)))
    assert (found is not None) is known


@pytest.mark.parametrize(
    ("homes", "known"), [(frozenset(), False), (frozenset({"Beech House"}), False), (frozenset({"Ash House"}), True)]
)
def test_a_row_of_a_home_that_may_not_be_seen_is_not_opened(store, homes, known):
    found = opened(store, loaded(store, "Yes"), Scope(date(2026, 10, 31), None, homes))
    assert (found is not None) is known


@pytest.mark.parametrize(
    ("upload_id", "sheet", "row"), [("none", "Sheet1", 2), (None, "Sheet9", 2), (None, "Sheet1", 99), (None, "", 2)]
)
def test_what_stands_nowhere_is_not_opened(store, upload_id, sheet, row):
    assert opened(store, upload_id or loaded(store, "Yes"), sheet=sheet, row=row) is None


@pytest.mark.parametrize(("urn", "known"), [("SC1", True), ("SC2", False), ("SC9", False)])
def test_what_ofsted_publishes_is_opened_for_the_home_of_that_urn(store, urn, known):
    inspected = {"urn": urn, "inspection_date": date(2026, 1, 5), "inspection_type": "Full inspection"}
    upload_id = upload(store, published_inspections=[inspected | {"overall": "Good"}])
    place = {"sheet": "Ofsted's published inspections"}
    assert opened(store, upload_id, **place)["home"] is None
    mine = opened(store, upload_id, Scope(date(2026, 10, 31), None, frozenset({"Ash House"})), **place)
    assert (mine is not None) is known


def test_the_names_of_other_homes_are_left_out_of_files_and_sheets(store):
    upload_id = load_drawn(store, VISIT.format("Yes"), file="Beech House and Ash House.xlsx")
    mine = Scope(date(2026, 10, 31), None, frozenset({"Ash House"}))
    assert opened(store, upload_id, mine)["file"] == "another home and Ash House.xlsx"


def test_the_homes_own_row_opens(store):
    [first] = uploads(store, DAY)
    assert home_facts(store, DAY)["Ash House"]["places"] == 3
    row = opened(store, first.upload_id)
    assert {each["name"]: each["cell"] for each in row["values"]}["places"] == "C2"
    assert isinstance(row["moment"], datetime)
