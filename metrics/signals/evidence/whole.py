"""The home as a whole: a sliding home worsens a little in many things at once, none of which tells by itself."""

import numpy as np

from metrics.signals.evidence.counted import Counted
from metrics.signals.evidence.factors import Ratios, bayes_factors

CHANGES: Ratios = ((1.5, 1.7), (2.0, 2.5))
"""Changes that many series of a home have in common."""

SHARES = (0.1, 0.3, 1.0)
"""Of a home's series so many may change together."""

WINDOW = 12
"""A slide that is new began in one of so many months."""

MOST = 60.0
"""No one series tells more than this of the home."""


RETURNS_ALONE, WITH_VISITS = (3.7, 3.0), (3.9, 3.2)
"""From which evidence on the signal stands, and below which it is over: of a home's returns where no visit is known;
and of its returns and visits."""


def stand(evidence: np.ndarray, known: np.ndarray, limits: tuple[float, float]) -> np.ndarray:
    """Whether the signal stands in each month: homes × months, of its evidence; where nothing of a home is `known` in a
    month, as before."""
    held, stands = np.zeros(evidence.shape, bool), np.zeros(len(evidence), bool)
    for month in range(evidence.shape[1]):
        now = evidence[:, month] >= np.where(stands, limits[1], limits[0])
        stands = np.where(known[:, month], now, stands)
        held[:, month] = stands
    return held


def factors(told: Counted, month: int) -> np.ndarray:
    """ln BF of each series, as `metrics.signals.evidence.factors.bayes_factors`, for the changes looked for here."""
    return bayes_factors(told, month, WINDOW, CHANGES, 1, MOST)


def evidence(factors: np.ndarray, home: np.ndarray, homes: int) -> np.ndarray:
    """H of each home (by its number, one of so many): how much its series together speak for a change for the worse
    that began in one of 12 months (Mei 2010). -inf where nothing can be told yet."""
    together = _together(factors, home, homes)
    return log_of_sum(together, (0, 1, 3)) - np.log(len(SHARES) * len(CHANGES))


def makes_up(factors: np.ndarray, home: np.ndarray, homes: int) -> tuple[np.ndarray, np.ndarray]:
    """How many months ago each home's change likeliest began (0: the latest), and of each series whether it is likelier
    than not among those that changed then, at the likeliest share and size of the change."""
    together = _together(factors, home, homes)
    best = together.transpose(2, 0, 1, 3).reshape(homes, -1).argmax(axis=1)
    share, change, began = np.unravel_index(best, (len(SHARES), len(CHANGES), together.shape[3]))
    likelier = np.exp(np.where(np.isneginf(factors), 0, factors))[change[home], np.arange(len(home)), began[home]]
    of = np.array(SHARES)[share[home]]
    among = (of * likelier > (1 - of)) & (likelier > 1)
    return together.shape[3] - 1 - began, among


def _together(factors: np.ndarray, home: np.ndarray, homes: int) -> np.ndarray:
    """ln of the product over each home's series of (1 - pi + pi BF): shares × changes × homes × months k."""
    possible = np.zeros((homes, factors.shape[2]), bool)
    np.logical_or.at(possible, home, ~np.isneginf(factors[0]))
    likelier = np.exp(np.where(np.isneginf(factors), 0, factors))
    together = np.zeros((len(SHARES), len(CHANGES), homes, factors.shape[2]))
    for place, share in enumerate(SHARES):
        for change in range(len(CHANGES)):
            # Of all series its own logarithm, which stays finite where its exponential is 0.
            told = factors[change] if share == 1 else np.log(1 - share + share * likelier[change])
            np.add.at(together[place, change], home, np.where(np.isneginf(told), 0, told))
    return np.where(possible, together, -np.inf)


def as_one(*evidences: np.ndarray) -> np.ndarray:
    """The signal: ln of the mean of the exponentials."""
    return log_of_sum(np.array(evidences), 0) - np.log(len(evidences))


def log_of_sum(logs: np.ndarray, axis: int | tuple[int, ...]) -> np.ndarray:
    """ln of the sum of what these are the logarithms of; -inf of nothing."""
    most = np.max(logs, axis=axis, keepdims=True, initial=-np.inf)
    most = np.where(np.isneginf(most), 0, most)
    with np.errstate(divide="ignore"):
        return np.log(np.exp(logs - most).sum(axis=axis)) + np.squeeze(most, axis=axis)
