"""Every problem code with a file that has it planted: its sheet, cell, column, value and severity, and no other
problem.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from loaders.checking import check_file
from loaders.council import Council
from loaders.problems import CODES, ERROR, WARNING
from qa_data.dictionary import DATASETS, dataset
from qa_data.scope import of_every_home
from qa_data.wording import british, last_day
from tests.loaders.good import checked, good, only, raw, sheet, workbook

CONCERNS = dataset("visits").names.index("concerns")
"""The place of a long text in a sheet that has every column in order."""

VERDICT = dataset("visits").names.index("verdict_qs08")
TOMORROW = date.today() + timedelta(days=1)
NEXT_MONTH = last_day(date.today()) + timedelta(days=1)
WARNINGS = {
    "sheet-left-alone",
    "read-as",
    "named-as-sum",
    "unknown-column",
    "leaders-judgement",
    "no-due-date",
    "personal-data",
    "dates-swapped",
    "blank-return",
    "contradicts-kept",
    "several-in-a-cell",
    "colours-not-read",
    "total-left-out",
    "total-differs",
    "struck-through",
    "hidden-rows",
    "hidden-columns",
    "hidden-sheet",
}

IN_A_CELL = [
    ("missing-value", "visits", "visit_date", None, None),
    ("missing-value", "findings", "standards", "\u200b", "\u200b"),
    ("not-a-date", "visits", "report_received", "31/02/2026", "31/02/2026"),
    ("ambiguous-date", "visits", "report_received", "03/04/2026", "03/04/2026"),
    ("ambiguous-date", "visits", "report_received", "14/10/26", "14/10/26"),
    ("future-date", "visits", "visit_date", TOMORROW, british(TOMORROW)),
    ("not-a-month", "returns", "month", "Autumn", "Autumn"),
    ("future-month", "returns", "month", NEXT_MONTH, british(NEXT_MONTH)),
    ("percentage-not-count", "visits", "staff_spoken_to", "50%", "50%"),
    (
        "several-in-a-cell",
        "actions",
        "action",
        "1. Mend the fence\n2. Mend the gate",
        "1. Mend the fence\n2. Mend the gate",
    ),
    ("not-a-number", "visits", "staff_spoken_to", "3 (same YP)", "3 (same YP)"),
    ("negative-number", "visits", "staff_spoken_to", -1, "-1"),
    ("unknown-choice", "visits", "verdict_qs08", "Outstanding", "Outstanding"),
    ("unknown-choice", "visits", "announced", "Perhaps", "Perhaps"),
    ("unknown-choice", "inspections", "leadership", "Fair", "Fair"),
    ("unknown-home", "visits", "home", "Elm House", "Elm House"),
    ("unknown-standard", "findings", "standards", "Cooking", "Cooking"),
    ("ambiguous-standard", "findings", "standards", "Standard 6", "Standard 6"),
    ("part-over-whole", "visits", "children_spoken_to", 5, "5"),
    ("dates-out-of-order", "visits", "report_received", date(2026, 1, 13), "13 Jan 2026"),
    ("limiting-judgement", "inspections", "protection", "Inadequate", "Good"),
    ("leaders-judgement", "inspections", "leadership", "Inadequate", "Good"),
    ("judgement-not-graded", "inspections", "inspection_type", "Monitoring", "Good"),
    ("no-due-date", "actions", "due", "ASAP", "ASAP"),
    ("personal-data", "findings", "finding", "Ring 01632 960123 about it", "01632 960123"),
]
AT_ANOTHER_COLUMN = {"limiting-judgement": "overall", "leaders-judgement": "overall", "judgement-not-graded": "overall"}
FEWER = {"judgement-not-graded": {"protection": None, "leadership": None}}


@pytest.mark.parametrize(
    "code, name, column, value, shown", IN_A_CELL, ids=[f"{each[0]}-{each[2]}" for each in IN_A_CELL]
)
def test_a_fault_in_a_cell(code, name, column, value, shown):
    found = checked(sheet(name, good(name, **{column: value}, **FEWER.get(code, {}))))
    at = AT_ANOTHER_COLUMN.get(code, column)
    assert only(found) == (code, "Sheet1", f"{get_column_letter(dataset(name).names.index(at) + 1)}2", at, shown)
    assert found.accepted == (code in WARNINGS)


RETURN = [("Home", "Month", "Child-nights", "Restraints"), ("Ash House", "2026-01", 30, 1)]

IN_A_SHEET = {
    "missing-column": (lambda: sheet("visits", without=["visit_type"]), "A1", "visit_type", None),
    "repeated-column": (
        lambda: raw([("Home", "Month", "Restraints", "Restraints"), ("Ash House", "2026-01", 2, 9)]),
        "D1",
        "restraints",
        "Restraints",
    ),
    "unknown-column": (
        lambda: raw([("Home", "Month", "Restraints", "Weather"), ("Ash House", "2026-01", 0, "Fine")]),
        "D1",
        None,
        "Weather",
    ),
    "sheet-left-alone": (
        lambda: raw([*RETURN, ("Totals of the year",), ("Home", "Child-nights", "Restraints"), ("Ash House", 900, 4)]),
        "A4",
        None,
        None,
    ),
    "named-as-sum": (lambda: raw([("Total of the year",), *RETURN]), "A2", None, None),
    "read-as": (
        lambda: raw(
            [
                ("Home", "Date of visit", "Type of visit", "Recommendation", "Standard", "Due"),
                ("Ash House", date(2026, 1, 14), "Reg 44", "Mend the fence", "QS12", date(2026, 2, 14)),
            ]
        ),
        "A1",
        None,
        None,
    ),
    "second-table": (
        lambda: raw([*RETURN, (None,), ("Month", "Child-nights", "Restraints"), ("2025-12", 30, 0)]),
        "A4",
        "home",
        None,
    ),
    "lies-on-its-side": (
        lambda: raw([("Measure", "Ash House", "Oak House"), ("Child-nights", 30, 31), ("Restraints", 0, 1)]),
        "A1",
        "month",
        None,
    ),
    "duplicate-key": (lambda: sheet("visits", good("visits"), good("visits")), "A3", "home", "Ash House"),
    "formula-error": (
        lambda: sheet("visits", good("visits", concerns=None), errors={(1, CONCERNS): "#REF!"}),
        f"{get_column_letter(CONCERNS + 1)}2",
        "concerns",
        "#REF!",
    ),
    "merged-value": (
        lambda: raw(
            [RETURN[0], ("Ash House", "2026-01", 30, 1), ("Ash House", "2026-02", 30, 1)],
            merged={(1, 3): (1, 3, 2, 3), (2, 3): (1, 3, 2, 3)},
        ),
        "D2",
        "restraints",
        "1",
    ),
    "total-differs": (
        lambda: raw([("Home", "Month", "Child-nights"), ("Ash House", "2026-01", 30), ("Total", None, 31)]),
        "C3",
        "child_nights",
        "31",
    ),
    "total-left-out": (
        lambda: raw([("Home", "Month", "Child-nights"), ("Ash House", "2026-01", 30), ("All homes", "2026-01", 30)]),
        "A3",
        None,
        "All homes",
    ),
    "blank-return": (lambda: raw([("Home", "Month", "Child-nights"), ("Ash House", "2026-01")]), "B2", "month", None),
    "colours-not-read": (
        lambda: sheet(
            "visits",
            good("visits", verdict_qs08=None, verdict_qs12=None),
            colours={(1, VERDICT): "rgb FFFF0000", (1, VERDICT + 4): "rgb FF00B050"},
        ),
        f"{get_column_letter(VERDICT + 1)}2",
        "verdict_qs08",
        None,
    ),
    "struck-through": (lambda: sheet("visits", struck={(1, 0), (1, 1), (1, 9)}), "A2", None, None),
    "hidden-rows": (lambda: sheet("visits", hidden_rows={0, 1, 7}), "A2", None, None),
    "hidden-columns": (lambda: sheet("visits", hidden_columns={0, 9}), "A2", None, None),
    "hidden-sheet": (lambda: sheet("visits", hidden=True), None, None, None),
}


@pytest.mark.parametrize("code", IN_A_SHEET)
def test_a_fault_in_a_sheet(code):
    made, cell, column, value = IN_A_SHEET[code]
    found = checked(made())
    assert only(found) == (code, "Sheet1", cell, column, value)
    assert found.accepted == (code in WARNINGS)


IN_SEVERAL_CELLS = {"dates-swapped"}


def test_dates_that_a_program_has_turned():
    rows = [good("actions", reference=f"A{day}", due=f"{day}/03/2026") for day in (13, 14, 31)]
    rows += [good("actions", reference=f"B{month}", due=date(2026, month, 2)) for month in (4, 5, 6)]
    found = checked(sheet("actions", *rows))
    letter = get_column_letter(dataset("actions").names.index("due") + 1)
    assert [(each.code, each.cell, each.value, each.suggestion) for each in found.problems] == [
        ("dates-swapped", f"{letter}5", "2 Apr 2026", "4 Feb 2026"),
        ("dates-swapped", f"{letter}6", "2 May 2026", "5 Feb 2026"),
        ("dates-swapped", f"{letter}7", "2 Jun 2026", "6 Feb 2026"),
    ]
    assert found.accepted


WHOLE_FILES = {
    "not-a-spreadsheet": lambda path: path.write_bytes(b"%PDF-1.7 and so on"),
    "unreadable-file": lambda path: path.write_bytes(b"PK\x03\x04 no workbook"),
    "encrypted-file": lambda path: path.write_bytes(
        (Path(__file__).parent / "reading" / "files" / "password.xlsx").read_bytes()
    ),
    "too-large": lambda path: path.open("wb").truncate(50_000_001),
    "empty-file": lambda path: workbook(path, raw([("Home", "Month", "Child-nights")])),
    "no-dataset": lambda path: workbook(path, raw([("Menu", "Monday"), ("Lunch", "Soup")])),
}


@pytest.mark.parametrize("code", WHOLE_FILES)
def test_a_fault_of_the_whole_file(code, tmp_path):
    path = tmp_path / "October.xlsx"
    WHOLE_FILES[code](path)
    found = check_file(path, path.name, lambda: Council(of_every_home()), None)
    assert only(found) == (code, None, None, None, None)
    assert not found.accepted and len(found.sha256) == 64


AGAINST_THE_STORE = {"contradicts-kept"}
"""Planted in test_keeping.py."""


def test_every_code_is_planted_somewhere():
    above = {each[0] for each in IN_A_CELL} | set(IN_A_SHEET) | IN_SEVERAL_CELLS | set(WHOLE_FILES)
    assert above | AGAINST_THE_STORE == set(CODES)
    assert {code for code, (severity, _) in CODES.items() if severity == WARNING} == WARNINGS
    assert {severity for severity, _ in CODES.values()} == {ERROR, WARNING}


@pytest.mark.parametrize("code, name, column, value, shown", IN_A_CELL)
def test_every_message_says_what_to_do(code, name, column, value, shown):
    [problem] = checked(sheet(name, good(name, **{column: value}, **FEWER.get(code, {})))).problems
    assert problem.message.endswith(".") and len(problem.message.split(". ")) + problem.message.count(": ") > 1


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
def test_a_good_row_has_no_fault(name):
    found = checked(sheet(name))
    assert (found.problems, len(found.tables[0].rows)) == ([], 1)


def test_more_faults_than_anybody_reads_are_not_all_listed():
    found = checked(sheet("visits", *[good("visits", home="Elm House")] * 6_000))
    assert (
        {problem.code for problem in found.problems} == {"unknown-home"}
        and len(found.problems) == 5_001
        and not found.accepted
    )
    assert [problem.cell for problem in found.problems if "no more are listed" in problem.message] == ["A5002"]


def test_a_row_that_a_comma_has_cut_has_no_other_fault():
    found = checked(
        raw(
            [
                ("Home", "Visit date", "Visit type"),
                ("Ash House", "2026-01-14", "Reg 44"),
                ("Ash", "House", "2026-01-15", "Reg 44"),
                ("Oak House", "2026-01-14", "Reg 44", None),
            ],
            text=True,
        )
    )
    assert only(found) == ("unreadable-file", "Sheet1", "D3", None, "Reg 44")


def test_rows_that_only_the_mask_makes_alike_stay_two():
    found = checked(
        sheet(
            "findings",
            *(good("findings", finding=f"{name} did well") for name in ("Zoe Smith", "Zoe Jones", "Zoe Smith")),
        )
    )
    assert found.tables[0].columns["finding"] == ["[name 2] did well", "[name] did well", "[name 2] did well"]
    assert [(each.code, each.cell) for each in found.problems if each.severity == "error"] == [("duplicate-key", "A4")]
