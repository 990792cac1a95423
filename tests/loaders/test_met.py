"""A name in a column for people excuses nothing until a person confirms it, in that file, another, or another home."""

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
    [problem] = found.problems
    assert (problem.code, problem.cell, problem.value) == ("personal-data", "F2", "Jayden Walsh")
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


def test_a_name_in_a_reference_or_a_regulation_is_masked_and_two_stay_two():
    rows = ACTIONS.replace("A1 ", "Jayden Walsh 1 ").replace("A2 ", "Asha Patel 1 ")
    found = checked(store_with(), rows)
    assert found.tables[0].columns["reference"] == ["[name] 1", "[name 2] 1"]
    assert {each.cell for each in found.problems if each.column == "reference"} == {"B2", "B3"}
