"""Homes go by several names; an unknown one is refused and never guessed."""

from datetime import date

import pytest

from loaders.loading import check_all, load_all
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.loaders.good import checked, good, only, raw, sheet, workbook

EVERY = of_every_home(date(2026, 10, 31))

HOMES = ("Home", "Also known as", "Service type", "Registered places", "Opened")
ROSE = ("The Children\u2019s Rose", "Rosie; R1", "Short breaks", 5, "2016-01-01")


def homes(*rows):
    return raw([HOMES, *rows], "Homes")


def visit(home):
    return sheet("visits", good("visits", home=home), title="Visits")


@pytest.mark.parametrize(
    "written",
    [
        "The Children's Rose",
        "childrens rose",
        "THE CHILDREN\u2019S  ROSE",
        "Children\u02bcs Rose",
        "TheChildrensRose",
        " rosie ",
        "r1",
    ],
)
def test_every_name_of_a_home(written):
    found = checked(visit(written), homes(ROSE))
    assert (found.problems, found.tables[1].columns["home"]) == ([], ["The Children\u2019s Rose"])


@pytest.mark.parametrize(
    "written, suggestion",
    [("Ashe House", "Ash House"), ("Ash Hse", "Ash House"), ("Rossie", "The Children\u2019s Rose"), ("Zzyzx", None)],
)
def test_an_unknown_name_is_refused_with_the_nearest(written, suggestion):
    found = checked(visit(written), homes(ROSE))
    assert only(found) == ("unknown-home", "Visits", "A2", "home", written)
    assert found.problems[0].suggestion == suggestion


def test_a_home_keeps_the_spelling_that_it_was_first_given():
    found = checked(homes(ROSE), visit("ROSIE"), homes=None)
    assert found.tables[1].columns["home"] == ["The Children\u2019s Rose"]


def test_one_home_in_two_spellings_is_one_home_twice():
    found = checked(
        homes(("Rose House", None, "Secure", 2, "2016-01-01"), ("the rose house", None, "Secure", 2, "2016-01-01"))
    )
    assert only(found) == ("duplicate-key", "Homes", "A3", "home", "the rose house")


@pytest.mark.parametrize("others", ["Ash House", "The Oak House", "R1; Ash House"])
def test_another_name_that_is_another_homes(others):
    found = checked(homes(("Rose House", others, "Secure", 2, "2016-01-01")))
    assert only(found) == ("duplicate-key", "Homes", "B2", "other_names", others)


def test_another_name_that_two_homes_of_the_file_claim():
    found = checked(homes(ROSE, ("Elm House", "Rosie", "Secure", 2, "2016-01-01")))
    assert only(found) == ("duplicate-key", "Homes", "B3", "other_names", "Rosie")


def test_a_name_may_move_from_one_home_to_another():
    found = checked(
        homes(("Ash House", None, "Secure", 2, "2016-01-01"), ("Elm House", "Ashe", "Secure", 2, "2016-01-01"))
    )
    assert found.problems == []


def test_a_home_with_a_fault_in_its_row_is_known_all_the_same():
    found = checked(homes(("Rose House", None, "Secure", "two", "2016-01-01")), visit("Rose House"))
    assert only(found)[0:3] == ("not-a-number", "Homes", "D2")


@pytest.mark.parametrize(
    "sheet_of_homes, code",
    [(raw([HOMES[1:], ROSE[1:]], "Homes"), "missing-column"), (homes((None, *ROSE[1:])), "missing-value")],
)
def test_a_name_that_cannot_be_read_is_not_named_again_at_every_row(sheet_of_homes, code):
    assert only(checked(sheet_of_homes, visit("Zzyzx")))[0] == code


def test_a_visit_before_a_home_opened_or_after_it_closed_is_no_fault():
    found = checked(raw([(*HOMES, "Closed"), (*ROSE[:4], "2026-02-01", "2026-03-01")], "Homes"), visit("Rosie"))
    assert found.problems == []


def test_a_home_that_stands_twice_is_one_fault_and_its_first_row_counts():
    from loaders.checking import check_book
    from loaders.council import Council
    from loaders.reading.book import Book, Sheet
    from tests.drawn import drawn

    homes = drawn(
        "Home | Service type | Registered places | Opened\nOak | Short breaks | 4 | 2015-05-01\nOAK | Short breaks | 2"
        " | 2015-05-01"
    )
    returns = drawn("Home | Month | Child-nights\nOak | Oct 2026 | 100")
    sheets = (Sheet("Homes", homes, [1, 2, 3]), Sheet("Returns", returns, [1, 2]))
    found = check_book(Book("Drawn.xlsx", "", sheets), "Drawn.xlsx", Council(of_every_home()), None).problems
    assert [(problem.code, problem.sheet, problem.cell) for problem in found] == [("duplicate-key", "Homes", "A3")]


FAULTY = ("Elm Base", None, "Short breaks", "five", "2016-01-01")


@pytest.mark.parametrize("turned", [False, True])
def test_files_whose_homes_stand_in_one_that_is_refused_are_judged_and_say_once_that_they_wait(tmp_path, turned):
    rows = [good("visits", home=home, visit_date=date(2026, 1, day)) for day, home in enumerate(("R1", "rosie"), 1)]
    log = workbook(tmp_path / "Log.xlsx", sheet("visits", *rows, good("visits", home="Rossie"), title="Visits"))
    paths = [workbook(tmp_path / "Homes.xlsx", homes(ROSE, FAULTY)), log][:: -1 if turned else 1]
    store = open_store(MEMORY)
    told = check_all(store, EVERY, paths)
    assert [each["problems"] for each in load_all(store, EVERY, [(path, ()) for path in paths], "Jo")] == [
        each["problems"] for each in told
    ]
    assert store.rows(EVERY, "select home from visits") == []
    [waits, misspelt] = told[not turned]["problems"]
    assert (waits["code"], waits["sheet"], waits["cell"]) == ("unknown-home", None, None)
    assert waits["message"].startswith("The Children\u2019s Rose: so far known from Homes.xlsx alone")
    assert (misspelt["cell"], misspelt["suggestion"]) == ("A4", "The Children\u2019s Rose")


def test_a_home_that_the_file_itself_has_too_waits_for_no_other(tmp_path):
    both = workbook(tmp_path / "Log.xlsx", homes(ROSE), visit("R1"))
    told = check_all(open_store(MEMORY), EVERY, [workbook(tmp_path / "Homes.xlsx", homes(ROSE, FAULTY)), both])
    assert (told[0]["accepted"], told[1]["problems"]) == (False, [])
