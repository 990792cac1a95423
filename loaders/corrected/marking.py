"""Marks a workbook's faulty cells and lists every problem on a sheet of its own."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.corrected.edit import Edit
from loaders.corrected.results import has_formulas, with_results
from loaders.corrected.unmarking import ALWAYS, AUTHOR, BEGINS, HEADS, LIST, TOLD, one_part, unmarked
from loaders.corrected.writing import Inserted, moved, settled_in
from loaders.reading.child import answers
from loaders.table import cell_name, cell_place

COLOURS = {"error": "FFF6D7D2", "warning": "FFFBE3C0"}
ZIP = b"PK"

LONGEST = 31
"""Letters that Excel lets a sheet's name have."""


def marked(content: bytes, name: str, problems: list[dict], edits: Iterable[Edit] = ()) -> bytes:
    """The workbook as it is settled, without what marked it before, with a comment and a colour at each problem's cell
    and a first sheet that lists them with links.
    """
    book = _own(content)
    called: dict[str, str] = {}
    if book is None:
        book, called = _copied(content, name)
    unmarked(book)
    inserted = settled_in(book, [replace(each, sheet=called.get(each.sheet, each.sheet)) for each in edits])
    problems = [{**each, "sheet": called.get(each["sheet"], each["sheet"])} for each in problems]
    problems = [_moved(each, inserted.get(each["sheet"], [])) for each in problems]
    colours: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        if problem["cell"] and problem["sheet"] in book.sheetnames:
            cell = _mark(book[problem["sheet"]], problem)
            colours.setdefault((problem["sheet"], problem["severity"]), []).append(cell)
    for (sheet, severity), cells in colours.items():
        _colour(book[sheet], severity, cells)
    _list(book, problems)
    book.calculation.fullCalcOnLoad = True
    written = BytesIO()
    book.save(written)
    as_given = not called and has_formulas(book)
    return with_results(written.getvalue(), content, book, inserted) if as_given else written.getvalue()


def problems_alone(problems: list[dict], why: str) -> bytes:
    """A workbook of nothing but the list, where the file itself cannot be marked; it says why."""
    book = Workbook()
    book.active["A1"] = why
    _list(book, problems)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _own(content: bytes) -> Workbook | None:
    """The person's workbook with all that is in it; None for a file of another kind, or one that only the reader of
    values can open.
    """
    if not content.startswith(ZIP):
        return None
    try:
        return load_workbook(BytesIO(content), rich_text=True)
    except Exception:
        return None


def _copied(content: bytes, name: str) -> tuple[Workbook, dict[str, str]]:
    """A new workbook with the values in their cells, and what each sheet is called there."""
    book, sheet = Workbook(), None
    book.remove(book.active)
    called: dict[str, str] = {}
    for kind, *rest in answers(content, name):
        if kind == "sheet":
            sheet = book.create_sheet(INVALID_TITLE_REGEX.sub(" ", rest[0]).strip("' ")[:LONGEST] or "Sheet")
            called[rest[0]] = sheet.title
        elif kind == "rows":
            numbers, columns = rest
            for number, values in zip(numbers, zip(*columns, strict=True), strict=True):
                _write(sheet, number, values)
    return book, called


def _write(sheet: Worksheet, number: int, values: tuple) -> None:
    for place, value in enumerate(values, 1):
        if value not in (None, ""):
            cell = sheet.cell(number, place)
            if isinstance(value, str):
                # Text that begins like a formula is text.
                cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", value), "s"
            else:
                cell.value = value


def _moved(problem: dict, inserted: Inserted) -> dict:
    """The problem with its cell where rows that were put in have moved it."""
    if not problem["cell"] or not inserted:
        return problem
    place, number = cell_place(problem["cell"])
    return {**problem, "cell": cell_name(place, moved(inserted, number))}


def _mark(sheet: Worksheet, problem: dict) -> str:
    """Explains the problem at its cell, below what a person says there; answers the cell."""
    cell = sheet[problem["cell"]]
    if isinstance(cell, MergedCell):
        within = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
        cell = sheet.cell(within.min_row, within.min_col)
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    author = cell.comment.author if cell.comment else AUTHOR
    cell.comment = Comment(f"{before}{BEGINS}{one_part(problem['message'])}", author, width=340, height=140)
    return cell.coordinate


def _colour(sheet: Worksheet, severity: str, cells: list[str]) -> None:
    """Colours the cells by a rule: the colours that they have of their own stay under it."""
    rule = FormulaRule([ALWAYS], fill=PatternFill("solid", bgColor=COLOURS[severity]))
    sheet.conditional_formatting.add(" ".join(dict.fromkeys(cells)), rule)


def _list(book: Workbook, problems: list[dict]) -> None:
    taken = {name.casefold() for name in book.sheetnames}
    sheet = book.create_sheet(
        next(
            name for name in (LIST, *(f"{LIST} {number}" for number in range(2, 1_000))) if name.casefold() not in taken
        ),
        0,
    )
    book.active = 0
    sheet["A1"], sheet["A1"].font = (
        TOLD.format(count=len(problems), day=f"{datetime.now():%d %b %Y}"),
        Font(bold=True),
    )
    for place, head in enumerate(HEADS, 1):
        sheet.cell(3, place, head).font = Font(bold=True)
    for row, problem in enumerate(problems, 4):
        for place, value in enumerate((problem["sheet"], problem["cell"], problem["value"], problem["message"]), 1):
            if value:
                sheet.cell(row, place).value = ILLEGAL_CHARACTERS_RE.sub("", str(value))
                sheet.cell(row, place).data_type = "s"
        if problem["cell"] and problem["sheet"] in book.sheetnames:
            sheet.cell(row, 2).hyperlink = Hyperlink(
                ref=f"B{row}", location=f"'{problem['sheet'].replace(chr(39), chr(39) * 2)}'!{problem['cell']}"
            )
            sheet.cell(row, 2).font = Font(underline="single", color="FF12436D")
    for letter, width in zip("ABCD", (24, 8, 30, 110), strict=True):
        sheet.column_dimensions[letter].width = width
