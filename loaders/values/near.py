"""The known name that is most like one that is unknown, as a suggestion and never as a guess."""

from collections.abc import Iterable

from qa_data.plain import plain

NEAR = 75
"""How alike (of 100) a name must be to be suggested."""


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The most like of the known names; None when none is near."""
    from rapidfuzz import process  # only here, since most files hold no name that is unknown

    near = process.extractOne(text, list(known), processor=plain, score_cutoff=NEAR)
    return near[0] if near else None
