"""Early warnings: what worsened, which concerns stand, which clocks run out and what keeps coming back, home by home.

The homes stand in an order that anyone can check, not by a score: first by what is law, most legal dates missed and
standards newly red by law; then homes that get worse as a whole; then most Flags; then most Watches; then most
standards that worsened; then most dates that come soon; then most recommendations that came back; then by name.
"""

from collections.abc import Iterable, Iterator

from metrics.actions.repeats import DISMISSED, repeats
from metrics.signals.as_whole import wholes
from metrics.signals.concerns import concerns
from metrics.signals.rows import FLAG, WATCH
from metrics.signals.signals import by_chance
from metrics.warnings.clocks import MISSED, RUNNING, SOON, clocks
from metrics.warnings.concerned import WHOLE, in_part, over, wholly
from metrics.warnings.shapes import HomeWarnings, Over, WarningReason, reason
from metrics.warnings.wording import clock_said
from metrics.warnings.worsened import NEWLY_RED, WORSENED, ratings, say_why, with_reasons, worsened
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.wording import british, ended

MISSED_DATE, DATE_SOON, REPEAT = "missed", "soon", "repeat"

BY_LAW = "by law"

RANKS = {
    BY_LAW: (MISSED_DATE, NEWLY_RED),
    WHOLE: (WHOLE,),
    FLAG: (FLAG,),
    WATCH: (WATCH,),
    WORSENED: (NEWLY_RED, WORSENED),
    DATE_SOON: (DATE_SOON,),
    REPEAT: (REPEAT,),
}
"""What ranks a home, in this order: how many reasons it has of these kinds; by law only those that are law."""

WORDS = {
    MISSED_DATE: ("date missed", "dates missed"),
    NEWLY_RED: ("standard newly red", "standards newly red"),
    WHOLE: ("home as a whole", "homes as a whole"),
    FLAG: ("Flag", "Flags"),
    WATCH: ("Watch", "Watches"),
    WORSENED: ("standard worsened", "standards worsened"),
    DATE_SOON: ("date soon", "dates soon"),
    REPEAT: ("point raised again", "points raised again"),
}
"""Each kind of reason, for one and for many, in the order in which a home's reasons are told."""

WITH_WHY = 200
"""So many homes, the first in the order, say why a standard got worse without turning red."""


def warnings(store: Store, scope: Scope) -> list[HomeWarnings]:
    """Every home that is open on the day, in the order above: home, rank (None without a reason), reasons (as in
    `WarningReason`) and what was over in the last complete month. A home's reasons: what is law first, then the home as
    a whole, then what is new, each in the order of the kinds; what somebody acts on last.
    """
    told = ratings(store, scope)
    reasons: dict[str, list[WarningReason]] = {cell["home"]: [] for cell in told}
    concerned, no_more = _concerned(store, scope, len(reasons))
    _keep(reasons, (*worsened(told, scope.as_at), *concerned, *_clocks(store, scope), *_came_back(store, scope)))
    why = with_reasons(told, _asked_why(reasons), store, scope)
    say_why(why, reasons, NEWLY_RED)
    ranked = _ranked(reasons)
    say_why(why, {home: reasons[home] for home in ranked[:WITH_WHY]}, WORSENED)
    return [
        {
            "home": home,
            "rank": place if reasons[home] else None,
            "reasons": sorted(reasons[home], key=_place),
            "over": no_more.get(home, []),
        }
        for place, home in enumerate(ranked, 1)
    ]


def _ranked(reasons: dict[str, list[WarningReason]]) -> list[str]:
    return sorted(reasons, key=lambda home: (*(-count for count in counts(reasons[home]).values()), home))


def _asked_why(reasons: dict[str, list[WarningReason]]) -> set[str]:
    """The homes of which one may have to say why, asked at once. Whether a standard is newly red by law moves its home
    up alone: the others stand in their order already."""
    kinds = {home: {each["kind"] for each in every} for home, every in reasons.items()}
    rest = [home for home in _ranked(reasons) if NEWLY_RED not in kinds[home]][:WITH_WHY]
    return {home for home in kinds if NEWLY_RED in kinds[home]} | {home for home in rest if WORSENED in kinds[home]}


def _keep(reasons: dict[str, list[WarningReason]], found: Iterable[tuple[str, WarningReason]]) -> None:
    for home, each in found:
        if home in reasons:
            reasons[home].append(each)


def counts(reasons: Iterable[WarningReason]) -> dict[str, int]:
    """How many of a home's reasons rank it, by the names of `RANKS`."""
    told = list(reasons)
    return {
        name: sum(each["kind"] in kinds and (each["law"] or name != BY_LAW) for each in told)
        for name, kinds in RANKS.items()
    }


def _place(each: WarningReason) -> tuple[bool, bool, bool, bool, int]:
    kind = each["kind"]
    return each["acting"] is not None, not each["law"], kind != WHOLE, not each["new"], list(WORDS).index(kind)


def _concerned(store: Store, scope: Scope, homes: int) -> tuple[list[tuple[str, WarningReason]], dict[str, list[Over]]]:
    """The concerns for the worse that stand, each with its home, and by home those that are over."""
    found, whole = concerns(store, scope), wholes(store, scope)
    by_homes = by_chance(store, scope, homes)["homes"]
    no_more: dict[str, list[Over]] = {}
    for home, each in over(whole, found):
        no_more.setdefault(home, []).append(each)
    return [*wholly(whole, homes, by_homes), *in_part(found)], no_more


def _clocks(store: Store, scope: Scope) -> Iterator[tuple[str, WarningReason]]:
    kinds = {MISSED: MISSED_DATE, SOON: DATE_SOON}
    for clock in clocks(store, scope):
        if clock["state"] != RUNNING:
            said, sources = clock_said(clock), [clock["source"]]
            yield clock["home"], reason(kinds[clock["state"]], said, clock["standards"][0], sources, law=True)


def _came_back(store: Store, scope: Scope) -> Iterator[tuple[str, WarningReason]]:
    for pair in repeats(store, scope):
        if pair["decision"] != DISMISSED:
            first, later = pair["first"], pair["later"]
            days = f"Asked for on {british(first['raised'])} and again on {british(later['raised'])}"
            text = f"{days}: {ended(later['action'])}"
            yield pair["home"], reason(REPEAT, text, pair["standards"][0], [first["source"], later["source"]])
