"""Which formats of numbers show a percentage."""

import re

OWN = {9, 10}
"""The numbers of Excel's own formats 0% and 0.00%."""

LONGEST = 255
"""Letters that Excel takes."""

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def of_shares(code: str) -> bool:
    """Whether a format such as 0.0% shows a number as a percentage; in quotation marks the sign is only written."""
    return "%" in QUOTED.sub("", code[:LONGEST])
