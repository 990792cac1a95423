"""Several numbered recommendations in one text, told from each other."""

import re
from collections.abc import Callable

from qa_data.late import late

BEGINS = r"(?:^|(?<=[\s;.,]))"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def _letter(sign: str) -> int:
    return ord(sign.lower()) - 96


def _roman(sign: str) -> int:
    return ROMAN.index(sign.lower()) + 1 if sign.lower() in ROMAN else 0


KINDS: tuple[tuple[re.Pattern[str], Callable[[str], int]], ...] = (
    (late(BEGINS + r"\(?(\d{1,2})[.):]\)?(?:\s+(?=[A-Za-z])|(?=[A-Z]))"), int),
    (
        late(
            BEGINS + r"(?:r|recs?|recommendations?|actions?|requirements?)\.?\s{0,3}(\d{1,2})\s{0,3}[.):\-–]\s{0,3}"
            r"(?=[A-Za-z])",
            re.IGNORECASE,
        ),
        int,
    ),
    (late(r"^[ \t]*\(?([a-z])[.)]\s+(?=[A-Za-z])", re.IGNORECASE | re.MULTILINE), _letter),
    (late(BEGINS + r"\(?([a-z])\)\s{0,3}(?=[A-Za-z])", re.IGNORECASE), _letter),
    (late(BEGINS + r"\(?([ivx]{1,4})\)\s{0,3}(?=[A-Za-z])", re.IGNORECASE), _roman),
    (late(r"^[ \t]*([ivx]{1,4})\.\s+(?=[A-Za-z])", re.IGNORECASE | re.MULTILINE), _roman),
    (late(BEGINS + r"(\d{1,2})\s+(?=[A-Z])"), int),
)
"""How recommendations are numbered, and which one a number, a letter or a Roman number is: 1. 2), R1: Rec 2 -, a) (b),
i) (ii), and 1 Fix 2 Mend.
"""


FIRST = late(r"[\s(]*(?:1\b|[ai][.)]|(?:r|rec|action|requirement)[a-z]{0,11}\.?\s{0,3}1\b)", re.IGNORECASE)
"""How a text begins that numbers anything: most are told by it alone."""


def recommendations(text: str) -> list[str]:
    """Those that the text numbers from its beginning, without their numbers; the text itself where it numbers none."""
    if not FIRST.match(text):
        return [text]
    return next((parts for kind, number in KINDS if len(parts := _parts(text, kind, number)) > 1), [text])


def _parts(text: str, kind: re.Pattern[str], number: Callable[[str], int]) -> list[str]:
    found: list[re.Match[str]] = []
    for each in kind.finditer(text):
        found += [each] * (number(each[1]) == len(found) + 1)
    if not found or text[: found[0].start()].strip(" \n\t("):
        return []
    ends = [each.start() for each in found[1:]] + [len(text)]
    return [text[each.end() : end].strip(" \t\r\n;,") for each, end in zip(found, ends, strict=True)]
