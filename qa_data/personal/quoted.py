"""Who is named after words in quotation marks, and in brackets after a child’s record."""

import re

from qa_data.late import late
from qa_data.personal.walk import Walk

QUOTED_BY = late(r"[\"”’'][,.]? ?(?:\(|[-–—] ?|,? ?(?:said|says|stated) )$")
OPENED = {'"': '"', "”": "“", "’": "‘", "'": " '"}
AS_LONG = 200
"""So many letters at the most stand in quotation marks before whoever says them."""
RECORD = late(
    r"\b(?:risk assessment|(?:care|placement|pathway|health|safety|support|management|behaviour) plan"
    r"|health assessment|pep|ehcp|(?:lac|cla) review|passport|key ?-?work|restraint|missing episode"
    r"|(?:case|child['’]s) file|(?:bed)?room \d{1,2}|rm \d{1,2}) \($",
    re.IGNORECASE,
)
CALLED_BY = frozenset(
    "protocol policy procedure programme scheme framework model system app tool training course database software"
    " approach method firm company agency provider contractor charity bank supplier".split()
)


def in_brackets(walk: Walk, first: int, last: int) -> bool:
    """Missing protocol (Philomena): what a protocol, a system or a course is called by."""
    start, end = walk.starts[first], walk.afters[last]
    closed = walk.text[start - 1 : start] == "(" and walk.text[end : end + 1] == ")"
    return closed and first > 0 and walk.low(first - 1) in CALLED_BY


def bracketed(walk: Walk, at: int) -> bool:
    """Whether a child’s record stands before, and then whose it is: risk assessment (Jaxon)."""
    start = walk.starts[at]
    return walk.text[start - 1 : start] == "(" and bool(RECORD.search(walk.text[max(0, start - 40) : start]))


def quoted(walk: Walk, at: int) -> bool:
    """Whether words in quotation marks stand before, and then who says so: “I like it here” (Jaxon)."""
    start = walk.starts[at]
    said = QUOTED_BY.search(walk.text[max(0, start - 12) : start])
    if not said:
        return False
    end = start - len(said[0])
    words = walk.text[max(0, end - AS_LONG) : end].rpartition(OPENED[said[0][0]])
    return bool(words[1]) and words[2].count(" ") > 1
