"""What is said of a name: whether it is a person's at all, and whether a text says it of a child."""

from qa_data.personal import cues
from qa_data.personal.known import Known
from qa_data.personal.walk import Walk
from qa_data.personal.words import WORD, look

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
