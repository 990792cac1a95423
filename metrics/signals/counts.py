"""Which counts may come about at a rate that is itself only as sure as what was seen makes it."""

import numpy as np
from scipy.special import betainc


def count_at(share: float, shape: np.ndarray, sure: np.ndarray) -> np.ndarray:
    """The least count that is not exceeded with that probability, of a negative binomial with that shape and chance of
    success; NaN where there is none. Found by halving: `scipy.stats` has it, but takes half a second to import.
    """
    shape, sure = np.broadcast_arrays(shape, np.where(sure > 0, sure, np.nan))
    below, most = np.full(shape.shape, -1.0), np.ones(shape.shape)
    while (short := betainc(shape, most + 1, sure) < share).any():
        below, most = np.where(short, most, below), np.where(short, 2 * most, most)
    while (most - below > 1).any():
        middle = np.ceil((below + most) / 2)
        reached = betainc(shape, middle + 1, sure) >= share
        below, most = np.where(reached, below, middle), np.where(reached, middle, most)
    return np.where(np.isnan(sure), np.nan, most)
