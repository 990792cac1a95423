"""Equal problems folded into one, in the order of the workbook."""

import pytest

from pages.parts.upload.fold import CHECK, CHOOSE, MEND, ONCE, Fold
from pages.parts.upload.folding import folded

KINDS = {
    "unknown-home": "error",
    "missing-column": "error",
    "not-a-spreadsheet": "error",
    "contradicts-kept": "warning",
    "unknown-column": "warning",
}


def problem(code: str, place: str, column: str | None, value: str | None = None) -> dict:
    sheet, _, cell = place.partition("!")
    return {
        "severity": KINDS[code],
        "code": code,
        "sheet": sheet or None,
        "cell": cell or None,
        "column": column,
        "value": value,
        "message": f"{value} will not do",
        "suggestion": None,
    }


def answer(*problems: dict, remembered: tuple = ()) -> dict:
    sheets = [{"sheet": name, "header_row": 1} for name in ("Visits", "Findings")]
    return {"problems": list(problems), "sheets": sheets, "remembered": list(remembered), "headings": [], "layouts": {}}


def places(found: dict, what: str) -> list[list[str]]:
    return [[f"{each['sheet']}!{each['cell']}" for each in fold.problems] for fold in found[what]]


def test_equal_ones_are_one_at_the_first_of_them_by_sheet_row_and_column():
    cells = ("Findings!A2", "Visits!B10", "Visits!A9", "Visits!A10")
    found = folded(answer(*(problem("unknown-home", each, "home", each) for each in cells)), set())
    assert places(found, CHOOSE) == [["Visits!A9"], ["Visits!A10"], ["Visits!B10"], ["Findings!A2"]]
    found = folded(answer(*(problem("unknown-home", each, "home", "Elm") for each in cells)), set())
    assert places(found, CHOOSE) == [["Visits!A9", "Visits!A10", "Visits!B10", "Findings!A2"]]
    assert found[CHOOSE][0].same == "3 rows of 2 sheets"


def test_those_that_are_apart_stand_each_by_itself():
    cells = ("Visits!A2", "Visits!A3")
    found = folded(answer(*(problem("unknown-home", each, "home", "Elm") for each in cells)), {"Visits!A2"})
    assert places(found, CHOOSE) == [["Visits!A2"], ["Visits!A3"]]


@pytest.mark.parametrize(
    ("code", "place", "column", "what"),
    [
        ("unknown-home", "Visits!A2", "home", CHOOSE),
        ("missing-column", "Visits!A1", "home", ONCE),
        ("not-a-spreadsheet", "", None, MEND),
        ("contradicts-kept", "Visits!A2", "home", CHECK),
    ],
)
def test_what_is_to_be_done(code, place, column, what):
    found = folded(answer(problem(code, place, column)), set())
    assert [name for name, folds in found.items() if folds] == [what]


def test_a_heading_that_the_mapping_asks_about_is_no_problem_beside_it():
    told = answer(problem("unknown-column", "Visits!F1", None, "Weather"))
    assert len(folded(told, set())[CHECK]) == 1
    assert not any(folded(told | {"headings": [{"sheets": ["Visits"], "heading": "Weather"}]}, set()).values())


def test_two_of_a_code_in_one_cell_are_told_apart():
    two = [problem("contradicts-kept", "Visits!D4", "restraints", value) for value in ("2", "3")]
    assert len({fold.key for fold in folded(answer(*two), set())[CHECK]}) == 2


def test_what_was_settled_otherwise_before_is_not_equal():
    same = [problem("unknown-home", f"Visits!A{row}", "home", "Elm") for row in (2, 3)]
    before = {"sheet": "Visits", "cell": "A3", "column": "home", "settled": "Elm Base"}
    found = folded(answer(*same, remembered=(before,)), set())
    assert [fold.before for fold in found[CHOOSE]] == [None, before]


def test_words_that_are_masked_are_no_value_for_their_whole_cell():
    told = {"severity": "warning", "code": "personal-data", "sheet": "Findings", "cell": "F2", "column": "finding"}
    fold = Fold(({**told, "value": "Jayden Smith", "message": "", "suggestion": "[name]"},), False, None)
    assert fold.suggestions == []
