"""What reading takes from .xls, .xlsb and .ods, with the formulas that failed."""

import struct
from datetime import date, datetime, time
from itertools import starmap
from pathlib import Path

import pytest

from loaders.reading import read

FILES = Path(__file__).parent / "files"
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "style", "text", "table")
)
ODS = f"""<office:document-content {NAMESPACES}
xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>
<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>"""
RELATIONSHIPS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
Target="worksheets/sheet1.bin"/></Relationships>"""


def _cell(about="", shown=""):
    return f"<table:table-cell {about}>" + (f"<text:p>{shown}</text:p>" if shown else "") + "</table:table-cell>"


def _table(name, *rows, about=""):
    rows = "".join(f"<table:table-row>{''.join(cells)}</table:table-row>" for cells in rows)
    return f'<table:table table:name="{name}" {about}>{rows}</table:table>'


@pytest.fixture
def ods(opened, zipped):
    def ods(*tables):
        return opened(
            "a.ods",
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "META-INF/manifest.xml": "<manifest/>",
                    "content.xml": ODS % "".join(tables),
                }
            ),
        ).sheets

    return ods


def test_xls():
    visits, old = read(FILES / "visits.xls").sheets
    assert visits.rows == [(None,) * 6] * 2 + [
        (None, "Home", "Date", "Places", "Rate", "Sum"),
        (None, "Ash House", date(2026, 10, 14), 7, 0.5, None),
        (None, "Elm", None, True, None, None),
    ]
    assert visits.errors == {(4, 2): "#N/A"}
    assert (old.name, old.hidden, old.rows) == ("Old", True, [("kept",)])


def test_xls_percentages(opened):
    content = (FILES / "visits.xls").read_bytes()
    assert read(FILES / "visits.xls").sheets[0].percentages == set()
    visits, _ = opened("a.xls", content.replace(b"DD/MM/YYYY", b"0.0000000%")).sheets
    assert visits.percentages == {(3, 2)} and isinstance(visits.rows[3][2], int)
    visits, _ = opened("a.xls", content.replace(b"DD/MM/YYYY", b'0.00000"%"')).sheets
    assert visits.percentages == set()


def test_ods_values(ods):
    typed = 'office:value-type="{}" office:{}="{}"'.format
    values = [
        _cell('office:value-type="string"', "Ash House"),
        _cell(typed("float", "value", "7")),
        _cell(typed("boolean", "boolean-value", "true")),
        _cell(typed("date", "date-value", "2026-10-14")),
        _cell(typed("date", "date-value", "2026-10-14T09:30:00")),
        _cell(typed("time", "time-value", "PT09H30M00S")),
    ]
    visits, old = ods(_table("Visits", [_cell()], values), _table("Old", [values[0]], about='table:style-name="off"'))
    assert visits.rows == [
        (None,) * 6,
        ("Ash House", 7, True, date(2026, 10, 14), datetime(2026, 10, 14, 9, 30), time(9, 30)),
    ]
    assert (visits.hidden, old.hidden) == (False, True)


def test_ods_failed_and_unsaved_formulas(ods):
    failed = _cell(
        'table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"',
        "#DIV/0!",
    )
    blank = _cell('table:number-columns-repeated="3"')
    head = _cell('office:value-type="string"', "Rate")
    (sheet,) = ods(_table("Visits", [head], [blank, failed, _cell('table:formula="of:=A1"')]))
    assert sheet.errors == {(1, 3): "#DIV/0!", (1, 4): "=A1"}
    assert sheet.rows == [("Rate", None, None, None, None), (None,) * 5]


def test_ods_percentages(ods):
    cells = [
        _cell(f'office:value-type="{kind}" office:value="{value}"', value)
        for kind, value in (("float", 1), ("percentage", 1), ("percentage", 0.5))
    ]
    alike = _cell('office:value-type="percentage" office:value="1" table:number-columns-repeated="2"', "100%")
    (sheet,) = ods(_table("Returns", cells, [cells[0], alike]))
    assert sheet.percentages == {(0, 1), (0, 2), (1, 1), (1, 2)}


def _record(kind: int, body: bytes) -> bytes:
    return bytes([kind & 0x7F | 0x80, kind >> 7] if kind > 127 else [kind]) + bytes([len(body)]) + body


def _words(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb(
    zipped, cells: list[list[tuple[int, bytes]]], *merged: tuple[int, int, int, int], style: int = 0, forms: str = ""
) -> bytes:
    """A hidden sheet Visits whose first row is the fourth, its cells from column B on."""
    book = [
        (131, b""),
        (143, b""),
        (156, struct.pack("<II", 1, 1) + _words("r1") + _words("Visits")),
        (144, b""),
        (132, b""),
    ]
    rows = [
        record
        for number, row in enumerate(cells, 3)
        for record in (
            (0, struct.pack("<I", number) + b"\0" * 17),
            *((kind, struct.pack("<II", column, style) + value) for column, (kind, value) in enumerate(row, 1)),
        )
    ]
    areas = (
        [(177, struct.pack("<I", len(merged))), *((176, struct.pack("<IIII", *area)) for area in merged), (178, b"")]
        if merged
        else []
    )
    sheet = [
        (129, b""),
        (148, struct.pack("<IIII", 3, 2 + len(cells), 1, len(cells[0]))),
        (145, b""),
        *rows,
        (146, b""),
        *areas,
        (130, b""),
    ]
    own = [(47, struct.pack("<HH", 0, number) + b"\0" * 12) for number in (0, 9, 164)]
    styles = [
        *((615, struct.pack("<I", 1)), (44, struct.pack("<H", 164) + _words(forms)), (616, b"")),
        *((626, struct.pack("<I", 1)), own[1], (627, b"")),
        *((617, struct.pack("<I", len(own))), *own, (618, b"")),
    ]
    return zipped(
        {
            **({"xl/styles.bin": b"".join(starmap(_record, styles))} if forms else {}),
            "xl/workbook.bin": b"".join(starmap(_record, book)),
            "xl/_rels/workbook.bin.rels": RELATIONSHIPS,
            "xl/worksheets/sheet1.bin": b"".join(starmap(_record, sheet)),
        }
    )


def test_xlsb(opened, zipped):
    (sheet,) = opened(
        "a.xlsb", _xlsb(zipped, [[(6, _words("Ash House")), (5, struct.pack("<d", 7)), (4, b"\1"), (3, b"\x07")]])
    ).sheets
    assert (sheet.name, sheet.hidden, sheet.errors) == ("Visits", True, {(3, 4): "#DIV/0!"})
    assert sheet.rows == [(None,) * 5] * 3 + [(None, "Ash House", 7, True, None)]


@pytest.mark.parametrize(
    "style, forms, percent", [(0, "0.0%", False), (1, "0", True), (2, "0.0%", True), (2, "0", False)]
)
def test_xlsb_percentages(opened, zipped, style, forms, percent):
    cells = [[(6, _words("Ash House")), (5, struct.pack("<d", 7))]]
    (sheet,) = opened("a.xlsb", _xlsb(zipped, cells, style=style, forms=forms)).sheets
    assert sheet.percentages == ({(3, 2)} if percent else set())


def test_xlsb_merged_cells(opened, zipped):
    seven = 5, struct.pack("<d", 7)
    (sheet,) = opened(
        "a.xlsb", _xlsb(zipped, [[(6, _words("Ash House")), seven], [(1, b""), seven], [(1, b""), seven]], (3, 4, 1, 1))
    ).sheets
    assert [row[1] for row in sheet.rows[3:]] == ["Ash House", "Ash House", None]


def test_ods_merged_cells(ods):
    value = _cell('office:value-type="float" office:value="7"')
    top = _cell(
        'office:value-type="string" table:number-columns-spanned="1" table:number-rows-spanned="2"', "Ash House"
    )
    first, second = ods(
        _table("Notes", [value]),
        _table(
            "Visits",
            [_cell('table:number-columns-repeated="2"'), top, value],
            [_cell('table:number-columns-repeated="2"'), "<table:covered-table-cell/>", value],
            [_cell('table:number-columns-repeated="3"'), value],
        ),
    )
    assert first.rows == [(7,)] and [row[2:] for row in second.rows] == [("Ash House", 7), ("Ash House", 7), (None, 7)]
