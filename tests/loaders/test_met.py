"""A name in a column for people excuses nothing until a person confirms it, in that file, another, or another home."""

import pytest

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book, Sheet
from loaders.references import MADE
from qa_data.dictionary import dataset
from qa_data.register import confirm, withdraw_confirmation
from qa_data.scope import of_every_home
from tests.drawn import HOMES, drawn, load_drawn, store_with

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


def test_a_reference_with_a_name_in_it_counts_as_not_given_and_is_warned_of():
    rows = ACTIONS.replace("A1 ", "Jayden Walsh 1 ").replace("A2 ", "[name] ")
    found = checked(store_with(), rows)
    assert all(MADE.fullmatch(reference) for reference in found.tables[0].columns["reference"])
    [problem] = [each for each in found.problems if each.column == "reference"]
    assert problem.cell == "B2" and "counts as not given" in problem.message and found.accepted


KEYS = {
    "actions": (
        ["Kayleigh Okafor", "Tyrone Blackwood", "Amina Yusuf"],
        """
Home      | Reference | Source                       | Source date | Standard | Action | Raised     | Status
{}
""",
        "Ash House | {0} | Regulation 44 recommendation | 2026-09-01 | QS12 | Mend gate {1} | 2026-09-01 | Open",
    ),
    "findings": (
        ["Kayleigh Okafor did well", "Tyrone Blackwood did well", "Amina Yusuf did well"],
        """
Home      | Date       | Source              | Standard | Kind    | Finding
{}
""",
        "Ash House | 2026-09-01 | Regulation 44 visit | QS{2} | Concern | {0}",
    ),
    "plan": (
        ["Kayleigh Okafor is safe", "Tyrone Blackwood is safe", "Amina Yusuf is safe"],
        """
Home      | Standard | Outcome for children | How we deliver it
{}
""",
        "Ash House | QS12 | {0} | By plan {1}",
    ),
}


@pytest.mark.parametrize("name", KEYS)
def test_rows_whose_keys_are_masked_are_the_same_rows_in_whatever_order_they_stand(name):
    names, table, row = KEYS[name]
    lines = [row.format(told, place, place + 6) for place, told in enumerate(names)]
    orders = [[lines[at] for at in order] for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0))]
    stored = [_rows(checked(store_with(), table.format("\n".join(order)))) for order in orders]
    assert len(stored[0]) == 3 and all(each == stored[0] for each in stored)
    keys = [column.name for column in dataset(name).keys]
    assert len({tuple(dict(each)[key] for key in keys) for each in stored[0]}) == 3


def test_what_is_masked_alike_at_another_home_changes_no_key():
    other = f"{FINDINGS}Oak House | 2026-09-01 | Regulation 44 visit | QS12 | Concern | Aaron Walsh did well"
    store = store_with(homes=f"{HOMES}Oak House | Residential care | 4 | 2015-05-01 | SC2")
    [table] = checked(store, other.format("Zoe Walsh did well")).tables
    assert table.columns["home"] == ["Ash House", "Oak House"]
    assert table.columns["finding"] == ["[name] did well", "[name] did well"]


def test_references_that_are_masked_and_actions_that_are_alike_are_said_to_be_the_same():
    rows = ACTIONS.replace("A1 ", "Kayleigh Okafor").replace("A2 ", "Tyrone Blackwood")
    found = checked(store_with(), rows.replace("Paint the hall", "Tyrone Blackwood to mend the gate"))
    assert [each.code for each in found.problems if each.severity == "error"] == ["duplicate-key"]


def _rows(found):
    [table] = found.tables
    assert found.accepted
    rows = zip(*table.columns.values(), strict=True)
    return {tuple((name, str(each)) for name, each in zip(table.columns, row, strict=True)) for row in rows}
