"""Writes a pack as slides: one message a slide, tables and native charts, alternative texts."""

from io import BytesIO
from math import ceil

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from pages.packs.native import bar_chart, described, line_chart
from pages.packs.pack import TINTS, Bullets, Chart, Pack, Paragraph, Section, Table
from pages.packs.widths import BESIDE, fits, shares
from pages.packs.worded import worded
from qa_data.wording import cut

WIDE, HIGH = Inches(13.333), Inches(7.5)
LEFT, TOP, ACROSS, DOWN = Inches(0.6), Inches(1.4), Inches(12.1), Inches(5.4)
HALF, BESIDE_IT = Inches(5.9), Inches(6.8)
"""The width of one of two halves, and where the second begins."""

LETTERS, MOST_LETTERS = 1800, 320
"""So many letters of one point go on a line, half as many of two; and so many in a cell: the workbook has the rest."""

SIZES, OF_TEXT = (20, 18, 16, 14, 12), 20
"""A table is set in the largest of these, in points, in which its rows fit on the slide; and how large the text is."""

ROOM = 370
"""So many points of height a slide has for its lines or the rows of its table."""

WRAPPED = 1.15
"""Lines end at a word, so that a text takes so much more than its letters."""

BORDER = Inches(0.06)
"""Beside the words of a cell."""

TITLE_ONLY = 5


def slides(pack: Pack) -> bytes:
    """A .pptx, 16 by 9. What does not fit on a slide goes on to the next."""
    show = _begun(pack)
    _text(_slide(show, pack.title), [pack.standing], 24)
    for section in pack.sections:
        _section(show, section)
    return _written(show)


def brief(pack: Pack) -> bytes:
    """A .pptx with a slide a section and no more: its heading is the slide's title, what does not fit is counted. A
    chart stands beside the lines, a table below them."""
    show = _begun(pack)
    for section in pack.sections:
        _one(slide := _slide(show, section.heading), section)
        _text(slide, [f"{pack.title}. {pack.standing}"], 11, Inches(7), Inches(0.35))
    return _written(show)


def _begun(pack: Pack):
    show = Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    show.core_properties.title, show.core_properties.language = worded(pack.title), "en-GB"
    return show


def _written(show) -> bytes:
    written = BytesIO()
    show.save(written)
    return written.getvalue()


def _one(slide, section: Section) -> None:
    charts = [part for part in section.parts if isinstance(part, Chart)]
    _text(slide, _words(section), 16 if charts else 20, across=HALF if charts else ACROSS)
    for chart in charts[:1]:
        _text(slide, [chart.title], 14, left=BESIDE_IT, across=HALF, down=Inches(0.4))
        line_chart(slide, chart, Inches(2.05), BESIDE_IT, HALF)
        _text(slide, [chart.alt], 11, Inches(6.1), Inches(0.9), BESIDE_IT, HALF)
    for table in [part for part in section.parts if isinstance(part, Table)][:1]:
        every = [[_short(value) for value in row] for row in table.rows]
        shown = next(iter(_fitting(every, _height(table, SIZES[-1]))), [])
        _table(slide, table, shown)
        if more := len(every) - len(shown):
            _text(slide, [f"and {more:,} more: the document and the workbook have them"], 12, Inches(6.6), Inches(0.4))


def _words(section: Section) -> list[str]:
    return [
        text
        for part, after in zip(section.parts, (*section.parts[1:], None), strict=True)
        for text in ((part.text,) if isinstance(part, Paragraph) else part.texts if isinstance(part, Bullets) else ())
        if not _leads(part, after)
    ]


def _leads(part, after) -> bool:
    """Whether it only leads to the table after it, whose slide it then heads."""
    return isinstance(part, Paragraph) and isinstance(after, Table) and part.text.endswith(":")


def _section(show, section: Section) -> None:
    for some in _fitting(_words(section), _tall):
        _text(_slide(show, section.heading), some, OF_TEXT)
    for before, part in zip((None, *section.parts), section.parts, strict=False):
        if isinstance(part, Table):
            heading = before.text.removesuffix(":") if _leads(before, part) else section.heading
            every = [[_short(value) for value in row] for row in part.rows]
            for rows in _fitting(every, _height(part, SIZES[-1])):
                _table(_slide(show, heading), part, rows)
            if part.drawn:
                bar_chart(_slide(show, part.title), part, TOP)
        elif isinstance(part, Chart):
            _text(slide := _slide(show, part.title), [part.alt], 16, down=Inches(1))
            line_chart(slide, part, Inches(2.4))


def _fitting(every: list, height) -> list[list]:
    """The rows or lines in groups that fit on a slide."""
    groups, used = [], ROOM
    for each in every:
        if used + height(each) > ROOM:
            groups, used = [*groups, []], 0
        groups[-1].append(each)
        used += height(each)
    return groups


def _tall(line: str) -> float:
    """How high a line of text and the gap after it are, in points."""
    return _lines(line, LETTERS / OF_TEXT) * OF_TEXT * 1.2 + 10


def _lines(text: str, letters: float) -> int:
    return ceil(max(1, WRAPPED * len(text) / letters))


def _short(value) -> str:
    return cut(worded(value), MOST_LETTERS)


def _height(table: Table, size: int):
    """How high a row of the table is in letters of that size, in points."""
    letters = [LETTERS / size * share - BESIDE for share in shares(table, LETTERS // size)]
    return lambda row: max(map(_lines, row, letters)) * size * 1.2 + 8


def _size(table: Table, rows: list) -> int:
    """The largest size in which the rows fit, and no word of a head is broken."""
    for size in SIZES[:-1]:
        height = _height(table, size)
        if fits(table, LETTERS // size) and sum(map(height, (table.heads, *rows))) <= ROOM:
            return size
    return SIZES[-1]


def _slide(show, heading: str):
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = LEFT, Inches(0.35), ACROSS, Inches(0.9)
    title.text_frame.text = worded(heading)
    title.text_frame.paragraphs[0].font.size, title.text_frame.paragraphs[0].font.bold = Pt(28), True
    return slide


def _text(slide, lines: list[str], size: int, top=TOP, down=DOWN, left=LEFT, across=ACROSS) -> None:
    if not lines:
        return
    frame = slide.shapes.add_textbox(left, top, across, down).text_frame
    frame.word_wrap = True
    for place, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.text, paragraph.font.size, paragraph.space_after = worded(line), Pt(size), Pt(10)


def _table(slide, table: Table, rows: list[list[str]]) -> None:
    shape = slide.shapes.add_table(len(rows) + 1, len(table.heads), LEFT, TOP, ACROSS, Inches(0.35) * (len(rows) + 1))
    described(shape, f"Table: {table.title}")
    size = _size(table, rows)
    for column, share in zip(shape.table.columns, shares(table, LETTERS // size), strict=True):
        column.width = int(ACROSS * share)
    for number, row in enumerate((table.heads, *rows)):
        for place, text in enumerate(row):
            _cell(shape.table.cell(number, place), text, size, is_head=number == 0)


def _cell(cell, text: str, size: int, is_head: bool) -> None:
    cell.text, cell.margin_left, cell.margin_right = text, BORDER, BORDER
    cell.text_frame.paragraphs[0].font.size = Pt(size)
    if text in TINTS and not is_head:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(TINTS[text].lstrip("#"))
