"""A cell settled or a row left out before a file is stored, and what the store keeps of it."""

from datetime import date

import pytest

from loaders.loading import load, looked_at
from loaders.reading.book import Book, Sheet
from loaders.settling import Given, Settlement, Split, settle
from qa_data.scope import of_every_home
from qa_data.settled import settled_rows, settlements
from qa_data.store import MEMORY, open_store
from qa_data.uploads import withdraw
from tests.loaders.good import checked, good, raw, sheet, workbook

BOOK = Book(
    "October.xlsx",
    "",
    (
        Sheet(
            "Visits",
            [("Home", "Day"), ("Ashe", date(2026, 10, 3)), (None, None), ("Oak", "?")],
            [1, 2, 3, 7],
            errors={(3, 1): "#REF!"},
        ),
    ),
)


@pytest.mark.parametrize(
    ("settlement", "rows", "original"),
    [
        (
            Settlement("Visits", "A2", "Ash House"),
            [("Ash House", date(2026, 10, 3)), (None, None), ("Oak", "?")],
            "Ashe",
        ),
        (Settlement("Visits", "B2"), [(None, None), (None, None), ("Oak", "?")], "Ashe · 3 Oct 2026"),
        (
            Settlement("Visits", "B7", "4 Oct 2026"),
            [("Ashe", date(2026, 10, 3)), (None, None), ("Oak", "4 Oct 2026")],
            "#REF!",
        ),
    ],
)
def test_a_cell_is_settled_or_its_row_left_out(settlement, rows, original):
    book, [told] = settle(BOOK, [settlement])
    assert book.sheets[0].rows[1:] == rows and book.sheets[0].errors == (
        {} if settlement.cell == "B7" else BOOK.sheets[0].errors
    )
    assert (told["original"], told["settled"], told["sheet_row"]) == (
        original,
        settlement.value,
        int(settlement.cell[1:]),
    )


def test_the_row_of_a_failed_formula_can_be_left_out():
    book, _ = settle(BOOK, [Settlement("Visits", "A7")])
    assert book.sheets[0].errors == {} and book.sheets[0].rows[3] == (None, None)


@pytest.fixture
def faulty(tmp_path):
    """A file with a home that is misspelled and a note that stands where the home of another should."""
    visits = [
        good("visits", home="Ashe House", visit_date=date(2026, 1, 3)),
        good("visits", home="ask Jayden Smith", visit_date=date(2026, 1, 9)),
    ]
    return workbook(
        tmp_path / "October.xlsx",
        sheet("homes", good("homes"), without=("other_names",), title="Homes"),
        sheet("visits", *visits, title="Visits"),
    )


SETTLED = [Settlement("Visits", "A2", "Ash House"), Settlement("Visits", "A3")]


def test_the_store_keeps_what_stood_there_what_was_taken_who_and_when(faulty):
    store = open_store(MEMORY)
    assert not load(store, of_every_home(), faulty, "Jo")["accepted"]
    [answer] = looked_at(store, of_every_home(), [(faulty, SETTLED)])
    assert answer["accepted"] and [each["cell"] for each in answer["settled"]] == ["A2", "A3"]
    load(store, of_every_home(), faulty, "Jo", settlements=SETTLED)
    assert [
        (each["cell"], each["original"][:40], each["settled"], each["made_by"])
        for each in settlements(store, of_every_home())
    ] == [("A2", "Ashe House", "Ash House", "Jo"), ("A3", "ask [name] · 9 Jan 2026 · Regulation 44 ", None, "Jo")]
    assert store.rows(of_every_home(), "select home, sheet_row from visits") == [{"home": "Ash House", "sheet_row": 2}]


def test_only_rows_that_hold_say_how_they_were_settled(faulty):
    store = open_store(MEMORY)
    upload = load(store, of_every_home(), faulty, "Jo", settlements=SETTLED)["upload_id"]
    assert list(settled_rows(store, of_every_home())) == [("October.xlsx", "Visits", 2)]
    withdraw(store, of_every_home(), upload, "Jo")
    assert settled_rows(store, of_every_home()) == {} and len(settlements(store, of_every_home())) == 2


