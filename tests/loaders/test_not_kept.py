"""What a marked workbook cannot keep is said, and only that: held against the parts that writing it anew loses."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
import xlsxwriter
from openpyxl import load_workbook
from PIL import Image

from loaders.corrected import not_kept
from loaders.corrected.keeping import AT_A_TIME
from loaders.corrected.keeping import not_kept as looked_through


def picture() -> BytesIO:
    made = BytesIO()
    Image.new("RGB", (4, 4)).save(made, "png")
    return made


def book(draw: Callable, *parts: str) -> bytes:
    """A workbook with what is drawn in its first sheet, and with further parts of these names."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as made:
        page = made.add_worksheet("Visits")
        page.write_column(0, 0, range(5))
        draw(page, made)
    with ZipFile(written, "a") as made:
        for name in parts:
            made.writestr(name, "<x/>")
    return written.getvalue()


def boxes(page, made):
    page.insert_textbox(3, 3, "Ask Jo")
    page.insert_textbox(9, 3, "Ask Sam")


def chart(page, made):
    drawn = made.add_chart({"type": "line"})
    drawn.add_series({"values": "=Visits!$A$1:$A$5"})
    page.insert_chart("J1", drawn)


LOST = {
    "text boxes": (boxes, ["2 text boxes"]),
    "a text box": (lambda page, made: page.insert_textbox(3, 3, "Ask Jo"), ["1 text box"]),
    "sparklines": (lambda page, made: page.add_sparkline("F1", {"range": "A1:A5"}), ["sparklines"]),
    "check boxes": (
        lambda page, made: page.insert_checkbox(2, 6, True), ["check boxes in cells (they become TRUE and FALSE)"],
    ),
    "a button": (lambda page, made: page.insert_button(5, 8), ["buttons and other form controls"]),
    "a picture behind": (lambda page, made: page.set_background(picture(), True), ["a picture behind a sheet"]),
    "a picture in a cell": (
        lambda page, made: page.embed_image(10, 0, "x.png", {"image_data": picture()}),
        ["pictures in cells and linked data types"],
    ),
    "data bars": (
        lambda page, made: page.conditional_format("A1:A5", {"type": "data_bar", "data_bar_2010": True}),
        ["some of the colours by rule of the newer kinds"],
    ),
}  # fmt: skip

PARTS = {
    "xl/vbaProject.bin": "macros",
    "xl/threadedComments/threadedComment1.xml": "comments with replies (they become notes)",
    "xl/slicers/slicer1.xml": "slicers",
    "xl/timelines/timeline1.xml": "timelines",
    "xl/connections.xml": "connections to other data",
    "xl/charts/chartEx1.xml": "charts of the newer kinds",
    "docMetadata/LabelInfo.xml": "the sensitivity label",
}

KEPT = {
    "notes": lambda page, made: page.write_comment("A1", "Ask Jo"),
    "a chart": chart,
    "a picture": lambda page, made: page.insert_image("H1", "x.png", {"image_data": picture()}),
    "choices from another sheet": lambda page, made: (
        made.add_worksheet("Lists"), page.data_validation("B1", {"validate": "list", "source": "=Lists!$A$1:$A$5"}),
    ),
    "bold words": lambda page, made: page.write_rich_string("B3", "a", made.add_format({"bold": True}), "b", "c"),
    "colours by rule": lambda page, made: page.conditional_format("A1:A5", {"type": "3_color_scale"}),
    "a table": lambda page, made: page.add_table("C1:D3"),
    "nothing": lambda page, made: None,
}  # fmt: skip


def anew(content: bytes) -> bytes:
    written = BytesIO()
    load_workbook(BytesIO(content), rich_text=True).save(written)
    return written.getvalue()


@pytest.mark.parametrize("name", LOST)
def test_what_is_lost_is_said_and_is_lost(name):
    draw, told = LOST[name]
    content = book(draw)
    assert not_kept(content) == told and looked_through(anew(content)) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_lost_is_said_and_is_lost(part):
    content = book(lambda page, made: None, part)
    assert looked_through(content) == [PARTS[part]]
    with ZipFile(BytesIO(anew(content))) as written:
        assert part not in written.namelist()


@pytest.mark.parametrize("name", KEPT)
def test_what_is_kept_is_not_said(name):
    assert looked_through(book(KEPT[name])) == []


@pytest.mark.parametrize(("content", "told"), [
    (b"Home,Month\n", []),
    (b"\xd0\xcf\x11\xe0 an older workbook", ["everything but the values: formulas, widths, colours and comments"]),
    (b"PK\x03\x04 broken", ["everything but the values: formulas, widths, colours and comments"]),
])  # fmt: skip
def test_of_other_files_the_values_are_kept(content, told):
    assert not_kept(content) == told


def test_a_mark_is_counted_once_wherever_a_part_is_cut():
    drawing = b"<sp >" * 3
    for filling in range(AT_A_TIME - 8, AT_A_TIME + 2):
        written = BytesIO(book(lambda page, made: None))
        with ZipFile(written, "a") as made:
            made.writestr("xl/drawings/drawing1.xml", b" " * filling + drawing)
        assert looked_through(written.getvalue()) == ["3 shapes"]
