"""The exact sums, against those of scipy and against counting."""

import numpy as np
import pytest
from scipy.stats import betabinom, binomtest, false_discovery_control, gamma

from metrics.themes.chance import SHAPES, expected, interval, likelihoods, q_values, ratio, shape, tails, usual

CASES = [(6, 15, 0, 54), (0, 15, 12, 60), (3, 3, 1, 12), (15, 15, 60, 60), (0, 0, 0, 0), (400, 900, 1200, 3600)]
SEEN, VISITS, BEFORE, VISITS_BEFORE = map(np.array, zip(*CASES, strict=True))


def test_both_tails_are_beta_binomial():
    low, high = tails(SEEN, likelihoods(VISITS, BEFORE, VISITS_BEFORE))
    told = [betabinom(n, before + 0.5, visits_before - before + 0.5) for _, n, before, visits_before in CASES]
    assert low == pytest.approx([each.cdf(seen) for each, seen in zip(told, SEEN, strict=True)], abs=1e-9)
    assert high == pytest.approx([each.sf(seen - 1) for each, seen in zip(told, SEEN, strict=True)], abs=1e-9)


def test_expected_is_what_the_months_before_would_have():
    told = [betabinom(n, before + 0.5, visits_before - before + 0.5).mean() for _, n, before, visits_before in CASES]
    assert expected(BEFORE, VISITS_BEFORE, VISITS) == pytest.approx(told)


def test_as_many_as_usual_or_more_come_about_once_in_twenty():
    for n, before, visits_before, most in zip(
        VISITS, BEFORE, VISITS_BEFORE, usual(likelihoods(VISITS, BEFORE, VISITS_BEFORE)), strict=True
    ):
        each = betabinom(n, before + 0.5, visits_before - before + 0.5)
        assert each.sf(most - 1) >= 0.05 and (most == n or each.sf(most) < 0.05)


def test_the_interval_is_exact_and_never_more_than_all_visits():
    lower, upper = interval(SEEN, VISITS)
    for place, (seen, n, *_) in enumerate(CASES):
        if n:
            told = binomtest(int(seen), int(n)).proportion_ci()
            assert (lower[place], upper[place]) == pytest.approx((n * told.low, n * told.high))
    assert (lower[4], upper[4]) == (0, 0)


def test_ratio_is_a_quantile_of_the_shrunk_gamma():
    assert ratio(0.05, 6, 1.5, 2.0) == pytest.approx(gamma(8, scale=1 / 3.5).ppf(0.05))


def test_themes_of_a_home_without_a_visit_say_nothing_of_the_shape():
    seen, expectation = np.array([3, 0, 1, 2, 0, 4, 1, 0, 2, 5]), np.linspace(0.5, 3, 10)
    learnt = shape(seen, expectation, SHAPES["service"])
    beside = np.concatenate([seen, [0]]), np.concatenate([expectation, [0.0]])
    assert shape(*beside, SHAPES["service"]) == pytest.approx(learnt)


def test_shape_is_learnt_where_there_are_enough_themes():
    rng = np.random.default_rng(1)
    expectation = np.full(4000, 5.0)
    seen = rng.poisson(expectation * rng.gamma(1.2, 1 / 1.2, 4000))
    assert shape(seen, expectation, SHAPES["service"]) == pytest.approx(1.2, abs=0.15)
    assert shape(seen[:9], expectation[:9], SHAPES["service"]) == SHAPES["service"][1]


def test_q_is_benjamini_and_hochbergs_within_each_group():
    p = np.array([0.01, 0.5, np.nan, 0.02, 0.04, 0.9])
    groups = np.array([0, 0, 0, 1, 1, 1])
    q = q_values(p, groups)
    assert np.isnan(q[2])
    assert q[[0, 1]] == pytest.approx(false_discovery_control([0.01, 0.5])) and q[3:] == pytest.approx(
        false_discovery_control([0.02, 0.04, 0.9])
    )


def test_without_a_test_there_is_no_q():
    assert np.isnan(q_values(np.array([np.nan]), np.array([0]))).all()
