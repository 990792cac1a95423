"""Several recommendations in one cell of the tracker, which are one action then: one date, one status."""

import re

from loaders.rows import Rows
from loaders.values.fault import Fault

NUMBERED = re.compile(r"(?:^|(?<=[\s;.]))\(?(\d{1,2})[.):]\)?\s+(?=[A-Za-z])")
LETTERED = re.compile(r"^[ \t]*\(?([a-z])[.)]\s+(?=[A-Za-z])", re.IGNORECASE | re.MULTILINE)
SAID = (
    "This cell holds {count} recommendations, which are kept as one action with one date and one status. Give each a"
    " row of its own."
)


def several(rows: Rows) -> None:
    """Warns (several-in-a-cell) of each action that is a numbered list."""
    if rows.dataset.name != "actions":
        return
    for row, text in enumerate(rows.values["action"]):
        if text and (count := recommendations(text)) > 1:
            rows.note_at(row, "action", Fault("several-in-a-cell", SAID.format(count=count)))


def recommendations(text: str) -> int:
    """How many the text numbers from its beginning: 1. and 2., or a) and b); 1 where it numbers none."""
    begins = text.lstrip(" \n(")[:1]
    if begins not in ("1", "a", "A"):
        return 1
    pattern = NUMBERED if begins == "1" else LETTERED
    number = 0
    for found in pattern.finditer(text):
        told = int(found[1]) if begins == "1" else ord(found[1].lower()) - 96
        number += told == number + 1
    return max(number, 1)
