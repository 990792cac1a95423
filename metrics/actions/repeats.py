"""Recommendations that come back at the same home within 12 months; what people say of each suggestion is kept."""

from datetime import date
from itertools import groupby
from typing import Any

import numpy as np
from pandas import DataFrame, concat
from scipy.sparse import csr_matrix

from metrics.actions.shapes import Repeat
from metrics.actions.similarity import ALIKE, WORTH_A_LOOK, about, asked, numbers, similarity
from metrics.kept.kinds import Kept
from metrics.kept.laying import lay
from qa_data.cursor import Cursor
from qa_data.recorded import record, unsigned
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

CONFIRMED, DISMISSED, SUGGESTED = "confirmed", "dismissed", "suggested"

RECOMMENDED = ("Ofsted requirement", "Ofsted recommendation", "Regulation 44 recommendation")

SQL = queries(__file__)

COLUMNS = {
    "home": "varchar",
    "first_reference": "varchar",
    "later_reference": "varchar",
    "first_raised": "date",
    "later_raised": "date",
    "similarity": "double",
}


def pairs(told: list[dict[str, Any]]) -> DataFrame:
    """Those that ask for the same (`COLUMNS`): rows of home, reference, raised and action, sorted by home and day;
    the later within 12 calendar months of the first, raised on another day. Each later one with its likest earlier
    one, the newest of equals.
    """
    firsts, laters, alike = _alike(told)
    order = np.lexsort((-firsts, -alike, laters))
    _, best = np.unique(laters[order], return_index=True)
    rows = [
        (
            told[later]["home"],
            told[first]["reference"],
            told[later]["reference"],
            told[first]["raised"],
            told[later]["raised"],
            alike,
        )
        for first, later, alike in zip(*(each[order[best]].tolist() for each in (firsts, laters, alike)), strict=True)
    ]
    return DataFrame(rows, columns=list(COLUMNS))


def _alike(told: list[dict[str, Any]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places (first, later) of those that ask for the same and how alike they are. Texts are compared one by one
    only where themes or a slip of the pen may matter.
    """
    texts = [each["action"] for each in told]
    firsts, laters, alike = _overlaps([each["home"] for each in told], [asked(text) for text in texts])
    near = _within_a_year([each["raised"] for each in told], firsts, laters)
    firsts, laters, alike = firsts[near], laters[near], alike[near]
    involved = np.unique(np.concatenate([firsts, laters]))
    themed, numbered = np.zeros(len(told), dtype=bool), np.zeros(len(told), dtype=np.int64)
    themed[involved] = [bool(about(texts[place])) for place in involved]
    numbered[involved] = [hash(numbers(texts[place])) for place in involved]
    closer = np.flatnonzero(
        (themed[firsts] | themed[laters]) | ((alike < ALIKE) & (numbered[firsts] == numbered[laters]))
    )
    alike[closer] = [
        similarity(texts[first], texts[later]) for first, later in zip(firsts[closer], laters[closer], strict=True)
    ]
    same = alike >= ALIKE
    return firsts[same], laters[same], alike[same]


def _overlaps(homes: list[str], weighed: list[dict[str, float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of places at one home, the first before the later, worth a look by their words: one product of sparse
    matrices, a column a home's word.
    """
    columns: dict[tuple, int] = {}
    cells = [
        (row, columns.setdefault((home, word), len(columns)), weight)
        for row, (home, told) in enumerate(zip(homes, weighed, strict=True))
        for word, weight in told.items()
    ]
    rows, words, weights = zip(*cells, strict=True) if cells else ((), (), ())
    matrix = csr_matrix((weights, (rows, words)), shape=(len(homes), len(columns)))
    shared = (matrix @ (matrix > 0).T.astype(float)).tocoo()
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    alike = 2 * shared.data / (sums[shared.row] + sums[shared.col])
    kept = (shared.col < shared.row) & (alike >= WORTH_A_LOOK)
    return shared.col[kept].astype(np.int64), shared.row[kept].astype(np.int64), alike[kept]


def _within_a_year(days: list[date], firsts: np.ndarray, laters: np.ndarray) -> np.ndarray:
    """Which pairs are raised on different days less than 12 calendar months apart: days as numbers in which a year
    is always as long.
    """
    numbers = np.array([each.year * 372 + each.month * 31 + each.day for each in days], dtype=np.int64)
    apart = numbers[laters] - numbers[firsts]
    return (apart > 0) & (apart < 372)


HOMES_AT_ONCE = 200


def _made(store: Store, scope: Scope) -> DataFrame:
    homes = [
        list(rows)
        for _, rows in groupby(store.rows(scope, SQL["asked_for"], sources=list(RECOMMENDED)), lambda row: row["home"])
    ]
    some = (homes[start : start + HOMES_AT_ONCE] for start in range(0, len(homes), HOMES_AT_ONCE))
    found = [pairs([row for rows in each for row in rows]) for each in some]
    return concat(found, ignore_index=True) if found else DataFrame(columns=list(COLUMNS))


REPEATS = Kept("repeats_found", COLUMNS, lambda store, scope, variant: _made(store, scope), at_most=1)


def lay_repeats(store: Store, cursor: Cursor) -> None:
    """Makes the view `repeats_found` (`COLUMNS`) on the cursor: of the homes of the scope, whatever people said of them
    and whenever raised.
    """
    lay(store, cursor, REPEATS)


def repeats(store: Store, scope: Scope) -> list[Repeat]:
    """Recommendations and requirements of the last 12 months that an earlier one at the same home had asked for,
    raised at most 12 months before it, the newest first: home, standards (of the later), similarity, decision
    (suggested, confirmed, dismissed), reason, made_by, moment (UTC), first and later (reference, source,
    source_date, action, raised, status, completed, source). One that was not accepted counts: it is made again
    because it was not met.
    """
    with store.reading(scope) as cursor:
        lay_repeats(store, cursor)
        return cursor.rows(SQL["repeats"], suggested=SUGGESTED)


def decide(store: Store, scope: Scope, by: str, home: str, first: str, later: str, decision: str, reason: str) -> None:
    """Keeps what a person says of a suggestion. ValueError without a name or a reason, OutOfScope for a home that is
    not in the scope.
    """
    if unsigned(by, reason):
        raise ValueError(
            "A decision needs your name and a reason, for example: the same drill log, asked for in June and again in"
            " September."
        )
    record(
        store,
        scope,
        "repeat_decisions",
        by.strip(),
        home=home,
        first_reference=first,
        later_reference=later,
        decision=decision,
        reason=reason.strip(),
    )
