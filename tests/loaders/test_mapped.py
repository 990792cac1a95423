"""What the council decides that its headings mean holds for every later file, and is changed and taken back like any
decision.
"""

from datetime import datetime

import pytest
from openpyxl import load_workbook

from loaders.loading import check, load, looked_at
from qa_data.headings import NoSuchHeading, forget_heading, heading_decisions, headings, map_heading
from qa_data.scope import OutOfScope, of_every_home
from qa_data.store import MEMORY, open_store
from tests.drawn import HOMES, load_drawn
from tests.loaders.good import raw, workbook

EVERY = of_every_home()
HEADER = ("Home", "Visit date", "Visit type")
ROW = ("Ash House", "14/10/2025", "Reg 44")


@pytest.fixture
def store():
    opened = open_store(MEMORY)
    load_drawn(opened, HOMES)
    return opened


@pytest.fixture
def read(store, tmp_path):
    """What a column becomes of one row with further headings and their values, and each problem's code and value."""

    def run(column: str, title: str = "Sheet1", **further):
        rows = [(*HEADER, *further), (*ROW, *further.values())]
        answer = load(store, EVERY, workbook(tmp_path / "Visits.xlsx", raw(rows, title)), "Jo")
        told = store.rows(EVERY, f"select {column} as value from visits")
        return told[0]["value"] if told else None, [(each["code"], each["value"]) for each in answer["problems"]]

    return run


def test_a_heading_is_read_as_the_column_that_was_decided(store, read):
    assert read("staff_spoken_to", Grown_ups=4) == (None, [("unknown-column", "Grown_ups")])
    map_heading(store, EVERY, "Jo", "grown ups", "Staff spoken to")
    assert read("staff_spoken_to", Grown_ups=4) == (4, [])
    [told] = headings(store, EVERY)
    assert {**told, "moment": None} == {
        "heading": "grown ups",
        "sheet": None,
        "column": "Staff spoken to",
        "made_by": "Jo",
        "moment": None,
    } and isinstance(told["moment"], datetime)


def test_what_is_decided_comes_before_what_the_heading_says_by_itself(store, read):
    map_heading(store, EVERY, "Jo", "Children seen", "Children seen in private")
    assert read("children_in_private", **{"Children seen": 2}) == (2, [])
    map_heading(store, EVERY, "Jo", "Children seen", None)
    value, problems = read("children_spoken_to", **{"Children seen": 2})
    assert (value, problems) == (None, [("unknown-column", "Children seen")])


def test_the_exact_name_wins_over_what_is_decided_of_another_heading(store, read):
    map_heading(store, EVERY, "Jo", "Grown ups", "Staff spoken to")
    value, problems = read("staff_spoken_to", **{"Grown ups": 9, "Staff spoken to": 4})
    assert (value, problems) == (4, [("unknown-column", "Grown ups")])


def test_a_heading_with_a_percentage_is_another_heading(store, read):
    map_heading(store, EVERY, "Jo", "Grown ups", "Staff spoken to")
    assert read("staff_spoken_to", **{"Grown ups %": 40}) == (None, [("unknown-column", "Grown ups %")])
    map_heading(store, EVERY, "Jo", "Total staff", "Staff spoken to")
    assert read("staff_spoken_to", **{"Total staff": 4}) == (4, [])


def test_a_sheet_has_a_decision_of_its_own(store, read):
    map_heading(store, EVERY, "Jo", "Seen", "Staff spoken to")
    map_heading(store, EVERY, "Jo", "Seen", "Families contacted", "Reg 44")
    assert read("families_contacted", "REG 44", Seen=3)[0] == 3
    assert read("staff_spoken_to", "Other", Seen=2)[0] == 2
    map_heading(store, EVERY, "Jo", "Seen by", "Staff spoken to", "Visits")  # what the dashboard calls the sheet
    assert read("staff_spoken_to", "Other", **{"Seen by": 1})[0] == 1


def test_it_makes_a_sheet_known_by_its_headings(store, tmp_path):
    path = workbook(tmp_path / "Visits.xlsx", raw([("Where", "When", "Which"), ROW]))
    assert [each["code"] for each in check(store, EVERY, path)["problems"]] == ["no-dataset"]
    for heading, column in (("Where", "Home"), ("When", "Visit date"), ("Which", "Visit type")):
        map_heading(store, EVERY, "Jo", heading, column)
    assert check(store, EVERY, path)["problems"] == []


