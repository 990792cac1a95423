"""The XmR chart's rules at their edges, as pictures: a digit a month, and below it what each point is."""

import pytest

from metrics.signals import xmr

MARKS = {".": "ordinary", "o": "outside", "s": "shift", "t": "trend", "2": "two in three"}


@pytest.mark.parametrize(
    ("months", "marks"),
    [
        ("2 4 2 4 2 4 2 6 8 6 8 6 8 6", "s s s s s s s s s s s s s s"),
        ("1 1 1 1 1 1 1 9 9 9 9 9 9 9", "o o o o o o o o o o o o o o"),
        ("4 6 4 6 4 6 4 6 4 6 4 6 4 6", ". . . . . . . . . . . . . ."),
        ("5 5 5 5 5 5 5 5 5 5 5 5", ". . . . . . . . . . . ."),
        ("5 4 6 5 4 6 5 4 6 5 4 6 5 30", "s s s s s s s s s s s s s o"),
        ("4 6 4 6 4 6 4 6 1 2 3 4 5 6 7", ". . . . . . . . t t t t t t t"),
        ("4 6 4 6 4 6 4 6 2 3 4 5 6 7 6", ". . . . . . . . . . . . . . ."),
    ],
)
def test_a_picture_of_each_rule(months, marks):
    told = xmr([float(each) for each in months.split()], better="higher")
    assert [*told.points] == [MARKS[each] for each in marks.split()]


def test_limits_are_2_66_average_moving_ranges_from_the_mean():
    told = xmr([4, 6, 5, 7, 4], better="lower")
    assert (
        told.mean == pytest.approx(5.2)
        and told.upper == pytest.approx(5.2 + 2.66 * 8 / 4)
        and told.lower == pytest.approx(5.2 - 2.66 * 8 / 4)
    )


def test_a_very_large_range_is_left_out_once():
    values = [5, 6, 5, 6, 5, 6, 5, 6, 40]
    assert xmr(values, better="lower").upper < xmr(values, better="lower", screen=False).upper


def test_a_baseline_sets_the_limits():
    told = xmr([4, 6, 4, 6, 4, 6, 20, 20, 20], better="lower", baseline=6)
    assert told.mean == 5 and told.upper == pytest.approx(5 + 2.66 * 2) and told.points[-1] == "outside"


def test_a_constant_series_and_a_single_value_have_no_limits_and_no_signal():
    for values in ([5] * 12, [5]):
        told = xmr(values, better="higher", target=4)
        assert (told.lower, told.upper, told.variation) == (None, None, "common cause") and set(told.points) == {
            "ordinary"
        }


def test_no_value_is_refused():
    with pytest.raises(ValueError, match="at least one value"):
        xmr([], better="higher")


@pytest.mark.parametrize("baseline", [0, -1])
def test_a_baseline_of_no_value_is_refused(baseline):
    with pytest.raises(ValueError, match="at least one value"):
        xmr([1, 2, 3], better="higher", baseline=baseline)


RISING = [4, 6, 4, 6, 4, 6, 4, 6, 30]


@pytest.mark.parametrize(
    ("values", "better", "variation"),
    [
        (RISING, "higher", "improvement"),
        (RISING, "lower", "concern"),
        (RISING, "neither", "neutral high"),
        ([30 - each for each in RISING], "higher", "concern"),
        ([30 - each for each in RISING], "lower", "improvement"),
        ([30 - each for each in RISING], "neither", "neutral low"),
        (RISING[:-1], "higher", "common cause"),
    ],
)
def test_what_the_latest_point_means(values, better, variation):
    assert xmr(values, better=better).variation == variation


@pytest.mark.parametrize(
    ("target", "better", "word"),
    [
        (100, "higher", "failing"),
        (100, "lower", "passing"),
        (-100, "higher", "passing"),
        (-100, "lower", "failing"),
        (5, "higher", "hit or miss"),
        (None, "higher", "none"),
        (5, "neither", "none"),
    ],
)
def test_whether_it_keeps_to_its_target(target, better, word):
    assert xmr([4, 6, 4, 6, 4, 6], better=better, target=target).assurance == word
