"""What the packs of one home have in common: the span that they tell of, and what they say without a home."""

from datetime import date

from metrics.readiness.spans import spans
from pages.packs.content import standing
from pages.packs.pack import Pack, Paragraph, Section
from pages.parts import ask


def span_of(home: str | None, since: str) -> dict | None:
    """The home's span; None where no home is chosen, or none of that name is open."""
    return next(iter(ask.answer(spans, since, homes=[home] if home else [])), None)


def without(title: str, day: date) -> Pack:
    """What there is without a home."""
    said = "This pack is of one home that is open on the day. Choose one, then make it again."
    return Pack(title, standing(day), (Section("Choose a home", (Paragraph(said),)),))
