"""Files as people, programs and enemies make them, and what each gets; the table in docs/files.md is made from them."""

import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook
from openpyxl.styles import Font

from qa_data.store import Store
from tests.drawn import HOMES, store_with

FILES = Path(__file__).parent / "reading" / "files"
PART = "xl/worksheets/sheet1.xml"
LOADED = "loaded"
NONE = "not-a-spreadsheet"

HEADERS = ("Home", "Visit date", "Visit type", "Protection of children", "Concerns", "Children spoken to")
VISIT = ("Ash House", date(2026, 10, 14), "Reg 44", "Met", "Two bulbs out", 2)

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}

LAUGHS = (
    b"<!DOCTYPE x [<!ENTITY a '1111111111'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("k")))
    + b"]><worksheet"
)

ENTITY = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><worksheet"


@dataclass(frozen=True)
class Awkward:
    """A kind of file: what it is, a name for it, how its bytes are made, and what it gets: `loaded` or a problem's
    code. `holds`: a visit's concerns as stored.
    """

    what: str
    name: str
    made: Callable[[], bytes]
    gets: str = LOADED
    holds: str | None = "Two bulbs out"


def book(*rows: tuple, title: str = "Visits", change: Callable = lambda workbook: None) -> bytes:
    """A workbook of one sheet with these rows, the usual header and visit where none are given."""
    workbook = Workbook()
    workbook.active.title = title
    for row in rows or (HEADERS, VISIT):
        workbook.active.append(row)
    change(workbook)
    workbook.save(written := BytesIO())
    return written.getvalue()


def visit(**changes) -> tuple:
    """The usual visit with other values, by header with _ for a space."""
    return tuple(changes.get(header.replace(" ", "_"), value) for header, value in zip(HEADERS, VISIT, strict=True))


def xlsxwritten(options: dict, *rows: tuple) -> bytes:
    """The same by another writer, with its options."""
    workbook = xlsxwriter.Workbook(written := BytesIO(), options | {"default_date_format": "dd/mm/yyyy"})
    sheet = workbook.add_worksheet("Visits")
    for number, row in enumerate(rows or (HEADERS, VISIT)):
        sheet.write_row(number, 0, row)
    workbook.close()
    return written.getvalue()


