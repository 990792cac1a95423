"""What speaks against a standard that no rule makes red or amber, so that nobody takes its colour for peace."""

from collections.abc import Iterable
from typing import Any, TypedDict

from metrics.homes.homes import open_homes
from metrics.kept.remembered import home_by_home
from metrics.rag.facts import lay_facts
from metrics.rag.rule import AMBER, RED
from metrics.rag.shapes import Rated
from metrics.rag.wording import against
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.store import Store

SPOKEN = "select home, standard, words, sources from unanswered semi join open_at using (home) order by home, standard"


class Spoken(TypedDict):
    """What was last said against a standard at a home, in words, and the rows that say so."""

    home: str
    standard: str
    text: str
    sources: list[Source]


def spoken_against(store: Store, scope: Scope) -> list[Spoken]:
    """The standards of open homes of which a source's last word in 6 months is No, Not met or Inadequate, to which no
    action answers: home, standard, text and sources, by home.
    """
    told = home_by_home(_spoken, store, scope, open_homes(store, scope), "")
    return [each for home in sorted(told) for each in told[home]]


def _spoken(store: Store, scope: Scope) -> dict[str, list[Spoken]]:
    with store.reading(scope) as cursor:
        lay_facts(store, cursor, ["open_at", "unanswered"], [scope.as_at], with_sources=True)
        rows = cursor.rows(SPOKEN)
    told: dict[str, list[Spoken]] = {home: [] for home in open_homes(store, scope)}
    for row in rows:
        told[row["home"]].append(_said(row, against(row)))
    return told


def passed_over(spoken: list[Any], cells: Iterable[Rated]) -> list[Any]:
    """Those of which the standard is neither red nor amber, so that its colour tells nothing of them."""
    warned = {(each["home"], each["standard"]) for each in cells if each["rag"] in (RED, AMBER)}
    return [each for each in spoken if (each["home"], each["standard"]) not in warned]


def _said(row: dict, text: str) -> Spoken:
    return {
        "home": row["home"],
        "standard": row["standard"],
        "text": text[0].upper() + text[1:],
        "sources": row["sources"],
    }
