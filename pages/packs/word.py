"""Writes a pack as a Word document, for whoever goes on writing in it."""

from io import BytesIO

import typst
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from pages.packs.pack import TINTS, Bullets, Chart, Pack, Paragraph, Signed, Table
from pages.packs.pdf import LETTERS
from pages.packs.widths import MANY, shares
from pages.packs.worded import worded

WIDE, HIGH, MARGIN = Mm(210), Mm(297), Mm(18)
"""A4."""

SIGN, INDENT = Mm(8), Mm(13)
"""How wide a symbol is, and how far what it stands for is from the edge."""

LARGE = {"Title": 28, "Heading 1": 22}
"""The headings of large print, in points; its text has 18."""

LINE, SMALLER = (100, Pt(9)), (112, Pt(8))
"""So many letters of a table of that size go on a line, and of one with many columns."""

BORDER = 68
"""Beside the words of a cell, in twentieths of a point."""

CHART = Mm(110)
"""How wide a chart is: its letters are then about as large as those around it."""

PICTURE = b"""#set page(width: 174mm, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


def word(pack: Pack) -> bytes:
    """A .docx: headings to move by, tables whose heads stand on every page, words behind every chart."""
    document = Document()
    document.core_properties.title, document.core_properties.author = worded(pack.title), ""
    _set_out(document, worded(pack.standing), pack.large)
    document.add_heading(worded(pack.title), 0)
    document.add_paragraph(worded(pack.standing))
    for section in pack.sections:
        heading = document.add_heading(worded(section.heading), 1)
        heading.paragraph_format.page_break_before = section.begins_page or None
        for part in section.parts:
            WRITTEN[type(part)](document, part)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _set_out(document, standing: str, large: bool) -> None:
    page, letters = document.sections[0], document.styles["Normal"].font
    page.page_width, page.page_height = WIDE, HIGH
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    page.footer.paragraphs[0].text = standing
    letters.name, letters.size = "Arial", Pt(18 if large else 10.5)
    for style, size in LARGE.items() if large else ():
        document.styles[style].font.size = Pt(size)
    document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}").set(qn("w:val"), "en-GB")


def _bullets(document, part: Bullets) -> None:
    for text in part.texts:
        document.add_paragraph(worded(text), "List Bullet")


def _table(document, part: Table) -> None:
    table = document.add_table(1 + len(part.rows), len(part.heads), "Table Grid")
    table.autofit = False
    letters, size = SMALLER if len(part.heads) > MANY else LINE
    widths = [int((WIDE - 2 * MARGIN) * share) for share in shares(part, letters)]
    _close(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, (row, texts) in enumerate(zip(table.rows, (part.heads, *part.rows), strict=True)):
        for cell, width, value in zip(row.cells, widths, texts, strict=True):
            cell.width = width
            _cell(cell, worded(value), size, is_head=number == 0)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _close(table) -> None:
    """Leaves little room at the sides of its cells."""
    borders = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        border = OxmlElement(side)
        border.set(qn("w:w"), f"{BORDER}")
        border.set(qn("w:type"), "dxa")
        borders.append(border)
    table._tbl.tblPr.append(borders)


def _cell(cell, text: str, size: Pt, is_head: bool) -> None:
    cell.text = text
    for run in cell.paragraphs[0].runs:
        run.font.size, run.bold = size, is_head or None
    if text in TINTS and not is_head:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), TINTS[text].lstrip("#"))
        cell._tc.get_or_add_tcPr().append(shade)


def _signed(document, part: Signed) -> None:
    for place, (text, svg, alt) in enumerate(part.lines, 1):
        line = document.add_paragraph()
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = INDENT, -INDENT
        line.paragraph_format.keep_with_next = place < len(part.lines)
        picture = line.add_run().add_picture(_png(svg), SIGN)
        picture._inline.docPr.set("descr", worded(alt))
        line.add_run(f"\t{worded(text)}")


def _png(svg: str) -> BytesIO:
    drawn = typst.compile(
        PICTURE, format="png", sys_inputs={"svg": svg}, font_paths=[LETTERS], ignore_system_fonts=True
    )
    return BytesIO(drawn)


def _chart(document, part: Chart) -> None:
    title = document.add_paragraph()
    title.add_run(worded(part.title)).bold = True
    title.paragraph_format.keep_with_next = True
    picture = document.add_picture(_png(part.svg), CHART)
    picture._inline.docPr.set("descr", worded(part.alt))
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    document.add_paragraph(worded(part.alt))


WRITTEN = {
    Paragraph: lambda document, part: document.add_paragraph(worded(part.text)),
    Signed: _signed,
    Bullets: _bullets,
    Table: _table,
    Chart: _chart,
}
