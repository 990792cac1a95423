"""Intervals of pooled figures, against published values and by hand."""

import numpy as np
import pytest

from metrics.indicators.intervals import interval, of_share, wilson
from metrics.indicators.registry import indicator


@pytest.mark.parametrize(
    ("numerator", "denominator", "ends"), [(4, 5, (38, 96)), (0, 5, (0, 43)), (5, 5, (57, 100)), (7, 5, (57, 100))]
)
def test_a_part_of_a_whole(numerator, denominator, ends):
    assert tuple(round(end) for end in interval(indicator("QPC2"), numerator, denominator)) == ends


@pytest.mark.parametrize(("numerator", "ends"), [(0, (0, 3.689)), (1, (0.025, 5.572)), (10, (4.795, 18.390))])
def test_events_have_the_exact_poisson_interval(numerator, ends):
    # The table of Poisson limits in any textbook; 30 child-nights, so that the rate is the count.
    assert interval(indicator("PRO1"), numerator, 30) == pytest.approx(ends, abs=0.001)


@pytest.mark.parametrize("of_any", [True, False])
def test_all_of_all_may_be_all_and_none_of_any_none(of_any):
    """Of every number to a thousand: 192 of 192 rounded to 99.999… once."""
    whole = np.arange(1.0, 1001)
    lower, upper = wilson(whole if of_any else np.zeros(1000), whole)
    assert ((upper == 1).all() and (lower < 1).all()) if of_any else ((lower == 0).all() and (upper > 0).all())
    assert all(of_share(int(n), int(n))[1] == 100 and of_share(0, int(n))[0] == 0 for n in whole)
