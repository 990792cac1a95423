"""Which chart suits which numbers, and its limits."""

import numpy as np
import pytest
from scipy.stats import gamma, poisson

from metrics.indicators.intervals import wilson
from metrics.indicators.registry import INDICATORS
from metrics.signals.methods import METHODS, TOO_FEW, chosen
from metrics.signals.series import MONTHS, Series

RATE = next(each.id for each in INDICATORS if each.kind != "proportion")
PART = next(each.id for each in INDICATORS if each.kind == "proportion")


def series(events, exposure=90, indicator=RATE) -> Series:
    """One series of these months, right-aligned."""

    def row(values):
        laid = np.full((1, MONTHS), np.nan)
        laid[0, -len(events) :] = values
        return laid

    return Series.of_names(
        [("Ash House", "QS12", indicator, 0)], row(events), row(exposure), row(np.arange(len(events)) + 24_300)
    )


def method(told: Series) -> str:
    ((taken, _),) = chosen(told)
    return taken.id


def drawn(told: Series):
    ((taken, _),) = chosen(told)
    return taken.drawn(told)


@pytest.mark.parametrize(
    ("events", "taken"),
    [
        ([3] * 11, "too few"),
        ([3] * 12, "u"),
        ([0] * 13 + [1] * 11, "t"),
        ([1] * 24, "u"),
        ([4] * 24, "u"),
        ([4] * 23 + [5], "xmr"),
    ],
)
def test_events_by_how_many_there_are_a_month(events, taken):
    assert method(series(events)) == taken


@pytest.mark.parametrize(("cases", "taken"), [(19, "proportion"), (20, "xmr")])
def test_percentages_by_how_many_cases_there_are_a_month(cases, taken):
    assert method(series([10] * 12, cases, PART)) == taken


def test_each_method_says_what_it_is():
    assert {each.id for each in METHODS} == {"too few", "proportion", "t", "u", "xmr"} and all(
        each.words.endswith(".") for each in METHODS
    )
    assert METHODS[0] is TOO_FEW


def test_a_run_chart_has_the_median_and_no_limits():
    told = drawn(series([1, 2, 9]))
    assert (
        told.centre[0, -1] == pytest.approx(30 * 2 / 90) and np.isnan(told.lower).all() and np.isnan(told.upper).all()
    )


def test_wilson_as_the_field_quotes_it():
    lower, upper = wilson(np.array([4.0]), np.array([5.0]))
    assert (round(100 * lower[0]), round(100 * upper[0])) == (38, 96)


def test_exact_limits_cover_what_a_month_may_bring():
    """By drawing: the rate from what the months make likely, then a month's events at it."""
    told = drawn(series([2] * 24))
    rng = np.random.default_rng(1)
    months = poisson.rvs(gamma.rvs(48.5, scale=1 / (24 * 90), size=400_000, random_state=rng) * 90, random_state=rng)
    upper = told.upper[0, -1] * 90 / 30
    assert (months > upper).mean() <= 0.00135 < (months > upper - 1).mean()


def gaps(events) -> list[float]:
    told = drawn(series(events))
    return told.values[0][~np.isnan(told.values[0])].tolist()


def test_months_between_events():
    assert gaps([0] * 6 + [1] + [0] * 10 + [2] + [0] * 6) == [11, 0, 6]
    assert gaps([1] + [0] * 22 + [1]) == [23, 0]
    assert gaps([0] * 12 + [3] + [0] * 11) == [0, 0, 11]


def test_a_month_that_is_not_known_is_skipped():
    assert gaps([0] * 5 + [1] + [0, np.nan, 0] + [1] + [0] * 8) == [3, 8]


def test_none_at_all_is_one_wait_as_long_as_is_known():
    assert gaps([0] * 24) == [24] and np.isnan(drawn(series([0] * 24)).centre).all()


def test_the_usual_wait_is_what_so_many_months_make_it():
    """Six events of two years: another g months go by without one with (24 / (24 + g)) ** 6.5."""
    told = drawn(series([1, 0, 0, 0] * 6))
    middle, longest = (next(g for g in range(99) if (24 / (24 + g)) ** 6.5 <= beyond) for beyond in (0.5, 0.00135))
    assert (told.centre[0, -1], told.lower[0, -1], told.upper[0, -1]) == (middle, 0, longest)


def test_a_wait_is_out_of_the_usual_when_it_is_longer_than_its_limit():
    assert drawn(series([5] * 4 + [0] * 20)).kinds[0, -1] == "outside"
    assert drawn(series([0] * 12 + [1] * 5 + [0] * 6 + [1])).kinds[0, -1] == "ordinary"


def test_limits_of_a_percentage_stay_between_0_and_100():
    told = drawn(series([19, 20, 18, 20, 19, 20, 17, 20, 20, 19, 20, 20], 20, PART))
    assert np.nanmax(told.upper) <= 100 and np.nanmin(told.lower) >= 0
