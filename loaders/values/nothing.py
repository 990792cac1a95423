"""Words that say there is nothing to say: n/a, nil, none, -, not known, TBC. What each means stands here alone.

- `nil` is the number 0.
- In a column of texts each is kept as it is written.
- A choice may have one as a short form of its own (N/A is Not looked at), and a due date keeps each as no due date.
- Everywhere else each is refused with a blank suggested: a blank is no data, never 0.
"""

from loaders.values.fault import Fault
from qa_data.plain import plain

ZERO = "nil"

BLANK = ""
"""Suggested where the cell is better blank."""

WHY = "If there is nothing to say, leave the cell blank: a blank is no data, never 0."

NOTHING = frozenset(
    "na nil none nothing nk nr tbc tba tbd unknown notknown notapplicable notavailable notrecorded notstated noneknown"
    " nodata nodate nonerecorded tobeconfirmed tobeadvised awaiting awaited notinspected notset".split()
)
"""As compared."""

DASHES = " -\u2010\u2011\u2012\u2013\u2014\u2212/._?"


def says_nothing(value: object) -> bool:
    """Whether a cell says in words, or with dashes alone, that there is nothing to say."""
    return isinstance(value, str) and (plain(value) in NOTHING or not value.strip(DASHES))


def better_blank(fault: Fault) -> Fault:
    """The fault of such a cell, with a blank suggested."""
    return Fault(fault.code, f"{fault.message} {WHY}", BLANK)