def rewritten(content: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    """A zipped workbook with its parts changed, and more of them."""
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(written := BytesIO(), "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, part in (more or {}).items():
            target.writestr(name, part)
    return written.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    with zipfile.ZipFile(written := BytesIO(), "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return written.getvalue()


def _labelled() -> bytes:
    """The workbook with a password as a sensitivity label would have locked it."""
    old, new = "StrongEncryptionDataSpace", "DRMEncryptedDataSpace"
    names = (struct.pack("<64sH", name.encode("utf-16-le"), 2 * len(name) + 2) for name in (old, new))
    return (FILES / "password.xlsx").read_bytes().replace(*names)


def _in_sheet(old: bytes, new: bytes, content: bytes | None = None) -> bytes:
    return rewritten(content or book(), lambda name, part: part.replace(old, new) if name == PART else part)


def _declaring(entities: bytes, used: bytes) -> bytes:
    return _in_sheet(b"Two bulbs out", used, _in_sheet(b"<worksheet", entities, xlsxwritten({"constant_memory": True})))


def _strict() -> bytes:
    def strict(name: str, part: bytes) -> bytes:
        for old, new in STRICT.items():
            part = part.replace(old, new)
        return part.replace(b"<workbook ", b'<workbook conformance="strict" ') if name == "xl/workbook.xml" else part

    return rewritten(book(), strict)


def _hidden(state: str) -> bytes:
    def hide(workbook: Workbook) -> None:
        workbook.create_sheet("Notes")
        workbook["Visits"].sheet_state = state

    return book(change=hide)


def _merged(workbook: Workbook, *areas: str) -> None:
    for area in areas:
        workbook.active.merge_cells(area)


def text(delimiter: str = ",", encoding: str = "utf-8", first: str = "", **changes) -> bytes:
    """The same as a text file."""
    rows = [HEADERS, visit(**({"Visit_date": "14/10/2026"} | changes))]
    return (first + "".join(delimiter.join(map(str, row)) + "\r\n" for row in rows)).encode(encoding)


def _bomb() -> bytes:
    return rewritten(book(), lambda name, part: part, {"xl/media/image1.png": b"\0" * 600_000_000})


def _lying() -> bytes:
    content = _in_sheet(b"</sheetData>", b"<row><c><v>1</v></c></row>" * 300_000 + b"</sheetData>")
    size = zipfile.ZipFile(BytesIO(content)).getinfo(PART).file_size
    return content.replace(struct.pack("<I", size), struct.pack("<I", 100))


def _of_months() -> bytes:
    def second(workbook: Workbook) -> None:
        sheet = workbook.create_sheet("Sept 2026")
        for row in (("Home", "Child nights", "Restraints"), ("Ash House", 90, 0)):
            sheet.append(row)

    return book(("Home", "Child nights", "Restraints"), ("Ash House", 93, 0), title="Oct 2026", change=second)


AWKWARD = (
    Awkward("A workbook as it should be", "Visits.xlsx", book),
    Awkward("Strict Open XML, as Excel can save it", "Strict.xlsx", _strict),
    Awkward("Dates counted from 1904, as on old Macs", "Mac.xlsx", partial(xlsxwritten, {"date_1904": True})),
    Awkward(
        "Texts inside the cells, as Google Sheets and other programs write them",
        "Inline.xlsx",
        partial(xlsxwritten, {"constant_memory": True}),
    ),
    Awkward("Numbers kept as text", "Text.xlsx", lambda: book(HEADERS, visit(Children_spoken_to="2"))),
    Awkward(
        "A time beside the date", "Times.xlsx", lambda: book(HEADERS, visit(Visit_date=datetime(2026, 10, 14, 9, 30)))
    ),
    Awkward("Dates written as text, day first", "Dates.xlsx", lambda: book(HEADERS, visit(Visit_date="14/10/2026"))),
    Awkward(
        "Line breaks as Excel hides them (_x000D_), and spaces that cannot be seen",
        "Breaks.xlsx",
        lambda: _in_sheet(
            b"Two bulbs out", "Two_x000D_\u00a0bulbs out".encode(), xlsxwritten({"constant_memory": True})
        ),
        holds="Two\n bulbs out",
    ),
    Awkward(
        "A title and a blank row above the header",
        "Title.xlsx",
        lambda: book(("Visits of the year",), (), HEADERS, VISIT),
    ),
    Awkward(
        "A header of two rows", "Two rows.xlsx", lambda: book((None, "Visit", None, None, None, None), HEADERS, VISIT)
    ),
    Awkward(
        "A home's name merged over its rows",
        "Merged.xlsx",
        lambda: book(
            HEADERS,
            VISIT,
            visit(Home=None, Visit_date=date(2026, 10, 21)),
            change=lambda workbook: _merged(workbook, "A2:A3"),
        ),
    ),
    Awkward("Totals among the rows", "Totals.xlsx", lambda: book(HEADERS, VISIT, ("Total", None, None, None, None, 2))),
    Awkward(
        "Notes under the table",
        "Notes.xlsx",
        lambda: book(HEADERS, VISIT, (), ("Note: provisional", None), ("Signed:", None, None, None, None, None)),
    ),
    Awkward("The header said again among the rows", "Again.xlsx", lambda: book(HEADERS, VISIT, HEADERS)),
    Awkward("A sheet a month, without a column for it", "Months.xlsx", _of_months, holds=None),
    Awkward(
        "50,000 merged ranges beside the table",
        "Ranges.xlsx",
        lambda: _in_sheet(
            b"</sheetData>",
            b"</sheetData><mergeCells>"
            + b"".join(b'<mergeCell ref="J%d:K%d"/>' % (row, row) for row in range(10, 50_010))
            + b"</mergeCells>",
        ),
    ),
    Awkward("A hidden sheet with data", "Hidden.xlsx", partial(_hidden, "hidden")),
    Awkward("A sheet that only a program can unhide", "Very hidden.xlsx", partial(_hidden, "veryHidden")),
    Awkward(
        "Rows that a filter hides",
        "Filtered.xlsx",
        lambda: book(
            HEADERS,
            VISIT,
            visit(Visit_date=date(2026, 10, 21)),
            change=lambda workbook: setattr(workbook.active.row_dimensions[3], "hidden", True),
        ),
    ),
    Awkward(
        "A row struck through",
        "Struck.xlsx",
        lambda: book(change=lambda workbook: [setattr(cell, "font", Font(strike=True)) for cell in workbook.active[2]]),
    ),
    Awkward(
        "A link to a workbook elsewhere",
        "Linked.xlsx",
        lambda: rewritten(
            book(), lambda name, part: part, {"xl/externalLinks/externalLink1.xml": b'<externalLink xmlns="x"/>'}
        ),
    ),
    Awkward(
        "A workbook with macros; they are never run",
        "Macros.xlsx",
        lambda: rewritten(book(), lambda name, part: part, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    ),
    Awkward(
        "A text that would be a formula elsewhere",
        "Formula.xlsx",
        lambda: xlsxwritten({"strings_to_formulas": False}, HEADERS, visit(Concerns="=cmd|' /C calc'!A0")),
        holds="=cmd|' /C calc'!A0",
    ),
    Awkward(
        "A text that would be a program in a page",
        "Script.xlsx",
        lambda: book(HEADERS, visit(Concerns="<script>alert(1)</script>")),
        holds="<script>alert(1)</script>",
    ),
    Awkward("A column that nobody asked for", "More.xlsx", lambda: book((*HEADERS, "Weather"), (*VISIT, "fair"))),
    Awkward(
        "A heading that says more than the column's name",
        "Percent.xlsx",
        lambda: book((*HEADERS, "Staff spoken to %"), (*VISIT, 40)),
    ),
    Awkward("A heading in other words", "Words.xlsx", lambda: book((*HEADERS, "Staff spoken with"), (*VISIT, 4))),
    Awkward(
        "A column that stands twice with different values",
        "Twice.xlsx",
        lambda: book((*HEADERS, "Staff spoken to", "Staff spoken to"), (*VISIT, 4, 5)),
        "repeated-column",
    ),
    Awkward("A text file with commas", "Visits.csv", text),
    Awkward("… with semicolons", "Semicolons.csv", partial(text, ";")),
    Awkward("… with tabs", "Tabs.csv", partial(text, "\t")),
    Awkward("… with a first line sep=;", "Sep.csv", partial(text, ";", first="sep=;\r\n")),
    Awkward("… with a mark of its encoding (UTF-8)", "Mark.csv", partial(text, encoding="utf-8-sig")),
    Awkward("… in UTF-16, as Excel's “Unicode text”", "Sixteen.csv", partial(text, "\t", "utf-16")),
    Awkward(
        "… in Windows' encoding",
        "Windows.csv",
        partial(text, encoding="cp1252", Concerns="Café – noisy"),
        holds="Café – noisy",
    ),
    Awkward("… in the Mac's line ends", "Mac.csv", lambda: text().replace(b"\r\n", b"\r")),
    Awkward("A workbook that is named .csv", "Really.csv", book),
    Awkward("A home that nobody knows", "Home.xlsx", lambda: book(HEADERS, visit(Home="Ashe House")), "unknown-home"),
    Awkward(
        "A home's sheet that a row contradicts",
        "Sheets.xlsx",
        lambda: book(HEADERS, VISIT, title="Oak House"),
        "unknown-home",
    ),
    Awkward(
        "A month's sheet with a date of another month",
        "Wrong month.xlsx",
        lambda: book(HEADERS, VISIT, title="Sep 2026"),
        "not-a-month",
    ),
    Awkward(
        "A day that does not exist",
        "September.xlsx",
        lambda: book(HEADERS, visit(Visit_date="31/09/2026")),
        "not-a-date",
    ),
    Awkward(
        "A date that can be read in two ways",
        "American.xlsx",
        lambda: book(HEADERS, visit(Visit_date="03/04/2026")),
        "ambiguous-date",
    ),
    Awkward(
        "A column that must be there is not", "Columns.xlsx", lambda: book(HEADERS[:2], VISIT[:2]), "missing-column"
    ),
    Awkward(
        "A formula that failed",
        "Failed.xlsx",
        lambda: _in_sheet(b'<c r="F2" t="n"><v>2</v></c>', b'<c r="F2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        "formula-error",
    ),
    Awkward(
        "A formula whose result was not saved",
        "Unsaved.xlsx",
        lambda: book(HEADERS, visit(Children_spoken_to="=1+1")),
        "formula-error",
    ),
    Awkward("Headers and nothing below", "Blank.xlsx", lambda: book(HEADERS), "empty-file"),
    Awkward(
        "A workbook about something else", "Rota.xlsx", lambda: book(("Monday", "Tuesday"), ("Jo", "Sam")), "no-dataset"
    ),
    Awkward("A file of no bytes", "Nothing.xlsx", bytes, "empty-file"),
    Awkward("A password", "Password.xlsx", (FILES / "password.xlsx").read_bytes, "encrypted-file"),
    Awkward("A sensitivity label that encrypts", "Label.xlsx", _labelled, "encrypted-file"),
    Awkward("Half of a workbook", "Half.xlsx", lambda: book()[:3_000], "unreadable-file"),
    Awkward("A PDF that is named .xlsx", "Report.xlsx", lambda: b"%PDF-1.7\n" + b"1 0 obj" * 99, NONE),
    Awkward(
        "A page of the web that is named .xls",
        "Export.xls",
        lambda: b"<html><table><tr><td>Home</td></tr></table></html>",
        "unreadable-file",
    ),
    Awkward(
        "A letter (.docx) that is named .xlsx",
        "Letter.xlsx",
        lambda: rewritten(book(), lambda name, part: b"", {"word/document.xml": b"<w/>"}),
        NONE,
    ),
    Awkward("A zip of workbooks", "Several.zip", partial(packed, {"Oct.xlsx": b"PK", "Sep.xlsx": b"PK"}), NONE),
    Awkward(
        "An e-mail with the workbook attached",
        "Return.eml",
        lambda: b"From: jo@example.org\r\nTo: qa@example.org\r\nMIME-Version: 1.0\r\nSubject: Return\r\n\r\nHere\r\n",
        NONE,
    ),
    Awkward("An image of the table", "Photo.png", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, NONE),
    Awkward(
        "The lock file of a workbook that somebody has open", "~$Visits.xlsx", lambda: b"\x02Jo" + b" " * 162, NONE
    ),
    Awkward("A quotation mark that is never closed", "Open.csv", lambda: text(Concerns='"open'), "unreadable-file"),
    Awkward(
        "A comma in a text without quotation marks",
        "Comma.csv",
        lambda: text(Children_spoken_to="2,3"),
        "unreadable-file",
    ),
    Awkward("Words that multiply (an XML bomb)", "Laughs.xlsx", partial(_declaring, LAUGHS, b"&j;"), "unreadable-file"),
    Awkward(
        "A file of the server's asked for (an external entity)",
        "Entity.xlsx",
        partial(_declaring, ENTITY, b"&e;"),
        "unreadable-file",
    ),
    Awkward("A zip that unpacks to more than 500 MB", "Bomb.xlsx", _bomb, "too-large"),
    Awkward("A zip that says less than it unpacks to", "Lies.xlsx", _lying, "unreadable-file"),
    Awkward(
        "One value in the last cell of the last column",
        "Corner.xlsx",
        lambda: book(change=lambda workbook: workbook.active.__setitem__("XFD1048576", "x")),
        "too-large",
    ),
    Awkward(
        "More than 150,000 rows",
        "Rows.csv",
        lambda: text() + b"Ash House,14/10/2026,Reg 44,Met,Two bulbs out,2\r\n" * 150_000,
        "too-large",
    ),
    Awkward(
        "More than 500 sheets",
        "Sheets of years.xlsx",
        lambda: book(change=lambda workbook: [workbook.create_sheet() for _ in range(500)]),
        "too-large",
    ),
    Awkward("A text of more than 100,000 letters", "Long text.csv", lambda: text(Concerns="x" * 100_001), "too-large"),
    Awkward("More than 50 MB", "Long.csv", lambda: b"x" * 50_000_001, "too-large"),
)


def with_two_homes() -> Store:
    """A store that knows the homes that the files are about."""
    return store_with(homes=HOMES + "Oak House | Residential care | 3 | 2015-05-01 | SC2\n")


def plain_words(message: str) -> str:
    """A sentence for a table: no bar, one line."""
    return re.sub(r"\s+", " ", message).replace("|", "¦")
