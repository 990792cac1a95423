"""What people wrote is text in every pack, whatever it looks like."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from pages.packs.pack import Bullets, Chart, Pack, Paragraph, Section, Table
from pages.packs.pdf import pdf
from pages.packs.slides import slides
from pages.packs.word import word
from pages.packs.worded import UNDRAWABLE, drawable, undrawn, worded
from pages.packs.workbook import workbook
from tests.pages.packs.reading import read

LIVE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "#let x = 1",
    '#read("/etc/passwd")',
    "$x$",
    "*bold* _it_ `raw`",
    "<script>alert(1)</script>",
    "[link](javascript:alert(1))",
    "\\u{1F600}",
]
ODD = "😀 漢字 العربية \u202e \x00\x0b\ufffe\ud800 e\u0301"


def pack(text: str) -> Pack:
    return Pack(
        f"A title {text}",
        "Position",
        (
            Section(
                f"A heading {text}",
                (Paragraph(text), Bullets((text,)), Table("Rows", ("Text", "More"), ((text, text), ("plain", None)))),
            ),
        ),
    )


@pytest.mark.parametrize("text", LIVE)
def test_text_that_looks_live_is_text(text):
    _, words = read(pdf(pack(text)))
    assert "".join(words.split()).count("".join(text.split())) >= 4
    shapes = [shape for slide in Presentation(BytesIO(slides(pack(text)))).slides for shape in slide.shapes]
    assert text in [
        shape.text_frame.text.splitlines()[0] for shape in shapes if shape.has_text_frame and shape.text_frame.text
    ]
    document = Document(BytesIO(word(pack(text))))
    assert [each.text for each in document.paragraphs].count(text) == 2
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [text, text]
    cell = load_workbook(BytesIO(workbook(pack(text))))["Rows"]["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_letters_that_cannot_be_printed_are_squares_and_control_characters_are_gone():
    assert drawable("漢 A\u202eB") == "□ A□B" and drawable("e\u0301") == "é" and worded("a\x00b\ud800c\ufffe") == "abc"
    assert pdf(pack(ODD)) and slides(pack(ODD)) and word(pack(ODD)) and workbook(pack(ODD))


def test_a_file_says_which_letters_it_replaced_and_another_has_them():
    _, words = read(pdf(pack("Ana said شكرا and 谢谢 😀")))
    assert "stand as □: Arabic, Chinese and pictures such as emoji. The Word file has them." in words
    assert "شكرا and 谢谢 😀" in Document(BytesIO(word(pack("Ana said شكرا and 谢谢 😀")))).paragraphs[3].text
    assert "□" not in read(pdf(pack("Zoë, Łukasz, Đorđe, Ольга, Νίκος – “so”")))[1]
    assert undrawn(["हिन्दी", "ก", "\u202e", "Ⓐ🙂", "plain"]) == [
        "Devanagari",
        "Thai",
        "marks that turn the direction of writing",
        "pictures such as emoji",
    ]


def test_every_letter_that_is_kept_can_be_printed():
    letters = [
        letter for letter in map(chr, range(0x20, 0x3000)) if letter.isprintable() and not UNDRAWABLE.match(letter)
    ]
    assert len(letters) > 1_000 and pdf(pack(" ".join(letters)))


def test_a_long_table_goes_on_to_the_next_slides_with_its_head():
    long = Pack(
        "Long",
        "Position",
        (
            Section(
                "Rows",
                (Table("Rows", ("Number", "Text"), tuple((number, "word " * (number % 60)) for number in range(60))),),
            ),
        ),
    )
    tables = [
        shape.table for slide in Presentation(BytesIO(slides(long))).slides for shape in slide.shapes if shape.has_table
    ]
    assert (
        len(tables) > 4
        and all(table.cell(0, 0).text == "Number" for table in tables)
        and sum(len(table.rows) - 1 for table in tables) == 60
    )


def test_a_word_document_has_headings_heads_on_every_page_and_words_behind_its_chart():
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><text x="5" y="20">2 in Mar</text></svg>'
    rows = tuple((number, "Red") for number in range(200))
    parts = (Table("Rows", ("Number", "Rating"), rows), Chart("Missing", "Two in March.", drawn, (), {}))
    document = Document(BytesIO(word(Pack("Long", "Position", (Section("Rows", parts),)))))
    assert [each.style.name for each in document.paragraphs if each.text in ("Long", "Rows")] == ["Title", "Heading 1"]
    first, *others = document.tables[0].rows
    assert first._tr.xpath("w:trPr/w:tblHeader") and not any(row._tr.xpath("w:trPr/w:tblHeader") for row in others)
    assert [each._inline.docPr.get("descr") for each in document.inline_shapes] == ["Two in March."]
    assert "Two in March." in [each.text for each in document.paragraphs]
