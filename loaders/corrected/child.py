"""The process that marks a workbook, or looks what it holds: what is asked and bytes in, an answer out."""

import os
import pickle
import sys

from loaders.corrected.marking import marked
from loaders.reading import limits


def main() -> None:
    limits.lower_own_limits()
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    # From the process that started this one, and nobody else.
    problems, edits = pickle.loads(sys.stdin.buffer.read(size))
    try:
        sys.stdout.buffer.write(marked(sys.stdin.buffer.read(), sys.argv[1], problems, edits))
        sys.stdout.flush()
    except BaseException:  # whatever the file does to the parser, the parent only needs to know that it failed
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
