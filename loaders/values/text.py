"""Text as people type it."""

import re

from loaders.values.fault import shown

ENDS = re.compile("\r\n?")
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]"
)
BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")


def cleaned(cells: list) -> list:
    """The cells without blanks around their text and characters that cannot be seen; None where nothing is left."""
    kinds = set(map(type, cells))
    if str not in kinds:
        return cells
    usual = "".join(cells if kinds == {str} else [cell for cell in cells if type(cell) is str]).isprintable()
    clean = str.strip if usual else _cleaned
    if kinds == {str} and "" not in (every := list(map(clean, cells))):
        return every
    return [clean(cell) or None if type(cell) is str else cell for cell in cells]


def _cleaned(text: str) -> str:
    return BLANKS.sub(" ", UNSEEN.sub("", ENDS.sub("\n", text))).strip()


def texts(cells: list) -> list[str | None]:
    """The cells as text: a number as its digits, a date as 14 Oct 2026."""
    return [cell if cell is None or type(cell) is str else shown(cell) for cell in cells]


def text_list(value: object) -> list[str] | None:
    """The parts of a text that is divided by ';'; None when there is none."""
    return [part.strip() for part in shown(value).split(";") if part.strip()] or None
