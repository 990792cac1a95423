"""Of many homes what a change touched is made anew alone: all that is then said is what a store that keeps nothing
says."""

from collections.abc import Callable
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary

from metrics.actions.tracker import tracked
from metrics.clinic.agenda import agenda
from metrics.clinic.candidates import candidates
from metrics.clinic.decided import decided
from metrics.kept import remembered, stands
from metrics.kept.laying import answered
from metrics.rag.status import cells, status
from metrics.signals import monthly, prior, signals
from metrics.warnings.clocks import clocks
from metrics.warnings.warnings import warnings
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from tests.bench.made_up import fill
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))

HOMES = 16
"""Many, in this test."""

QUESTIONS: tuple[Callable, ...] = (cells, clocks, warnings, signals, status, tracked, decided, candidates, agenda)

ROOF = "The roof leaks and the repair is late."


def visit(home: str, day: date) -> dict[str, Any]:
    """An independent visit that finds two standards not met, and a repair that is late."""
    named = {"home": home, "visit_type": "Regulation 44 visit", "visit_date": day, "concerns": ROOF}
    return named | {"verdict_qs06": "Not met", "verdict_qs12": "Not met", "safeguarded": "No"}


def requirement(home: str) -> dict[str, Any]:
    """What Ofsted requires, and is overdue."""
    named = {"home": home, "reference": "R-1", "source": "Ofsted requirement", "standards": ["QS13"], "status": "Open"}
    return named | {"action": "Mend the roof", "raised": date(2026, 8, 1), "due": date(2026, 9, 1)}


def decision(home: str) -> dict[str, Any]:
    """What a clinic decided, and is not done."""
    changed = {"reference": "C-1", "source": "Performance clinic", "source_date": date(2026, 9, 15)}
    return requirement(home) | changed


CHANGES: tuple[Callable[[Store], Any], ...] = (
    lambda store: upload(store, visits=[visit("Home 0007", date(2026, 9, 20))]),
    lambda store: upload(
        store,
        visits=[visit("Home 0008", date(2026, 8, 3))],
        actions=[requirement("Home 0009"), decision("Home 0012")],
        returns=[{"home": "Home 0010", "month": date(2026, 9, 1), "child_nights": 90, "restraints": 60}],
    ),
    lambda store: upload(store, visits=[visit("Home 0011", date(2026, 10, 20))]),
)


def said(store: Store) -> dict[str, Any]:
    """Every question's answer, but for the moment at which it was asked."""
    told = {question.__name__: answered(question, store, AS_AT) for question in QUESTIONS}
    return told | {"status": told["status"] | {"known_at": None}}


def test_what_is_said_after_changes_of_some_homes_is_what_is_said_afresh(monkeypatch):
    for module in (stands, prior, monthly):
        monkeypatch.setattr(module, "MANY", HOMES)
    store = open_store(MEMORY)
    fill(store, HOMES)
    told = [said(store)]
    for change in CHANGES:
        answered(cells, store, AS_AT)
        change(store)
    told.append(said(store))
    assert all(told[0][name] != told[1][name] for name in told[0])
    with store.writing(of_every_home()) as cursor:
        cursor.run("drop schema qa_kept cascade")
    monkeypatch.setattr(remembered, "_REMEMBERED", WeakKeyDictionary())
    assert said(store) == told[-1]
