"""The known name that is most like one that is unknown, as a suggestion and never as a guess."""

from collections.abc import Iterable

from qa_data.plain import plain

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
