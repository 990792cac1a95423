"""How dates, counts and shares are written, everywhere."""

import re
from datetime import date, timedelta

PERCENT = re.compile(r"(?<=\d) %")


def british(day: date) -> str:
    """14 Oct 2026."""
    return f"{day.day} {day:%b %Y}"


def month_name(day: date) -> str:
    """Oct 2026."""
    return f"{day:%b %Y}"


def last_day(month: date) -> date:
    """The last day of the day's month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def percent(part: float, whole: float) -> str:
    """75 %, or 62.5 % where rounding to a whole number would hide that it is not one of 0 or 100."""
    share = 100 * part / whole
    rounded = round(share)
    return f"{share:.1f} %" if rounded in (0, 100) and share != rounded else f"{rounded} %"


def share(part: int, whole: int) -> str:
    """3 of 4 (75 %)."""
    return f"{part:,} of {whole:,} ({percent(part, whole)})"


def share_of(part: int, whole: int, one: str) -> str:
    """3 of 4 visits (75 %): a share that names what it counts."""
    return f"{part:,} of {counted(whole, one)} ({percent(part, whole)})"


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 action, 2 actions."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def in_words(number: int) -> str:
    """Five, or 12: up to ten a number is a word."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def capital(text: str) -> str:
    """The words as they begin a sentence."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """The text with a full stop, unless it ends as a sentence."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def counted_are(number: int, one: str) -> str:
    """1 action is, 2 actions are."""
    return counted(number, f"{one} is", f"{one}s are")


def unbroken(text: str) -> str:
    """The text in which no line ends between a number and its %."""
    return PERCENT.sub("\N{NO-BREAK SPACE}%", text)


def cut(text: str, room: int = 80) -> str:
    """The text where it has room, so many letters; else its first words and …"""
    return text if len(text) <= room else f"{text[:room].rsplit(' ', 1)[0]} …"


def around(text: str, place: int, letters: int) -> str:
    """The words that stand about so many letters before and after the place: … the trigger plan says …"""
    start = text.rfind(" ", 0, place - letters) + 1 if place > letters else 0
    return f"{'… ' if start else ''}{cut(text[start:], place + letters - start)}"


def cited(text: str) -> str:
    """“Mend the fence”: the first words in quotation marks, without their own full stop where a sentence goes on."""
    return f"“{cut(text.rstrip(' .'))}”"


def some(words: list[str], most: int) -> str:
    """a, b and 3 more: so many are named, the rest are counted."""
    rest = len(words) - most
    return listed(words if rest <= 0 else [*words[:most], f"{rest:,} more"])


def listed(words: list[str]) -> str:
    """a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
