"""Whoever loads for one home meets no other: not in what is checked, compared, suggested, written or taken out."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from loaders.checking import check_book
from loaders.council import known_council
from loaders.decided import decide
from loaders.differing import differences
from loaders.loading import check, check_all, load, looked_at
from loaders.reading.book import Book
from loaders.removing import remove
from loaders.storing import store_file
from loaders.template import template
from qa_data.register import confirm
from qa_data.scope import OutOfScope, of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import uploads
from tests.loaders.good import good, sheet, workbook

ASH, BEECH = "Ash House", "Beech House"

EVERY = of_every_home()
OF_ASH, OF_BEECH = EVERY.narrowed([ASH]), EVERY.narrowed([BEECH])


def actions(home: str, *references: str, **changes) -> list[dict]:
    return [good("actions", home=home, reference=each, **(changes | {"action": f"Do {each}"})) for each in references]


OPEN = {"status": "In progress", "completed": None}

BOTH = [
    sheet("homes", good("homes"), good("homes", home=BEECH, other_names="Beechy; The Beeches"), title="Homes"),
    sheet("actions", *actions(ASH, "A1", "A2", **OPEN), *actions(BEECH, "B1", "B2", **OPEN), title="Actions"),
]


@pytest.fixture
def store(tmp_path):
    opened = open_store(MEMORY)
    assert load(opened, EVERY, workbook(tmp_path / "Both.xlsx", *BOTH), "Jo")["accepted"]
    return opened


@pytest.fixture
def book(tmp_path):
    return lambda *sheets: workbook(tmp_path / "October.xlsx", *sheets)


def stored(store) -> int:
    return len(uploads(store, EVERY))


def without(answer, *words: str) -> bool:
    """None of the words is in the answer."""
    return not [word for word in words if word.lower() in repr(answer).lower()]


def test_the_own_home_is_loaded_as_ever(store, book):
    answer = load(store, OF_ASH, book(sheet("actions", *actions(ASH, "A1", "A3", **OPEN))), "Ash's manager")
    assert answer["accepted"] and answer["sheets"][0] | {"sheet": ""} == {
        "sheet": "",
        "dataset": "actions",
        "header_row": 1,
        "rows": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 1,
        "kept": 0,
        "blanked": 0,
    }


@pytest.mark.parametrize("written", [BEECH, "beech house", "Beechy", "The Beeches", "Beech Hous"])
def test_another_home_is_one_that_nobody_knows(store, book, written):
    path = book(sheet("actions", *actions(written, "B1")))
    for answer in (check(store, OF_ASH, path), *check_all(store, OF_ASH, [path]), load(store, OF_ASH, path, "Jo")):
        [problem] = answer["problems"]
        assert problem["code"] == "unknown-home" and problem["suggestion"] in (None, ASH) and not answer["upload_id"]
        assert without(problem | {"value": "", "message": problem["message"].replace(written, "")}, BEECH, "Beechy")
    assert load(store, OF_BEECH, path, "Jo")["accepted"] == (written != "Beech Hous")


def test_the_words_are_those_of_a_home_that_does_not_exist(store, book):
    [other], [nobody] = (
        check(store, OF_ASH, book(sheet("actions", *actions(home, "B1"))))["problems"] for home in (BEECH, "Zzyzx")
    )
    assert other["message"].replace(BEECH, "?") == nobody["message"].replace("Zzyzx", "?")
    assert nobody["message"] == (
        "“Zzyzx” is not a home that you load for (Ash House). Correct it, or ask somebody who may load it."
    )


def test_an_own_home_that_the_store_does_not_know_is_told_as_such(store, book):
    of_oak = EVERY.narrowed(["Oak House", ASH])
    [problem] = check(store, of_oak, book(sheet("actions", *actions("Oak House", "O1"))))["problems"]
    assert problem["message"].startswith("“Oak House” is a home that you load for, but is not known yet. Load the")


def test_whoever_loads_for_every_home_reads_what_to_add(store, book):
    [problem] = check(store, EVERY, book(sheet("actions", *actions("Zzyzx", "B1"))))["problems"]
    assert problem["message"] == (
        "“Zzyzx” is not one of the homes. Correct it, or add it to Also known as on the Homes sheet."
    )


@pytest.mark.parametrize("home", [BEECH, "Oak House"], ids=["of another", "of nobody"])
def test_a_homes_sheet_cannot_bring_a_home_into_the_scope(store, book, home):
    path = book(
        sheet("homes", good("homes", home=home, other_names=None), title="Homes"),
        sheet("actions", *actions(home, "B9"), title="Actions"),
    )
    answer = load(store, OF_ASH, path, "Jo")
    assert [each["code"] for each in answer["problems"]] == ["unknown-home"] * 2 and stored(store) == 1
    assert answer["problems"][0]["message"] == f"“{home}” is not one of your homes. Take its row out."


def test_a_name_of_another_home_is_not_taken_and_not_told_whose_it_is(store, book):
    own = sheet("homes", good("homes", other_names="Ashe; Beechy"))
    [problem] = load(store, OF_ASH, book(own), "Jo")["problems"]
    assert problem["code"] == "duplicate-key" and problem["message"] == (
        "“Beechy” cannot be taken as a name of Ash House. Take it out, or ask somebody who loads for every home."
    )
    assert without(problem, BEECH, "already")


def test_the_first_home_of_a_scope_is_loaded_in_the_spelling_of_the_scope(book):
    store = open_store(MEMORY)
    assert load(store, OF_ASH, book(sheet("homes", good("homes", home="ASH HOUSE"))), "Jo")["accepted"]
    assert [row["home"] for row in store.rows(EVERY, "select home from homes")] == [ASH]


def test_what_would_change_and_what_is_lacking_is_of_the_own_home(store, book):
    changed = actions(ASH, "A1", **OPEN | {"owner": "A new owner"})
    [answer] = looked_at(store, OF_ASH, [(book(sheet("actions", *changed)), ())])
    assert [each["home"] for each in answer["changes"]] == [ASH]
    assert [(each["home"], each["told"]) for each in answer["lacking"]] == [(ASH, "A2")]
    assert without(answer, BEECH)


def test_a_file_of_both_is_compared_with_the_own_rows_alone(store):
    every = check_book(Book("Both.xlsx", "", tuple(BOTH)), "Both.xlsx", known_council(store, EVERY), None)
    assert not any(differences(store, EVERY, every).values())
    assert without(differences(store, OF_ASH, every), BEECH)


def test_a_file_of_both_is_not_stored_and_nothing_of_it(store):
    every = check_book(Book("Both.xlsx", "", tuple(BOTH)), "Both.xlsx", known_council(store, EVERY), None)
    with pytest.raises(OutOfScope) as refused:
        store_file(store, OF_ASH, every, "Jo")
    assert without(str(refused.value), BEECH) and stored(store) == 1


def test_rows_of_another_home_are_not_removed_whatever_they_are_called(store, book):
    lacking = looked_at(store, EVERY, [(book(sheet("actions", *actions(BEECH, "B1", **OPEN))), ())])[0]["lacking"]
    assert [each["told"] for each in lacking] == ["B2"]
    with pytest.raises(OutOfScope):
        remove(store, OF_ASH, "Jo", [each | {"home": ASH} for each in lacking])
    assert stored(store) == 1 and len(store.rows(EVERY, "select * from actions")) == 4
    remove(store, OF_BEECH, "Jo", lacking)
    assert len(store.rows(EVERY, "select * from actions")) == 3


@pytest.mark.parametrize("home, wrong", [(ASH, 0), (BEECH, 1)])
def test_a_decision_is_of_the_own_home(store, home, wrong):
    day = date(2026, 10, 14)
    assert len(decide(store, OF_ASH, "Chair", home, ["QS12"], "Ring the police", "S. Reid", day, day)) == wrong
    assert stored(store) == 2 - wrong


@pytest.mark.parametrize("home", [None, ASH, BEECH])
def test_a_template_has_the_own_home_alone(store, home):
    written = load_workbook(BytesIO(template(store, OF_ASH.at(date(2026, 10, 31)), home, with_actions=True)))
    cells = [cell.value for page in written for row in page.iter_rows() for cell in row if cell.value]
    assert without(cells, BEECH, "Do B1") and ("Do A1" in cells) == (home != BEECH)


def test_staff_of_every_home_may_stand_in_a_text(store, book):
    """Once they are confirmed, at whichever home: only what is no name of staff may be a child's, and is masked."""
    load(store, EVERY, book(sheet("actions", *actions(BEECH, "B9", owner="Zebedee Quill"))), "Jo")
    confirm(store, EVERY, "Jo", "Zebedee Quill", "staff", BEECH)
    names = ("Zebedee Quill", "Tom Quill")
    told = [good("actions", reference=f"A{len(each)}", action=f"Spoke to {each} today") for each in names]
    path = book(sheet("actions", *told))
    assert [each["value"] for each in check(store, OF_ASH, path)["problems"]] == ["Tom Quill"]
