"""A name in a column for people excuses nothing until a person confirms it, in that file, another, or another home."""

import pytest

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book, Sheet
from qa_data.register import confirm, withdraw_confirmation
from qa_data.scope import of_every_home
from tests.drawn import drawn, load_drawn, store_with

ACTIONS = """
Home      | Reference | Source                       | Source date | Standard | Action                        | Raised     | Owner        | Status
Ash House | A1        | Regulation 44 recommendation | 2026-09-01  | QS12     | Jayden Walsh to mend the gate | 2026-09-01 | Jayden Walsh | Open
Ash House | A2        | Regulation 44 recommendation | 2026-09-01  | QS12     | Paint the hall                | 2026-09-01 | Asha Patel   | Open
"""  # noqa: E501 (drawn as it is read)

FINDINGS = """
Home      | Date       | Source              | Standard | Kind    | Finding
Ash House | 2026-09-01 | Regulation 44 visit | QS12     | Concern | {}
"""


def checked(store, *tables):
    sheets = tuple(
        Sheet(f"Sheet{place}", rows := drawn(table), list(range(1, len(rows) + 1)))
        for place, table in enumerate(tables, 1)
    )
    return check_book(Book("Drawn.xlsx", "", sheets), "Drawn.xlsx", known_council(store, of_every_home()), None)


def finding(store, text):
    [table] = checked(store, FINDINGS.format(text)).tables
    return table.columns["finding"][0]


def test_a_name_in_owner_alone_is_masked_in_texts_of_the_same_file_and_of_later_ones():
    store = store_with()
    found = checked(store, ACTIONS)
    assert found.tables[0].columns["action"][0] == "[name] to mend the gate"
    assert found.tables[0].columns["owner"] == ["Jayden Walsh", "Asha Patel"]
    assert found.met == [{"name": "Jayden Walsh", "column": "Owner", "masked": 1}]
    problem, beside = found.problems
    assert (problem.code, problem.cell, problem.value) == ("personal-data", "F2", "Jayden Walsh")
    assert (beside.code, beside.cell, beside.value) == ("personal-data", "H2", "Jayden Walsh")
    assert problem.message.endswith(
        "It stands in Owner: to keep it, confirm on the Upload page that this is staff or a visitor."
    )
    load_drawn(store, ACTIONS)
    assert finding(store, "Jayden Walsh told me so.") == "[name] told me so."


def test_once_confirmed_the_name_may_stand_until_that_is_withdrawn():
    store = store_with()
    confirm(store, of_every_home(), "Jo", "Asha  Patel", "staff")
    assert finding(store, "Asha Patel told me so, and Mrs Patel.") == "Asha Patel told me so, and Mrs Patel."
    assert finding(store, "Jayden Walsh told me so.") == "[name] told me so."
    withdraw_confirmation(store, of_every_home(), "Jo", "asha patel")
    assert finding(store, "Asha Patel told me so.") == "[name] told me so."


def test_a_name_in_owner_that_a_text_says_of_a_child_is_named_at_both_cells():
    found = checked(store_with(), ACTIONS, FINDINGS.format("Young person Jayden Walsh was upset."))
    said = [(each.sheet, each.cell, each.column) for each in found.problems if "child" in each.message]
    assert said == [("Sheet1", "H2", "owner"), ("Sheet2", "F2", "finding")]
    assert found.accepted and found.tables[0].columns["owner"][0] == "Jayden Walsh"


OWNED = """
Home      | Reference | Source                       | Source date | Standard | Action | Raised     | Owner | Status
Ash House | A1        | Regulation 44 recommendation | 2026-09-01  | QS12     | {0}    | 2026-09-01 | {1}   | Open
Ash House | A2        | Regulation 44 recommendation | 2026-09-01  | QS12     | {0} .  | 2026-09-01 | {1}   | Open
"""


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Jayden Smith was restrained twice", "Jayden Smith"),
        ("Find out why SMITH, Jayden is late", "Jayden Smith"),
        ("Jayden has not been to school", "Jayden Smith"),
        ("Talk with Kacper about the gate", "Kacper"),
    ],
)
def test_a_name_in_owner_that_a_text_masks_is_warned_of_once(text, owner):
    found = checked(store_with(), OWNED.format(text, owner))
    [beside] = [each for each in found.problems if each.column == "owner"]
    assert (beside.code, beside.cell, beside.value) == ("personal-data", "H2", owner)
    assert found.accepted and found.tables[0].columns["owner"] == [owner, owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Paint the hall", "Asha Patel"),
        ("Jayden Smith was restrained", "Asha Patel"),
        ("Jayden Smith was restrained", "Registered manager"),
        ("Ring 01632 960123", "Team Leader"),
    ],
)
def test_an_owner_whom_no_text_masks_is_not_warned_of(text, owner):
    found = checked(store_with(), OWNED.format(text, owner))
    assert not [each for each in found.problems if each.column == "owner"]


def test_an_owner_who_is_confirmed_is_not_warned_of():
    store = store_with()
    confirm(store, of_every_home(), "Jo", "Asha Patel", "staff")
    found = checked(store, OWNED.format("Asha Patel to paint the hall, said Asha", "Asha Patel"))
    assert "owner" not in {each.column for each in found.problems}
