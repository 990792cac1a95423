"""Erasure in HTML: what would go or went, the backups that hold it, what is due, and what was erased before."""

from dataclasses import replace

from htpy import Element, Node, Renderable, div, fragment, li, p, strong, ul

from pages.parts.erasing.doing import Shown
from pages.parts.tables import cell, scrolled
from pages.parts.wording import moment
from qa_data.erasing.backups import Held
from qa_data.erasing.erase import Done
from qa_data.erasing.found import Cell, InTable
from qa_data.erasing.told import DISK, place, title, touched, warnings
from qa_data.retention import LAW, PERIODS, period
from qa_data.wording import british, counted, listed

MOST = 20
"""So many cells are shown."""

HELD_TOO = "These databases hold it too: delete each, or erase there by command."


def would_go(told: Shown) -> Renderable:
    """What would go, with where it stands."""
    found, named, copies, backups = told
    if not found.tables and not any(each.holds for each in copies):
        return fragment[p["It stands nowhere in the database, nor in a copy beside it."], _backups(backups)]
    return fragment[
        [p(".bad", role="alert")[strong["Look again. "], each] for each in warnings(replace(found, audit=named))],
        _tables(found.tables),
        found.kept > 0 and p(".small")[f"Kept answers: {counted(found.kept, 'row')}, worked out anew without it."],
        _cells(found.cells),
        _copies(copies),
        _backups(backups),
    ]


def went(done: Done) -> Renderable:
    """What went, what became of the copies, and what to do with the backups."""
    return fragment[_tables(done.tables), _copies(done.copies), p(".small")[DISK], _backups(done.backups)]


def _tables(tables: list[InTable]) -> Element | None:
    return scrolled(("Table", "What goes"), [(title(each.table), touched(each)) for each in tables]) if tables else None


def _cells(cells: list[Cell]) -> Node:
    rest = len(cells) - MOST
    return cells and [
        ul(".l")[[li[div[each.text, div(".small")[place(each)]]] for each in cells[:MOST]]],
        rest > 0 and p(".small")[f"And {counted(rest, 'more cell')} at least."],
    ]


def _copies(copies: list[Held]) -> Node:
    said = [
        f"{each.path.name}: {each.became or each.why or ('holds it, is written anew too' if each.holds else 'clean')}"
        for each in copies
    ]
    return said and p(".small")[f"Copies beside the database: {listed(said)}."]


def _backups(backups: list[Held]) -> Node:
    holding = [each for each in backups if each.holds]
    unsure = [each for each in backups if each.holds is None]
    return [
        _files(p(".bad")[HELD_TOO], holding),
        _files(p(".small")["Of these databases it cannot be told:"], unsure),
        p(".small")["Backups kept elsewhere are not known here: look for them, or name their folder to the command."],
    ]


def _files(words: Element, held: list[Held]) -> Node:
    """The words and, below them, each file by its name and where it lies; nothing without any."""
    return [words, ul(".l")[[li[div[each.path.name, div(".small")[_lies(each)]]] for each in held]]] if held else None


def _lies(held: Held) -> str:
    return f"in {held.path.parent}{held.why and f': {held.why}'}"


def schedule(kept: list[dict], past: list[dict]) -> Element:
    """Every kind of record, for how long it is kept and what of it is past its time."""
    years = {each["table"]: each["years"] for each in kept}
    rows = [
        (each.title, _years(years[each.table]), _due(each.table, past), cell(each.since, class_="small"))
        for each in PERIODS
    ]
    return scrolled(("Kind of record", "Kept for", "Due for erasure", "Counted from"), rows)


def law() -> Element:
    """What the law says of a home's own records."""
    return p(".small")[LAW]


def _years(years: float | None) -> str:
    return "not set" if years is None else f"{years:g} {'year' if years == 1 else 'years'}"


def _due(table: str, past: list[dict]) -> Node:
    own = [each for each in past if each["table"] == table]
    return [
        div[f"{each['home'] or 'No home'}: {counted(each['rows'], 'row')}, the oldest of {british(each['oldest'])}"]
        for each in own
    ] or "–"


def before(told: list[dict]) -> Element:
    """What was erased, newest first; never what it was."""
    if not told:
        return p(".small")["Nothing has been erased."]
    return ul(".l")[[li[div[_kind(each), div(".small")[_by(each)]]] for each in told]]


def _kind(told: dict) -> str:
    rows = [f"{title(name)} {counted(number, 'row')}" for name, number in told["counts"].items()]
    return f"{told['kind'].capitalize()}: {', '.join(rows) or 'in copies alone'}"


def _by(told: dict) -> str:
    return f"{told['made_by']}, {moment(told['moment'])}: {told['reason']}"


def kind(table: str) -> str:
    """The title of a kind of record."""
    return period(table).title
