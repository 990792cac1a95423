"""Intervals of pooled figures, against published values and by hand."""

import pytest

from metrics.indicators.intervals import interval
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
