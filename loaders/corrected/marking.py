"""Marks a workbook's faulty cells and lists every problem on a sheet of its own."""

from datetime import datetime
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from loaders.reading.child import answers

FILLS = {"error": PatternFill("solid", fgColor="FFF6D7D2"), "warning": PatternFill("solid", fgColor="FFFBE3C0")}
LIST, HEADS = "Problems", ("Sheet", "Cell", "What stands there", "What is wrong, and what to do")
ZIP = b"PK"
AUTHOR = "Quality assurance dashboard"


def marked(content: bytes, name: str, problems: list[dict]) -> bytes:
    """The workbook with a comment and a colour at each problem's cell and a first sheet that lists them with links."""
    book = _own(content) or _copied(content, name)
    for problem in problems:
        if problem["cell"] and problem["sheet"] in book.sheetnames:
            _mark(book[problem["sheet"]], problem)
    _list(book, problems)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


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


def _copied(content: bytes, name: str) -> Workbook:
    """A new workbook with the values in their cells."""
    book, sheet = Workbook(), None
    book.remove(book.active)
    for kind, *rest in answers(content, name):
        if kind == "sheet":
            sheet = book.create_sheet(rest[0][:31] or "Sheet")
        elif kind == "rows":
            for number, values in zip(*rest, strict=True):
                _write(sheet, number, values)
    return book


def _write(sheet: Worksheet, number: int, values: tuple) -> None:
    for place, value in enumerate(values, 1):
        if value not in (None, ""):
            cell = sheet.cell(number, place)
            if isinstance(value, str):
                # Text that begins like a formula is text.
                cell.value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", value), "s"
            else:
                cell.value = value


def _mark(sheet: Worksheet, problem: dict) -> None:
    cell = sheet[problem["cell"]]
    if isinstance(cell, MergedCell):
        within = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
        cell = sheet.cell(within.min_row, within.min_col)
    said = f"{cell.comment.text}\n\n{problem['message']}" if cell.comment else problem["message"]
    cell.comment, cell.fill = Comment(said, AUTHOR, width=340, height=140), FILLS[problem["severity"]]


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
        (
            f"{len(problems)} to look at, {datetime.now():%d %b %Y}: mend each, save, and upload the file again. This"
            " sheet is not read."
        ),
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
