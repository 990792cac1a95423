"""Each formula on numbers that can be worked by hand, and the Bayes factor against an integral over the rate."""

from math import exp, log

import numpy as np
import pytest
from scipy.stats import gamma, poisson

from metrics.signals import homes_stand, stands
from metrics.signals.evidence import whole
from metrics.signals.evidence.counted import counted, rate, together
from metrics.signals.evidence.factors import CHANGES, bayes_factors
from metrics.signals.evidence.standing import Standing, _clear, stood, threshold

NO = np.nan


def one(events, size=90, part=False, stock=False, worse=1):
    """What is counted of one series."""
    exposure = np.broadcast_to(np.array(size, float), (1, len(events)))
    return counted(np.array([events], float), exposure, [part], [stock], [worse])


def test_of_a_part_the_cases_without_it_count_where_more_is_better():
    """8 of 10 held: 2 went badly; of 12 events in 10 cases 10 count."""
    told = one([8, 12, NO], 10, part=True, worse=-1)
    assert told.bad.tolist() == [[2, 0, 0]] and told.size.tolist() == [[10, 10, 0]]
    assert one([8, 12], 10, part=True).bad.tolist() == [[8, 10]]
    assert told.known.tolist() == [[True, True, False]]


def test_a_count_stays_what_it_is_whichever_way_is_worse():
    assert one([3, 5], worse=-1).bad.tolist() == [[3, 5]]


def test_of_a_stock_what_is_new_counts():
    """Of 20 plans 4 were late, then 5 of 20: 0.85 × 20 × 4 / 20 = 3.4 of these stood there before, 1.6 are new, of 3;
    then, after a month that is not known, 2 of 10: fewer than the 0.85 × 10 × 5 / 20 that stood there."""
    told = one([4, 5, NO, 2], [20, 20, 20, 10], part=True, stock=True)
    np.testing.assert_allclose(told.bad, [[4, 1.6, 0, 0]])
    np.testing.assert_allclose(told.size, [[20, 3, 0, 1.5]])
    assert (told.scatter >= 1.5).all()


def test_scatter():
    """2 and 8 in 90 nights each, a month between them not known: D = (6/90)² / (2/90) = 0.2 at a rate of
    10.5 / 181, so that D / v = 3.4476 and phi = 15.4476 / 13."""
    told = one([2, NO, 8])
    np.testing.assert_allclose(told.scatter, [[1, 1, (0.2 / (10.5 / 181) + 12) / 13]])
    told = one([1, 9], 10, part=True)
    # D = 0.64 / 0.2 = 3.2, q = 10.5 / 21, v = 1/4.
    np.testing.assert_allclose(told.scatter, [[1, (12.8 + 12) / 13]])


def test_the_prior_is_of_all_homes():
    """Two homes with 1 and 4 in 90 nights each, and another indicator."""
    told = counted(np.array([[1], [4], [7]]), np.full((3, 1), 90.0), [False] * 3, [False] * 3, [1] * 3)
    np.testing.assert_allclose(together(told, np.array([5, 5, 2])).usual, [[5.5 / 181], [5.5 / 181], [7.5 / 91]])
    assert rate(np.array(0), np.array(0)) == 0.5


def test_a_bayes_factor_by_hand():
    """0, 0, 0 and then 2 in a month each of 1: Y1 = 2, N1 = 1, N = 4, phi as it comes, m = 2.5 / 5 = 1/2, so b = 4."""
    told = one([0, 0, 0, 2], 1)
    phi = told.scatter[0, 3]
    found = bayes_factors(told, 3, 36, CHANGES, 1)[:, 0]
    assert np.isneginf(found[:, :3]).all()
    expected = [2 / phi * log(r) - (2 + 2 / phi) * log((4 + (3 + r) / phi) / (4 + 4 / phi)) for r in (1.5, 2, 3, 6)]
    np.testing.assert_allclose(found[:, 3], expected)


