"""Many programs at once on a store that they share: some upload, some are killed while they do, some ask."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import Random
from threading import Event, Thread

from qa_data.store import open_store
from tests.attacks.visitor import Visitor
from tests.drawn import HOMES, load_drawn
from tests.serving import ROOT, served
from tests.soak.programs import ORPHANS, ROWS, SCOPE

PAGES = ("", "actions", "upload")


@dataclass
class Drawn:
    """How many pages a dashboard drew, and what those say that show an error."""

    pages: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Soaked:
    """What came of it: the uploads that were told as kept, those that are, how many rows are of none or are not all of
    one, how often was asked, how often a part of an upload was seen or fewer rows than before, how many programs ended
    with an error, and what dashboards drew.
    """

    told: set[str]
    kept: set[str]
    orphans: int
    asked: int
    half: int
    fewer: int
    failed: int
    drawn: list[Drawn]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was lost, half seen or failed."""
        return self.told <= self.kept and not (
            self.orphans or self.half or self.fewer or self.failed or any(each.wrong for each in self.drawn)
        )


def soaked(
    address: str, writers: int, readers: int, kills: int, lasts: Callable[[], None], dashboards: int = 0
) -> Soaked:
    """Lets so many programs write and ask and so many dashboards draw their pages, each on a node of its own, and kills
    one more writer again and again, until `lasts` is over.
    """
    load_drawn(open_store(address), HOMES)
    with tempfile.TemporaryDirectory(prefix="qa-soak-") as nodes, ExitStack() as ending:
        asking = [ending.enter_context(_program(nodes, "read", address, f"reader {each}")) for each in range(readers)]
        writing = [ending.enter_context(_program(nodes, "write", address, f"writer {each}")) for each in range(writers)]
        over, pool = Event(), ending.enter_context(ThreadPoolExecutor(dashboards + 1))
        ending.callback(over.set)
        drawing = [pool.submit(_drawn, nodes, address, each, over) for each in range(dashboards)]
        told: list[str] = []
        listening = [Thread(target=_told, args=(each, told)) for each in writing]
        for each in listening:
            each.start()
        killed = _killed(nodes, address, kills)
        lasts()
        over.set()
        for each in writing:
            each.stdin.close()
        for thread in listening:
            thread.join()
        seen = [each.communicate(b"")[0].split() for each in asking]
        failed = sum(each.wait() != 0 for each in [*writing, *asking])
    counts = [sum(int(each[place]) for each in seen if each) for place in range(3)]
    return _counted(address, {*told, *killed}, counts, failed, [each.result() for each in drawing])


@contextmanager
def _program(nodes: str, way: str, address: str, name: str) -> Iterator[subprocess.Popen]:
    words = [sys.executable, "-m", "tests.soak.programs", way, address, name]
    own = os.environ | {"QA_NODE": str(Path(nodes, name))}
    with subprocess.Popen(words, cwd=ROOT, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        yield program
        program.kill()


def _drawn(nodes: str, address: str, number: int, over: Event) -> Drawn:
    """Somebody at a dashboard of their own goes from page to page."""
    drawn, name = Drawn(), Path(nodes, f"dashboard {number}")
    with served(address, name.with_suffix(".log"), QA_NODE=str(name)) as place:
        visitor = Visitor(place).greet()
        visitor.opens(PAGES[0])
        for page in cycle(PAGES):
            if over.is_set():
                return drawn
            elements = [each.delta.new_element for each in visitor.draws(page)]
            drawn.wrong += [each.exception.message for each in elements if each.HasField("exception")]
            drawn.pages += 1


def _told(program: subprocess.Popen, told: list[str]) -> None:
    for line in program.stdout:
        told.append(line.decode().strip())


def _killed(nodes: str, address: str, times: int) -> list[str]:
    """The uploads that a writer told before it was killed, at some moment of an upload, so many times."""
    told: list[str] = []
    moments = Random(17)
    for _ in range(times):
        with _program(nodes, "write", address, "killed") as program:
            first = program.stdout.readline()
            Event().wait(moments.random())  # a moment of an upload: nothing waits for it
            program.kill()
            told += [each.decode().strip() for each in [first, *program.stdout] if each.endswith(b"\n")]
    return told


def _counted(address: str, told: set[str], counts: list[int], failed: int, drawn: list[Drawn]) -> Soaked:
    store = open_store(address)
    rows = store.rows(SCOPE, "select upload_id, count(*) as held from main.actions group by upload_id")
    [orphans] = store.rows(SCOPE, ORPHANS)
    parts = sum(row["held"] != ROWS for row in rows)
    return Soaked(told, {row["upload_id"] for row in rows}, orphans["held"] + parts, *counts, failed, drawn)
