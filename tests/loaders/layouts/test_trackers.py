"""A tracker of recommendations is actions; what it lacks is taken from what it has and said. A log stays a log."""

from datetime import date

import pytest

from tests.loaders.good import checked, raw
from tests.loaders.layouts.drawn import book, read, said, visits

DAY, DUE, DONE = date(2026, 9, 10), date(2026, 10, 1), date(2026, 9, 30)
COLUMNS = ("source", "source_date", "raised", "status")

TRACKERS = {
    "the type of visit": (
        "Tracker",
        [("Home", "Date of visit", "Type of visit", "Recommendation", "Standard", "Due", "Completed")],
        [
            ("Ash House", DAY, "Reg 44", "Mend the fence", "QS12", DUE, None),
            ("Ash House", DAY, "Reg 44", "Paint it", "QS12", DUE, DONE),
        ],
        "Regulation 44 recommendation",
    ),
    "the sheet's name": (
        "Reg 44 actions",
        [("Home", "Date of visit", "Recommendation", "Standard", "Due", "Completed")],
        [("Ash House", DAY, "Mend the fence", "QS12", DUE, None), ("Ash House", DAY, "Paint it", "QS12", DUE, DONE)],
        "Regulation 44 recommendation",
    ),
    "a title, of inspections": (
        "Sheet1",
        [
            ("Ofsted requirements",),
            ("Home", "Inspection date", "Requirement", "Reg", "Standard", "Due date", "Date completed"),
        ],
        [
            ("Ash House", DAY, "Mend the fence", "12", "QS12", DUE, None),
            ("Ash House", DAY, "Paint it", "12", "QS12", DUE, DONE),
        ],
        "Ofsted requirement",
    ),
}


@pytest.mark.parametrize("layout", TRACKERS)
def test_what_it_lacks_is_taken_from_what_it_has(layout):
    name, head, rows, source = TRACKERS[layout]
    found = book(**{name: [*head, *rows]})
    assert said(found) == [("read-as", f"A{len(head)}")] and found.accepted and visits(found) == []
    assert read(found, "actions", *COLUMNS) == [(source, DAY, DAY, "Completed"), (source, DAY, DAY, "Open")]
    assert read(found, "actions", "action") == [("Mend the fence",), ("Paint it",)]


@pytest.mark.parametrize(
    "word, sense",
    [
        ("Overdue", "Open"),
        ("Outstanding", "Open"),
        ("Not started", "Open"),
        ("On hold", "Open"),
        ("Ongoing", "In progress"),
    ],
)
def test_the_words_of_a_status(word, sense):
    head = ("Home", "Date of visit", "Type of visit", "Recommendation", "Standard", "Due", "Status")
    found = book(Tracker=[head, ("Ash House", DAY, "Reg 44", "Mend", "QS12", DUE, word)])
    assert read(found, "actions", "status", "raised") == [(sense, DAY)]


def test_where_nothing_says_the_source_it_is_asked_for():
    head = ("Home", "Date of visit", "Recommendation", "Standard", "Due")
    found = book(Tracker=[head, ("Ash House", DAY, "Mend", "QS12", DUE)])
    assert said(found) == [("missing-column", "A1"), ("read-as", "A1")]


def test_a_fault_is_named_where_the_value_stands():
    head = ("Home", "Date of visit", "Type of visit", "Recommendation", "Standard", "Due")
    found = book(Tracker=[head, ("Ash House", date(2036, 9, 10), "Reg 44", "Mend", "QS12", date(2036, 9, 11))])
    assert said(found) == [("read-as", "A1"), ("future-date", "B2")]


LOGS = {
    "recommendations counted": [
        ("Home", "Visit date", "Visit type", "Recommendations"),
        ("Ash House", DAY, "Reg 44", 3),
    ],
    "an action beside much about the visit": [
        (
            "Home",
            "Visit date",
            "Visit type",
            "Visitor",
            "Announced",
            "Report received",
            "Children spoken to",
            "Staff spoken to",
            "Action",
            "Due",
        ),
        ("Ash House", DAY, "Reg 44", "A Visitor", "No", DONE, 2, 3, "Mend", DUE),
    ],
    "a report that is due": [("Home", "Visit date", "Visit type", "Due"), ("Ash House", DAY, "Reg 44", DUE)],
}


@pytest.mark.parametrize("layout", LOGS)
def test_a_log_of_visits_stays_one(layout):
    found = book(Log=LOGS[layout])
    assert visits(found) == [("Ash House", "10 Sep")] and {code for code, _ in said(found)} <= {"unknown-column"}


def test_prepared_numbers_over_a_count_and_a_note_are_no_rows():
    head = ("Rec no", "Home", "Date of visit", "Visitor's recommendation", "QS / Reg", "Deadline", "Finished")
    row = (1, "Ash House", date(2026, 6, 11), "Mend the gate", "Reg 12", date(2026, 6, 30), None)
    blanks = [(number, *(None,) * 6) for number in range(2, 9)]
    count = (*(None,) * 5, "Still open", 1)
    note = ("Numbers start again each April.", *(None,) * 6)
    found = checked(raw([head, row, *blanks, count, (None,) * 7, note], "Tracker"), file="Reg 44 recs.xlsx")
    [table] = found.tables
    assert (table.columns["source"], table.columns["reference"]) == (["Regulation 44 recommendation"], ["1"])
    assert [(each.code, each.cell) for each in found.problems] == [("read-as", "A1"), ("total-left-out", "F10")]


@pytest.mark.parametrize("asked, kind, source", [
    ("Requirement", "Full", "Ofsted requirement"),
    ("Requirement", "Assurance", "Ofsted requirement"),
    ("Recommendation", "Full", "Ofsted recommendation"),
    ("Requirement", None, "Ofsted requirement"),
])  # fmt: skip
def test_what_an_inspection_asked_for_says_where_it_comes_from_and_its_type_does_not(asked, kind, source):
    head = ("Home", "Inspection date", "Inspection type", asked, "Regulation", "Standard", "Target date", "Completed")
    found = checked(raw([head, ("Ash House", DAY, kind, "Mend the fence", "12", "QS12", DUE, None)], "Actions"))
    assert read(found, "actions", "source", "source_date") == [(source, DAY)] and found.accepted
    assert [code for code, _ in said(found)] == ["read-as", "unknown-column"]
