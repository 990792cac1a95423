"""Whether two shares can be told apart, against scipy.stats."""

from random import Random

import pytest
from scipy.stats import fisher_exact

from metrics.inspections.national import chance_apart


def test_as_scipy_has_it():
    rng = Random(1)
    for _ in range(500):
        judged, others = rng.randint(1, 60), rng.randint(1, 900)
        good, other_good = rng.randint(0, judged), rng.randint(0, others)
        expected = fisher_exact([[good, judged - good], [other_good, others - other_good]]).pvalue
        assert chance_apart(good, judged, other_good, others) == pytest.approx(expected, rel=1e-6, abs=1e-12)