LOG = [("Visit date", "Visit type"), (date(2026, 1, 3), "Regulation 44 visit"), (date(2026, 2, 3), "Reg 44")]
RETURN = [("Home", "Child nights", "Incidents", "Restraints"), ("Ash House", 80, 2, 1), ("Ash House", None, None, None)]
ACROSS = [(None, "Aug", "Sep"), ("Child nights", 80, 79), ("Restraints", 1, 0)]
FORM = [("Child nights", 80), ("Restraints", 2), ("Incidents", 3)]
NEAR = [("Home", "Visit date", "Children spoken to"), ("Ash House", date(2026, 1, 3), 2)]
BLANKS = [
    ("Home", "Visit date", "Visit type"),
    (None, date(2026, 1, 3), "Reg 44"),
    ("Oak House", date(2026, 1, 9), "Reg 44"),
]
WHOLE = raw([("Home", "Visit date", "Visit type"), ("Oak House", date(2026, 1, 20), "Reg 44")], "Whole")


def given(rows: list[tuple], *made: Given, beside=()):
    """What comes of a sheet "Log" with these rows, as it is and once it is given that."""
    book = Book("Log.xlsx", "", (raw(rows, "Log"), *beside))
    return checked(*book.sheets), checked(*settle(book, made)[0].sheets)


@pytest.mark.parametrize("rows, made, code, values", [
    (LOG, {"home": "Ash House"}, "missing-column", ["Ash House"] * 2),
    (RETURN, {"month": "October 2026"}, "missing-column", [date(2026, 10, 1)]),
    (ACROSS, {"home": "Ash House", "month": "2026"}, "lies-on-its-side", [date(2026, 8, 1), date(2026, 9, 1)]),
    (ACROSS, {"home": "Ash House", "month": "2025-26"}, "lies-on-its-side", [date(2025, 8, 1), date(2025, 9, 1)]),
    (FORM, {"month": "Sep 2026", "home": "Ash House"}, "lies-on-its-side", ["Ash House"]),
    (BLANKS, {"home": "Ash House"}, "missing-value", ["Ash House", "Oak House"]),
], ids=["home", "month", "months across", "a year from April", "a form", "blank cells"])  # fmt: skip
def test_a_sheet_is_given_what_it_lacks(rows, made, code, values):
    before, after = given(rows, *(Given("Log", name, value) for name, value in made.items()))
    assert {(each.code, each.column) for each in before.problems if each.severity == "error"} == {
        (code, name) for name in made
    }
    assert not [each for each in after.problems if each.severity == "error"]
    assert after.tables[0].columns[[*made][-1]] == values


def test_a_near_miss_is_read_once_it_is_given_the_one_column_it_lacks():
    before, after = given(NEAR, Given("Log", "visit_type", "Reg 44"), beside=[WHOLE])
    [problem] = before.problems
    assert (problem.code, problem.column, len(before.tables)) == ("sheet-left-alone", "visit_type", 1)
    assert [each.columns["home"] for each in after.tables] == [["Ash House"], ["Oak House"]] and not after.problems


def test_the_second_page_of_a_form_is_given_its_home_and_its_month_one_after_the_other():
    page = [
        ("Staffing, continued", None),
        ("Staff due supervision", 8),
        ("Staff supervised on time", 7),
        ("Shifts", 90),
    ]
    whole = raw([("Home", "Month", "Child-nights"), ("Oak House", "Oct 2026", 80)], "Return")
    asked = []
    for made in ([], [("home", "Ash House")], [("home", "Ash House"), ("month", "Oct 2026")]):
        _, after = given(page, *(Given("Log", *each) for each in made), beside=[whole])
        asked.append([(each.code, each.column) for each in after.problems])
    assert asked == [[("sheet-left-alone", "home")], [("sheet-left-alone", "month")], []]
    assert sorted(each.columns["shifts"][0] or 0 for each in after.tables) == [0, 90]


def test_a_month_by_its_name_is_of_the_year_that_is_given():
    october = raw([("Home", "Child nights", "Incidents", "Restraints"), ("Ash House", 80, 2, 1)], "Oct")
    book = Book("Log.xlsx", "", (october,))
    for value in ("October 2026", "2026", "2026-27"):
        after = checked(*settle(book, [Given("Oct", "month", value)])[0].sheets)
        assert (after.problems, after.tables[0].columns["month"]) == ([], [date(2026, 10, 1)])


