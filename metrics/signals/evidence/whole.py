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


def factors(told: Counted, month: int, rows: np.ndarray | slice = slice(None)) -> np.ndarray:
    """ln BF of each series (of those `rows`), as `metrics.signals.evidence.factors.bayes_factors`, for the changes
    looked for here."""
    return bayes_factors(told, month, WINDOW, CHANGES, 1, MOST, rows)


def evidence(together: np.ndarray) -> np.ndarray:
    """H of each home, of what its series tell `together`: how much they speak for a change for the worse that began in
    one of 12 months (Mei 2010). -inf where nothing can be told yet."""
    return log_of_sum(together, (0, 1, 3)) - np.log(len(SHARES) * len(CHANGES))


def likeliest(together: np.ndarray) -> tuple[np.ndarray, ...]:
    """The share and the change (places among `SHARES` and `CHANGES`) that are likeliest of each home, and how many
    months ago it likeliest began (0: the latest)."""
    best = together.transpose(2, 0, 1, 3).reshape(together.shape[2], -1).argmax(axis=1)
    share, change, began = np.unravel_index(best, (len(SHARES), len(CHANGES), together.shape[3]))
    return share, change, together.shape[3] - 1 - began


def makes_up(factors: np.ndarray, together: np.ndarray, home: np.ndarray) -> np.ndarray:
    """Of each series whether it is likelier than not among those that changed when its home's change likeliest began,
    at the likeliest share and size of the change."""
    share, change, ago = likeliest(together)
    own = factors[change[home], np.arange(len(home)), together.shape[3] - 1 - ago[home]]
    likelier = np.exp(np.where(np.isneginf(own), 0, own))
    of = np.array(SHARES)[share[home]]
    return (of * likelier > (1 - of)) & (likelier > 1)


def together(factors: np.ndarray, home: np.ndarray, homes: int) -> np.ndarray:
    """ln of the product over each home's series of (1 - pi + pi BF): shares × changes × homes × months k; -inf where
    none of them can have changed."""
    order, has = np.argsort(home, kind="stable"), np.bincount(home, minlength=homes) > 0
    factors, starts = factors[:, order], np.searchsorted(home[order], np.flatnonzero(has))
    found = np.full((len(SHARES), len(CHANGES), homes, factors.shape[2]), -np.inf)
    if not len(starts):
        return found
    impossible = np.isneginf(factors[0])
    own = np.where(impossible, 0, factors)
    likelier = np.exp(own)
    for place, share in enumerate(SHARES):
        # Of all series its own logarithm, which stays finite where its exponential is 0.
        told = own if share == 1 else np.log(1 - share + share * likelier)
        found[place][:, has] = np.add.reduceat(told, starts, axis=1)
    found[:, :, has] = np.where(np.logical_and.reduceat(impossible, starts), -np.inf, found[:, :, has])
    return found


def both(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """What two kinds of series tell `together`: a kind of which none can have changed tells nothing."""
    nothing = np.isneginf(one) & np.isneginf(other)
    return np.where(nothing, -np.inf, sum(np.where(np.isneginf(each), 0, each) for each in (one, other)))


def as_one(*evidences: np.ndarray) -> np.ndarray:
    """The signal: ln of the mean of the exponentials."""
    return log_of_sum(np.array(evidences), 0) - np.log(len(evidences))


def log_of_sum(logs: np.ndarray, axis: int | tuple[int, ...]) -> np.ndarray:
    """ln of the sum of what these are the logarithms of; -inf of nothing."""
    most = np.max(logs, axis=axis, keepdims=True, initial=-np.inf)
    most = np.where(np.isneginf(most), 0, most)
    with np.errstate(divide="ignore"):
        return np.log(np.exp(logs - most).sum(axis=axis)) + np.squeeze(most, axis=axis)
