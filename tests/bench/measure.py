"""How long something takes and how much memory it needs."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

RUNS = 5


def median_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median over some runs, after one that is not counted."""
    work()
    return statistics.median(_seconds(work) for _ in range(runs))


def once(work: Callable[[], object]) -> float:
    """One run, in seconds: for what is done from nothing."""
    return _seconds(work)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def process_seconds(code: str, *arguments: str, runs: int = RUNS) -> tuple[float, float]:
    """A Python program as a whole process: median seconds, and the most memory any process here has had, in MB."""
    command = [sys.executable, "-c", code, *arguments]
    seconds = median_seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), runs)
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
