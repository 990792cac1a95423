"""Several numbered recommendations in one text, told from each other."""

import re

NUMBERED = re.compile(r"(?:^|(?<=[\s;.]))\(?(\d{1,2})[.):]\)?\s+(?=[A-Za-z])")
LETTERED = re.compile(r"^[ \t]*\(?([a-z])[.)]\s+(?=[A-Za-z])", re.IGNORECASE | re.MULTILINE)


def recommendations(text: str) -> list[str]:
    """Those that the text numbers from its beginning, 1. and 2., or a) and b), without their numbers; the text itself
    where it numbers none.
    """
    begins = text.lstrip(" \n(")[:1]
    if begins not in ("1", "a", "A"):
        return [text]
    found: list[re.Match] = []
    for each in (NUMBERED if begins == "1" else LETTERED).finditer(text):
        told = int(each[1]) if begins == "1" else ord(each[1].lower()) - 96
        found += [each] * (told == len(found) + 1)
    ends = [each.start() for each in found[1:]] + [len(text)]
    parts = zip(found, ends[: len(found)], strict=True)
    return [text[each.end() : end].strip(" \t\r\n;") for each, end in parts] or [text]
