"""Of many homes the prior's mean is rounded: by less than evidence could be told apart by, and of arrays never."""

import numpy as np
import pytest

from metrics.indicators.settings import default_of
from metrics.signals import stands
from metrics.signals.evidence.counted import Counted, counted, together
from metrics.signals.evidence.factors import CHANGES, WINDOW, bayes_factors
from metrics.signals.evidence.standing import series_known, stood, threshold
from metrics.signals.prior import MANY, Prior
from tests.metrics.signals.worlds import HOMES, SERIES, WORLDS, services

MONTHS, CHANGED = 36, 20
SERVICES = 120 // HOMES

MOST = 0.1
"""So far W may be moved at most; what it has to reach for a Watch of such a home is above 4.8."""


@pytest.fixture(scope="module")
def service() -> tuple[np.ndarray, ...]:
    """One service of 120 homes, of which from a month on every second series goes badly more often."""
    rng = np.random.default_rng(5)
    times = np.ones((SERVICES, HOMES, SERIES, MONTHS))
    times[..., CHANGED:] = rng.choice([1, 1, 1, 2, 3, 6], (SERVICES, HOMES, SERIES, 1))
    events, exposure, parts, home, key, stock, worse = services(rng, WORLDS[-1], SERVICES, MONTHS, times).arguments()
    return events, exposure, parts, home, key % SERIES, stock, worse


def beside(service: tuple[np.ndarray, ...], homes: int) -> Counted:
    """What is counted of the service, with the means as they are of so many homes."""
    events, exposure, parts, _, key, stock, worse = service
    told = counted(events, exposure, parts, stock, worse)
    sums = {
        str(each): np.array([told.whole_bad[key == each, 1:].sum(axis=0), told.whole_size[key == each, 1:].sum(axis=0)])
        for each in range(SERIES)
    }
    return told.beside(Prior(homes, sums).usual(list(sums), MONTHS)[key])


def evidence(told: Counted, month: int, toward: int) -> np.ndarray:
    return np.log(np.exp(bayes_factors(told, month, WINDOW, CHANGES, toward)).mean(axis=0).sum(axis=1))


def test_rounding_hardly_moves_the_evidence(service):
    exact, rounded = beside(service, MANY - 1), beside(service, 120)
    assert 0.005 < np.abs(np.log(rounded.usual / exact.usual)).max() <= 0.01
    for month in range(3, MONTHS):
        for toward in (1, -1):
            with np.errstate(divide="ignore"):
                was, now = evidence(exact, month, toward), evidence(rounded, month, toward)
            known = np.isfinite(was)
            assert known.any() and np.array_equal(known, np.isfinite(now))
            assert 0 < np.abs(was - now)[known].max() < MOST


def test_of_arrays_the_mean_is_exact_however_many_homes_they_are_of(service):
    events, exposure, parts, home, key, stock, worse = service
    told = together(counted(events, exposure, parts, stock, worse), key)
    assert np.allclose(told.usual, beside(service, MANY - 1).usual, rtol=1e-12)
    reach = threshold(series_known(told, home), default_of("signals.watch"))
    assert reach[:, -1].min() > 4.8
    by_rounded, by_exact = (stood(each, [reach], 1)[0][0] for each in (beside(service, 120), told))
    assert by_exact.any() and np.array_equal(stands(*service), by_exact)
    assert (by_exact != by_rounded).mean() < 0.001
