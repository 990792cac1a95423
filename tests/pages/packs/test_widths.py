"""The columns of a table in a pack: no word is broken or printed over the next, whatever it is written as."""

from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation
from pptx.enum.dml import MSO_FILL

from pages.packs.pack import Pack, Paragraph, Section, Table
from pages.packs.slides import slides
from pages.packs.widths import BESIDE, fits, shares
from pages.packs.word import word

OVERDUE = Table(
    "Overdue",
    ("Home", "Reference", "Source", "Standard", "Action", "Owner", "Due", "Days overdue"),
    (
        ("Cedar View", "CV-052", "Regulation 44 recommendation", "Relationships", "Mend " * 30, "Key worker", "", 61),
        ("Elm Base", "EB-011", "Management check", "Leadership", "Send it", "Registered manager", "5 Oct 2026", 26),
    ),
)
WORDS = ("Cedar View", "Reference", "recommendation", "Relationships", "Action", "Registered", "5 Oct 2026", "overdue")
RATED = Table("Rated", ("Standard", "Red", "Amber"), (("Education", 0, 3), ("Amber", "Red", "Amber")))


def drawn(*parts) -> Pack:
    return Pack("A pack", "Position at 31 October 2026", (Section("What is owed", parts),))


def test_each_column_has_room_for_its_longest_word_and_the_rest_goes_to_whoever_says_most():
    letters = 124
    widths = [letters * share for share in shares(OVERDUE, letters)]
    assert sum(widths) == pytest.approx(letters) and fits(OVERDUE, letters)
    assert all(width >= len(word) + BESIDE for width, word in zip(widths, WORDS, strict=True))
    spare = [width - len(word) for width, word in zip(widths, WORDS, strict=True)]
    assert max(spare) == spare[OVERDUE.heads.index("Action")]


def test_what_does_not_fit_is_shared_out_all_the_same():
    assert not fits(OVERDUE, 60) and sum(shares(OVERDUE, 60)) == pytest.approx(1)


def test_a_word_file_gives_its_columns_these_widths():
    table = Document(BytesIO(word(drawn(OVERDUE)))).tables[0]
    widths = [cell.width for cell in table.rows[1].cells]
    assert min(widths) < max(widths) == widths[OVERDUE.heads.index("Action")]


def test_only_a_rating_is_tinted_never_a_head_of_that_name():
    show = Presentation(BytesIO(slides(drawn(RATED))))
    rows = next(shape.table for slide in show.slides for shape in slide.shapes if shape.has_table).rows
    tinted = [[cell.text for cell in row.cells if cell.fill.type == MSO_FILL.SOLID] for row in rows]
    assert tinted == [[], [], ["Amber", "Red", "Amber"]]
    shaded = [row._tr.xpath(".//w:shd") for row in Document(BytesIO(word(drawn(RATED)))).tables[0].rows]
    assert [len(each) for each in shaded] == [0, 0, 3]


def test_a_line_that_leads_to_a_table_heads_its_slide():
    show = Presentation(BytesIO(slides(drawn(Paragraph("In short."), Paragraph("Actions past their dates:"), OVERDUE))))
    said = [(slide.shapes.title.text, len(slide.shapes)) for slide in show.slides]
    assert said == [("A pack", 2), ("What is owed", 2), ("Actions past their dates", 2)]
