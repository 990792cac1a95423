"""The council's homes beside England, its region and councils that it chooses: all three judgements, every year."""

from datetime import date
from typing import Any

from metrics.indicators.intervals import of_share
from metrics.inspections.inspected import judgements
from metrics.inspections.shapes import Compared, Comparison
from qa_data.dictionary.ofsted import COUNCIL_RUN, HOME_PROVISION
from qa_data.judgements import COLUMNS, JUDGEMENTS, below_good
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

OWN = "The council’s homes"

FEW = 10
"""Of fewer homes one more or less makes a difference of more than a tenth."""

SQL = queries(__file__)


def compared(store: Store, scope: Scope, councils: tuple[str, ...] = ()) -> Comparison:
    """How many homes are Good or better in each judgement, of those judged: the council's own at their latest full
    inspection, and by year all homes in England, those that councils run, those of them in the council's region, and
    of each of the `councils` (as Ofsted writes them). Adequate and Satisfactory count as below Good, as in Ofsted's
    totals."""
    grades = {each.word: each.counted_as or each.word for each in JUDGEMENTS}
    with store.reading(scope) as cursor:
        cursor.run(SQL["one_name"])
        region = next((row["region"] for row in cursor.rows(SQL["region"])), None)
        rows = cursor.rows(
            SQL["groups"],
            home_types=list(HOME_PROVISION),
            sector=COUNCIL_RUN,
            region=region,
            councils=list(councils),
            words=list(grades),
            grades=list(grades.values()),
            good=[each.word for each in JUDGEMENTS if each.good],
        )
        known = [row["council"] for row in cursor.rows(SQL["councils"], sector=COUNCIL_RUN)]
    groups: list[Any] = [row | {"interval": of_share(row["good"], row["judged"])} for row in rows]
    return {"own": _own(store, scope), "groups": groups, "region": region, "councils": known}


def _own(store: Store, scope: Scope) -> list[Compared]:
    latest: list[Any] = list({row["home"]: row for row in judgements(store, scope)}.values())
    told = []
    for which in COLUMNS:
        words = [row[which] for row in latest if row[which]]
        if words:
            told.append(_share(which, sum(not below_good(word) for word in words), len(words), scope.as_at))
    return told


def _share(judgement: str, good: int, judged: int, day: date) -> Compared:
    return {
        "group": OWN,
        "judgement": judgement,
        "year": day.year,
        "good": good,
        "judged": judged,
        "interval": of_share(good, judged),
    }
