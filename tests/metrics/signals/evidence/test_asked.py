"""What other programs ask wrongly is told in one sentence; what they may ask is answered, of no months too."""

import numpy as np
import pytest

from metrics.signals import homes_stand, stands

NAMES = ("events", "exposure", "parts", "home", "key", "stock", "worse")


def service(series=2, months=6):
    """Arrays that may be asked of, by name."""
    flat = np.zeros(series, int)
    return dict(
        zip(
            NAMES,
            (np.ones((series, months)), np.full((series, months), 90.0), flat > 0, flat, flat, flat > 0, flat + 1),
            strict=True,
        )
    )


WRONG = [
    ({"events": np.ones((2, 4))}, "events and exposure have to be of one shape, series × months: 2 × 4 and 2 × 6 do"),
    ({"events": np.ones(6)}, "events has to have two dimensions, series × months, not 1."),
    ({"events": 3}, "events has to have two dimensions, series × months, not 0."),
    ({"exposure": np.ones((2, 6, 1))}, "exposure has to have two dimensions, series × months, not 3."),
    ({"events": [[1, 2], [1]]}, "events has to be numbers, series × months."),
    ({"events": [["1"] * 6] * 2}, "events has to be numbers, series × months."),
    ({"events": np.full((2, 6), np.inf)}, "events has to be 0 or more and finite in every month, or NaN where"),
    ({"events": -np.ones((2, 6))}, "events has to be 0 or more and finite in every month"),
    ({"exposure": -np.ones((2, 6))}, "exposure has to be 0 or more and finite in every month"),
    ({"home": [0]}, "home has to have one value a series: 1 of them for 2 series."),
    ({"home": 0}, "home has to have one value a series: one value of them for 2 series."),
    ({"home": [0, np.nan]}, "home has to be a whole number from 0 for every series."),
    ({"home": [0, 0.5]}, "home has to be a whole number from 0 for every series."),
    ({"home": [0, -1]}, "home has to be a whole number from 0 for every series."),
    ({"home": ["Ash House", "Elm Base"]}, "home has to be a whole number from 0."),
    ({"key": [0, 1.5]}, "key has to be a whole number from 0 for every series."),
    ({"parts": ["yes", "no"]}, "parts has to be true or false."),
    ({"parts": [True, 2]}, "parts has to be true or false for every series."),
    ({"stock": [True]}, "stock has to have one value a series: 1 of them for 2 series."),
    ({"stock": [None, True]}, "stock has to be true or false for every series."),
    ({"worse": [1, 0]}, "worse has to be 1 or -1 for every series."),
    ({"worse": [1, 2]}, "worse has to be 1 or -1 for every series."),
]  # fmt: skip


@pytest.mark.parametrize("asked", [stands, homes_stand])
@pytest.mark.parametrize(
    ("wrong", "said"), WRONG, ids=[f"{next(iter(each))} {place}" for place, (each, _) in enumerate(WRONG)]
)  # noqa: E501
def test_what_cannot_be_asked_is_told_in_one_sentence(asked, wrong, said):
    with pytest.raises(ValueError) as told:
        asked(**service() | wrong)
    assert str(told.value).startswith(said) and str(told.value).endswith(".") and "\n" not in str(told.value)


@pytest.mark.parametrize("tier", ["Watch", "", None, 1])
def test_a_tier_is_watch_or_flag(tier):
    with pytest.raises(ValueError, match="^tier has to be “watch” or “flag”, not "):
        stands(**service(), tier=tier)


@pytest.mark.parametrize("budget", ["x", float("nan"), float("inf"), 0, -1, True, [0.5]])
def test_a_budget_is_a_number_above_0(budget):
    with pytest.raises(ValueError, match="^budget has to be a number above 0 "):
        stands(**service(), budget=budget)


def test_no_months_have_an_answer_without_months():
    assert stands(**service(3, 0)).shape == (3, 0)
    homes, held = homes_stand(**service(3, 0))
    assert homes.tolist() == [0] and held.shape == (1, 0)


def test_no_series_have_an_answer_without_series():
    assert stands(**service(0, 6)).shape == (0, 6)
    homes, held = homes_stand(**service(0, 6))
    assert homes.tolist() == [] and held.shape == (0, 6)


def test_lists_and_whole_numbers_of_any_kind_may_be_asked_of():
    """As a program has them that knows no arrays; None is not known."""
    told = {name: array.tolist() for name, array in service().items()}
    told["events"][0][2] = None
    told |= {"home": [0.0, 1.0], "parts": [0, 1]}
    assert stands(**told, budget=np.float64(0.5)).shape == (2, 6)
    assert homes_stand(**told)[0].tolist() == [0, 1]
