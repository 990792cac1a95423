"""A cell settled or a row left out before a file is stored, and what the store keeps of it."""

from datetime import date

import pytest

from loaders.loading import load, looked_at
from loaders.reading.book import Book, Sheet
from loaders.settling import Settlement, settle
from qa_data.scope import of_every_home
from qa_data.settled import settled_rows, settlements
from qa_data.store import MEMORY, open_store
from qa_data.uploads import withdraw
from tests.loaders.good import good, sheet, workbook

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
