"""The results of formulas, which writing a workbook anew leaves out, put back: it is read before anybody opens it."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from loaders.corrected.writing import Inserted, rows_now

Results = dict[str, object]
"""What each formula of a sheet shows, by cell."""

WRITTEN = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"((?: s="\d{1,9}")?)(?: t="[a-z]{1,9}")?>(<f\b[^<>]*>[^<]*</f>)<v ?/?>(?:</v>)?</c>'
)
PART = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def has_formulas(book: Workbook) -> bool:
    """Whether any cell of the workbook holds a formula."""
    return any(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def with_results(written: bytes, content: bytes, book: Workbook, inserted: dict[str, Inserted]) -> bytes:
    """The workbook as it is written, each formula with what it showed in the file as it was given."""
    known = load_workbook(BytesIO(content), data_only=True, read_only=True)
    results = {name: _results(known[name], inserted.get(name, [])) for name in known.sheetnames if name in book}
    sheets = [sheet.title for sheet in book.worksheets]
    made = BytesIO()
    with ZipFile(BytesIO(written)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            named, what = PART.fullmatch(part.filename), before.read(part)
            shown = results.get(sheets[int(named[1]) - 1], {}) if named else {}
            after.writestr(part, WRITTEN.sub(_put_back(shown), what) if shown else what)
    return made.getvalue()


def _results(sheet: Worksheet, inserted: Inserted) -> Results:
    cells = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return {f"{cell.column_letter}{row}": cell.value for cell in cells for row in rows_now(inserted, cell.row)}


def _put_back(results: Results) -> Callable[[re.Match], bytes]:
    def put_back(found: re.Match) -> bytes:
        value = results.get(found[1].decode())
        if value is None:
            return found[0]
        kind, shown = _told(value)
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (found[1], found[2], kind, found[3], escape(shown).encode())

    return put_back


def _told(value: object) -> tuple[bytes, str]:
    """The kind of a result and how a workbook has it."""
    if isinstance(value, bool):
        return b' t="b"', str(int(value))
    if isinstance(value, int | float):
        return b"", repr(value)
    if isinstance(value, date | datetime | time | timedelta):
        return b"", repr(to_excel(value))
    return (b' t="e"' if value in ERROR_CODES else b' t="str"'), str(value)
