"""Which concerns stand, asked by other programs of arrays of their own."""

import numpy as np

from metrics.indicators.settings import default_of
from metrics.signals.evidence import whole
from metrics.signals.evidence.asked import Service, check_budget, check_tier, service
from metrics.signals.evidence.counted import Counted, counted, together
from metrics.signals.evidence.standing import series_known, stood, threshold


def stands(
    events: np.ndarray,
    exposure: np.ndarray,
    parts: np.ndarray,
    home: np.ndarray,
    key: np.ndarray,
    stock: np.ndarray,
    worse: np.ndarray,
    *,
    tier: str = "watch",
    budget: float | None = None,
) -> np.ndarray:
    """Whether a concern of that tier (`watch` or `flag`) stands as at each month, by the months up to it alone:
    booleans, series × months. Arrays of one service, series × months, NaN where not known; `parts` and `stock`
    booleans, `home` and `key` whole numbers from 0 (`key`: which series are the same indicator), `worse` 1 where more
    events are worse, -1 where fewer are. With `budget` (new false concerns a month of all these series together) the
    threshold is the service's, else each home's own. ValueError, in a sentence, for what is none of these."""
    check_tier(tier)
    check_budget(budget)
    asked = service(events, exposure, parts, home, key, stock, worse)
    if not asked.events.shape[1]:
        return np.zeros(asked.events.shape, bool)
    told, of = _counted(asked), asked.home if budget is None else np.zeros(len(asked.home), int)
    reach = threshold(series_known(told, of), default_of(f"signals.{tier}") if budget is None else budget)
    return stood(told, [reach], 1)[0][0]


def homes_stand(
    events: np.ndarray,
    exposure: np.ndarray,
    parts: np.ndarray,
    home: np.ndarray,
    key: np.ndarray,
    stock: np.ndarray,
    worse: np.ndarray,
) -> tuple[np.ndarray, np.ndarray]:
    """The homes in order, and whether the signal of each as a whole stands as at each month (booleans, homes × months),
    from returns alone. Arrays and errors as in `stands`."""
    asked = service(events, exposure, parts, home, key, stock, worse)
    homes, of = np.unique(asked.home, return_inverse=True)
    known = np.zeros((len(homes), asked.events.shape[1]), bool)
    if not known.size:
        return homes, known
    told = _counted(asked)
    months = [
        whole.evidence(whole.together(whole.factors(told, month), of, len(homes))) for month in range(known.shape[1])
    ]
    np.logical_or.at(known, of, told.known)
    return homes, whole.stand(np.array(months).T, known, whole.RETURNS_ALONE)


def _counted(asked: Service) -> Counted:
    return together(counted(asked.events, asked.exposure, asked.parts, asked.stock, asked.worse), asked.key)
