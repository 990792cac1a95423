"""How a template looks: each look by its name."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

Looks = dict[str, Format]

GREY, BLUE, PALE = "#505A5F", "#DCE6F1", "#F3F5F7"
DATE, MONTH = {"num_format": "d mmm yyyy", "align": "left"}, {"num_format": "mmm yyyy", "align": "left"}
BOXED = {"border": 1, "border_color": "#B1B4B6"}

LOOKS = {
    "title": {"bold": True, "font_size": 13},
    "title over": {"bold": True, "text_wrap": True, "valign": "top"},
    "said": {"font_color": GREY, "text_wrap": True, "valign": "top"},
    "example": {"italic": True, "font_color": GREY},
    "example date": {"italic": True, "font_color": GREY} | DATE,
    "must": {"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom", "bg_color": BLUE},
    "head": {"bottom": 2, "text_wrap": True, "valign": "bottom", "bg_color": PALE},
    "group": {"bold": True, "left": 2, "bg_color": BLUE, "valign": "bottom"},
    "under group": {"bg_color": BLUE},
    "date": DATE,
    "month": MONTH,
    "text": {"text_wrap": True, "valign": "top"},
    "named": {"bold": True, "bg_color": BLUE, "align": "left"} | BOXED,
    "form month": {"bold": True, "bg_color": BLUE, "num_format": "mmm yyyy", "align": "center"} | BOXED,
    "form group": {"bold": True, "text_wrap": True, "valign": "top"},
    "whole": {"text_wrap": True} | BOXED,
    "part": {"text_wrap": True, "indent": 1, "font_color": GREY} | BOXED,
    "figure": {"align": "center"} | BOXED,
}


def looks(book: Workbook) -> Looks:
    """The formats of a workbook."""
    return {name: book.add_format(look) for name, look in LOOKS.items()}
