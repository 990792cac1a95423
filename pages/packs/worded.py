"""How a value of a pack is written."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from qa_data.wording import british, unbroken

UNWRITABLE = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")
"""What no document may have: control characters, halves of letters."""

UNDRAWABLE = re.compile("[^\n -~\xa0-\u04ff\u1e00-\u1eff\u2010-\u2027\u2030-\u2040\u20a0-\u20bf\u2190-\u22ff\u25a1]")
"""What the letters of the printed pack cannot draw: other scripts, pictures, marks that turn the direction."""


def worded(value) -> str:
    """British dates, thousands apart, nothing for nothing; no line ends before a %."""
    if value is None:
        return ""
    if isinstance(value, date):
        return british(value)
    return f"{value:,}" if isinstance(value, int | float) else unbroken(UNWRITABLE.sub("", str(value)))


def drawable(value) -> str:
    """As `worded`, with an empty square for each letter that cannot be printed; a tagged PDF may have no other."""
    return UNDRAWABLE.sub("□", unicodedata.normalize("NFC", worded(value).replace("\t", " ")))


def undrawn(texts: Iterable[str]) -> list[str]:
    """The kinds of letters in the texts that cannot be printed, by name: Arabic, pictures such as emoji."""
    letters = {letter for text in texts for letter in UNDRAWABLE.findall(unicodedata.normalize("NFC", worded(text)))}
    return sorted({_script(letter) for letter in letters - {"\t"}})


def _script(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("So", "Sk", "Mn", "Cn", "Co"):
        return "pictures such as emoji"
    if category == "Cf":
        return "marks that turn the direction of writing"
    script = unicodedata.name(letter, "other").split()[0].title()
    return "Chinese" if script == "Cjk" else script