@pytest.mark.parametrize("toward", [1, -1])
@pytest.mark.parametrize("events", [[2, 1, 3, 2, 5, 6, 4], [5, 4, 6, 3, 1, 0], [0, 0, 0, 0, 1]])
def test_a_bayes_factor_of_counts_is_the_ratio_of_what_is_likely_over_the_rate(events, toward):
    """The months' Poisson probabilities, the later ones at r times the rate, integrated over the prior's rates."""
    told, last = one(events), len(events) - 1
    told = told.some(slice(None)).beside(told.usual)
    told.scatter[:] = 1
    rates = told.usual[0, last] * np.linspace(0, 30, 10_001)[1:]
    prior = gamma.pdf(rates, 2, scale=told.usual[0, last] / 2)

    def likely(since: int, r: float) -> float:
        each = [poisson.pmf(y, 90 * rates * (r if place >= since else 1)) for place, y in enumerate(events)]
        return np.trapezoid(prior * np.prod(each, axis=0), rates)

    found = bayes_factors(told, last, 36, CHANGES, toward)[:, 0]
    for place, (r, _) in enumerate(CHANGES):
        for k in range(3, len(events)):
            seen = likely(k, r**toward) / likely(last + 1, 1)
            assert found[place, k] == pytest.approx(log(seen), abs=1e-5)


def test_of_parts_the_odds_change():
    """At q = 1/2 odds of 4 make 8 in 10 of it: 1.6 times; for the better 2 in 10, 0.4 times."""
    told = one([5, 5, 5, 5], 10, part=True)
    share = rate(told.whole_bad[:, 4], told.whole_size[:, 4])
    assert share == 0.5
    told.scatter[:] = 1
    for toward, r in ((1, 1.6), (-1, 0.4)):
        g, m = 0.5, 20.5 / 41
        expected = 5 / g * log(r) - (2 + 20 / g) * log((2 / m + (30 + 10 * r) / g) / (2 / m + 40 / g))
        np.testing.assert_allclose(bayes_factors(told, 3, 36, ((3, 4),), toward)[0, 0, 3], expected)


@pytest.mark.parametrize(("months", "window", "first"), [(40, 36, 4), (10, 36, 3), (40, 12, 28)])
def test_a_change_began_in_a_month_of_the_window_after_three_known(months, window, first):
    found = bayes_factors(one([1] * months), months - 1, window, CHANGES, 1)[0, 0]
    assert max(0, months - window) + int(np.argmax(~np.isneginf(found))) == first
    assert not np.isneginf(found[first - max(0, months - window) :]).any()


def test_no_change_begins_in_a_month_that_is_not_known():
    found = bayes_factors(one([1, NO, 1, 1, NO, 1, 1]), 6, 36, CHANGES, 1)[0, 0]
    assert np.isneginf(found).tolist() == [True] * 5 + [False] * 2


@pytest.mark.parametrize(("budget", "h"), [(0.1, 4.86), (0.02, 6.47)])
def test_thresholds(budget, h):
    assert threshold(np.array(35), budget) == pytest.approx(h, abs=0.005)


def test_a_threshold_counts_the_homes_series_of_more_than_three_known_months():
    """Of two homes, one with 34 more series that are known for three months alone: h is ln(1 / 0.1) - 1 in both."""
    few = np.full((34, 24), NO)
    few[:, :3] = 1
    events = np.concatenate([[[2] * 12 + [8] * 12], [[2] * 12 + [8] * 12], few])
    told = [events, np.full(events.shape, 90.0), *np.zeros((4, 36), int), np.ones(36)]
    told[3] = np.array([0, 1, *[0] * 34])
    found = stands(*told)
    assert found[0].any() and (found[0] == found[1]).all() and not found[2:].any()


def test_clearing_by_hand():
    """base 1/30 a night, rho 2, phi 1: a month of 90 nights with none speaks 3 against it, one with 6 events
    3 - 6 ln 2 = -1.16, which is told as 0."""
    for events, against, stand in ((6, 0, True), (4, 3 - 4 * log(2), True), (0, 3, False)):
        told, state = one([events]), Standing.none(1)
        told.scatter[:] = 1
        state.stands[:], state.base[:], state.times[:] = True, 1 / 30, 2
        _clear(told, 0, state)
        assert state.against[0] == pytest.approx(against) and state.stands[0] == stand
        assert state.over[0] == (-1 if stand else 0)


def test_clearing_of_parts_divides_by_what_is_left():
    """base 1/2 of 4 cases, rho 1.5: (0.5 × 0.5 × 4 - 2 ln 1.5) / 0.5 = 0.378."""
    told, state = one([2], 4, part=True), Standing.none(1)
    told.scatter[:] = 1
    state.stands[:], state.base[:], state.times[:] = True, 0.5, 1.5
    _clear(told, 0, state)
    assert state.against[0] == pytest.approx((1 - 2 * log(1.5)) / 0.5)