LAYOUTS = {
    "on its side": [("Ash House",), ("Measure", "Jan 2026"), ("Child-nights", 30), ("Grabs", 2)],
    "a form": [("Place", "Ash House"), ("Month", "Jan 2026"), ("Child-nights", 30), ("Grabs", 2)],
    "under another table": [HEADER, ROW, (None,), ("Place", "Month", "Grabs"), ("Ash House", "Jan 2026", 2)],
    "beside another table": [(*HEADER, None, "Place", "Month", "Grabs"), (*ROW, None, "Ash House", "Jan 2026", 2)],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_holds_in_every_layout(layout, store, tmp_path):
    map_heading(store, EVERY, "Jo", "Grabs", "Restraints")
    map_heading(store, EVERY, "Jo", "Place", "Home", "Figures")
    answer = load(store, EVERY, workbook(tmp_path / "Returns.xlsx", raw(LAYOUTS[layout], "Figures")), "Jo")
    assert answer["problems"] == []
    assert store.rows(EVERY, "select home, restraints from returns") == [{"home": "Ash House", "restraints": 2}]


def test_a_heading_over_several_tables_is_asked_about_once(store, tmp_path):
    rows = [("Month", "Child-nights", "Admissions", "Restraints used"), ("Ash House",), ("Jan 2026", 30, 0, 2)]
    path = workbook(tmp_path / "Returns.xlsx", raw([*rows, ("Ash House",), ("Feb 2026", 28, 0, 1)], "Figures"))
    [answer] = looked_at(store, EVERY, [(path, ())])
    assert [(each["heading"], each["values"], each["suggestion"]) for each in answer["headings"]] == [
        ("Restraints used", ["2"], "Restraints")
    ]


def test_a_heading_of_several_sheets_is_asked_about_once_and_shares_are_shown_as_such(store, tmp_path):
    rows = [("Home", "Month", "Hours", "Restraints used"), ("Ash House", "Jan 2026", 0.5, 2)]
    sheets = [raw(rows, "Jan"), raw([rows[0], ("Ash House", "Feb 2026", 0.25, 1)], "Feb")]
    path = workbook(tmp_path / "Returns.xlsx", *sheets)
    book = load_workbook(path)
    book["Jan"]["C2"].number_format = "0%"
    book.save(path)
    [answer] = looked_at(store, EVERY, [(path, ())])
    assert [(each["heading"], each["sheets"], each["values"]) for each in answer["headings"]] == [
        ("Restraints used", ["Jan", "Feb"], ["2"]),
        ("Hours", ["Jan", "Feb"], ["50 %"]),
    ]


def test_what_was_decided_is_changed_and_taken_back_and_all_of_it_is_kept(store, read):
    map_heading(store, EVERY, "Jo", "Seen", "Staff spoken to")
    map_heading(store, EVERY, "Mo", "SEEN", "Families contacted")
    forget_heading(store, EVERY, "Jo", "seen")
    assert headings(store, EVERY) == [] and read("families_contacted", Seen=3)[0] is None
    assert [(each["made_by"], each["column"], each["holds"]) for each in heading_decisions(store, EVERY)] == [
        ("Jo", "Staff spoken to", True),
        ("Mo", "Families contacted", True),
        ("Jo", None, False),
    ]


@pytest.mark.parametrize("column", ["Weather", "Standard 6", "%"])
def test_a_column_that_there_is_not(store, column):
    with pytest.raises(NoSuchHeading, match="No sheet has a column"):
        map_heading(store, EVERY, "Jo", "Seen", column)


def test_nothing_to_take_back_and_nothing_to_decide_of(store):
    with pytest.raises(NoSuchHeading, match="Nothing is decided"):
        forget_heading(store, EVERY, "Jo", "Seen")
    with pytest.raises(NoSuchHeading, match="no letter"):
        map_heading(store, EVERY, "Jo", "?", "Staff spoken to")


def test_it_is_about_every_home(store):
    with pytest.raises(OutOfScope):
        map_heading(store, EVERY.narrowed(["Ash House"]), "Jo", "Seen", "Staff spoken to")


def test_the_commands(loaders, answered):
    assert answered("headings") == (0, [])
    status, told = answered("heading", "YP seen", "children spoken to", "--sheet", "Visits", "--by", "Jo")
    assert (status, [{**each, "at": each["at"][-6:]} for each in told]) == (
        0,
        [{"heading": "YP seen", "sheet": "Visits", "column": "Children spoken to", "by": "Jo", "at": "+00:00"}],
    )
    assert answered("heading", "Weather", "leave alone", "--by", "Jo")[1][1]["column"] is None
    assert "“Weather” is left alone" in loaders("headings")[1]
    assert [each["heading"] for each in answered("heading", "Weather", "--forget", "--by", "Jo")[1]] == ["YP seen"]
    assert answered("heading", "YP seen", "Children spoken to", "--sheet", "Visits", "--forget") == (0, [])


@pytest.mark.parametrize("words", [["YP seen"], ["YP seen", "Weather"], ["YP seen", "--forget"]])
def test_a_wrong_command_is_told_in_a_sentence(loaders, words):
    status, out, err = loaders("heading", *words)
    assert (status, out) == (2, "") and err.count("\n") == 1 and err.strip().endswith(".")


def test_a_header_stands_for_itself_though_another_column_has_that_name(store):
    for header in ("Status", "Evidence", "Progress"):
        map_heading(store, EVERY, "Jo", f"Our {header}", header)
    assert [each["column"] for each in headings(store, EVERY)] == ["Status", "Evidence", "Progress"]