@pytest.mark.parametrize(
    "column, value, code", [("home", "Elm House", "unknown-home"), ("home", "Ashe Hse", "unknown-home")]
)
def test_what_is_given_is_checked_like_what_stands_there(column, value, code):
    assert {each.code for each in given(LOG, Given("Log", column, value))[1].problems} == {code}


def test_a_name_over_a_part_of_the_sheet_stays_what_it_says():
    rows = [*LOG[:2], ("Oak House", None), (date(2026, 1, 9), "Reg 44")]
    assert given(rows, Given("Log", "home", "Ash House"))[1].tables[0].columns["home"] == ["Ash House", "Oak House"]


ACTIONS = ("Home", "Reference", "Source", "Source date", "Standard", "Action", "Raised", "Status")


def actions(*told: tuple) -> list[tuple]:
    """A tracker with these references and actions."""
    day = date(2026, 1, 3)
    return [
        ACTIONS,
        *(("Ash House", ref, "Management check", day, "QS12", action, day, "Open") for ref, action in told),
    ]


@pytest.mark.parametrize("reference, text, references, texts", [
    ("R12", "1. Mend the fence\n2. Mend the gate; 3. Paint it", ["R12", "R12 part 2", "R12 part 3"],
     ["Mend the fence", "Mend the gate", "Paint it"]),
    (7, "a) Mend the fence\nb) Mend the gate", ["7", "7 part 2"], ["Mend the fence", "Mend the gate"]),
    ("R1", "(1) Fence\nand its posts (2) Gate", ["R1", "R1 part 2"], ["Fence\nand its posts", "Gate"]),
])  # fmt: skip
def test_recommendations_in_one_cell_become_rows(reference, text, references, texts):
    book, [told] = settle(
        Book("", "", (raw(actions((reference, text), ("R99", "Oil it")), "Log"),)), [Split("Log", "F2")]
    )
    found = checked(*book.sheets)
    [table] = found.tables
    assert (table.columns["reference"], table.columns["action"]) == ([*references, "R99"], [*texts, "Oil it"])
    assert (table.rows, told["split"], found.problems) == ([2] * len(texts) + [3], len(texts), [])


def test_recommendations_without_references_are_told_apart_by_their_words():
    book, _ = settle(Book("", "", (raw(actions((None, "1. Fence 2. Gate")), "Log"),)), [Split("Log", "F2")])
    found = checked(*book.sheets)
    assert found.problems == [] and len(set(found.tables[0].columns["reference"])) == 2


def test_in_a_form_a_recommendation_keeps_its_own_cell():
    form = raw([*zip(*actions(("R1", "1. Fence 2. Gate"), ("R2", "Oil it")), strict=True)], "Log")
    found = checked(*settle(Book("", "", (form,)), [Split("Log", "B6")])[0].sheets)
    [table] = found.tables
    assert [(each["action"], text) for each, text in zip(table.cells, table.columns["action"], strict=True)] == [
        ("B6", "Fence"), ("B6", "Gate"), ("C6", "Oil it"),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["F3", "A2", "F9", "Z2"])
def test_what_is_no_list_is_not_split(cell):
    book = Book("", "", (raw(actions(("R1", "1. Fence 2. Gate"), ("R2", "Oil it")), "Log"),))
    assert settle(book, [Split("Log", cell)])[1] == []


def test_what_was_given_and_split_stands_with_the_upload(tmp_path):
    rows = [tuple(cell for cell, head in zip(row, ACTIONS, strict=True) if head != "Home") for row in
            actions(("R1", "1. Fence 2. Gate"))]  # fmt: skip
    path = workbook(tmp_path / "Log.xlsx", sheet("homes", good("homes"), title="Homes"), raw(rows, "Log"))
    store, made = open_store(MEMORY), [Given("Log", "home", "Ash House"), Split("Log", "E2")]
    [answer] = looked_at(store, of_every_home(), [(path, made)])
    assert [(each["cell"], each["column"], each["split"]) for each in answer["settled"]] == [
        (None, "home", None), ("E2", "action", 2),
    ]  # fmt: skip
    load(store, of_every_home(), path, "Jo", settlements=made)
    assert [(each["cell"], each["column"], each["settled"]) for each in settlements(store, of_every_home())] == [
        ("E2", "action", "2 rows of their own"), (None, "home", "Ash House"),
    ]  # fmt: skip
