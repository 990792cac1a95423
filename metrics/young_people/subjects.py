"""What something that was said is about, in words that a child of nine reads and that point at nobody."""

import re

from metrics.young_people.pointing import protection

BY_WORDS = (
    ("food", "food|meals?|menus?|dinner|tea|lunch|breakfast|snacks?|cook(?:ing)?|takeaway|fakeaway|pizza|eat"),
    ("wifi and phones", "wi-?fi|internet|phones?|tablets?|laptops?|xbox|playstation|computers?|broadband|router"),
    ("TV and games", "tv|films?|games?|netflix|console"),
    ("trips and clubs", "trips?|outings?|clubs?|cinema|swimming|football|gym|holidays?|park|activit(?:y|ies)"),
    ("cars and lifts", "taxis?|car|bus|lifts?|minibus|driver|transport"),
    ("the garden", "garden|trampoline|outside|bikes?"),
    ("money", "money|allowance|savings|spending"),
    ("pets", "pets?|dog|cat|fish|rabbit|hamster"),
    ("bed times", "bed ?times?|curfew"),
    ("rules", "rules?|fair|unfair|sanctions?|rewards?"),
    ("the home", "heating|shower|lounge|sofa|paint|kitchen|broken|mend|repair|house|noise|noisy"),
    ("staff", "staff|key ?workers?|managers?|agency"),
    ("school", "school|college|lessons?|homework|teachers?"),
)

BY_STANDARD = {
    "QS06": "your home",
    "QS07": "having your say",
    "QS08": "school",
    "QS09": "fun things to do",
    "QS10": "keeping well",
    "QS11": "how we all get on",
    "QS12": "feeling safe",
    "QS13": "staff",
    "QS14": "your plan",
}


PATTERNS = [(subject, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for subject, words in BY_WORDS]


def subject(text: str, standards: list[str]) -> str:
    """The subject: by the words where they are harmless, else by the first standard."""
    told = None if protection(text) else next((name for name, each in PATTERNS if each.search(text)), None)
    return told or BY_STANDARD[min(standards, default="QS06")]
