"""At which age a text can be read: the grade of Flesch and Kincaid, and five years.

Grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne, Rogers and Chissom: Derivation of
new readability formulas for Navy enlisted personnel, Research Branch Report 8-75, 1975). The first grade is that of
children of six, so that the age is the grade and five. It knows length alone: a short word can be hard too, so that
people still have to read what they write. Syllables are counted by letters; `tests/metrics/young_people` compares them
with words whose syllables are known.
"""

import re

from metrics.young_people.plain_words import PLAIN
from metrics.young_people.syllables import syllables
from qa_data.wording import listed

MOST = 9
"""A page for children is to be read at this age or younger."""

LONG = 10
"""A sentence of more words is to be made shorter."""

HARD = 3
"""A word of so many syllables is worth another."""

SENTENCE = re.compile(r"[^.!?…;:\n]*\w[^.!?…;:\n]*(?:[.!?…;:]+|\n|$)")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def sentences(text: str) -> list[str]:
    """The sentences of a text; each line ends one."""
    return [each.strip() for each in SENTENCE.findall(text)]


def reading_age(text: str) -> float | None:
    """The age in years at which the text can be read, to one place; None without a word. A text of very few words can
    come out below 5, and one of a single long word far above any age.
    """
    words, parts = WORD.findall(text), sentences(text)
    if not words:
        return None
    grade = 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return round(grade + 5, 1)


def too_hard(text: str) -> str:
    """Which sentence of a text is too hard, at what age it can be read, and how to mend it; nothing where the text as a
    whole can be read at `MOST`.
    """
    age = reading_age(text)
    if age is None or age <= MOST:
        return ""
    worst = max(sentences(text), key=lambda each: reading_age(each) or 0)
    return f"It reads at age {age:g}, and {MOST} is the most. The hardest part is “{worst}” {_mended(worst)}"


def _mended(sentence: str) -> str:
    words = list(dict.fromkeys(each.lower() for each in WORD.findall(sentence)))
    plain = [f"“{PLAIN[each]}” for “{each}”" for each in words if each in PLAIN]
    hard = [f"“{each}”" for each in words if each not in PLAIN and syllables(each) >= HARD]
    told = []
    if len(WORD.findall(sentence)) > LONG:
        told.append(f"Make it shorter: it has {len(WORD.findall(sentence))} words.")
    if plain:
        told.append(f"Say {listed(plain[:3])}.")
    if hard and len(plain) < 3:
        told.append(f"Find a simpler word for {listed(hard[:3])}.")
    return " ".join(told) or "Use shorter words, and more sentences."
