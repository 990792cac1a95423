"""The corrected workbook holds what was settled, also of other files than workbooks, and loses its old marks."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from loaders.checking import check_file
from loaders.corrected import corrected
from loaders.corrected.unmarking import AUTHOR, HEADS, TOLD
from loaders.council import Council
from loaders.settling import Given, Settlement, Split
from qa_data.scope import of_every_home

HOMES = ("Ash House", "Oak House")
COUNCIL, _ = Council(of_every_home(), places=dict.fromkeys(HOMES, 4)).naming((home, home) for home in HOMES)

VISITS = ("Home", "Visit date", "Visit type", "Children living in the home", "Children spoken to", "Concerns")
FAULTS = (
    ("A", "Ashe Hse", "Ash House"),
    ("B", "31/02/2026", "28 Feb {year}"),
    ("C", "Indep visit", "Regulation 44 visit"),
    ("D", "thre", "3"),
    ("E", "?", ""),
    ("A", "ask Jo", None),
)


def visits(count: int = 19) -> tuple[list[list], list[Settlement]]:
    """So many rows with a fault each, and how each is settled on the sheet "My log"."""
    rows, settled = [list(VISITS)], []
    for number in range(count):
        row = ["Ash House", date(2025, number % 12 + 1, number + 1), "Reg 44", 3, 2, "=none"]
        letter, stands, value = FAULTS[number % len(FAULTS)]
        row["ABCDEF".index(letter)] = stands
        rows.append(row)
        settled.append(Settlement("My log", f"{letter}{number + 2}", value and value.format(year=2000 + number)))
    return rows, settled


def book(**sheets: list) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row, 1):
                cell = sheet.cell(number, place, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    return saved(made)


def saved(made: Workbook) -> bytes:
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def found(folder, content: bytes, name: str, settled=()):
    (folder / name).write_bytes(content)
    return check_file(folder / name, name, lambda: COUNCIL, date(2026, 11, 1), settled)


def told(checked) -> list:
    """What is read, whatever the order of the rows and their places."""
    return sorted(
        (table.dataset.name, sorted(zip(*table.columns.values(), strict=True), key=repr)) for table in checked.tables
    )


def comes_back(folder, content: bytes, settled: list, name: str = "Log.xlsx"):
    """What is read of the corrected workbook; the same as was settled, and nothing to settle."""
    before = found(folder, content, name, settled)
    assert [each.message for each in before.problems if each.severity == "error"] == []
    problems = [each.as_json() for each in before.problems]
    written = corrected(content, name, problems, settled, COUNCIL)
    after = found(folder, written, "Corrected.xlsx")
    assert [each.message for each in after.problems if each.severity == "error"] == []
    assert told(after) == told(before) != []
    return load_workbook(BytesIO(written))


def test_nineteen_settled_cells_come_back(tmp_path):
    rows, settled = visits()
    back = comes_back(tmp_path, book(My_log=rows), settled)["My log"]
    assert [back[cell].value for cell in ("A2", "C4", "D5", "E6")] == ["Ash House", "Regulation 44 visit", 3, None]
    assert back["B3"].value.date() == date(2001, 2, 28) and back["B3"].number_format == "dd/mm/yyyy"
    assert [cell.value for cell in back[7]] == [None] * 6 and back["F2"].data_type == "s"


def text(rows: list[list]) -> bytes:
    written = StringIO()
    csv.writer(written).writerows(
        [f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row] for row in rows
    )
    return written.getvalue().encode()


@pytest.mark.parametrize("name", ["My log.csv", "My log of every visit of the year 2026.csv", "My [log].csv"])
def test_those_of_a_text_file_come_back_in_a_workbook(tmp_path, name):
    rows, settled = visits(12)
    own = name.removesuffix(".csv")
    comes_back(tmp_path, text(rows), [Settlement(own, each.cell, each.value) for each in settled], name)


ODS = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": "<manifest/>",
    "content.xml": '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="My log">{rows}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>",
}


def test_those_of_an_open_document_come_back_in_a_workbook(tmp_path):
    rows, settled = visits(12)
    cells = [[f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell) for cell in row] for row in rows]
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in cells
    )
    written = BytesIO()
    with ZipFile(written, "w") as made:
        for name, what in ODS.items():
            made.writestr(name, what.format(rows=lines))
    comes_back(tmp_path, written.getvalue(), settled, "Log.ods")


LOG = [["Visit date", "Visit type"], [date(2026, 1, 3), "Reg 44"], [date(2026, 2, 3), "Reg 44"], [None, None]]
RETURN = [["Home", "Child nights", "Incidents"], ["Ash House", 80, 2], ["Oak House", 81, 0], ["Total", 161, 2]]
ACROSS = [[None, "Aug", "Sep"], ["Child nights", 80, 79], ["Restraints", 1, 0]]
FORM = [["Child nights", 80], ["Restraints", 2], ["Incidents", 3]]
HOME, YEAR = ("home", "Ash House"), ("month", "2026")

GIVEN = {
    "a home": (LOG, [HOME], [["Visit date", "Visit type", "Home"], None, None]),
    "under a title": ([["Our visits"], [None], *LOG], [HOME], None),
    "a month, not beside a total": (RETURN, [("month", "Oct 2026")], None),
    "blank cells": ([["Home", "Visit date", "Visit type"], [None, date(2026, 1, 3), "Reg 44"],
                     ["Oak House", date(2026, 1, 9), "Reg 44"]], [HOME], None),
    "under a home's name": ([*LOG[:2], ["Oak House", None], [date(2026, 1, 9), "Reg 44"]], [HOME], None),
    "months across": (ACROSS, [HOME, YEAR], None),
    "months across under a title": ([["Our figures"], *ACROSS], [HOME, YEAR], None),
    "months across, from April": (ACROSS, [HOME, ("month", "2025-26")], None),
    "a form": (FORM, [HOME, ("month", "Sep 2026")], None),
    "homes across": ([[None, *HOMES], ["Child nights", 80, 81], ["Restraints", 1, 0]], [("month", "Sep 2026")], None),
}  # fmt: skip


@pytest.mark.parametrize("name", GIVEN)
def test_what_a_sheet_was_given_comes_back(tmp_path, name):
    rows, given, _ = GIVEN[name]
    comes_back(tmp_path, book(Log=rows), [Given("Log", *each) for each in given])


def test_a_sheet_called_by_its_month_alone_is_given_its_year(tmp_path):
    for value in ("October 2026", "2026-27"):
        back = comes_back(tmp_path, book(Oct=RETURN), [Given("Oct", "month", value)])["Oct"]
        assert [back.cell(row, 4).value for row in (1, 4)] == ["Month", None]
        assert back["D2"].value.date() == date(2026, 10, 1)


def test_a_near_miss_is_given_its_column(tmp_path):
    near = [["Home", "Visit date", "Children spoken to"], ["Ash House", date(2026, 1, 3), 2]]
    whole = [["Home", "Visit date", "Visit type"], ["Oak House", date(2026, 1, 20), "Reg 44"]]
    comes_back(tmp_path, book(Near=near, Whole=whole), [Given("Near", "visit_type", "Reg 44")])


ACTIONS = ["Home", "Reference", "Source", "Source date", "Standard", "Action", "Raised", "Status"]


def action(reference, words) -> list:
    return ["Ash House", reference, "Management check", date(2026, 1, 3), "QS12", words, date(2026, 1, 4), "Open"]


TRACKER = [ACTIONS, action("R1", "1. Fence 2. Gate 3. Wall"), action("R2", "Oil it"), action(7, "a) Hall\nb) Stairs")]


def test_rows_made_of_one_cell_come_back(tmp_path):
    settled = [Split("Log", "F2"), Split("Log", "F4"), Settlement("Log", "H3", "Open")]
    back = comes_back(tmp_path, book(Log=TRACKER), settled)["Log"]
    assert [(back.cell(row, 2).value, back.cell(row, 6).value) for row in range(2, 8)] == [
        ("R1", "Fence"), ("R1 part 2", "Gate"), ("R1 part 3", "Wall"), ("R2", "Oil it"), (7, "Hall"),
        ("7 part 2", "Stairs"),
    ]  # fmt: skip


def test_with_rows_put_in_all_that_names_rows_below_goes_with_them(tmp_path):
    made = load_workbook(BytesIO(book(Log=TRACKER, Sums=[["x"]])))
    log, sums = made["Log"], made["Sums"]
    log["I3"], log["I2"] = "=F3&$F$4", "=LEN(F2)"
    sums["A1"], sums["A2"], sums["A3"] = "=COUNTA(Log!F2:F4)", '=F4&"Log!F4"', "=SUM('Log'!4:4)"
    log.merge_cells("K4:L4")
    log["F4"].comment = Comment("Ask Jo", "Sam")
    log.row_dimensions[4].height = 40
    log.conditional_formatting.add("A4:A9", CellIsRule("equal", ["$A$4"]))
    choices = DataValidation("list", "$A$2:$A$4")
    choices.add("H2:H4")
    log.add_data_validation(choices)
    log.auto_filter.ref = "A1:H4"
    back = load_workbook(
        BytesIO(
            corrected(
                saved(made),
                "Log.xlsx",
                [{"severity": "error", "sheet": "Log", "cell": "F4", "message": "Mend it.", "value": None}],
                [Split("Log", "F2")],
                COUNCIL,
            )
        )
    )
    log, sums = back["Log"], back["Sums"]
    assert [log[cell].value for cell in ("I5", "I2", "I3", "I4")] == ["=F5&$F$6", "=LEN(F2)", "=LEN(F3)", "=LEN(F4)"]
    assert [sums[cell].value for cell in ("A1", "A2", "A3")] == [
        "=COUNTA(Log!F2:F6)", '=F4&"Log!F4"', "=SUM('Log'!6:6)"]  # fmt: skip
    assert [str(each) for each in log.merged_cells.ranges] == ["K6:L6"] and log.row_dimensions[6].height == 40
    assert log["F6"].comment.text.startswith("Ask Jo") and "Mend it." in log["F6"].comment.text
    assert {str(each.sqref): each.rules[0].formula for each in log.conditional_formatting}["A6:A11"] == ["$A$6"]
    assert (str(log.data_validations.dataValidation[0].sqref), log.data_validations.dataValidation[0].formula1) == (
        "H2:H6", "$A$2:$A$6")  # fmt: skip
    assert log.auto_filter.ref == "A1:H6" and back["Problems"]["B4"].value == "F6"


def test_a_number_in_a_cell_of_shares_looks_like_a_number(tmp_path):
    made = load_workbook(BytesIO(book(Log=[["Home", "Month", "Child nights"], ["Ash House", date(2026, 1, 1), 1]])))
    made["Log"]["C2"].number_format = "0%"
    back = comes_back(tmp_path, saved(made), [Settlement("Log", "C2", "80")])
    assert back["Log"]["C2"].value == 80 and "%" not in back["Log"]["C2"].number_format


def test_one_of_merged_cells_is_settled_and_the_others_stay(tmp_path):
    rows = [list(VISITS[:3]), ["Ash House", date(2026, 1, 3), "Reg 44"], [None, date(2026, 1, 9), "Reg 44"],
            [None, date(2026, 1, 12), "Reg 44"]]  # fmt: skip
    made = load_workbook(BytesIO(book(Log=rows)))
    made["Log"].merge_cells("A2:A4")
    comes_back(tmp_path, saved(made), [Settlement("Log", "A3", "Oak House")])


def problem(cell: str, message: str = "Mend it.", severity: str = "error") -> dict:
    return {"severity": severity, "sheet": "Log", "cell": cell, "message": message, "value": None}


def own() -> Workbook:
    """A workbook with a note, a colour, a rule and a sheet called Problems of the person's own."""
    made = load_workbook(BytesIO(book(Log=visits(4)[0], Problems=[["What worries us"], ["Staff"]])))
    log = made["Log"]
    log["A2"].comment = Comment("Ask Jo\n\nand Sam", "Sam")
    log["A2"].fill = PatternFill("solid", fgColor="FF00FF00")
    log["B2"].fill = PatternFill("solid", fgColor="FFF6D7D2")
    log["B3"].comment = Comment("By the dashboard's leave", "Jo")
    log.conditional_formatting.add("A2", CellIsRule("equal", ["1"]))
    return made


