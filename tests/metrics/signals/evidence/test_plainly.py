"""The arrays of the program against the plain loops, on drawn services."""

import numpy as np
import pytest

from metrics.signals import homes_stand, stands
from metrics.signals.evidence import whole
from metrics.signals.evidence.counted import Counted, counted, together
from metrics.signals.evidence.factors import CHANGES, WINDOW, bayes_factors
from metrics.signals.evidence.reach import may_reach
from metrics.signals.evidence.standing import Standing, series_known, stood, threshold
from tests.metrics.signals.evidence import plainly

CLOSE = {"rtol": 1e-9, "atol": 1e-9}


def drawn(seed: int, homes: int = 2, months: int = 26, keys: int = 6) -> tuple[np.ndarray, ...]:
    """A service as `stands` is given it: parts, counts and stocks, months that are not known, some of a whole home,
    series of few months, more events than cases, rates that change and change back, a home without some indicators.
    """
    rng = np.random.default_rng(seed)
    kinds = [(key % 3 > 0, key % 3 == 2, -1 if rng.random() < 0.5 else 1) for key in range(keys)]
    rows = [(home, key) for home in range(homes) for key in range(keys) if rng.random() < 0.9 or not home]
    events, exposure = np.full((2, len(rows), months), np.nan)
    for row, (_, key) in enumerate(rows):
        part = kinds[key][0]
        first = rng.integers(0, months // 3) if rng.random() < 0.3 else 0
        level, change, back = rng.uniform(0.05, 0.95), rng.integers(6, months), rng.integers(10, months + 10)
        for month in range(first, months):
            now = level * (rng.choice([0.3, 1, 4]) if change <= month < back else 1)
            size = rng.integers(0, 12) if part else rng.integers(60, 100)
            exposure[row, month] = size
            events[row, month] = rng.binomial(size, min(now, 1)) if part else rng.poisson(3 * now)
    events[rng.random(events.shape) < 0.1] = np.nan
    exposure[rng.random(events.shape) < 0.05] = np.nan
    events[0, 5] = 40
    home, key = np.array(rows).T
    events[home == 0, months // 2 : months // 2 + 2] = np.nan
    of = np.array([kinds[each] for each in key])
    return events, exposure, of[:, 0] > 0, home, key, of[:, 1] > 0, of[:, 2]


SERVICES = [
    drawn(1, keys=4),
    drawn(2, homes=3, months=14),
    drawn(3, homes=1, months=44, keys=4),
    drawn(7, months=30, keys=3),
]


@pytest.fixture(scope="module", params=range(len(SERVICES)))
def told(request):
    """The arguments, the plain series and what is counted of them."""
    events, exposure, parts, home, key, stock, worse = SERVICES[request.param]
    return (
        SERVICES[request.param],
        plainly.service(*SERVICES[request.param]),
        together(counted(events, exposure, parts, stock, worse), key),
    )


def stepped(counts: Counted, reach: np.ndarray, toward: int) -> list[Standing]:
    """How each concern stands after each month, going on from the month before."""
    ends, begun = [], None
    for month in range(counts.bad.shape[1]):
        begun = stood(upto(counts, month), [reach[:, : month + 1]], toward, begun, month)[1]
        ends.append(begun[0])
    return ends


def upto(counts: Counted, month: int) -> Counted:
    """The months to that one alone."""
    cut = {name: month + 2 for name in ("whole_bad", "whole_size", "months_known")}
    return Counted(
        **{
            name: array[:, : cut.get(name, month + 1)] if array.ndim == 2 else array
            for name, array in vars(counts).items()
        }
    )


def test_what_is_counted_scatters_and_is_usual(told):
    _, plain, counts = told
    for row, series in enumerate(plain):
        months = [each or (0, 0) for each in series.months]
        np.testing.assert_allclose(np.array([counts.bad[row], counts.size[row]]).T, months, **CLOSE)
        assert counts.known[row].tolist() == [each is not None for each in series.months]
        for month in range(len(months)):
            np.testing.assert_allclose(counts.scatter[row, month], plainly.scatter(series, month), **CLOSE)
            np.testing.assert_allclose(counts.usual[row, month], plainly.usual(plain, series.key, month), **CLOSE)


@pytest.mark.parametrize(("toward", "budget"), [(1, 0.1), (1, 0.02), (-1, 0.1)])
def test_how_concerns_stand_after_every_month(told, toward, budget):
    (_, _, _, home, *_), plain, counts = told
    ends = stepped(counts, threshold(series_known(counts, home), budget), toward)
    for row, series in enumerate(plain):
        for month, now in enumerate(plainly.story(plain, series, budget, toward)):
            for name, value in vars(now).items():
                found = getattr(ends[month], name)[row]
                np.testing.assert_allclose(found, value, **CLOSE, err_msg=f"{name} of {row} in {month}")


@pytest.mark.parametrize("toward", [1, -1])
def test_all_months_in_one_go_end_as_month_by_month(told, toward):
    """Though the evidence of most months is then not worked out."""
    (_, _, _, home, *_), _, counts = told
    reach = threshold(series_known(counts, home), 0.1)
    at_once, stepwise = stood(counts, [reach], toward)[1][0], stepped(counts, reach, toward)[-1]
    for name, value in vars(at_once).items():
        np.testing.assert_array_equal(value, getattr(stepwise, name), err_msg=name)


@pytest.mark.parametrize("least", [0.5, 2.0, 4.9])
@pytest.mark.parametrize("toward", [1, -1])
def test_no_evidence_reaches_what_it_cannot(told, toward, least):
    _, _, counts = told
    more, fewer = may_reach(counts, 0, np.full(counts.bad.shape, least))
    may = np.where((toward * counts.turned > 0)[:, None], more, fewer)
    for month in range(counts.bad.shape[1]):
        likelier = np.exp(bayes_factors(counts, month, WINDOW, CHANGES, toward)).mean(axis=0)
        assert not (likelier.sum(axis=1) >= np.exp(least))[counts.known[:, month] & ~may[:, month]].any()
    assert least < 4 or not may.all()


@pytest.mark.parametrize("toward", [1, -1])
def test_after_what_is_explained_evidence_begins_anew(told, toward):
    """Months explained count nowhere, and no change is taken to have begun before them."""
    arrays, _, _ = told
    explained = np.zeros(arrays[0].shape, bool)
    explained[::2, 8:11] = explained[1, -3:] = explained[0, 2] = True
    plain = plainly.service(*arrays, explained)
    events, exposure, parts, home, key, stock, worse = arrays
    counts = together(counted(events, exposure, parts, stock, worse, explained), key)
    ends = stepped(counts, threshold(series_known(counts, home), 0.1), toward)
    for row, series in enumerate(plain):
        for month, now in enumerate(plainly.story(plain, series, 0.1, toward)):
            found = {name: getattr(ends[month], name)[row] for name in vars(now)}
            np.testing.assert_allclose(
                list(found.values()), list(vars(now).values()), **CLOSE, err_msg=f"{row} {month}"
            )


def test_a_concern_has_stood_since_the_first_of_any_tier(told):
    """Without a break: whether it was a Watch first, a Flag, or one beside the other."""
    (_, _, _, home, *_), _, counts = told
    reach = [threshold(series_known(counts, home), budget) for budget in (0.5, 0.02)]
    held, ends = stood(counts, reach, 1)
    for row, stands_in in enumerate(held.any(axis=0).tolist()):
        begins = [month for month, now in enumerate(stands_in) if now and not (month and stands_in[month - 1])]
        assert [end.first[row] for end in ends] == [begins[-1] if begins else -1] * 2


@pytest.mark.parametrize(("tier", "budget"), [("watch", None), ("flag", None), ("watch", 0.5)])
def test_stands(told, tier, budget):
    arrays, plain, _ = told
    found = stands(*arrays, tier=tier, budget=budget)
    own = budget or {"watch": 0.1, "flag": 0.02}[tier]
    for row, series in enumerate(plain):
        story = plainly.story(plain, series, own, 1, alone=budget is None)
        assert found[row].tolist() == [each.stands for each in story]


def test_homes_as_a_whole(told):
    arrays, plain, counts = told
    homes, of = np.unique(arrays[3], return_inverse=True)
    _, found = homes_stand(*arrays)
    months = range(counts.bad.shape[1])
    for place, home in enumerate(homes):
        evidence = [plainly.as_whole(plain, home, month) for month in months]
        fast = [whole.evidence(whole.together(whole.factors(counts, month), of, len(homes)))[place] for month in months]
        np.testing.assert_allclose(fast, evidence, **CLOSE)
        known = [any(each.home == home and each.months[month] for each in plain) for month in months]
        assert found[place].tolist() == plainly.homes_stand(evidence, known, 3.7, 3.0)


@pytest.mark.parametrize("toward", [1, -1])
def test_the_services_tell_something(toward):
    """Concerns are raised and cleared in them, of every kind."""
    seen = set()
    for events, exposure, parts, home, key, stock, worse in SERVICES:
        counts = together(counted(events, exposure, parts, stock, worse), key)
        held, ends = stood(counts, [threshold(series_known(counts, home), 0.1)], toward)
        for kind, rows in (("count", ~parts), ("part", parts & ~stock), ("stock", stock)):
            seen |= {kind} if held[0][rows].any() else set()
            seen |= {"over"} if (ends[0].over[rows] >= 0).any() else set()
    assert seen == {"count", "part", "stock", "over"}
