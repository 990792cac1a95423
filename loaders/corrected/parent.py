"""Starts the process that marks a workbook, and bounds it: the file comes from anywhere."""

import json
import subprocess
import sys
from pathlib import Path
from threading import Timer

from loaders.reading import limits

ROOT = Path(__file__).parents[2]


class NotMarked(Exception):
    """The workbook cannot be marked; the message says why and what to do."""


def corrected(content: bytes, name: str, problems: list[dict]) -> bytes:
    """The file as a workbook (.xlsx) with its problems (as `loaders check` answers them) marked. A workbook keeps
    its formulas, widths and other sheets; of a file of another kind the values stand in a new one, each in its cell.
    NotMarked when it cannot be.
    """
    command = [sys.executable, "-m", "loaders.corrected.child", name]
    asked = json.dumps(problems, default=str).encode()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        clock = Timer(limits.SECONDS, child.kill)
        clock.start()
        try:
            written, _ = child.communicate(len(asked).to_bytes(8, "big") + asked + content)
        finally:
            clock.cancel()
    if child.returncode or not written:
        raise NotMarked(
            f"{name} cannot be marked: it is damaged, protected or very large. Mend it by the list of problems, then"
            " upload it again."
        )
    return written
