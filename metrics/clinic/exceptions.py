"""What a clinic should talk about: each thing that is not as it should be, or has changed, with the home and the
standard that it is about.
"""

from collections.abc import Iterator
from typing import NamedTuple

from metrics.actions.tracker import overdue
from metrics.clinic.decided import decided
from metrics.rag.homes import H5
from metrics.rag.shapes import Cell, HomeState
from metrics.signals.as_whole import wholes
from metrics.signals.concerns import concerns
from metrics.signals.rows import FLAG, WORSE
from metrics.signals.shapes import Whole
from metrics.signals.signals import by_chance
from metrics.signals.wording import as_whole, moved, was_watch
from metrics.themes.emerging import EMERGING
from metrics.themes.themes import theme_counts
from metrics.themes.wording import state as said_of
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.wording import british, counted

ORDER = ("newly red", "red", "not done", "whole", "worse", "signal", "theme", "overdue", "unseen", "better")
"""Why something is on the agenda, in the order in which to take it."""


class Found(NamedTuple):
    """`why` of `ORDER`; `standard` None for the home as a whole; `text` says what a rating and the figures do not;
    `new`: of a concern whether it was raised in the last complete month; `whole`: the home that gets worse as a whole,
    None of all else."""

    home: str
    standard: str | None
    why: str
    text: str
    new: bool = False
    whole: Whole | None = None


def of_actions(store: Store, scope: Scope) -> Iterator[Found]:
    """What clinics decided and is not done, and what is overdue."""
    for each in decided(store, scope):
        if each["due"] and each["state"] == "late":
            yield Found(
                each["home"],
                each["standard"],
                "not done",
                f"Decided on {british(each['decided_on'])}, due {british(each['due'])} and not done: {each['action']}",
            )
    for late in overdue(store, scope):
        yield Found(late["home"], late["standard"], "overdue", "")


def of_evidence(cells: list[Cell], states: list[HomeState], store: Store, scope: Scope) -> Iterator[Found]:
    """All else; `cells` and `states` of the homes as in `metrics.rag`. One home and standard may have several."""
    yield from _of_ratings(cells)
    yield from _unseen(states)
    yield from _of_themes(store, scope)
    yield from _concerns(store, scope, len(states))


def _concerns(store: Store, scope: Scope, homes: int) -> Iterator[Found]:
    """The homes that get worse as a whole and the Flags for the worse, the new ones first. What somebody acts on is
    off the agenda until it is over and raised anew, or an action on it is late."""
    by_homes = by_chance(store, scope, homes)["homes"]
    for whole in wholes(store, scope):
        if whole["stands"] and not whole["acting"]:
            yield Found(whole["home"], None, "whole", as_whole(whole, homes, by_homes), whole["new"], whole)
    for concern in sorted(concerns(store, scope), key=lambda each: not each["new"]):
        if concern["direction"] == WORSE and concern["tier"] == FLAG and not concern["acting"]:
            said = " ".join(filter(None, (moved(concern), was_watch(concern))))
            yield Found(concern["home"], concern["standard"], "signal", said, concern["new"])


def _of_ratings(cells: list[Cell]) -> Iterator[Found]:
    for cell in cells:
        if cell["rag"] == "red":
            yield Found(cell["home"], cell["standard"], "newly red" if cell["change"] == "worse" else "red", "")
        elif cell["change"] in ("worse", "better"):
            yield Found(cell["home"], cell["standard"], cell["change"], "")


def _unseen(states: list[HomeState]) -> Iterator[Found]:
    for state in states:
        if any(reason["rule"] == H5.id for reason in state["reasons"]):
            yield Found(state["home"], None, "unseen", "")


def _of_themes(store: Store, scope: Scope) -> Iterator[Found]:
    """A theme that emerges in the service is talked of at each home that raises it, under its own standard."""
    for each in theme_counts(store, scope)["themes"]:
        if each["state"] == EMERGING and each["standards"]:
            where = "at all homes together" if each["home"] is None else "here"
            for home in [each["home"]] if each["home"] else each["homes"]:
                yield Found(
                    home,
                    each["standards"][0],
                    "theme",
                    f"{each['label']}: {said_of(each)}; visitors raise it in {each['visits']} of"
                    f" {counted(each['of'], 'visit')} {where}.",
                )
