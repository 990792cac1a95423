"""What speaks for and against each standard at a home, of a span of time, with its rows. No judgement is made of it."""

from datetime import date
from typing import TypedDict

from metrics.months.pooled import lay_rated
from metrics.rag.voices import JUDGED
from metrics.readiness.spans import INSPECTION, lay_spans
from qa_data.judgements import COLUMNS
from qa_data.scope import Scope
from qa_data.source import Source
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store

FOR, AGAINST, HEARD = "for", "against", "heard"
"""What speaks for a standard, what against it, and what children said, which is neither."""

KINDS = ("verdict", "safeguarded", "wellbeing_promoted", "figure", "finding", "change", "action", "plan")
"""In the order in which they stand."""

UNDER = {which: tuple(code for code in CODES if JUDGED.get(code, "overall") == which) for which in COLUMNS}
"""The standards whose evidence stands under each of Ofsted's three judgements: the one that is nearest. The overall
judgement takes the other two into account (SCCIF 4)."""

SQL = queries(__file__)


class Evidence(TypedDict):
    """A piece of evidence, of one of `KINDS`. A verdict or opinion (`said`) was given `times` of `of_times` by that
    kind of visit (`told_by`), the last on `day`; a figure has indicator, rag, numerator, denominator and month; what
    was found, done, changed or planned is `said`, with a `note`: of what a child said, its reference."""

    home: str
    standard: str
    side: str
    kind: str
    day: date | None
    told_by: str | None
    said: str | None
    note: str | None
    times: int | None
    of_times: int | None
    indicator: str | None
    rag: str | None
    numerator: int | None
    denominator: int | None
    month: date | None
    sources: list[Source]


def evidence(store: Store, scope: Scope, home: str | None = None, since: str = INSPECTION) -> list[Evidence]:
    """What speaks for and against each standard (`FOR`, `AGAINST`) and what children said of it (`HEARD`), in the span
    of each open home, or of one; by home, standard, side and kind, the newest first. Figures, open requirements, late
    actions and the service plan are as they stand on the day asked of.
    """
    with store.reading(scope) as cursor:
        lay_spans(cursor, since)
        lay_rated(store, cursor, [scope.as_at])
        return cursor.rows(SQL["evidence"], home=home, kinds=list(KINDS))
