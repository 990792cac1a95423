"""Starts the process that marks a workbook, and bounds it: the file comes from anywhere."""

import json
import pickle
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Timer

from loaders.corrected.edit import Edit
from loaders.reading import limits
from loaders.reading.book import Book
from loaders.reading.parent import sheets_in
from loaders.reading.refusals import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:  # as `typing` has it; the process that marks imports this too
    from loaders.council import Council
    from loaders.settling import Made

ROOT = Path(__file__).parents[2]


UNKNOWN = "what else it may hold: it could not be looked through"


class NotMarked(Exception):
    """The workbook cannot be marked; the message says why and what to do."""


def corrected(
    content: bytes,
    name: str,
    problems: list[dict],
    settlements: "Iterable[Made]" = (),
    council: "Council | None" = None,
) -> bytes:
    """The file as a workbook (.xlsx) with what is settled written into it and its problems (as `looked_at` answers them
    then) marked; what marked it before is taken out. `council`: whose headings and homes are known, where not only the
    file's own are. A workbook keeps its formulas, widths and other sheets, as far as `not_kept` says nothing else; of a
    file of another kind the values stand in a new one, each in its cell. NotMarked when it cannot be.
    """
    try:
        made = _edits(content, name, list(settlements), council)
    except Refusal:
        raise _not_marked(name) from None
    written = answered("loaders.corrected.child", pickle.dumps((name, problems, made)), content)
    if not written:
        raise _not_marked(name)
    return written


def not_kept(content: bytes) -> list[str]:
    """What the file has that its marked workbook cannot keep, in words: 2 text boxes, sparklines."""
    told = answered("loaders.corrected.child", pickle.dumps(None), content)
    return json.loads(told) if told else [UNKNOWN]


def _edits(content: bytes, name: str, settlements: "list[Made]", council: "Council | None") -> list[Edit]:
    if not settlements:
        return []
    from loaders.corrected.planning import edits

    return edits(Book(name, "", tuple(sheets_in(content, name))), name, settlements, council)


def _not_marked(name: str) -> NotMarked:
    return NotMarked(
        f"{name} cannot be marked: it is damaged, protected or very large. Mend it by the list of problems, then"
        " upload it again."
    )


def answered(module: str, asked: bytes, content: bytes) -> bytes:
    """What a process of that module answers about a file; nothing where it failed or took too long."""
    command = [sys.executable, "-m", module]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        clock = Timer(limits.SECONDS, child.kill)
        clock.start()
        try:
            written, _ = child.communicate(len(asked).to_bytes(8, "big") + asked + content)
        finally:
            clock.cancel()
    return b"" if child.returncode else written
