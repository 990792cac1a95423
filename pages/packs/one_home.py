"""What the packs of one home have in common: where a row stands, and what they say without a home."""

from datetime import date

from metrics.readiness.spans import spans
from pages.packs.content import standing
from pages.packs.pack import Pack, Paragraph, Section
from pages.parts import ask
from pages.parts.sources import place


def span_of(home: str | None, since: str) -> dict | None:
    """The home's span; None where no home is chosen, or none of that name is open."""
    return next(iter(ask.answer(spans, since, homes=[home] if home else [])), None)


def without(title: str, day: date) -> Pack:
    """What there is without a home."""
    said = "This pack is of one home that is open on the day. Choose one, then make it again."
    return Pack(title, standing(day), (Section("Choose a home", (Paragraph(said),)),))


def stands(sources: list[dict], most: int = 2) -> str:
    """The first rows behind something: Visits.xlsx › Visits, K12 and 3 more; the dashboard has all."""
    every = list(
        dict.fromkeys(f"{place(each['file'], each['sheet'])}, {each['cell'] or each['row']}" for each in sources)
    )
    return "; ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")
