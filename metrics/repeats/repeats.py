"""Recommendations that come back at the same home within 12 months; what people say of each suggestion is kept."""

from hashlib import sha256
from inspect import getsource

from pandas import DataFrame
from scipy.sparse import csr_matrix

from metrics.evidence.found import FROM
from metrics.kept import Kept, keep, may_be_kept
from metrics.repeats import similarity as measured
from metrics.repeats.similarity import ALIKE, WORTH_A_LOOK, asked, similarity
from qa_data.asking import Asking
from qa_data.current import cited
from qa_data.recorded import record
from qa_data.store import Store, run

CONFIRMED, DISMISSED, SUGGESTED = "confirmed", "dismissed", "suggested"

RECOMMENDED = ("Ofsted requirement", "Ofsted recommendation", "Regulation 44 recommendation")

ASKED_FOR = f"""
select home, reference, raised, action from {{actions}} where source in {RECOMMENDED} and status <> 'Cancelled' order by home, raised, reference
"""

COLUMNS = {"home": "varchar", "first_reference": "varchar", "later_reference": "varchar", "first_raised": "date", "later_raised": "date", "similarity": "double"}


def pairs(told: list[dict]) -> DataFrame:
    """Those that ask for the same (`COLUMNS`): rows of home, reference, raised and action, sorted by home and day; the later within 12 calendar months of the
    first, raised on another day. Each later one with its likest earlier one, the newest of equals."""
    best: dict[tuple, tuple] = {}
    for first, later in _worth_a_look(told):
        alike = similarity(told[first]["action"], told[later]["action"])
        if alike >= ALIKE:
            best[later] = max(best.get(later, (0, -1)), (alike, first))
    rows = [(told[later]["home"], told[first]["reference"], told[later]["reference"], told[first]["raised"], told[later]["raised"], alike)
            for later, (alike, first) in best.items()]
    return DataFrame(rows, columns=list(COLUMNS))


def _worth_a_look(told: list[dict]):
    """Pairs of places (first, later) at one home with enough words in common: all of them in one product of sparse matrices, a column a home's word."""
    columns: dict[tuple, int] = {}
    cells = [(row, columns.setdefault((each["home"], word), len(columns)), weight) for row, each in enumerate(told) for word, weight in asked(each["action"]).items()]
    rows, words, weights = zip(*cells) if cells else ((), (), ())
    weighed = csr_matrix((weights, (rows, words)), shape=(len(told), len(columns)))
    shared = (weighed @ (weighed > 0).T.astype(float)).tocoo()
    sums = weighed.sum(axis=1).A1
    for later, first, both in zip(shared.row, shared.col, shared.data):
        if first < later and 2 * both >= WORTH_A_LOOK * (sums[first] + sums[later]) and _within_a_year(told[first]["raised"], told[later]["raised"]):
            yield first, later


def _within_a_year(first, later) -> bool:
    return first < later and (later.year, later.month, later.day) < (first.year + 1, first.month, first.day)


def _made(store: Store, asking: Asking) -> DataFrame:
    return pairs(store.rows(asking, ASKED_FOR))


DEFINED = sha256((getsource(measured) + ASKED_FOR).encode()).hexdigest()

REPEATS = Kept("repeats_kept", ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items()), DEFINED, lambda store, asking, variant: _made(store, asking), only_latest=True)


def lay_out_repeats(cursor, store: Store, asking: Asking) -> None:
    """Makes the view `repeats_found` (`COLUMNS`) on the cursor: of the homes asked of, whatever people said of them and whenever raised."""
    if may_be_kept(store, asking):
        keep(store, REPEATS, "")
        cursor.execute(f"create or replace temp view repeats_found as select {', '.join(COLUMNS)} from {REPEATS.name}")
        return
    cursor.register("repeats_made", _made(store, asking))
    cursor.execute(f"create or replace temp view repeats_found as select {', '.join(f'{name}::{kind} as {name}' for name, kind in COLUMNS.items())} from repeats_made")


TOLD = f"select home, reference, source, source_date, action, raised, status, completed, standards, {cited(repr('action'))} as cited from {{actions}} {FROM}"

FOUND = f"""
select found.home, later.standards, similarity, coalesce(decision, '{SUGGESTED}') as decision, reason, made_by, moment, first, later
from repeats_found found
join (select home, reference as first_reference, told as first from ({TOLD}) told) using (home, first_reference)
join (select home, reference as later_reference, told as later, standards from ({TOLD}) told) later using (home, later_reference)
left join {{repeat_decisions}} decided using (home, first_reference, later_reference)
where later_raised <= $as_at and later_raised > $as_at - interval 12 month
order by later_raised desc, found.home, later_reference
"""


def repeats(store: Store, asking: Asking) -> list[dict]:
    """Recommendations and requirements of the last 12 months that an earlier one at the same home had asked for, raised at most 12 months before it, the newest
    first: home, standards (of the later), similarity, decision (suggested, confirmed, dismissed), reason, made_by, moment (UTC), first and later (reference, source,
    source_date, action, raised, status, completed, cited). One that was not accepted counts: it is made again because it was not met."""
    with store.reading() as cursor:
        lay_out_repeats(cursor, store, asking)
        answer = run(cursor, asking, FOUND)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row)) for row in answer.fetchall()]


def decide(store: Store, by: str, home: str, first: str, later: str, decision: str, reason: str) -> None:
    """Keeps what a person says of a suggestion. ValueError without a name or a reason."""
    if not by.strip() or not reason.strip():
        raise ValueError("A decision needs your name and a reason, for example: the same drill log, asked for in June and again in September.")
    record(store, "repeat_decisions", by.strip(), home=home, first_reference=first, later_reference=later, decision=decision, reason=reason.strip())
