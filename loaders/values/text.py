"""Text as people type it."""

import re

from loaders.values.fault import shown

UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
BLANKS = re.compile("[\u00a0\u2007\u202f]")


def text(value) -> str:
    """The text of a cell without blanks around it and without characters that cannot be seen."""
    return BLANKS.sub(" ", UNSEEN.sub("", shown(value))).strip()


def text_list(value) -> list[str]:
    """The parts of a text that is divided by ';'."""
    return [part.strip() for part in text(value).split(";") if part.strip()]