def test_a_concern_is_raised_stays_and_is_over():
    """2 a month, 8 from the 25th month on, 2 again from the 37th: what is kept with it, by hand."""
    told = one([2] * 24 + [8] * 12 + [2] * 12)
    held, (end,) = stood(told, [np.full((1, 48), 4.86)], 1)
    months = np.flatnonzero(held[0, 0])
    assert months[0] == end.since[0] and end.began[0] == 24 and months[0] - 24 in (1, 2, 3)
    assert (np.diff(months) == 1).all() and 36 <= months[-1] < 42 and end.over[0] == months[-1] + 1
    n0, m = 24 * 90, told.usual[0, end.since[0]]
    assert end.base[0] == pytest.approx((48 + 2) / (n0 + 2 / m)) and end.times[0] == 2


def test_it_never_goes_while_it_is_worse():
    for tier in ("watch", "flag"):
        found = stands([[2] * 24 + [6] * 60], np.full((1, 84), 90.0), [0], [0], [0], [0], [1], tier=tier)[0]
        assert found[30:].all()


def test_a_month_that_is_not_known_changes_nothing():
    """With or without blank months in it the same concern stands; in the blank ones what stood before."""
    events = np.array([[2.0, 3, 1] * 8 + [7, 6, 8, 7, 6, 8]])
    with_blanks = np.insert(events, [10, 26, 26], NO, axis=1)
    plain, told = (
        stands(each, np.full(each.shape, 90.0), [0], [0], [0], [0], [1])[0] for each in (events, with_blanks)
    )
    known = ~np.isnan(with_blanks[0])
    assert (told[known] == plain).all() and told[26] == told[27] == told[25]


def test_fewer_of_a_count_can_be_what_is_worse():
    arrays = [np.full((1, 36), 90.0), [0], [0], [0], [0]]
    fewer = [[12] * 24 + [4] * 12]
    assert stands(fewer, *arrays, [-1])[0, -1] and not stands(fewer, *arrays, [1])[0].any()


def test_the_home_as_a_whole_by_hand():
    """Two series of one home, one month k, BF of 3 and 1/2 for either change: the mean over pi of
    (1 - pi + 3 pi)(1 - pi / 2)."""
    factors = np.log([[[3.0], [0.5]]] * 2)
    found = whole.evidence(whole.together(factors, np.array([0, 0]), 1))
    assert exp(found[0]) == pytest.approx(sum((1 + 2 * pi) * (1 - pi / 2) for pi in (0.1, 0.3, 1)) / 3)


def test_the_signal_is_the_mean_of_three():
    assert whole.as_one(np.log([2.0]), np.log([4.0]), np.log([9.0])) == pytest.approx(log(5))
    assert whole.as_one(np.array([-np.inf]), np.log([3.0]), np.array([-np.inf])) == pytest.approx(0)


@pytest.mark.parametrize(
    ("evidence", "known", "stand"),
    [
        ([3.6, 3.7, 3.0, 2.9, 3.6], [1, 1, 1, 1, 1], [0, 1, 1, 0, 0]),
        ([3.8, 2.0, 2.0], [1, 0, 1], [1, 1, 0]),
        ([2.0, 3.8, 3.8], [1, 0, 1], [0, 0, 1]),
    ],
)
def test_it_stands_until_it_is_clearly_less(evidence, known, stand):
    found = whole.stand(np.array([evidence]), np.array([known], bool), whole.RETURNS_ALONE)
    assert found.tolist() == [[bool(each) for each in stand]]


def test_no_one_series_tells_more_than_sixty_of_a_home():
    told = one([1] * 12 + [400] * 12)
    assert whole.factors(told, 23).max() == 60


def test_a_steady_series_of_many_events_weighs_finitely():
    """exp of its logarithm is 0."""
    found = whole.evidence(whole.together(np.full((2, 1, 1), -2_000.0), np.array([0]), 1))
    assert found[0] == pytest.approx(log((0.9 + 0.7) / 3))


def test_of_no_series_nothing_stands():
    nothing = np.zeros((0, 5)), np.zeros((0, 5)), *np.zeros((5, 0), int)
    assert stands(*nothing).shape == (0, 5) and homes_stand(*nothing)[1].shape == (0, 5)
