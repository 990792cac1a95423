"""python -m tests.bench.england HOMES DATABASE: what the questions about so many homes cost, as JSON a line each.

A process a size, so that the memory said is that of this size. Of every question the seconds of the processors and on
the clock: from nothing, again (nothing having changed), and after one home's upload.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from math import log
from pathlib import Path

from metrics.kept.laying import answered
from metrics.months.values import lay_month_values
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store, open_store
from tests.bench.made_up import fill
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))

MONTH = date(2026, 9, 1)
"""The last month of which every home has sent its return: it is corrected."""

BARS = "20 s; exponents 1.1; 4,000 MB"

TIMES = ("from nothing", "again", "after one upload")


def month_values(store: Store, scope: Scope) -> None:
    """Counts every month value, or finds it kept."""
    with store.reading(scope) as cursor:
        lay_month_values(store, cursor)
        cursor.run("select count(*) from month_values").fetchall()


def questions() -> dict[str, Callable]:
    """What pages and commands ask of all homes at once, each after what it stands on."""
    from metrics.actions.repeats import repeats
    from metrics.rag.status import cells, status
    from metrics.signals import signals
    from metrics.themes.themes import theme_counts
    from metrics.warnings.warnings import warnings

    return {
        "figures": month_values,
        "signals": signals,
        "repeats": repeats,
        "colours": cells,
        "warnings": warnings,
        "status": status,
        "themes": theme_counts,
    }


def one_return(store: Store, month: date, restraints: int = 1) -> None:
    """A home's return of that month comes in: each month of every other home's stands."""
    upload(store, returns=[{"home": "Home 0001", "month": month, "restraints": restraints, "child_nights": 90}])


def costs(homes: int, database: str) -> Iterator[dict]:
    """Of each question and time the cost, with the most memory that the process had until then, in MB."""
    store = open_store(database)
    fill(store, homes)
    for when in TIMES:
        if when == TIMES[-1]:
            one_return(store, MONTH, restraints=3)
        for name, question in questions().items():
            began, spent = time.perf_counter(), time.process_time()
            answered(question, store, AS_AT)
            clock, processor = time.perf_counter() - began, time.process_time() - spent
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield {"question": name, "when": when, "clock": clock, "processor": processor, "memory": memory}
    store.close()


def table(folder: Path, sizes: list[int]) -> Iterator[tuple[str, str, str]]:
    """Rows of what, seen and bar: of each question at the largest size, with how its processors' seconds grow from size
    to size (1: as the homes do); the stores are left in the folder."""
    seen = {size: [json.loads(line) for line in _told(folder, size)] for size in sizes}
    for place, largest in enumerate(seen[sizes[-1]]):
        spent = {size: seen[size][place]["processor"] for size in sizes}
        what = f"{largest['question']} of {sizes[-1]:,} homes {largest['when']}"
        told = f"{largest['clock']:.2f} s, {largest['processor']:.2f} s of the processors, {largest['memory']:.0f} MB"
        yield what, f"{told}; exponents {exponents(spent)}", BARS if largest["when"] == TIMES[0] else ""


def exponents(spent: dict[int, float]) -> str:
    """How what is spent grows from each size to the next: 1 where as the homes do, 2 where with their square."""
    told = list(spent.items())
    grows = [log(after / before) / log(big / small) for (small, before), (big, after) in pairwise(told)]
    return " and ".join(f"{each:.2f}" for each in grows)


def database(folder: Path, size: int) -> Path:
    """The store of so many homes."""
    return folder / f"{size} homes.duckdb"


def _told(folder: Path, size: int) -> list[str]:
    command = [sys.executable, "-m", "tests.bench.england", str(size), str(database(folder, size))]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


if __name__ == "__main__":
    for each in costs(int(sys.argv[1]), sys.argv[2]):
        print(json.dumps(each), flush=True)
