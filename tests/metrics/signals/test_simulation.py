"""A short run of the simulation: false concerns stay near their budget, and changes are found as soon as they must be.
The long one, with the tables, is `make simulate`.
"""

import numpy as np
import pytest

from tests.metrics.signals.measured import (
    CHANGES,
    SETTLED,
    SLIDES,
    STANDING,
    YOUNG,
    Change,
    Measured,
    _new,
    false_ones,
    found,
    slide_found,
)
from tests.metrics.signals.worlds import CHANCE, HOMES, PLACES, SERIES, STAFF_LEAVE, WORLDS, services

FEW, LOOSE = 20, 1.35
"""So few services tell a rate loosely."""

COUNTED = (12, 60)
"""The months over which the numbers that must be kept are counted: four years from the second on."""


@pytest.mark.parametrize(("world", "watch"), [(WORLDS[0], 0.35), (WORLDS[1], 0.5)], ids=["chance", "scatter"])
def test_few_concerns_begin_where_nothing_changes(world, watch):
    told = false_ones(world, COUNTED, FEW)
    assert 0.1 < told.watch.mean < LOOSE * watch
    assert 0 < told.flag.mean < LOOSE * 0.12 and told.flag.mean < told.watch.mean
    assert told.homes.mean < LOOSE * 0.12


def test_a_settled_service_has_more_of_them_than_a_young_one():
    """Which is why the table says over which months it counts."""
    young, settled = (false_ones(CHANCE, months, FEW).watch for months in (YOUNG, SETTLED))
    assert settled.mean - young.mean > 2 * (settled.error + young.error) > 0


def test_what_is_new_is_counted_once_from_the_first_month_on():
    assert _new(np.array([[True, True, False, True], [False] * 4])).tolist() == [
        [True, False, False, True],
        [False] * 4,
    ]
    assert str(Measured(0.314, 0.02)) == "0.31 ± 0.020"


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: each.said)
def test_a_change_is_found_in_time(change):
    shares = found(change, 400).within
    assert all(share.mean > least - 7 for share, least in zip(shares, change.least, strict=True))


def test_what_is_found_still_stands_after_a_year():
    assert found(CHANGES[0], 400).standing[0].mean > 50


def test_what_becomes_usual_is_told_less_and_less():
    """Three years after a change for good it stands less often than after one: the page must not say otherwise."""
    first, *_, last = found(CHANGES[0], 400).standing
    assert last.mean + 2 * last.error < first.mean - 2 * first.error


def test_what_does_not_change_is_not_found():
    """Else the shares above would tell nothing."""
    assert found(Change("nothing", 2, 2, 0, (6, STANDING[0]), ()), 400).within[1].mean < 15


def test_a_home_that_slides_is_found():
    assert slide_found(SLIDES[2], FEW).within[0].mean > 60


def test_a_service_is_five_homes_of_thirty_five_series():
    events, exposure, parts, home, key, stock, worse = services(np.random.default_rng(1), CHANCE, 3, 24).arguments()
    assert SERIES == 35 and events.shape == exposure.shape == (3 * HOMES * SERIES, 24)
    assert len(set(home)) == 3 * HOMES and len(set(key)) == 3 * SERIES
    assert (events[parts] <= exposure[parts]).all() and (events >= 0).all() and set(worse) == {1, -1}
    assert not (stock & ~parts).any()


def test_the_worlds_are_what_they_say():
    """Counts scatter, stay alike from month to month, and what stands at a month's end stands there again."""
    rng = np.random.default_rng(2)
    chance, scatter, stay, stand, _ = (services(rng, world, 40, 30).events for world in WORLDS)

    def over(events, series):
        """Variance within a series beside its mean."""
        return (events[:, :, series].var(axis=-1, ddof=1) / events[:, :, series].mean(axis=-1)).mean()

    def alike(events, series):
        """How much neighbouring months go together."""
        told = events[:, :, series] - events[:, :, series].mean(axis=-1, keepdims=True)
        return (told[..., 1:] * told[..., :-1]).mean() / (told**2).mean()

    eight, plans = 10, 30
    assert over(chance, eight) == pytest.approx(1, abs=0.1) and over(scatter, eight) > 1.5
    assert alike(chance, eight) < 0.05 < 0.1 < alike(stay, eight)
    assert alike(chance, plans) < 0.05 < 0.5 < alike(stand, plans) < 1 - STAFF_LEAVE
    assert PLACES == 4
