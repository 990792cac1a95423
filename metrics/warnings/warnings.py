"""Early warnings: what has worsened, what signals, which clocks run out and what keeps coming back, home by home.

The homes stand in an order that anyone can check, not by a score: most legal dates missed and standards newly red
first; then most signals of concern; then most standards that worsened; then most dates that come soon; then most
recommendations that came back; then by name.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from metrics.actions.repeats import DISMISSED, repeats
from metrics.rag.rules import RED
from metrics.rag.shapes import Cell, ToldCell
from metrics.rag.status import cells, month_before, status
from metrics.signals.concerns import FLAG, WORSE, concerns
from metrics.signals.wording import moved
from metrics.warnings.clocks import MISSED, RUNNING, SOON, clocks
from metrics.warnings.shapes import HomeWarnings, WarningReason
from metrics.warnings.wording import clock_said
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.standards import standard
from qa_data.store import Store
from qa_data.wording import british, ended

MISSED_DATE, NEWLY_RED, SIGNAL, WORSENED, DATE_SOON, REPEAT = "missed", "red", "signal", "worsened", "soon", "repeat"

RANKS = ((MISSED_DATE, NEWLY_RED), (SIGNAL,), (WORSENED, NEWLY_RED), (DATE_SOON,), (REPEAT,))
"""The kinds of reason that are counted together, in the order in which they rank a home."""

WORDS = {
    MISSED_DATE: ("date missed", "dates missed"),
    NEWLY_RED: ("standard newly red", "standards newly red"),
    SIGNAL: ("signal of concern", "signals of concern"),
    WORSENED: ("standard worsened", "standards worsened"),
    DATE_SOON: ("date soon", "dates soon"),
    REPEAT: ("point raised again", "points raised again"),
}
"""Each kind of reason, for one and for many, in the order in which a home's reasons are told."""

WITH_WHY = 200
"""So many homes, the first in the order, say why a standard worsened."""

TOLD_APART = ("A4", "A5")
"""Rules whose findings are reasons of their own here."""


def warnings(store: Store, scope: Scope) -> list[HomeWarnings]:
    """Every home that is open on the day, in the order above: home, rank (None without a reason) and reasons: kind
    (of `WORDS`), text, standard, sources, in the order of the kinds. Of a large service the first homes say why a
    standard worsened, the others only that it did.
    """
    [homes] = store.rows(scope, "select count(*) as known from homes")
    whole = status(store, scope)["cells"] if homes["known"] <= WITH_WHY else []
    told: Sequence[Cell] = whole or cells(store, scope)
    reasons: dict[str, list[WarningReason]] = {cell["home"]: [] for cell in told}
    for home, reason in (
        *_worsened(told, scope.as_at),
        *_signalled(store, scope),
        *_clocks(store, scope),
        *_came_back(store, scope),
    ):
        if home in reasons:
            reasons[home].append(reason)
    ranked = sorted(reasons, key=lambda home: (*_places(reasons[home]), home))
    worsened = _which_worsened({home: reasons[home] for home in ranked[:WITH_WHY]})
    if worsened:
        _add_why(whole or status(store, scope.narrowed(home for home, _ in worsened))["cells"], worsened)
    order = list(WORDS)
    return [
        {
            "home": home,
            "rank": place if reasons[home] else None,
            "reasons": sorted(reasons[home], key=lambda reason: order.index(reason["kind"])),
        }
        for place, home in enumerate(ranked, 1)
    ]


def _places(reasons: list[WarningReason]) -> list[int]:
    kinds = [reason["kind"] for reason in reasons]
    return [-sum(map(kinds.count, counted_together)) for counted_together in RANKS]


def _reason(kind: str, text: str, standard: str, sources: list[Source | None]) -> WarningReason:
    return {"kind": kind, "text": text, "standard": standard, "sources": [source for source in sources if source]}


def _worsened(told: Iterable[Cell], as_at: date) -> Iterator[tuple[str, WarningReason]]:
    for cell in told:
        if cell["change"] == "worse":
            text = (
                f"{standard(cell['standard']).name} went from {cell['before']} to {cell['rag']} since"
                f" {british(month_before(as_at))}."
            )
            yield cell["home"], _reason(NEWLY_RED if cell["rag"] == RED else WORSENED, text, cell["standard"], [])


def _which_worsened(reasons: dict[str, list[WarningReason]]) -> dict[tuple[str, str], WarningReason]:
    return {
        (home, reason["standard"]): reason
        for home, told in reasons.items()
        for reason in told
        if reason["kind"] in (NEWLY_RED, WORSENED)
    }


def _add_why(told: list[ToldCell], worsened: dict[tuple[str, str], WarningReason]) -> None:
    """Says of what worsened the first rule that fired, and where all of it is told."""
    for cell in told:
        why = [each for each in cell["reasons"] if each["rule"] not in TOLD_APART]
        if why and (reason := worsened.get((cell["home"], cell["standard"]))):
            reason |= {
                "text": f"{reason['text']} {why[0]['text']}",
                "sources": [source for each in why for source in each["sources"]],
            }


def _signalled(store: Store, scope: Scope) -> Iterator[tuple[str, WarningReason]]:
    for concern in concerns(store, scope):
        if concern["direction"] == WORSE and concern["tier"] == FLAG:
            yield concern["home"], _reason(SIGNAL, moved(concern), concern["standard"], [])


def _clocks(store: Store, scope: Scope) -> Iterator[tuple[str, WarningReason]]:
    for clock in clocks(store, scope):
        if clock["state"] != RUNNING:
            yield (
                clock["home"],
                _reason(
                    {MISSED: MISSED_DATE, SOON: DATE_SOON}[clock["state"]],
                    clock_said(clock),
                    clock["standards"][0],
                    [clock["source"]],
                ),
            )


def _came_back(store: Store, scope: Scope) -> Iterator[tuple[str, WarningReason]]:
    for pair in repeats(store, scope):
        if pair["decision"] != DISMISSED:
            first, later = pair["first"], pair["later"]
            days = f"Asked for on {british(first['raised'])} and again on {british(later['raised'])}"
            text = f"{days}: {ended(later['action'])}"
            yield pair["home"], _reason(REPEAT, text, pair["standards"][0], [first["source"], later["source"]])
