"""Themes over 100,000 findings, each in words of its own, from nothing and again."""

from datetime import date, timedelta
from random import Random

from metrics.themes import themes
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.bench.measure import once
from tests.filling import upload
from tests.metrics.themes.drawing import CONCERNS, PLAIN, finding, said

FINDINGS = 100_000
HOMES = 400
AS_AT = of_every_home(date(2026, 10, 31))
BAR = "under 20 s from nothing"


def themes_bench() -> tuple[str, str, str]:
    """What was measured, what was seen, and the bar."""
    store = made_up(FINDINGS)
    first, again = once(lambda: themes(store, AS_AT)), once(lambda: themes(store, AS_AT))
    store.close()
    return f"themes over {FINDINGS:,} findings", f"{first:.1f} s from nothing, {again:.1f} s again", BAR


def made_up(count: int) -> Store:
    """A store with so many findings of visits in five years: two sentences each, no two findings alike."""
    rng, store = Random(1), open_store(MEMORY)
    sentences = [*PLAIN, *(sentence for each in CONCERNS.values() for sentence in each)]
    days = [AS_AT.as_at - timedelta(days=30 * back) for back in range(60)]
    findings = [
        finding(
            f"Home {number % HOMES:03}",
            days[number // HOMES % len(days)],
            f"{said(rng.choice(sentences), rng)} {said(rng.choice(sentences), rng)} Note {number}.",
            rng.choice(("Concern", "Good practice", "Child's view")),
        )
        for number in range(count)
    ]
    homes = [
        {"home": f"Home {number:03}", "service_type": "Residential care", "places": 3, "opened": date(2015, 5, 1)}
        for number in range(HOMES)
    ]
    upload(store, homes=homes, findings=findings)
    return store
