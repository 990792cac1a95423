"""The words of a heading: which of them say nothing, and which must never be left out."""

import re
import unicodedata
from functools import lru_cache

from qa_data.late import late

CHANGING = late(
    r"[%\uff05\ufe6a]|(?<![^\W_])(?:percent(?:age)?s?|per|pct|rates?|ratio|averages?|avge?|mean|median|maximum|minimum|max"
    r"|min|totals?|targets?|budget|forecast|running|rolling|cumulative|ytd|(?:(?:year|month|quarter|term)[\s_-]*)?to[\s_-]*"
    r"date|(?:last|previous|prev|prior|past)[\s_-]+(?:\d{1,2}[\s_-]+)?(?:month|quarter|year|week)s?)(?![^\W_])",
    re.IGNORECASE,
)
"""Words that make of a column another one: attended and attended %, restraints and total restraints."""

PART = late(
    r"(?<![^\W_])(?:benchmarks?|baselines?|tolerances?|variances?"
    r"|(?:change|difference|diff)(?=\s+(?:from|since|on)\b|\s*$)"
    r"|(?:weeks?|wks?)\.?[\s_-]*(?:\d{1,2}|commencing|beginning|ending)|w[/.][ce]|boys?|girls?|males?|females?"
    r"|(?:child|yp|young\s+person|resident)(?:\s*#?\s*\d{1,2}|\s+[a-z])|child['\u2019]s(?=\s*$)"
    r"|under\s+\d{1,2}s?|\d{1,2}\s*(?:\+|(?:and|&)\s+over))(?![^\W_])",
    re.IGNORECASE,
)
"""Words that make of a column that of a part, a week's, a child's or the boys', or what it is compared with."""

THE_FIGURE = late(
    r"(?:the\s+)?(?:actuals?|(?:this|current|reporting)\s+(?:month|period)|numbers?|no|nos|num|counts?|values?"
    r"|figures?|answers?|results?|returns?|responses?|(?:actual|monthly)\s+(?:number|count|value|figure)s?)\W*|#",
    re.IGNORECASE,
)
"""What stands over the column that holds the figure itself, of several that stand beside each other."""

OF_EACH = late(
    r"\b(?:(?:monthly\s+)?totals?|(?<!year\s)(?<!month\s)to\s+date|per\s+(?:calendar\s+)?(?:month|home|service))\b",
    re.IGNORECASE,
)
"""Words of a title that change nothing where each figure is a home's of a month: Totals per month."""

GUIDE = late(r"\b(?:no|not|never|only|without|please|see|enter|is|are|if)\b|[.!?;]\s*$", re.IGNORECASE)
"""A line that tells how to fill a table in: a sentence, or what not to write."""

OF_SEVERAL = late(r"\b(?:and|with|against|versus|vs?|compared|actuals?)\b|[&+]|[:=]\s*\d", re.IGNORECASE)
"""A title of more than one kind of figure (Performance against target), or the target itself: Target: 2."""

LONGEST_TITLE = 8
"""Words."""

COUNTS = {("number", "of"), ("no", "of"), ("nos", "of"), ("num", "of"), ("sum", "of"), ("count", "of"), ("how", "many")}
"""Words before a count that only say that it is one, also in a pivot table."""

COUNT = {"number", "no", "nos", "num", "count"}

ARTICLES = {"the", "a", "an"}

NUMBER_OF = late(r"\s*(?:#|(?:nos?|nr|num)\.|(?:nr|number|num)\b)\s*(?:of\b)?\s*(?=[^\W_])", re.IGNORECASE)
"""What stands before a count and only says that it is one. “No” without its full stop may be a refusal."""

HOURS = late(r"(?<![^\W\d_])(\d*)\s*h(?:ou)?rs?\b", re.IGNORECASE)

APOSTROPHE = late("['\u2019\u02bc`\u00b4\u2018]")
WORD = late(r"[^\W_]+")


def brackets(text: str) -> tuple[str, str]:
    """What stands outside all brackets, and what stands in any."""
    parts: tuple[list[str], list[str]] = ([], [])
    deep = 0
    for letter in text:
        deep = max(deep - (letter in ")]"), 0)
        parts[deep > 0].append(" " if letter in "()[]" else letter)
        deep += letter in "(["
    return "".join(parts[0]), "".join(parts[1])


def words(text: str) -> list[str]:
    """The words of a heading in small letters, without plurals and articles; a % is one."""
    told = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("%", " percent ")
    told = APOSTROPHE.sub("", told)
    told = HOURS.sub(r"\1 hour", told) if "hr" in told or "hour" in told else told
    return [singular(word) for word in WORD.findall(told) if word not in ARTICLES]


@lru_cache(4_096)
def singular(word: str) -> str:
    """A word without its plural."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def unnumbered(text: str) -> str:
    """A heading without what stands before it and only says that it is a count: #, No. of, Nr of."""
    return text[match.end() :] if (match := NUMBER_OF.match(text)) else text


def uncounted(told: list[str]) -> list[str]:
    """Words of a heading without those that only say that it is a count."""
    if tuple(told[:2]) in COUNTS:
        told = told[2:]
    return told[:-1] if len(told) > 1 and told[-1] in COUNT else told


def changing(text: str) -> str | None:
    """The word in a heading that makes of a column another one: %, total, last month; None where there is none."""
    found = CHANGING.search(text) or PART.search(text)
    return found[0] if found else None


def changing_all(title: str) -> str | None:
    """The word in a title or a sheet's name that makes all figures under it others: Targets, Rates per 100 nights."""
    if len(title.split()) > LONGEST_TITLE or GUIDE.search(title) or OF_SEVERAL.search(title):
        return None
    return changing(OF_EACH.sub(" ", title.replace("_", " ")))


def is_the_figure(text: str) -> bool:
    """Whether a heading says that its column holds the figure itself: Actual, This month, Number."""
    return THE_FIGURE.fullmatch(text.strip()) is not None
