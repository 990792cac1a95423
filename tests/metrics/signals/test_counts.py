"""Counts that are not exceeded against those of scipy.stats."""

import numpy as np
import pytest
from scipy.stats import nbinom

from metrics.signals.counts import count_at
from metrics.signals.drawn import TAIL


@pytest.mark.parametrize("share", [TAIL, 0.5, 1 - TAIL])
def test_as_scipy_has_them(share):
    rng = np.random.default_rng(1)
    shape = rng.integers(0, 400, (20_000, 1)) + 0.5
    sure = np.where(rng.random((20_000, 3)) < 0.01, 1, rng.random((20_000, 3)))
    assert (count_at(share, shape, sure) == nbinom.ppf(share, shape, sure)).all()


def test_no_count_where_nothing_is_known():
    assert np.isnan(count_at(TAIL, np.array([0.5, 0.5]), np.array([0.0, np.nan]))).all()
