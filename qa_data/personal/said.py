"""What is said of a name: whether it is a person's at all, and whether a text says it of a child; what may be one."""

from qa_data.personal import cues
from qa_data.personal.known import Known
from qa_data.personal.walk import Walk
from qa_data.personal.words import NO_NAME, SMALL_WORDS, WORD, look

NOBODY = Known(())
MOST = 6


def names_somebody(text: str) -> bool:
    """Whether a text of a few words can be a person's full name, rather than a role or a team."""
    looks = [look(word) for word in WORD.findall(text[:200])]
    own = [each for each in looks if each.capital and (not each.ends or each.surname)]
    return 2 <= len(looks) <= MOST and len(own) > 1 and not any(each.ends and not each.surname for each in looks)


def called_a_child(text: str, name: str) -> bool:
    """Whether the words before or after the name in the text say that it is a child's."""
    start = text.find(name)
    if start < 0:
        return False
    walk = Walk(text, NOBODY)
    places = [at for at, first in enumerate(walk.starts) if start <= first < start + len(name)]
    return bool(places) and (cues.child_before(walk, places[0]) or cues.aged(walk, places[-1]))


ENDED = frozenset("t s m re ve ll d".split())
"""What stands behind the apostrophe of a shortened word: don't, they'll."""


def unlisted(text: str) -> list[str]:
    """The words of a text, in small letters, that no list of the language's words has: one of them may be a name, where
    somebody must be sure that none stands there.
    """
    words = (part for word in WORD.findall(text.lower().replace("’", "'")) for part in _parts(word))
    return list(dict.fromkeys(part for part in words if not _is_listed(part)))


def _parts(word: str) -> list[str]:
    parts = word.replace("-", "'").split("'")
    return parts[:-1] if len(parts) > 1 and parts[-1] in ENDED else parts


def _is_listed(word: str) -> bool:
    if len(word) < 2 or word.endswith(NO_NAME) or any(map(str.isdigit, word)) or word in SMALL_WORDS:
        return True
    return any(look(each).common or look(each).ends for each in (word, word.removesuffix("s")))
