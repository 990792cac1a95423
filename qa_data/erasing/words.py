"""Words as they may stand in a text: as whole words, whatever their case, accents, apostrophes and what is between."""

import json
import re
import unicodedata
from functools import lru_cache
from typing import Any

from qa_data.personal import MASK

MARK = "[erased]"
"""What stands in a text in place of the words; with a number where two keys would be the same without."""

MARKED = rf"\[erased(?: \d+)?\]|{MASK.pattern.lower()}"
"""Marks and masks: what stands in them is no word of anybody's."""

NO_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters that are no other letter with an accent, as they are written without."""

BROKEN = r"(?:[-\u2010\u2011][ \t\r]*\n\s*)?"
"""Where a word is broken at the end of a line."""


class NoWords(Exception):
    """There is no letter and no digit in what should be erased."""


class Words:
    """The words of each text as they are looked for; NoWords where one has none."""

    def __init__(self, *texts: str):
        each = sorted(map(_written, texts), key=len, reverse=True)
        self._pattern = re.compile(f"{MARKED}|(?P<words>{'|'.join(each)})")

    def holds(self, text: str) -> bool:
        """Whether the words stand in the text, other than in a mark."""
        return any(match["words"] is not None for match in self._pattern.finditer(_folded(text)[0]))

    def out_of(self, text: str, mark: str = MARK) -> str:
        """The text with the mark wherever the words stood."""
        folded, places = _folded(text)
        told, since = [], 0
        for match in self._pattern.finditer(folded):
            if match["words"] is not None:
                told += [text[since : places[match.start()]], mark]
                since = places[match.end() - 1] + 1
                while since < len(text) and not _letters(text[since]) and _is_part(text[since]):
                    since += 1
        return "".join([*told, text[since:]])

    def out_of_value(self, value: Any) -> Any:
        """The same of a value of the store: of each text in a list, in a structure, and in what is written as JSON."""
        if isinstance(value, dict):
            return {name: self.out_of_value(each) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self.out_of_value(each) for each in value]
        if not isinstance(value, str):
            return value
        if value[:2] in ("[{", '{"') and (told := _read(value)) is not None:
            without = self.out_of_value(told)
            return value if without == told else json.dumps(without)
        return self.out_of(value)


def _written(text: str) -> str:
    """The regular expression of the words of a text."""
    words = re.findall(r"[^\W_]+", _folded(text)[0])
    if not words:
        raise NoWords
    between = r"[\W_]*".join(BROKEN.join(each) for each in words)
    return _before(words[0][0]) + between + _after(words[-1][-1])


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _before(letter: str) -> str:
    return "" if _stands_alone(letter) else r"(?<!\d)" if letter.isdigit() else r"(?<![^\W\d_])"


def _after(letter: str) -> str:
    return "" if _stands_alone(letter) else r"(?!\d)" if letter.isdigit() else r"(?![^\W\d_])"


def _stands_alone(letter: str) -> bool:
    """Whether the letter is of a script that writes no spaces between words."""
    return unicodedata.east_asian_width(letter) in "WF"


def _folded(text: str) -> tuple[str, Any]:
    """The text in small letters without accents, and the place in the text of each of its letters."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters = {each: _letters(each) for each in set(text)}
    folded = text.translate({ord(each): written for each, written in letters.items()})
    if all(len(each) == 1 for each in letters.values()):
        return folded, range(len(text))
    return folded, [place for place, each in enumerate(text) for _ in letters[each]]


@lru_cache(maxsize=4096)
def _letters(letter: str) -> str:
    """The letter as it is compared; nothing where it only changes the one before it or cannot be seen."""
    apart = unicodedata.normalize("NFKD", letter.casefold()).translate(NO_LETTERS)
    return "".join(each for each in apart if not _is_part(each))


def _is_part(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me", "Cf")
