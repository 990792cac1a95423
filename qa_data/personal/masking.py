"""The texts of a column with what identifies a person masked."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from qa_data.personal.after_titles import TITLES
from qa_data.personal.kinds import KINDS, Kind
from qa_data.personal.known import Known
from qa_data.personal.names import INITIALS, NAME, Span, may_begin, may_name, names

MASK = re.compile(rf"\[({'|'.join([NAME, INITIALS, *{kind.name: kind for kind in KINDS}])})\]")
"""What stands in the place of what was masked."""

Found = tuple[int, str, str]
"""A row, what was found there, and its words."""

InPhrases = tuple[int, list[str]]
"""A row and its phrases."""


def masked(
    texts: list[str | None], people: Iterable[str] = (), initials: bool = True
) -> tuple[list[str | None], list[Found]]:
    """The texts of a column with what identifies a person masked, and what was found: the row, the kind and the
    words. `people`: names (in lower case) that may stand, of homes, staff and visitors. `initials`: whether these are
    looked for too.
    """
    known = Known(people, initials)
    told: dict[str, list[Span]] = {}
    looked_for = _looked_for(texts, known, told)
    kept, found = list(texts), []
    for row in sorted({*chain.from_iterable(looked_for.values())}):
        text = texts[row] or ""
        kinds = [kind for kind in KINDS if row in looked_for[kind.hinted]]
        other = [*chain.from_iterable(_spans(kind, text) for kind in kinds)]
        named = (told.get(text) or names(text, known)) if row in looked_for[names] else ()
        spans = united([*other, *named, *_as_if_without(text, united(other), known)])
        found += [(row, kind, text[start:end]) for start, end, kind in spans]
        kept[row] = replaced(text, spans)
    return kept, found


def _looked_for(texts: list[str | None], known: Known, named: dict[str, list[Span]]) -> dict[Callable, set[int]]:
    """By hint, in which rows there may be something."""
    phrases = [_phrases(text) if text else [] for text in texts]
    # Phrases that differ in a long number alone are looked at once: in all of them is found what is found in one.
    alike = known.without_numbers([*dict.fromkeys(chain.from_iterable(phrases))])
    each, dull = [*dict.fromkeys(alike.values())], set[str]()
    whole = "\n".join(each)
    told: dict[Callable, set[str]] = {
        hint: {each[at] for at in hint(whole)} for hint in {kind.hinted for kind in KINDS}
    }
    worth = [like for like in each if _worth_it(like.split(), dull)]
    told[names] = {like for like in worth if _names_somebody(like, known, named)}
    able = _with_any(enumerate(phrases), alike, set().union(*told.values()))
    return {hint: {row for row, _ in _with_any(able, alike, those)} for hint, those in told.items()}


def _names_somebody(phrase: str, known: Known, told: dict[str, list[Span]]) -> bool:
    """Whether somebody is named in it, or at its end and what follows: Mr. Okafor, J. S."""
    told[phrase] = [*names(phrase, known)]
    last = phrase.split()[-1]
    return bool(told[phrase]) or len(last) < 5 and last[0].isupper() or last.rstrip(".").lower() in TITLES


def _worth_it(words: list[str], dull: set[str]) -> bool:
    """Whether any of the words may name somebody; those that never do are told apart once."""
    if dull.issuperset(words):
        return False
    fresh = [word for word in words if word not in dull and not word[0].isdigit()]
    dull.update(word for word in fresh if not may_name(word))
    worth = [word for word in fresh if word not in dull]
    return len(worth) > 1 or bool(worth) and (worth[0] is not words[0] or may_begin(words))


def _phrases(text: str) -> list[str]:
    """A text cut where nothing goes on that a hint looks for; people write many phrases again and again."""
    return text.replace(". ", ".\n").split("\n")


def _with_any(rows: Iterable[InPhrases], alike: dict[str, str], of_these: set[str]) -> list[InPhrases]:
    """Those of the rows that have a phrase like one of these."""
    found = {phrase for phrase, like in alike.items() if like in of_these} if of_these else set()
    return [each for each in rows if not found.isdisjoint(each[1])] if found else []


def _spans(kind: Kind, text: str) -> Iterator[Span]:
    start = 0
    while match := kind.pattern.search(text, start):
        holds = kind.holds(match[0])
        if holds:
            yield *match.span(), kind.name
        start = match.end() if holds else match.start() + 1


def _as_if_without(text: str, others: list[Span], known: Known) -> Iterator[Span]:
    """Who is named where the other kinds stand between a name and what is said of it: Sky S7 1AB said no."""
    if not others:
        return
    places, at = list[int](), 0
    for start, end, _ in others:
        places += range(at, start - (text[start - 1 : start] == " "))
        at = end
    places += range(at, len(text))
    for start, end, kind in names("".join(text[place] for place in places), known):
        yield places[start], places[end - 1] + 1, kind


def united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap as one; what is longest says what it is."""
    told: list[tuple[int, int, str, int]] = []
    for start, end, kind in sorted(spans):
        if told and start < told[-1][1]:
            first, last, was, length = told.pop()
            longer = end - start > length
            told.append((first, max(last, end), kind if longer else was, max(length, end - start)))
        else:
            told.append((start, end, kind, end - start))
    return [each[:3] for each in told]


def replaced(text: str, spans: list[Span]) -> str:
    """The text with each of the spans masked; they are in order, and none within another."""
    told, at = [], 0
    for start, end, kind in spans:
        told += [text[at:start], f"[{kind}]"]
        at = end
    return "".join([*told, text[at:]])
