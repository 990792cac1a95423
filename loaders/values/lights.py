"""Ticks, crosses, colours and letters that stand for an answer: ✓ is read in a column of yes and no, and what is less
sure is only suggested.
"""

import re
from collections.abc import Collection, Iterable

GREEN, AMBER, RED = range(3)
MEANT = (
    ("Yes", None, "No"),
    ("Met", "Partly met", "Not met"),
    ("Clear", "Partly clear", "Not clear"),
    ("On track", "Some concerns", "Off track"),
    ("Low", "Medium", "High"),
)
"""What green, amber and red mean among the choices that have them."""

SURE = {"✓": GREEN, "✔": GREEN, "☑": GREEN, "✗": RED, "✘": RED, "☒": RED}
COLOURS = {
    **dict.fromkeys(["🟢", "🟩", "💚", "green", "g"], GREEN),
    **dict.fromkeys(["🟡", "🟨", "🟠", "🟧", "💛", "🧡", "amber", "yellow", "orange", "a"], AMBER),
    **dict.fromkeys(["🔴", "🟥", "❤", "red", "r"], RED),
}
MARKS = {
    **dict.fromkeys(["✅", "☑", "🗸", "👍", "ü", "þ", "p", "done", "complete", "completed"], GREEN),
    **dict.fromkeys(["❌", "❎", "✖", "×", "👎", "x", "û", "ý", "o", "not done", "outstanding"], RED),
}
"""ü and þ are the tick and the ticked box of the font Wingdings, û and ý its crosses, P and O those of
Wingdings 2."""

TICKS = {"✓", "✔", "☑", "✅", "🗸", "ü", "þ"}
EITHER_WAY: dict[str, dict[tuple, str]] = {
    "x": {("Yes", None, "No"): "Yes or No"},
    "p": {("Met", "Partly met", "Not met"): "Met or Partly met"},
}
"""Letters that are read in two ways where nothing beside them is a tick: many tick with an x, and P may be Partly."""


NUMBERS = {"1": GREEN, "0": RED}
BEGINS = re.compile(r"(yes|no)\b(?!.*\b(?:yes|no|not|but|except|unless|until|partly|mostly)\b)", re.IGNORECASE)
EITHER = re.compile(r"\s*y(?:es)?\s*(?:/|or)\s*n(?:o)?\s*", re.IGNORECASE)
SYMBOLS = 0xF000
"""Where a symbol font's letters stand in the private part of Unicode."""

LONGEST = 100
SIGN = 4
"""Letters that a sign has at the most, with what says how to draw it."""


def ticked(text: str) -> str | None:
    """Yes or No, where a tick or a cross says it."""
    return MEANT[0][light] if (light := SURE.get(_bare(text))) is not None else None


def with_ticks(cells: Iterable[object]) -> bool:
    """Whether any of a column's cells is a tick."""
    return any(isinstance(cell, str) and len(cell) <= SIGN and _bare(cell) in TICKS for cell in cells)


def suggested(text: str, choices: Collection[str], ticks: bool = False) -> str | None:
    """The one of the choices that a mark, a colour or a first word most likely stands for; both (`Yes or No`) for a Y/N
    that nobody has answered and for a letter that is read in two ways. `ticks`: whether ticks stand beside it.
    """
    meant = next((each for each in MEANT if {*each} - {None} <= {*choices}), None)
    if meant is None or len(text) > LONGEST:
        return None
    of_yes = meant is MEANT[0]
    both = EITHER_WAY.get(_bare(text).lower(), {}).get(meant)
    if both and not ticks:
        return both
    known = {**MARKS, **COLOURS, **SURE, **(NUMBERS if of_yes else {})}
    if (light := known.get(_bare(text).lower())) is not None:
        return meant[light]
    if of_yes and EITHER.fullmatch(text):
        return "Yes or No"
    begins = of_yes and BEGINS.match(text)
    return begins[1].capitalize() if begins else None


def _bare(text: str) -> str:
    """Without what only says how to draw a sign; a letter of a symbol font as the letter that it is."""
    sign = text.strip().rstrip("\ufe0e\ufe0f")
    symbol = len(sign) == 1 and SYMBOLS <= ord(sign) <= SYMBOLS + 0xFF
    return chr(ord(sign) - SYMBOLS) if symbol else sign
