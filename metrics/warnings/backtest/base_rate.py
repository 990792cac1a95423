"""How often a council-run home's judgement changes from one year to the next, in all of England: what a look back is
worth.
"""

from metrics.warnings.backtest.shapes import BaseRate
from qa_data.dictionary.ofsted import COUNCIL_RUN, HOME_PROVISION
from qa_data.judgements import JUDGEMENTS
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


def base_rate(store: Store, scope: Scope) -> list[BaseRate]:
    """Of council-run homes that are judged in two published files that follow each other: since and year (31 March
    of each), homes in both, inspected in full between the two, and of those inspected: better, worse, were_good
    (Good or better before) and how many of them fell below, were_below and how many stayed there.
    """
    return store.rows(
        scope,
        SQL["changed"],
        words=[each.word for each in JUDGEMENTS],
        places=[each.place for each in JUDGEMENTS],
        below=[not each.good for each in JUDGEMENTS],
        home_types=list(HOME_PROVISION),
        sector=COUNCIL_RUN,
    )
