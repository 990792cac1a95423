"""How much two recommendations ask for the same: by the words that say what they are about, and by their themes."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from metrics.themes.sentences import plain, words
from metrics.themes.tagging import read

ALIKE = 0.57
"""From here on two recommendations are taken to ask for the same; chosen on the labelled pairs."""

WORTH_A_LOOK = 0.35
"""Below, words alone say that they ask for different things."""

NEAR_EXACT = 94
"""Letter by letter, in percent: the same but for a slip of the pen."""

SILENT = frozenset(
    map(
        plain,
        """a an the and or of to in on at by for from with without within as is are be been was were will
        shall should must need needs has have had do does that this these those which who whom whose
        what when where how it its they them their theirs his her him he she we our you your all any
        each every both some more most other so such than then there still not no yet also only just
        ensure ensures make made sure please recommend recommended recommendation required requirement
        take takes place into out up continue next last month months week weeks day days time times end
        soon following after before during per if about against new one two three own s put give get has
        keep regularly always carry ie eg i""".split(),
    )
)
"""Words that say nothing of what is asked."""

COMMON = frozenset(
    map(
        plain,
        """manager managers staff member members team worker workers care child children young person
        people home record records recorded recording review reviewed update updated complete completed
        outstanding check checked monitor improve plan plans assessment assessments risk risks policy
        log sign signed date written write agree agreed report reports training meeting meetings session
        sessions authority authorities placing social provide arrange ask request hold show shown
        replace repair chase escalate involve include use quality registered person responsible send
        individual shift shifts visit visits""".split(),
    )
)
"""Words that many recommendations share, whatever they ask for."""

NUMBERED = re.compile(r"\b(regulation|reg|level|standard|paragraph) (\d+)", re.IGNORECASE)
"""What is one thing with its number: a Regulation 44 report is not a Regulation 45 report."""

MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)

PASSING = re.compile(
    rf"\([^()\d]{{0,80}}\d[^()]{{0,80}}\)|\b\d+[/.-]\d+[/.-]\d+\b|\b(?:\d+(?:st|nd|rd|th)? )?(?:{MONTH})\b(?:"
    r" \d{4}\b)?|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What differs each time the same is asked: dates, the paragraph that is cited."""

SPAN = re.compile(r"\b(\d+) (hour|day|week|month)s?\b", re.IGNORECASE)

WEIGHTS = {"common": 0.4, "subject": 1.0, "theme": 1.0, "number": 1.5}
"""A number tells one room, child or action from another."""


@lru_cache(maxsize=200_000)
def asked(text: str) -> dict[str, float]:
    """The words that say what is asked, in their plain form, each with its weight."""
    text = SPAN.sub(r"\1-\2", PASSING.sub(" ", NUMBERED.sub(r"\1-\2", text)))
    told = {word for word, _, _ in words(text, 0, len(text)) if word.isalnum() or "-" in word}
    return {word: WEIGHTS[_kind(word)] for word in told - SILENT}


def _kind(word: str) -> str:
    return "number" if word.isdecimal() else "common" if word in COMMON or word[0].isdigit() else "subject"


@lru_cache(maxsize=200_000)
def about(text: str) -> dict[str, float]:
    """The themes that it mentions, as words beside its own."""
    return {f"theme {mention.theme}": WEIGHTS["theme"] for sentence in read(text) for mention in sentence.mentions}


def similarity(first: str, later: str) -> float:
    """From 0 (nothing in common) to 1 (the same words): the weight of what both have, of the weight of both (Dice's
    measure).
    """
    told = [asked(text) | about(text) for text in (first, later)]
    every = sum(sum(each.values()) for each in told)
    alike = 2 * sum(weight for word, weight in told[0].items() if word in told[1]) / every if every else 0.0
    return 1.0 if alike < ALIKE and _near_exact(first, later) else alike


def _near_exact(first: str, later: str) -> bool:
    """Whether they differ by a slip of the pen alone."""
    return numbers(first) == numbers(later) and fuzz.ratio(first.lower(), later.lower()) >= NEAR_EXACT


@lru_cache(maxsize=200_000)
def numbers(text: str) -> tuple[str, ...]:
    """The numbers in it: texts that differ in one do not differ by a slip of the pen."""
    return tuple(re.findall(r"\d+", text))
