"""What all homes have in common: the prior's mean of each indicator, which is theirs together.

Of many homes the mean is rounded, by less than it could be told apart by: so one home's month changes what is worked
out of that home, and of no other.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from metrics.kept.stands import MANY
from metrics.signals.evidence.counted import rate

STEPS = 50
"""To one of so many steps from a mean to one that is e times as high: each is 2 % above the one before."""


@dataclass(frozen=True)
class Prior:
    """Of so many `homes`: of each indicator `sums`, bad and size of the months to each (2 × months, the last one last);
    before the first it is 0."""

    homes: int
    sums: dict[str, np.ndarray]

    def usual(self, ids: list[str], months: int) -> np.ndarray:
        """The prior's mean of these indicators as at each of so many months, the last one last."""
        mean = rate(*_padded([self.sums[id] for id in ids], months).swapaxes(0, 1))
        return mean if self.homes < MANY else np.exp(np.round(np.log(mean) * STEPS) / STEPS)

    def changed(self, then: "Prior", now: "Prior") -> "Prior":
        """The same where some homes, which told `then`, tell `now` something else."""
        with_new = self._with(now, np.add)
        return with_new._with(then, np.subtract)

    def _with(self, other: "Prior", how: Callable) -> "Prior":
        ids = self.sums | other.sums
        months = max((each.shape[1] for each in (*self.sums.values(), *other.sums.values())), default=0)
        nothing = np.zeros((2, 0))
        both = {id: _padded([own.sums.get(id, nothing) for own in (self, other)], months) for id in ids}
        return Prior(int(how(self.homes, other.homes)), {id: how(*each) for id, each in both.items()})

    def same_to(self, other: "Prior", later: int = 0) -> bool:
        """Whether each indicator's mean is that of the `other`, which was told so many months earlier, in every month
        of that one."""
        months = max((each.shape[1] for each in (*self.sums.values(), *other.sums.values())), default=0)
        ids, known = sorted(self.sums), max(0, months - later)
        return ids == sorted(other.sums) and np.array_equal(self.usual(ids, months)[:, :known], other.usual(ids, known))

    def in_short(self) -> str:
        """Equal where the means are, in every month."""
        ids = sorted(self.sums)
        months = max((each.shape[1] for each in self.sums.values()), default=0)
        return blake2b(repr(ids).encode() + self.usual(ids, months).tobytes(), digest_size=16).hexdigest()

    def told(self) -> str:
        """As text, from which it is `read`."""
        return json.dumps([self.homes, {id: each.tolist() for id, each in self.sums.items()}])


def read(told: str) -> Prior:
    """What was told of it."""
    homes, sums = json.loads(told)
    return Prior(homes, {id: np.array(each) for id, each in sums.items()})


def _padded(sums: list[np.ndarray], months: int) -> np.ndarray:
    """Of each the last so many months."""
    found = np.zeros((len(sums), 2, months))
    for own, each in zip(found, sums, strict=True):
        own[:, max(0, months - each.shape[1]) :] = each[:, max(0, each.shape[1] - months) :]
    return found