def looks(content: bytes) -> dict:
    """Every sheet's values, notes, colours and rules."""
    return {
        sheet.title: (
            [
                (cell.coordinate, cell.value, cell.comment and cell.comment.text, cell.fill.fgColor.rgb)
                for row in sheet.iter_rows()
                for cell in row
            ],
            [(str(each.sqref), [rule.formula for rule in each.rules]) for each in sheet.conditional_formatting],
        )
        for sheet in load_workbook(BytesIO(content))
        if sheet["A1"].value is None or "to look at" not in str(sheet["A1"].value)
    }  # fmt: skip


def test_a_second_marking_leaves_nothing_of_the_first(tmp_path):
    content = saved(own())
    first = corrected(
        content, "Log.xlsx", [problem("A2"), problem("A2", "Two\n\nlines.", "warning"), problem("B2"), problem("C3")]
    )
    assert load_workbook(BytesIO(first)).sheetnames == ["Problems 2", "Log", "Problems"]
    second = corrected(first, "Log.xlsx", [])
    assert looks(second) == looks(content) and load_workbook(BytesIO(second)).sheetnames.count("Problems 2") == 1


def test_a_person_s_words_under_a_mark_stay():
    first = load_workbook(BytesIO(corrected(saved(own()), "Log.xlsx", [problem("C3")])))
    first["Log"]["C3"].comment.text += "\n\nDone, Jo"
    back = load_workbook(BytesIO(corrected(saved(first), "Log.xlsx", [])))
    assert back["Log"]["C3"].comment.text == "Done, Jo"


