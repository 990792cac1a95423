"""What files, sheets and those who sign are called, with what identifies somebody else masked."""

from collections.abc import Iterable

from qa_data.personal.masking import masked
from qa_data.personal.names import NAME


def masked_title(title: str, people: Iterable[str]) -> tuple[str, list[str]]:
    """What a file or a sheet is called, masked, and the words that were. Letters alone are nobody's initials there; a
    low line or a full stop parts words as a space does.
    """
    [told], found = masked([title.replace("_", " ")], people, initials=False)
    return (told or "", [words for _, _, words in found]) if found else (title, [])


def signed(by: str, people: Iterable[str]) -> str:
    """Who does something, as it is kept: the name that it begins with stands, since it is theirs; in what follows what
    identifies a person is masked.
    """
    [told], found = masked([by], people, initials=False)
    own = [words for _, kind, words in found[:1] if kind == NAME and by.strip().startswith(words)]
    return (told or by).replace(f"[{NAME}]", own[0], 1) if own else told or by
