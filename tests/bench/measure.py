"""How long something takes, how much of the processors, and how much memory it needs."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

RUNS = 5
LOOK_EVERY = 0.01
"""Seconds between two looks at how much memory a program has."""


class Cost(NamedTuple):
    """What a whole program cost with all processes that it started: seconds of the processors, which other programs on
    the machine change little, seconds on the clock, and the most memory they had together, in MB.
    """

    processor: float
    clock: float
    memory: float

    def told(self) -> str:
        """In words."""
        return f"{self.processor:.2f} s of the processors, {self.clock:.2f} s, {self.memory:.0f} MB"


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


def program(*arguments: str, runs: int = RUNS) -> Cost:
    """A Python program, given its arguments, from its start to its end: the median of each cost, after a run that is
    not counted.
    """
    command = [sys.executable, *arguments]
    _cost(command)
    return Cost(*map(statistics.median, zip(*(_cost(command) for _ in range(runs)), strict=True)))


def _cost(command: list[str]) -> Cost:
    before, began, most = _processor(), time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, _memory(running.pid))
            time.sleep(LOOK_EVERY)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return Cost(_processor() - before, time.perf_counter() - began, most)


def _processor() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def memory_of_started() -> float:
    """What the processes that this one started hold now, in MB; nothing where the system does not tell."""
    return _memory(os.getpid()) - _own(os.getpid())


def _memory(process: int) -> float:
    """What the process and those that it started hold now, in MB; nothing where the system does not tell (not Linux),
    or where it has just ended.
    """
    try:
        tasks = Path(f"/proc/{process}").glob("task/*/children")
        started = [int(child) for task in tasks for child in task.read_text().split()]
        return _own(process) + sum(map(_memory, started))
    except OSError:
        return 0


def _own(process: int) -> float:
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
