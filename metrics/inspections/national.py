"""The council's homes beside council-run homes in England: shares with their intervals, and whether the two can be
told apart.
"""

from metrics.indicators.intervals import of_share
from metrics.inspections.benchmark import benchmark
from metrics.inspections.inspected import judgements
from metrics.inspections.shapes import BesideEngland, GoodOrBetter
from qa_data.judgements import below_good
from qa_data.scope import Scope
from qa_data.store import Store

UNLIKELY = 0.05


def beside_england(store: Store, scope: Scope) -> BesideEngland | None:
    """Homes judged Good or better overall at their latest full inspection: `own` and `england` (the latest published
    year of council-run homes), each with good, judged and interval (95 %, in %), the `year`, and `apart`: whether
    chance would seldom make them so different (Fisher's exact test). None without both.
    """
    from scipy.stats import fisher_exact  # only here: it takes long to import

    latest = {row["home"]: row["overall"] for row in judgements(store, scope) if row["overall"]}
    years = benchmark(store, scope)["council_run"]
    if not latest or not years:
        return None
    own = _share(sum(not below_good(word) for word in latest.values()), len(latest))
    england = _share(years[-1]["outstanding"] + years[-1]["good"], years[-1]["homes"] - years[-1]["not_judged"])
    table = [[each["good"], each["judged"] - each["good"]] for each in (own, england)]
    return {
        "own": own,
        "england": england,
        "year": years[-1]["year"],
        "apart": bool(fisher_exact(table).pvalue < UNLIKELY),
    }


def _share(good: int, judged: int) -> GoodOrBetter:
    return {"good": good, "judged": judged, "interval": of_share(good, judged)}
