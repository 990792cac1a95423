"""The standards that worsened since the month before, and why: by law or not."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import cast

from metrics.rag.red import R1, R2, R3, R5
from metrics.rag.rules import RED
from metrics.rag.shapes import Cell, Reason, ToldCell
from metrics.rag.status import cells, month_before, status
from metrics.warnings.shapes import WarningReason, reason
from qa_data.scope import Scope
from qa_data.standards import standard
from qa_data.store import Store
from qa_data.wording import british

NEWLY_RED, WORSENED = "red", "worsened"

BY_LAW = (R1.id, R2.id, R3.id, R5.id)
"""Rules by which a standard is red by law: by what Ofsted or a visit under Regulation 44 found, or a legal duty that is
not kept. The others go by the council's own targets and visits."""

AT_ONCE = 200
"""Of a service of so many homes every reason is asked for at once."""

TOLD_APART = ("A4", "A5")
"""Rules whose findings are reasons of their own here."""


def ratings(store: Store, scope: Scope) -> Sequence[Cell]:
    """Every home's nine standards, with their reasons where the service is not too large."""
    [homes] = store.rows(scope, "select count(*) as known from homes")
    return status(store, scope)["cells"] if homes["known"] <= AT_ONCE else cells(store, scope)


def worsened(told: Iterable[Cell], as_at: date) -> Iterator[tuple[str, WarningReason]]:
    """What went from a better colour to a worse one, with its home."""
    for cell in told:
        if cell["change"] == "worse":
            text = (
                f"{standard(cell['standard']).name} went from {cell['before']} to {cell['rag']} since"
                f" {british(month_before(as_at))}."
            )
            kind = NEWLY_RED if cell["rag"] == RED else WORSENED
            yield cell["home"], reason(kind, text, cell["standard"], new=True)


def say_why(cells: Iterable[ToldCell], reasons: dict[str, list[WarningReason]], kind: str) -> None:
    """Says of those of that kind the first rule that fired, whether by law, and where all of it is told; `cells` those
    of their homes."""
    wanted = {
        (home, each["standard"]): each for home, every in reasons.items() for each in every if each["kind"] == kind
    }
    for cell in cells:
        why = [each for each in cell["reasons"] if each["rule"] not in TOLD_APART]
        if why and (found := wanted.get((cell["home"], cell["standard"]))):
            _add(found, why)


def with_reasons(told: Sequence[Cell], homes: set[str], store: Store, scope: Scope) -> list[ToldCell]:
    """The cells of these homes with their reasons, where these were not asked for before (`told`, as `ratings`)."""
    if not homes:
        return []
    if told and "reasons" in told[0]:
        return [cell for cell in cast(Sequence[ToldCell], told) if cell["home"] in homes]
    return status(store, scope.narrowed(homes))["cells"]


def _add(found: WarningReason, why: list[Reason]) -> None:
    found |= {
        "text": f"{found['text']} {why[0]['text']}",
        "law": found["kind"] == NEWLY_RED and any(each["rule"] in BY_LAW for each in why),
        "sources": [source for each in why for source in each["sources"]],
    }
