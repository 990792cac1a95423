"""Words by which a row says that it adds up or compares others: All homes, YTD, Q3, Target, Average, % change."""

import re

from qa_data.late import late

LONGEST = 80
"""Letters; what says more is a sentence."""

YEAR = r"(?:fy\s*)?20\d\d\s*[/\-\u2013]\s*(?:20)?\d\d"
OF_A_YEAR = rf"(?:[\s,(]*(?:{YEAR}|20\d\d|\d\d\s*[/\-\u2013]\s*\d\d)\)?)?"
TOTALS = r"(?:grand\s+|overall\s+|running\s+|cumulative\s+|sub[\s\-]*)*totals?"
MIDDLES = r"(?:average|avg|mean|median|sum|min|max|minimum|maximum)s?\.?"
MORE = r"(?:\s*[:(\u2013\-].*|\s+(?:all|for|of|in|per|to|over|across|by|this|number|ytd|20\d\d|\d+)\b.*)?"
PERIODS = (
    rf"(?:q|qtr|quarter)\.?\s*[1-4]{OF_A_YEAR}|{YEAR}\s*q[1-4]|20\d\d\s*q[1-4]|(?:[1-4]\w\w|first|second|third|fourth)"
    rf"\s+quarter{OF_A_YEAR}|h[12]{OF_A_YEAR}|half[\s\-]*year|(?:(?:full|whole|last|previous|prior|this)\s+)?year"
    rf"|annual|cumulative|(?:last|rolling)\s+\d+\s+months|(?:ytd|year[\s\-]to[\s\-]date|to\s+date){MORE}"
)
WHOLES = (
    r"all|all\s+(?:(?:the|our|council|childrens?|children['\u2019]s)\s+)*(?:homes|services|sites|units|settings)"
    r"|(?:whole\s+)?service(?:[\s\-]+(?:wide|level))?|council(?:[\s\-]+wide)?|overall|combined|national|regional"
)
COMPARED = (
    rf"(?:(?:monthly|annual|yearly|quarterly|our|national)\s+)?(?:targets?|benchmark|baseline){MORE}"
    r"|%.*|.*\s%|percent(?:age)?\b.*|per\s+cent\b.*|change|variance|difference"
)
ENDS = (
    r".*\b(?:(?:sub[\s\-]*)?totals?|averages?|avg|mean|sum|ytd|year[\s\-]to[\s\-]date|target|%\s*change|variance)\s*:?"
)
WORDS = late(rf"(?:{TOTALS}{MORE}|(?:\w+\s+)?{MIDDLES}{MORE}|{PERIODS}|{WHOLES}|{COMPARED}|{ENDS})", re.IGNORECASE)
YEARS = late(r"(?:fy\s*)?(?:financial\s+year\s*)?20(\d\d)\s*[/\-\u2013]\s*(?:20)?(\d\d)", re.IGNORECASE)


def says_total(cell: object) -> bool:
    """Whether a cell holds such words, where a home, a day or a month should stand."""
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return False
    words = cell.strip()
    return WORDS.fullmatch(words) is not None or _says_year(words)


def _says_year(words: str) -> bool:
    """2026/27 is a year from April; 2011/12 may be December."""
    years = YEARS.fullmatch(words)
    return years is not None and int(years[2]) == int(years[1]) + 1 > 12
