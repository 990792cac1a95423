"""The standards that worsened since the month before, and why: by law or not."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from metrics.kept.stands import of_many
from metrics.rag.cells import month_before
from metrics.rag.red import R1, R2, R3, R5
from metrics.rag.rules import RED
from metrics.rag.shapes import Cell, Reason, ToldCell
from metrics.rag.status import cells, status
from metrics.warnings.shapes import WarningReason, reason
from qa_data.scope import Scope
from qa_data.standards import standard
from qa_data.store import Store
from qa_data.wording import british

NEWLY_RED, WORSENED = "red", "worsened"

BY_LAW = (R1.id, R2.id, R3.id, R5.id)
"""Rules by which a standard is red by law: by what Ofsted or a visit under Regulation 44 found, or a legal duty that is
not kept. The others go by the council's own targets and visits."""

TOLD_APART = ("A4", "A5")
"""Rules whose findings are reasons of their own here."""


def ratings(store: Store, scope: Scope) -> Sequence[Cell]:
    """Every home's nine standards: of few homes with the reasons, which are asked for all the same."""
    return cells(store, scope) if of_many(store) else status(store, scope)["cells"]


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


def say_why(told: Iterable[ToldCell], reasons: list[WarningReason], kind: str) -> list[WarningReason]:
    """A home's reasons, where those of that kind say the first rule that fired, whether by law, and where all of it is
    told; `told`: the home's cells."""
    why = {cell["standard"]: [each for each in cell["reasons"] if each["rule"] not in TOLD_APART] for cell in told}
    return [
        _with(each, fired) if each["kind"] == kind and (fired := why.get(each["standard"] or "")) else each
        for each in reasons
    ]


def _with(found: WarningReason, why: list[Reason]) -> WarningReason:
    return {
        **found,
        "text": f"{found['text']} {why[0]['text']}",
        "law": found["kind"] == NEWLY_RED and any(each["rule"] in BY_LAW for each in why),
        "sources": [source for each in why for source in each["sources"]],
    }
