"""What a digest notes of a home: names, counts and days; nothing that anybody wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from metrics.actions.tracker import SOON_DAYS, lay_placed
from metrics.indicators.registry import titled
from metrics.rag.rules import RED
from metrics.rag.status import cells
from metrics.signals.as_whole import wholes
from metrics.signals.concerns import concerns
from metrics.signals.rows import WORSE
from metrics.warnings.clocks import MISSED, RUNNING, clocks
from metrics.warnings.owed import WHAT, owed
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.standards import standard
from qa_data.store import Store
from qa_data.wording import british, capital, counted, counted_are, month_name

OWED, DATED, OVERDUE, SOON, NEWLY_RED, CONCERN = "owed", "dated", "overdue", "soon", "red", "concern"

SQL = queries(__file__)

COUNTED = {
    NEWLY_RED: ("standard newly red", "standards newly red"),
    CONCERN: ("new concern", "new concerns"),
    DATED: ("date missed or near", "dates missed or near"),
    OVERDUE: ("action overdue", "actions overdue"),
    SOON: (f"action due in {SOON_DAYS} days", f"actions due in {SOON_DAYS} days"),
    OWED: ("file owed", "files owed"),
}
"""Each kind of note, for one and for many, in the order in which a mail tells them."""


@dataclass(frozen=True)
class Note:
    """Something to know of a home: its kind (of `COUNTED`), in words, how many things it is, and the `day` on which
    something is due, None where nothing is."""

    home: str
    kind: str
    text: str
    number: int = 1
    day: date | None = None


def notes(store: Store, scope: Scope) -> list[Note]:
    """Everything to know of the homes on the day, by home and in the order of `COUNTED`."""
    every = [
        *(_red(store, scope)),
        *(_concerns(store, scope)),
        *(_dates(store, scope)),
        *(_actions(store, scope)),
        *(_owed(store, scope)),
    ]
    return sorted(every, key=lambda note: (note.home, list(COUNTED).index(note.kind)))


def _red(store: Store, scope: Scope) -> Iterator[Note]:
    for cell in cells(store, scope):
        if cell["rag"] == RED and cell["change"] == "worse":
            yield Note(cell["home"], NEWLY_RED, f"Newly red: {standard(cell['standard']).name}")


def _concerns(store: Store, scope: Scope) -> Iterator[Note]:
    for whole in wholes(store, scope):
        if whole["stands"] and whole["new"]:
            yield Note(whole["home"], CONCERN, "The home as a whole is getting worse in many things at once")
    for each in concerns(store, scope):
        if each["new"] and each["direction"] == WORSE:
            what = f"{capital(each['tier'])}: {titled(each['indicator'], each['standard'])}"
            yield Note(each["home"], CONCERN, what)


def _dates(store: Store, scope: Scope) -> Iterator[Note]:
    for clock in clocks(store, scope):
        if clock["state"] != RUNNING:
            due = "was due" if clock["state"] == MISSED else "is due"
            what = " ".join(filter(None, (clock["clock"], clock["reference"])))
            yield Note(clock["home"], DATED, f"{what} {due} {british(clock['due'])}", day=clock["due"])


def _actions(store: Store, scope: Scope) -> Iterator[Note]:
    with store.reading(scope) as cursor:
        lay_placed(store, cursor)
        told = cursor.rows(SQL["late_and_near"])
    for each in told:
        count, day = each["actions"], each["day"]
        due = f"{counted_are(count, 'action')} due {british(day)}" if day else counted(count, *COUNTED[OVERDUE])
        yield Note(each["home"], each["state"], due, count, day)


def _owed(store: Store, scope: Scope) -> Iterator[Note]:
    for each in owed(store, scope):
        month = f" for {month_name(each['month'])}" if each["month"] else ""
        yield Note(each["home"], OWED, f"{WHAT[each['what']]}{month}")
