"""What is said of a home that may need looking at."""

from typing import TypedDict

from qa_data.source import Source


class WarningReason(TypedDict):
    """A reason of a kind of `metrics.warnings.warnings.WORDS`."""

    kind: str
    text: str
    standard: str
    sources: list[Source]


class HomeWarnings(TypedDict):
    """A home's place in the order, None without a reason, and its reasons."""

    home: str
    rank: int | None
    reasons: list[WarningReason]
