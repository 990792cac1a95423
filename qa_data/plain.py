"""How headers, choices and names are compared: whatever their case, spaces, punctuation and apostrophes."""

import re
import unicodedata

LETTERS_THAT_ARE_APOSTROPHES = "\u02bb\u02bc\u02b9\ua78c"
NOT_COMPARED = re.compile(rf"[\W_{LETTERS_THAT_ARE_APOSTROPHES}]+")
PERCENT = re.compile("[%\uff05\ufe6a]")


def plain(text: str) -> str:
    """Letters and digits only, in small letters; "&" is "and"."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return NOT_COMPARED.sub("", folded)


def plain_heading(text: str) -> str:
    """A heading as compared: `plain`, but a % is a word, since attended and attended % are two columns."""
    return plain(PERCENT.sub(" percent ", text))


def plain_home(name: str) -> str:
    """A home's name as compared: `plain`, without a leading "The" (TheOaks is The Oaks is Oaks)."""
    compared = plain(name)
    return compared.removeprefix("the") or compared
