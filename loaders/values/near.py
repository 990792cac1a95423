"""The known name that is most like one that is unknown, as a suggestion and never as a guess."""

import re
from collections.abc import Iterable

from qa_data.plain import plain

MISTYPED = 88
"""How alike (of 100) a word is to one with a letter or two wrong."""

TURNED = 85
"""And how alike a word is to one of those that turn a meaning."""

LONGEST = 100
"""Letters; what is longer is a text."""

HEDGES = frozenset(
    "not no never nor without nearly almost mostly largely partly partially part some was were previously formerly last"
    " before until unless if or to than but except yet still should could would may might declined improved".split()
)
"""Words that turn what stands beside them, or leave it open: Not good, mostly met."""

NEAR = 75
"""How alike (of 100) a name must be to be suggested."""

SHORT = 3
"""Letters; within so few, any longer name has something alike."""


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The most like of the known names; None when none is near. Part of a name is enough where both are long."""
    from rapidfuzz import fuzz, process  # only here, since most files hold no name that is unknown

    known = list(known)
    long = [name for name in known if min(len(plain(name)), len(plain(text))) > SHORT]
    near = process.extractOne(text, long, processor=plain, score_cutoff=NEAR) or process.extractOne(
        text, known, scorer=fuzz.ratio, processor=plain, score_cutoff=NEAR
    )
    return near[0] if near else None


def meant_by(text: str, written: Iterable[tuple[str, str]]) -> str | None:
    """The one choice that a text says with other words beside it, or mistypes; None where it may be another, or the
    other words turn it. `written`: each form of a choice, with the choice.
    """
    if len(text) > LONGEST:
        return None
    long = [(form, choice) for form, choice in written if len(plain(form)) >= SHORT]
    return _mistyped(text, long) or _said_in(text, long)


def _said_in(text: str, written: list[tuple[str, str]]) -> str | None:
    told, said = f" {_spaced(text)} ", set()
    for form, choice in sorted(written, key=lambda each: -len(each[0])):
        if f" {_spaced(form)} " in told:
            said.add(choice)
            told = told.replace(f" {_spaced(form)} ", " ")
    return said.pop() if len(said) == 1 and not any(map(_turns, told.split())) else None


def _turns(word: str) -> bool:
    """Whether a word beside a choice is a hedge, also a mistyped one, or a number: Reg 44 and 45."""
    from rapidfuzz import fuzz  # only here, as above

    return word.isdigit() or any(fuzz.ratio(word, hedge) >= TURNED for hedge in HEDGES)


def _mistyped(text: str, written: list[tuple[str, str]]) -> str | None:
    from rapidfuzz import fuzz  # only here, as above

    near = {choice for form, choice in written if fuzz.ratio(plain(text), plain(form)) >= MISTYPED}
    return near.pop() if len(near) == 1 else None


def _spaced(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
