"""Sentences and words of a text, with where they stand, and words in their plain form."""

import re
from collections.abc import Iterator
from functools import lru_cache

END = re.compile(r"\n|[.!?]+[\"”’')]*(?=\s|$)")
"""Where a sentence may end."""

LONGEST = 1_000
"""So many letters without a full stop are cut: nobody speaks so, but a cell may hold a list."""

SHORTENED = re.compile(r"\b(?:e\.g|i\.e|etc|reg|no|dr|mr|mrs|ms)$", re.IGNORECASE)
"""After these a full stop ends none."""

WORD = re.compile(r"[A-Za-z0-9]+(?:[’'\-:][A-Za-z0-9]+)*|[.,;:–—]")

IRREGULAR = {
    word: plain
    for plain, words in {
        "be": "is are was were been being am isn't aren't wasn't weren't",
        "have": "has had having hasn't haven't",
        "do": "does did done doing",
        "go": "goes went gone going",
        "miss": "missing missed misses",
        "run": "ran running",
        "make": "made making",
        "take": "took taken taking",
        "give": "gave given giving",
        "hold": "held holding",
        "leave": "left leaving leaves",
        "feel": "felt feeling",
        "tell": "told telling",
        "find": "found finding",
        "keep": "kept keeping",
        "write": "wrote written writing",
        "know": "knew known knowing",
        "see": "saw seen seeing",
        "speak": "spoke spoken speaking",
        "say": "said saying",
        "come": "came coming",
        "bring": "brought",
        "buy": "bought",
        "break": "broke broken breaking",
        "choose": "chose chosen choosing",
        "fall": "fell fallen falling",
        "rise": "rose risen rising",
        "grow": "grew grown growing",
        "begin": "began begun",
        "lose": "lost losing",
        "hear": "heard hearing",
        "meet": "met",
        "pay": "paid",
        "put": "putting",
        "get": "got getting",
        "sit": "sat sitting",
        "use": "used using uses",
        "child": "children child's children's childrens",
        "person": "people persons people's person's",
        "man": "men",
        "woman": "women",
        "well": "better best",
        "good": "goods",
        "bad": "worse worst",
        "few": "fewer fewest",
        "less": "least lesser",
        "can": "could cannot can't couldn't",
        "not": "n't",
        "draw": "drew drawn",
        "show": "showed shown",
        "eat": "ate eaten eating",
        "sleep": "slept",
        "teach": "taught",
        "think": "thought",
        "hurt": "hurting",
        "cut": "cutting cuts",
        "hit": "hitting hits",
        "build": "built",
        "lead": "led",
        "supervise": "supervision supervisions supervised supervising",
        "medicine": "medicines",
        "his": "his",
        "this": "this",
        "plus": "plus",
        "staff": "staffs",
        "outing": "outings",
        "recording": "recordings",
        "building": "buildings",
        "saving": "savings",
        "gaming": "gaming",
        "belonging": "belongings",
        "meeting": "meetings",
        "matching": "matching",
        "staffing": "staffing",
        "training": "training",
        "monitoring": "monitoring",
        "menu": "menus",
        "living": "living",
        "clothing": "clothing",
        "bedding": "bedding",
        "swimming": "swim",
        "caring": "caring",
        "bored": "bored",
        "settled": "settled",
        "evening": "evenings",
    }.items()
    for word in (plain, *words.split())
}


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of the text begins and ends, without the blanks around it."""
    found, start = [], 0
    for end in _ends(text):
        while end - start > LONGEST:
            cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind(",", start + 1, start + LONGEST))
            cut = cut if cut > start else start + LONGEST
            found += _trimmed(text, start, cut)
            start = cut
        found += _trimmed(text, start, end)
        start = end
    return found


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    told = text[start:end].rstrip()
    first = start + len(told) - len(told.lstrip(" \t\n-•*"))
    return [(first, start + len(told))] if first < start + len(told) else []


def _ends(text: str) -> Iterator[int]:
    for match in END.finditer(text):
        if match[0] == "\n" or not SHORTENED.search(text, max(0, match.start() - 6), match.start()):
            yield match.end()
    yield len(text)


def words(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Each word of a part of the text in its plain form, with its place; marks that part clauses are words too."""
    found = []
    for match in WORD.finditer(text, start, end):
        word = match[0].replace("’", "'").lower()
        if word.endswith("n't") or word == "cannot":
            found.append((plain(word[:-3]) if word != "cannot" else "can", match.start(), match.end()))
            found.append(("not", match.start(), match.end()))
        else:
            found.append((plain(word), match.start(), match.end()))
    return found


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """The word without its ending: the same for reviewed, reviewing and reviews. Not always a word, but the same for
    all its forms.
    """
    word = re.sub(r"'s?$", "", word) if word not in IRREGULAR else word
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and re.search(r"(?:ss|sh|ch|x|z)es$", word):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not re.search(r"(?:ss|us|is)$", word):
        word = word[:-1]
    if len(word) > 5 and word.endswith("ied"):
        word = word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and re.search("[aeiouy]", word[: -len(ending)]):
            word = word[: -len(ending)]
            word = (
                word[:-1]
                if len(word) > 3 and word[-1] == word[-2] and (word[-1] not in "lsz" or len(word) > 5)
                else word
            )
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") and word[-2] not in "ae" else word
