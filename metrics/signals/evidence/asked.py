"""What other programs may ask of: arrays of a service, each wrong one refused in a sentence."""

from collections.abc import Callable
from math import inf
from numbers import Real
from typing import Any, NamedTuple

import numpy as np

TIERS = ("watch", "flag")


class Service(NamedTuple):
    """The arrays of `metrics.signals.stands`: series × months, and one value a series."""

    events: np.ndarray
    exposure: np.ndarray
    parts: np.ndarray
    home: np.ndarray
    key: np.ndarray
    stock: np.ndarray
    worse: np.ndarray


def service(events: Any, exposure: Any, parts: Any, home: Any, key: Any, stock: Any, worse: Any) -> Service:
    """The arrays as they are worked with; ValueError for the first that cannot be, saying which and what it has to
    be."""
    seen, of = _months("events", events), _months("exposure", exposure)
    if seen.shape != of.shape:
        raise ValueError(
            "events and exposure have to be of one shape, series × months:"
            f" {_shape(seen)} and {_shape(of)} do not go together."
        )
    many = len(seen)
    flags = (_one_a_series(name, given, many, *TRUE_OR_NOT) for name, given in (("parts", parts), ("stock", stock)))
    places = (_one_a_series(name, given, many, *WHOLE_NUMBERS) for name, given in (("home", home), ("key", key)))
    (is_part, is_stock), (of_home, of_key) = flags, places
    ways = _one_a_series("worse", worse, many, *ONE_OR_MINUS_ONE).astype(int)
    return Service(seen, of, is_part.astype(bool), of_home.astype(int), of_key.astype(int), is_stock.astype(bool), ways)


def check_tier(tier: Any) -> None:
    """ValueError for what is no tier."""
    if not isinstance(tier, str) or tier not in TIERS:
        raise ValueError(f"tier has to be “watch” or “flag”, not {tier!r}.")


def check_budget(budget: Any) -> None:
    """ValueError for what is no number of false concerns a month; None is the default of each home."""
    if budget is None:
        return
    is_number = isinstance(budget, Real) and not isinstance(budget, bool)
    if not is_number or not 0 < float(budget) < inf:
        raise ValueError(f"budget has to be a number above 0 (new false concerns a month), not {budget!r}.")


def _months(name: str, given: Any) -> np.ndarray:
    told = _numbers(name, given, "numbers, series × months")
    if told.ndim != 2:
        raise ValueError(f"{name} has to have two dimensions, series × months, not {told.ndim}.")
    if (told < 0).any() or np.isinf(told).any():
        raise ValueError(f"{name} has to be 0 or more and finite in every month, or NaN where it is not known.")
    return told


def _one_a_series(name: str, given: Any, many: int, what: str, fits: Callable[[np.ndarray], Any]) -> np.ndarray:
    told = _numbers(name, given, what)
    if told.shape != (many,):
        raise ValueError(f"{name} has to have one value a series: {_shape(told)} of them for {many} series.")
    if not np.all(fits(told)):
        raise ValueError(f"{name} has to be {what} for every series.")
    return told


TRUE_OR_NOT = ("true or false", lambda told: (told == 0) | (told == 1))

WHOLE_NUMBERS = ("a whole number from 0", lambda told: np.isfinite(told) & (told >= 0) & (told == np.floor(told)))

ONE_OR_MINUS_ONE = ("1 or -1", lambda told: np.abs(told) == 1)


def _numbers(name: str, given: Any, what: str) -> np.ndarray:
    """As an array of numbers: text is none, even where it looks like one."""
    wrong = f"{name} has to be {what}."
    try:
        told = np.asarray(given)
        if told.dtype.kind not in "biuf" and (told.dtype.kind != "O" or any(map(_is_no_number, told.flat))):
            raise ValueError(wrong)
        return told.astype(float)
    except (TypeError, ValueError):
        raise ValueError(wrong) from None


def _is_no_number(value: Any) -> bool:
    """None stands for what is not known."""
    return not (value is None or isinstance(value, Real | np.bool_))


def _shape(told: np.ndarray) -> str:
    return " × ".join(map(str, told.shape)) or "one value"
