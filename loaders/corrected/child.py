"""The process that marks a workbook, or looks what it holds: what is asked and bytes in, an answer out."""

import json
import os
import pickle
import sys

from loaders.corrected.keeping import not_kept
from loaders.reading import limits


def main() -> None:
    limits.lower_own_limits()
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    # From the process that started this one, and nobody else.
    asked = pickle.loads(sys.stdin.buffer.read(size))
    try:
        sys.stdout.buffer.write(_answer(sys.stdin.buffer.read(), asked))
        sys.stdout.flush()
    except BaseException:  # whatever the file does to the parser, the parent only needs to know that it failed
        os._exit(1)
    os._exit(0)


def _answer(content: bytes, asked: tuple | None) -> bytes:
    """The marked workbook; where no problems are told, what it would not keep."""
    if asked is None:
        return json.dumps(not_kept(content)).encode()
    # Only here: the library that writes workbooks takes long to import.
    from loaders.corrected.marking import marked

    return marked(content, *asked)


if __name__ == "__main__":
    main()
