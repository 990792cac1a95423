"""What speaks against a standard that no rule makes red or amber, so that nobody takes its colour for peace."""

from typing import TypedDict

from metrics.rag.status import lay_cells
from metrics.rag.wording import against
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.store import Store

SPOKEN = """
select home, standard, words, unanswered.sources as sources
from unanswered join cells using (moment, home, standard)
where rag in ('green', 'grey') order by home, standard"""


class Spoken(TypedDict):
    """What was last said against a standard at a home, in words, and the rows that say so."""

    home: str
    standard: str
    text: str
    sources: list[Source]


def spoken_against(store: Store, scope: Scope) -> list[Spoken]:
    """The green and unrated standards of which a source's last word in 6 months is No, Not met or Inadequate, to which
    no action answers: home, standard, text and sources, by home.
    """
    with store.reading(scope) as cursor:
        lay_cells(store, cursor, [scope.as_at], with_sources=False)
        rows = cursor.rows(SPOKEN)
    return [_said(row, against(row)) for row in rows]


def _said(row: dict, text: str) -> Spoken:
    return {
        "home": row["home"],
        "standard": row["standard"],
        "text": text[0].upper() + text[1:],
        "sources": row["sources"],
    }
