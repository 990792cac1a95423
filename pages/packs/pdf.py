"""Writes a pack as a tagged PDF (PDF/UA-1)."""

import json
from collections.abc import Iterator
from pathlib import Path

import font_source_sans_pro
import typst

from pages.packs.pack import TINTS, Bullets, Chart, Pack, Paragraph, Signed, Table
from pages.packs.widths import MANY, shares
from pages.packs.worded import drawable, undrawn
from qa_data.wording import listed

LAYOUT = Path(__file__).parent / "pack.typ"
LETTERS = Path(font_source_sans_pro.__file__).parent

LINE, SMALLER = 110, 124
"""So many letters go on a line of a table, and of one with many columns, which `pack.typ` sets smaller."""


def pdf(pack: Pack) -> bytes:
    """The document: A4, headings, tables with their heads, alternative text behind every chart. What people wrote is
    never read as layout.
    """
    sections = [
        {
            "heading": drawable(section.heading),
            "begins_page": section.begins_page,
            "parts": [TOLD[type(part)](part) for part in section.parts],
        }
        for section in pack.sections
    ]
    told = {
        "title": drawable(pack.title),
        "standing": drawable(pack.standing),
        "sections": sections,
        "tints": TINTS,
        "replaced": _replaced(pack),
        "large": pack.large,
    }
    return typst.compile(
        LAYOUT,
        sys_inputs={"pack": json.dumps(told, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        font_paths=[LETTERS],
        ignore_system_fonts=True,
    )


def _replaced(pack: Pack) -> str:
    """Which letters stand as squares, and where they can be read; blank without any."""
    kinds = undrawn(_texts(pack))
    return f"Letters that this file cannot print stand as □: {listed(kinds)}. The Word file has them." if kinds else ""


def _texts(pack: Pack) -> Iterator[str]:
    yield pack.title
    for section in pack.sections:
        yield section.heading
    for paragraph in pack.parts(Paragraph):
        yield paragraph.text
    for signed in pack.parts(Signed):
        yield from (text for text, _, _ in signed.lines)
    for bullets in pack.parts(Bullets):
        yield from bullets.texts
    for table in pack.parts(Table):
        yield from (value for row in table.rows for value in row if isinstance(value, str))
    for chart in pack.parts(Chart):
        yield from (chart.title, chart.alt)


def _table(table: Table) -> dict:
    rows = [[drawable(value) for value in row] for row in table.rows]
    many = len(table.heads) > MANY
    widths = shares(table, SMALLER if many else LINE)
    return {"kind": "table", "heads": table.heads, "rows": rows, "widths": widths, "many": many}


TOLD = {
    Paragraph: lambda part: {"kind": "paragraph", "text": drawable(part.text)},
    Signed: lambda part: {
        "kind": "signed",
        "lines": [{"text": drawable(text), "svg": svg, "alt": alt} for text, svg, alt in part.lines],
    },
    Bullets: lambda part: {"kind": "bullets", "texts": [drawable(text) for text in part.texts]},
    Table: _table,
    Chart: lambda part: {"kind": "chart", "title": drawable(part.title), "alt": drawable(part.alt), "svg": part.svg},
}
