"""The process that parses a file, since a hostile one can abort it: bytes in, frames out (see wire.py)."""

import gc
import os
import sys
from collections.abc import Iterator

from . import kinds, limits, refusals, wire, workbook
from .refusals import Refusal
from .sheets import filled, refuse_stretched, stretches
from .tidy import Errors


def answers(content: bytes, name: str) -> Iterator[tuple]:
    """The frames that describe a file's sheets. Raises Refusal."""
    told = (
        workbook.answers(content)
        if kinds.is_workbook(content, name)
        else _text_answers(content, os.path.splitext(name)[0])
    )
    left = limits.ROWS
    for frame in told:
        if frame[0] == "rows":
            left -= filled(frame[2])
        if left < 0:
            raise refusals.rows()
        yield frame
    yield ("end",)


def _text_answers(content: bytes, name: str) -> Iterator[tuple]:
    from . import text  # late: a workbook has no use for it

    letters = text.decoded(content)
    widths = [len(cells) for _, cells in text.records(letters)]
    width = max(widths, default=1) or 1
    refuse_stretched(len(widths), width)
    rows = ((line, cells + [""] * (width - len(cells))) for line, cells in text.records(letters))
    errors: Errors = {}
    yield "sheet", name, False, True
    for numbers, ready in stretches(rows, errors):
        yield "rows", numbers, ready
    yield "errors", errors


def main() -> None:
    limits.lower_own_limits()
    gc.disable()
    pipe = sys.stdout.buffer
    try:
        name = wire.name(sys.stdin.buffer)
        for answer in answers(sys.stdin.buffer.read(), name):
            wire.send(pipe, *answer)
    except Refusal as refusal:
        wire.send(pipe, "refused", refusal.code, refusal.message)
    except MemoryError:
        wire.send(pipe, "refused", "too-large", refusals.stretched().message)
    except BaseException:  # a parser's panic is no Exception; the file broke it, and nobody sees this process's stderr
        wire.send(pipe, "refused", "unreadable-file", refusals.damaged().message)
    pipe.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
