"""The tests behind a flag, against scipy's own and against plain counting."""

import numpy as np
import pytest
from scipy.stats import binom, hypergeom

from metrics.signals.chance import LOOKS, RESTLESS, chance, scatter


def plain_p(events, exposure, part: bool) -> float:
    """The smallest of the looks' two-sided p, times the looks that there are: one series, in plain words."""
    found = []
    for months in LOOKS:
        if len(events) - months < 6:
            continue
        now, before = sum(events[-months:]), sum(events[:-months])
        size, rest = sum(exposure[-months:]), sum(exposure[:-months])
        known = hypergeom(size + rest, now + before, size) if part else binom(now + before, size / (size + rest))
        found.append(min(1.0, 2 * min(known.cdf(now), known.sf(now - 1))))
    return min(1.0, min(found) * len(found))


def one(events, exposure, part: bool) -> float:
    return chance(np.array([events], dtype=float), np.array([exposure], dtype=float), np.array([part]))[0][0]


@pytest.mark.parametrize("seed", range(25))
def test_counts_as_the_binomial_has_them(seed):
    rng = np.random.default_rng(seed)
    exposure = rng.integers(60, 100, 24)
    events = rng.poisson(rng.uniform(0.2, 6), 24)
    if scatter(np.array([events], dtype=float), np.array([exposure], dtype=float), np.array([False]))[0] <= RESTLESS:
        assert one(events, exposure, False) == pytest.approx(plain_p(events, exposure, False), rel=1e-6, abs=1e-12)


@pytest.mark.parametrize("seed", range(25))
def test_parts_of_a_whole_as_the_hypergeometric_has_them(seed):
    rng = np.random.default_rng(seed)
    exposure = rng.integers(1, 30, 24)
    events = rng.binomial(exposure, rng.uniform(0.05, 0.95))
    if scatter(np.array([events], dtype=float), np.array([exposure], dtype=float), np.array([True]))[0] <= RESTLESS:
        assert one(events, exposure, True) == pytest.approx(plain_p(events, exposure, True), rel=1e-6, abs=1e-12)


def test_many_cases_come_near_the_exact_answer():
    exposure = np.full(24, 2_000)
    events = np.where(np.arange(24) < 21, 1_000, 1_060)
    assert one(events, exposure, True) == pytest.approx(plain_p(events, exposure, True), rel=0.05)


def test_a_change_is_found_in_its_direction_and_over_the_months_that_show_it_best():
    events = np.array([[2.0] * 18 + [6.0] * 6])
    p, high, look = chance(events, np.full(events.shape, 90.0), np.array([False]))
    assert p[0] < 1e-3 and high[0] and look[0] == 6


def test_six_months_must_stand_before():
    events = np.full((1, 24), np.nan)
    events[0, -6:] = 3
    assert np.isnan(one(events[0], np.where(np.isnan(events[0]), np.nan, 90), False))


def test_a_part_over_its_whole_counts_as_the_whole():
    held, planned = np.full(24, 5.0), np.full(24, 4.0)
    assert one(held, planned, True) == one(planned, planned, True) == 1


def test_a_restless_home_is_tested_less_strictly():
    steady, restless = np.array([4.0] * 23 + [12]), np.array([0.0, 8] * 11 + [4, 12])
    assert one(restless, np.full(24, 90), False) > one(steady, np.full(24, 90), False)


def test_under_no_change_p_is_seldom_small():
    rng = np.random.default_rng(1)
    events = rng.poisson(3, (4_000, 24)).astype(float)
    p = chance(events, np.full(events.shape, 90.0), np.zeros(4_000, dtype=bool))[0]
    assert all((p <= level).mean() <= level for level in (0.05, 0.01, 0.001))
