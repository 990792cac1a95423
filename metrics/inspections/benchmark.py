"""Ofsted's published judgements: how homes in England stand year by year, and the history of one council's own
homes.
"""

import re

from rapidfuzz import process

from metrics.inspections.shapes import Benchmark, JudgedYear, Published
from qa_data.dictionary.ofsted import COUNCIL_RUN, HOME_PROVISION
from qa_data.judgements import GRADES, JUDGEMENTS
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

GRADED = {grade: re.sub(" to be good", "", grade).lower().replace(" ", "_") for grade in GRADES}
"""Each grade and its name in the answer: outstanding, good, requires_improvement, inadequate."""

SQL = queries(__file__)


class UnknownCouncil(ValueError):
    """No published file names that council; the message suggests the nearest names."""


def benchmark(store: Store, scope: Scope, council: str | None = None) -> Benchmark:
    """Children's homes in England by latest judgement, as at 31 March of each year that is loaded: all of them
    (`years`) and those that councils run themselves (`council_run`); and every known inspection of one council's own
    homes (`inspections`, none without a council). A home is the council's own when any file up to `as_at` lists it
    so. Counts only: Adequate and Satisfactory count as requires improvement, as in Ofsted's printed totals.
    UnknownCouncil when no file names the council.
    """
    return {
        "years": _totals(store, scope, False),
        "council_run": _totals(store, scope, True),
        "inspections": _inspections(store, scope, council) if council else [],
    }


def _totals(store: Store, scope: Scope, council_run: bool) -> list[JudgedYear]:
    words = {each.word: each.counted_as or each.word for each in JUDGEMENTS}
    return store.rows(
        scope,
        SQL["totals"],
        home_types=list(HOME_PROVISION),
        sector=COUNCIL_RUN,
        council_run=council_run,
        words=list(words),
        grades=list(words.values()),
    )


def _inspections(store: Store, scope: Scope, council: str) -> list[Published]:
    return store.rows(
        scope,
        SQL["inspections"],
        home_types=list(HOME_PROVISION),
        sector=COUNCIL_RUN,
        spellings=_spellings(store, scope, council),
    )


def _spellings(store: Store, scope: Scope, council: str) -> list[str]:
    """The council's name as the files of different years write it."""
    names = [row["council"] for row in store.rows(scope, SQL["councils"])]
    if not names:
        raise UnknownCouncil(
            "No file of Ofsted's is loaded yet, so no council is known. "
            "Load one first: python -m loaders load provider_level_as_at_31_March_2025.csv"
        )
    if found := [name for name in names if _plain(name) == _plain(council)]:
        return found
    nearest = [name for name, *_ in process.extract(council, names, processor=_plain, limit=3)]
    raise UnknownCouncil(f"Ofsted's files name no council {council}. Did you mean {' or '.join(nearest)}?")


def _plain(name: str) -> str:
    return re.sub("[^a-z0-9]", "", name.lower().replace("&", "and"))
