"""Many who read a council's data at once, each going from page to page over a socket of their own."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from shutil import copy
from threading import Thread

from tests.attacks.visitor import Visitor
from tests.bench.measure import memory_of_started
from tests.serving import served

READERS = 50

THINKS = 30.0
"""Seconds that somebody reads before they click again, in the mean."""

CLICKS = 4
"""So often each of them clicks."""

PAGES = ("", "home", "actions", "trends", "warnings", "themes", "visits", "standards", "voice", "search")


def readers(store: Path, folder: Path, many: int = READERS, thinks: float = THINKS) -> Iterator[tuple[str, str, str]]:
    """Rows of what, seen and bar: how long they wait for what they clicked, and what their sessions hold."""
    waited: list[float] = []
    with served(Path(copy(store, folder / "read.duckdb"))) as address:
        # What the first of all asks is worked out for all of them.
        first = Visitor(address).greet()
        first.opens("")
        for page in PAGES:
            first.draws(page)
        before, visitors = memory_of_started(), [Visitor(address).greet() for _ in range(many)]
        reading = [
            Thread(target=_reads, args=(visitor, Random(place), thinks, waited))
            for place, visitor in enumerate(visitors)
        ]
        for each in reading:
            each.start()
        for each in reading:
            each.join()
        held = (memory_of_started() - before) / many
    median, worst = statistics.median(waited), statistics.quantiles(waited, n=20)[-1]
    what = f"a click of {many} readers, each every {thinks:g} s"
    yield what, f"{median:.2f} s in the median, {worst:.2f} s for 1 in 20, {held:.1f} MB a session", "1 s in the median"


def _reads(visitor: Visitor, lots: Random, thinks: float, waited: list[float]) -> None:
    time.sleep(lots.uniform(0, thinks))
    visitor.opens("")
    for _ in range(CLICKS):
        time.sleep(lots.uniform(0.5, 1.5) * thinks)
        began = time.perf_counter()
        visitor.draws(lots.choice(PAGES))
        waited.append(time.perf_counter() - began)
