"""What is said of a home that may need looking at."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from metrics.signals.shapes import Acting
from qa_data.source import Source


class WarningReason(TypedDict):
    """A reason of a kind of `metrics.warnings.warnings.WORDS`; `standard` is None of a home as a whole. `law`: whether
    it is about what the law asks for; `new`: whether a rating or a concern came up in the last month. Of a concern the
    month `since` which it stands, in which it was `raised` to its tier, and who acts on it; None of every other
    reason."""

    kind: str
    text: str
    standard: str | None
    law: bool
    new: bool
    since: date | None
    raised: date | None
    acting: Acting | None
    sources: list[Source]


class Over(TypedDict):
    """A concern for the worse that ended in the last complete month, in words; as in `WarningReason`."""

    text: str
    standard: str | None
    since: date


class HomeWarnings(TypedDict):
    """A home's place in the order, None without a reason, its reasons, and what is over."""

    home: str
    rank: int | None
    reasons: list[WarningReason]
    over: list[Over]


def reason(
    kind: str,
    text: str,
    standard: str | None,
    sources: Iterable[Source | None] = (),
    *,
    law: bool = False,
    new: bool = False,
    since: date | None = None,
    acting: Acting | None = None,
) -> WarningReason:
    """The reason of these parts."""
    return {
        "kind": kind,
        "text": text,
        "standard": standard,
        "law": law,
        "new": new,
        "since": since,
        "raised": since,
        "acting": acting,
        "sources": [source for source in sources if source],
    }