def test_a_list_to_which_a_person_has_added_a_column_stays():
    first = load_workbook(BytesIO(corrected(saved(own()), "Log.xlsx", [problem("C3")])))
    first["Problems 2"]["E4"] = "Jo does it"
    back = load_workbook(BytesIO(corrected(saved(first), "Log.xlsx", [])))
    assert back["Problems 2"]["E4"].value == "Jo does it" and back["Log"]["C3"].comment is None


@pytest.mark.parametrize("listed", [True, False])
def test_what_earlier_versions_marked_is_taken_out(listed):
    made = load_workbook(BytesIO(book(Log=visits(2)[0])))
    log = made["Log"]
    log["A2"].comment, log["A2"].fill = Comment("Mend it.", AUTHOR), PatternFill("solid", fgColor="FFF6D7D2")
    log["B3"].comment = Comment("Ask Jo\n\nMend it.", AUTHOR)
    if listed:
        sheet = made.create_sheet("Problems", 0)
        sheet["A1"] = TOLD.format(count=1, day="01 Oct 2026")
        for place, (head, told_of) in enumerate(zip(HEADS, ("Log", "A2", "x", "Mend it."), strict=True), 1):
            sheet.cell(3, place).value, sheet.cell(4, place).value = head, told_of
    back = load_workbook(BytesIO(corrected(saved(made), "Log.xlsx", [])))
    assert back["Log"]["A2"].comment is None and back["Log"]["A2"].fill.fgColor.rgb == "00000000"
    assert back["Log"]["B3"].comment.text == ("Ask Jo" if listed else "Ask Jo\n\nMend it.")


