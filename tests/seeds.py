"""How much is drawn by chance to try one promise on: a part in `make test`, all of it in `make test-long`."""

import os
from collections.abc import Sequence
from typing import TypeVar

LONG = bool(os.environ.get("LONG"))

Drawn = TypeVar("Drawn")


def some(drawn: Sequence[Drawn], few: int) -> Sequence[Drawn]:
    """All of them where LONG is set, else the first few."""
    return drawn if LONG else drawn[:few]
