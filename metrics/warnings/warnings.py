"""Early warnings: what worsened, which concerns stand, which clocks run out and what keeps coming back, home by home.

The homes stand in an order that anyone can check, not by a score: first by what is law, most legal dates missed and
standards newly red by law; then homes that get worse as a whole; then most Flags; then most Watches; then most
standards that worsened; then most dates that come soon; then most recommendations that came back; then by name.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from metrics.actions.repeats import DISMISSED, repeats
from metrics.homes.homes import open_homes
from metrics.kept.remembered import home_by_home
from metrics.rag.cells import in_common
from metrics.rag.status import told_cells
from metrics.signals.as_whole import wholes
from metrics.signals.concerns import concerns
from metrics.signals.rows import FLAG, WATCH
from metrics.signals.signals import by_chance
from metrics.warnings.clocks import MISSED, RUNNING, SOON, clocks
from metrics.warnings.concerned import WHOLE, in_part, over, wholly
from metrics.warnings.shapes import HomeWarnings, Over, WarningReason, reason
from metrics.warnings.wording import clock_said
from metrics.warnings.worsened import NEWLY_RED, WORSENED, ratings, say_why, worsened
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
    homes, common = open_homes(store, scope), in_common(store, scope.as_at)
    by_homes = by_chance(store, scope, len(homes))["homes"]
    told = home_by_home(_said, store, scope, homes, common, len(homes), by_homes)
    reasons = {home: said.reasons for home, said in told.items()}
    why = told_cells(store, scope, _asked_why(reasons))
    reasons = {home: say_why(why.get(home, ()), every, NEWLY_RED) for home, every in reasons.items()}
    ranked = _ranked(reasons)
    reasons |= {home: say_why(why.get(home, ()), reasons[home], WORSENED) for home in ranked[:WITH_WHY]}
    return [
        {
            "home": home,
            "rank": place if reasons[home] else None,
            "reasons": sorted(reasons[home], key=_place),
            "over": told[home].over,
        }
        for place, home in enumerate(ranked, 1)
    ]


class _Said(NamedTuple):
    """What is said of a home, without why its ratings worsened."""

    reasons: list[WarningReason]
    over: list[Over]


def _said(store: Store, scope: Scope, of_homes: int, by_chance: float) -> dict[str, _Said]:
    """What is said of each home that is open on the day, of so many, of which so many a month would by chance begin to
    get worse as a whole."""
    rated, found, whole = ratings(store, scope), concerns(store, scope), wholes(store, scope)
    told = {cell["home"]: _Said([], []) for cell in rated}
    concerned = (*wholly(whole, of_homes, by_chance), *in_part(found))
    reasons = (*worsened(rated, scope.as_at), *concerned, *_clocks(store, scope), *_came_back(store, scope))
    for home, each in reasons:
        if home in told:
            told[home].reasons.append(each)
    for home, no_more in over(whole, found):
        if home in told:
            told[home].over.append(no_more)
    return told


def _ranked(reasons: dict[str, list[WarningReason]]) -> list[str]:
    return sorted(reasons, key=lambda home: (*(-count for count in counts(reasons[home]).values()), home))


def _asked_why(reasons: dict[str, list[WarningReason]]) -> set[str]:
    """The homes of which one may have to say why, asked at once. Whether a standard is newly red by law moves its home
    up alone: the others stand in their order already."""
    kinds = {home: {each["kind"] for each in every} for home, every in reasons.items()}
    rest = [home for home in _ranked(reasons) if NEWLY_RED not in kinds[home]][:WITH_WHY]
    return {home for home in kinds if NEWLY_RED in kinds[home]} | {home for home in rest if WORSENED in kinds[home]}


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