def calculated(rows: list[list], formulas: dict[str, tuple]) -> bytes:
    """A workbook with formulas and what each of them shows."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as made:
        log = made.add_worksheet("Log")
        for number, row in enumerate(rows):
            log.write_row(number, 0, row)
        for cell, (formula, shows) in formulas.items():
            log.write_formula(
                cell, formula, made.add_format({"num_format": "dd/mm/yyyy"}) if cell[0] == "B" else None, shows
            )
    return written.getvalue()


def test_what_formulas_show_stands_there_before_anybody_opens_it(tmp_path):
    rows = [list(VISITS), *(["Ash House", None, "Reg 44", 3, 2, None] for _ in range(3)), ["Ashe Hse", None, "Reg 44"]]
    days = {f"B{row}": (f"=DATE(2026,1,{row})", 46022 + row) for row in range(2, 6)}
    words = {"F2": ('="A" & "<b>"', "A<b>"), "F3": ("=1=1", True), "D4": ("=1+1", 2)}
    content = calculated(rows, days | words)
    back = comes_back(tmp_path, content, [Settlement("Log", "A5", "Oak House")])
    assert back["Log"]["B3"].value == "=DATE(2026,1,3)" and back.calculation.fullCalcOnLoad


def test_rows_that_are_put_in_show_what_their_formulas_did(tmp_path):
    rows = [[*ACTIONS, "Note"], *([*each, None] for each in TRACKER[1:])]
    content = calculated(rows, {"I2": ("=D2", "first"), "I4": ("=D4", "last"), "D2": ("=G2-1", 46025)})
    written = corrected(content, "Log.xlsx", [], [Split("Log", "F2"), Split("Log", "F4")], COUNCIL)
    shown = load_workbook(BytesIO(written), data_only=True)["Log"]
    assert [shown.cell(row, 9).value for row in range(2, 8)] == ["first"] * 3 + [None] + ["last"] * 2


def test_a_formula_that_failed_shows_its_failure():
    content = calculated([list(VISITS), ["Ash House"]], {"D2": ("=1/0", "#DIV/0!"), "F2": ('="#1"', "#1")})
    shown = load_workbook(BytesIO(corrected(content, "Log.xlsx", [problem("D2")])), data_only=True)["Log"]
    assert (shown["D2"].value, shown["D2"].data_type, shown["F2"].value) == ("#DIV/0!", "e", "#1")


def test_of_two_tables_beside_each_other_the_left_one_is_asked_again(tmp_path):
    head = ["Visit date", "Visit type", None, "Inspection date", "Inspection type", "Overall"]
    row = [date(2026, 1, 3), "Reg 44", None, date(2026, 1, 5), "Full", "Good"]
    path = tmp_path / "Both.xlsx"
    written = corrected(book(Log=[head, row]), path.name, [], [Given("Log", "home", "Ash House")], COUNCIL)
    path.write_bytes(written)
    assert [cell.value for cell in load_workbook(path)["Log"][1]][5:] == ["Overall", "Home"]
    again = check_file(path, path.name, lambda: COUNCIL, None)
    assert [(each.code, each.cell, each.column) for each in again.problems] == [("missing-column", "A1", "home")]
