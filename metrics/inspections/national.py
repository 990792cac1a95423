"""The council's homes beside council-run homes in England: shares with their intervals, and whether the two can be
told apart.
"""

from math import comb

from metrics.indicators.intervals import of_share
from metrics.inspections.benchmark import benchmark
from metrics.inspections.inspected import judgements
from metrics.inspections.shapes import BesideEngland, GoodOrBetter
from qa_data.judgements import below_good
from qa_data.scope import Scope
from qa_data.store import Store

UNLIKELY = 0.05


def beside_england(store: Store, scope: Scope) -> BesideEngland | None:
    """Homes judged Good or better overall at their latest full inspection, of those that it judged overall: `own` and
    `england` (the latest published year of council-run homes), each with good, judged and interval (95 %, in %), the
    `year`, and `apart`: whether chance would seldom make them so different (Fisher's exact test). None without both.
    """
    last = {row["home"]: row["overall"] for row in judgements(store, scope)}
    latest = {home: word for home, word in last.items() if word}
    years = benchmark(store, scope)["council_run"]
    if not latest or not years:
        return None
    own = _share(sum(not below_good(word) for word in latest.values()), len(latest))
    england = _share(years[-1]["outstanding"] + years[-1]["good"], years[-1]["homes"] - years[-1]["not_judged"])
    return {
        "own": own,
        "england": england,
        "year": years[-1]["year"],
        "apart": chance_apart(own["good"], own["judged"], england["good"], england["judged"]) < UNLIKELY,
    }


def chance_apart(good: int, judged: int, other_good: int, other_judged: int) -> float:
    """How likely two shares as different as these are where both are really the same (Fisher's exact test, two-sided).
    Counted here, in whole numbers: `scipy.stats` has it, but takes half a second to import.
    """
    every = good + other_good
    able = range(max(0, every - other_judged), min(judged, every) + 1)
    ways = {some: comb(judged, some) * comb(other_judged, every - some) for some in able}
    return sum(way for way in ways.values() if way <= ways[good]) / sum(ways.values())


def _share(good: int, judged: int) -> GoodOrBetter:
    return {"good": good, "judged": judged, "interval": of_share(good, judged)}
