"""The state of every home against every standard: colour, evidence, change since the month before, and the reasons."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from weakref import WeakKeyDictionary

from metrics.kept.remembered import home_by_home
from metrics.rag.behind import behind_wholes
from metrics.rag.cells import in_common, lay_cells, month_before, rate
from metrics.rag.homes import H7
from metrics.rag.rules import AMBER, G1, GREEN, GREY, HOME_RULES, OTHERWISE, RED, RULES, HomeRule, Rule
from metrics.rag.shapes import Cell, HomeState, Rated, RatedAt, Reason, Status, ToldCell
from metrics.rag.wording import standards
from qa_data.cursor import Cursor
from qa_data.scope import Scope, of_every_home
from qa_data.source import Source
from qa_data.store import Store
from qa_data.uploads import last_change
from qa_data.wording import month_name

EVIDENCE = ("none", "thin", "some", "strong")
"""By how many of three kinds there are: independent evidence in 3 months, the last complete month's return, a full
inspection in 12 months.
"""

BOTH = """
select now.home, now.standard, now.rag, now.unrated, now.worse_since, now.kinds, before.rag as rag_before
from (from cells where moment = as_at()) now
left join (from cells where moment = $before) before using (home, standard)
order by now.home, now.standard
"""

AT = "select moment, home, standard, rag, unrated, worse_since from cells order by moment, home, standard"

Asked = tuple[datetime | None, Scope]
"""When the store last changed, and what is asked of it."""

_LAST: WeakKeyDictionary[Store, tuple[Asked, Status]] = WeakKeyDictionary()
"""What was last answered of each store: a page shows it, and the warnings beside it begin with it."""


def status(store: Store, scope: Scope) -> Status:
    """Every home's nine standards and every home as a whole, as the contract's JSON: colour, evidence, change and
    reasons with their rows. Homes that were open on the day asked of, by name. `before` is the colour at the end of
    the month before. The same object to whoever asks the same next, so not to be changed.
    """
    asked = last_change(store, of_every_home()), scope
    before, answer = _LAST.get(store, (None, None))
    if answer is None or before != asked:
        answer = _worked_out(store, scope)
        _LAST[store] = asked, answer
    return answer


def _worked_out(store: Store, scope: Scope) -> Status:
    with store.reading(scope) as cursor:
        left = lay_cells(store, cursor, [month_before(scope.as_at)])
        rate(store, cursor, [scope.as_at, *left], with_sources=True)
        found = _both(cursor)
        reasons = _reasons(cursor)
        rows_of_wholes = behind_wholes(cursor)
    told: list[ToldCell] = [{**cell, "reasons": reasons.get((cell["home"], cell["standard"]), [])} for cell in found]
    return {
        "as_at": scope.as_at.isoformat(),
        "known_at": scope.moment,
        "cells": told,
        "homes": _cited(homes(told), rows_of_wholes),
    }


def told_cells(store: Store, scope: Scope, homes: Iterable[str]) -> dict[str, list[ToldCell]]:
    """The nine standards of these homes at least with their reasons, by home."""
    return home_by_home(_by_home, store, scope, homes, in_common(store, scope.as_at))


def _by_home(store: Store, scope: Scope) -> dict[str, list[ToldCell]]:
    told: dict[str, list[ToldCell]] = {}
    for cell in status(store, scope)["cells"]:
        told.setdefault(cell["home"], []).append(cell)
    return told


def cells(store: Store, scope: Scope, proposed: tuple[tuple[str, float], ...] = ()) -> list[Cell]:
    """Every home's nine standards without the reasons, for many homes at once: home, standard, rag, evidence,
    change, before, unrated; as they would be with the `proposed` settings (id and value), where there are any.
    """
    days = [scope.as_at, month_before(scope.as_at)]
    with store.reading(scope) as cursor, cursor.proposing(proposed):
        left = lay_cells(store, cursor, [] if proposed else days)
        if proposed or left:
            rate(store, cursor, days, with_sources=False)
        return _both(cursor)


def cells_at(store: Store, scope: Scope, moments: list[date]) -> list[RatedAt]:
    """Every home's nine standards as at each of many days: moment, home, standard, rag, unrated, of the homes that
    were open then.
    """
    with store.reading(scope) as cursor:
        lay_cells(store, cursor, [])
        rate(store, cursor, moments, with_sources=False)
        return cursor.rows(AT)


def _both(cursor: Cursor) -> list[Cell]:
    """The cells as at the day asked of, beside those at the end of the month before."""
    return [_cell(row) for row in cursor.rows(BOTH, before=month_before(cursor.scope.as_at))]


def _reasons(cursor: Cursor) -> dict[tuple[str, str], list[Reason]]:
    """Every rule that fired, of whatever colour, by home and standard, in the order of the rules."""
    reasons: dict[tuple[str, str], list[Reason]] = {}
    for rule in RULES:
        for row in cursor.rows(f"from ({rule.sql}) where moment = as_at()"):
            reasons.setdefault((row["home"], row["standard"]), []).append(_reason(rule, row))
    green = "(select moment, home, standard from cells where rag = 'green' and moment = as_at())"
    for row in cursor.rows(f"select found.* from ({G1.sql}) found join {green} using (moment, home, standard)"):
        reasons[row["home"], row["standard"]] = [_reason(G1, row)]
    return reasons


def _reason(rule: Rule, row: dict[str, Any]) -> Reason:
    return {"rule": rule.id, "text": rule.words(row), "sources": row["sources"]}


def _cell(row: dict[str, Any]) -> Cell:
    return {
        "home": row["home"],
        "standard": row["standard"],
        "rag": row["rag"],
        "unrated": row["unrated"],
        "worse_since": row["worse_since"],
        "evidence": EVIDENCE[row["kinds"]],
        "change": change(row["rag_before"], row["rag"]),
        "before": row["rag_before"],
    }


def change(before: str | None, now: str) -> str:
    """better, worse or same; new where there was or is no rating to compare with."""
    places = {RED: 0, AMBER: 1, GREEN: 2}
    if before == now:
        return "same"
    if before not in places or now not in places:
        return "new"
    return "better" if places[now] > places[before] else "worse"


def homes(cells: Iterable[Rated]) -> list[HomeState]:
    """Each home as a whole, from its cells: home, rag and the reasons in words."""
    by_home: dict[str, list[Rated]] = {}
    for cell in cells:
        by_home.setdefault(cell["home"], []).append(cell)
    return [_home(home, own) for home, own in by_home.items()]


def _cited(told: list[HomeState], rows_of_wholes: dict[str, list[Source]]) -> list[HomeState]:
    """With the rows behind homes that get worse as a whole: of all that makes them up, since it changed."""
    for home in told:
        for reason in home["reasons"]:
            if reason["rule"] == H7.id:
                reason["sources"] = rows_of_wholes.get(home["home"], [])
    return told


def _home(home: str, own: list[Rated]) -> HomeState:
    colours = {cell["standard"]: cell["rag"] for cell in own}
    held = [rule for rule in HOME_RULES if rule.holds(colours, own[0]["worse_since"])] or [OTHERWISE]
    colour = next((each for each in (RED, AMBER, GREY) if any(rule.colour == each for rule in held)), GREEN)
    return {"home": home, "rag": colour, "reasons": [{"rule": rule.id, "text": _said(rule, own)} for rule in held]}


def _said(rule: HomeRule, own: list[Rated]) -> str:
    if rule is H7 and (since := own[0]["worse_since"]):
        return f"{rule.sentence[:-1]}, since about {month_name(since)}."
    named = standards(cell for cell in own if cell["rag"] == rule.names)
    return f"{rule.sentence[:-1]}: {named}." if named else rule.sentence
