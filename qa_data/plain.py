"""How headers, choices and names are compared: whatever their case, spaces, punctuation and apostrophes."""

import re
import unicodedata


def plain(text: str) -> str:
    """Letters and digits only, in small letters; "&" is "and"."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return re.sub(r"[\W_]", "", folded)


def plain_home(name: str) -> str:
    """A home's name as compared: `plain`, without a leading "The"."""
    return plain(re.sub(r"^\s*the\s+", "", name, flags=re.IGNORECASE))
