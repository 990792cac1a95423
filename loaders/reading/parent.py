"""The parent of the process that parses a file: starts it, bounds it, and trusts nothing that it says."""

import hashlib
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import IO

from . import limits, refusals, wire
from .book import Book, Sheet
from .held import Held
from .merged import fill
from .refusals import Refusal

ROOT = Path(__file__).parents[2]

CHILD = "from loaders.reading.child import main; main()"
"""Python starts a module by its name (-m) with a module of its own, which takes a tenth of the child's start."""

AT_ONCE = BoundedSemaphore(2)
"""So many files are read at once, however many people upload: each takes a processor and up to a gigabyte."""


def read_apart(path: Path | Held) -> Book:
    """As `read`, with Refusal in place of Refused."""
    content = _content(path)
    sheets = sheets_in(content, path.name)
    if not any(sheet.rows for sheet in sheets):
        raise refusals.empty()
    return Book(path.name, hashlib.sha256(content).hexdigest(), tuple(sheets))


def _content(path: Path | Held) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limits.FILE_BYTES + 1)
    except OSError as trouble:
        raise refusals.not_opened(trouble.strerror or str(trouble)) from None
    if len(content) > limits.FILE_BYTES:
        raise refusals.big_file()
    if not content:
        raise refusals.empty()
    return content


def sheets_in(content: bytes, name: str) -> list[Sheet]:
    """The sheets of a file that is called so. Raises Refusal."""
    # The name goes by the pipe: whoever looks at the machine's processes sees what they were started with.
    command = [sys.executable, "-c", CHILD]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with AT_ONCE, subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=nowhere) as child:
        assert child.stdin and child.stdout  # pipes, as asked for
        clock = Timer(limits.SECONDS, child.kill)
        clock.start()
        try:
            with suppress(OSError):  # the child may have died already, which its answer will tell
                child.stdin.write(wire.named(name))
                child.stdin.write(content)
                child.stdin.close()
            return _assembled(child.stdout)
        finally:
            clock.cancel()
            child.kill()


def _assembled(pipe: IO[bytes]) -> list[Sheet]:
    try:
        sheets = []
        for frame in wire.frames(pipe):
            match frame:
                case "sheet", name, hidden, text:
                    sheets.append(Sheet(name, [], [], hidden, text=text))
                case "rows", numbers, columns:
                    sheets[-1].numbers.extend(numbers)
                    sheets[-1].rows.extend(zip(*columns, strict=True))
                case "errors", errors:
                    sheets[-1].errors.update(errors)
                case "marks", hidden, struck, percent, colours, totals:
                    sheets[-1].hidden_rows.update(hidden)
                    sheets[-1].struck.update(struck)
                    sheets[-1].percentages.update(percent)
                    sheets[-1].colours.update(colours)
                    sheets[-1].table_totals.update(totals)
                case "hidden columns", runs:
                    width = len(sheets[-1].rows[0]) if sheets[-1].rows else 0
                    sheets[-1].hidden_columns.update(
                        column for first, last in runs for column in range(first, min(last + 1, width))
                    )
                case "merged", areas:
                    fill(sheets[-1], areas)
                case "refused", code, message:
                    raise Refusal(code, message)
                case ("end",):
                    return sheets
    except Refusal:
        raise
    except Exception:  # half a frame, or one that no honest child sends
        raise refusals.stretched() from None
    raise refusals.stretched()
