"""Whether the packages are there that the program is made of, asked of Python itself alone: without them there is
nothing else to ask.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

NEEDED = Path(__file__).parents[1] / "requirements.txt"

LACKING = (
    "This Python ({python}) has not what the program needs: {packages}. `make run` once installs it into .venv; then"
    " use the Python that is there, for example .venv/bin/python -m metrics status (Windows: README.md, Start)."
)
STATUS = 2


@contextmanager
def packages_needed() -> Iterator[None]:
    """Ends the program with one sentence and status 2 where an import within fails since packages of requirements.txt
    are not installed.
    """
    try:
        yield
    except ModuleNotFoundError:
        if not (lacking := _lacking()):
            raise
        print(LACKING.format(python=sys.executable, packages=", ".join(lacking)), file=sys.stderr)
        sys.exit(STATUS)


def _lacking() -> list[str]:
    names = re.findall(r"^[\w.-]+", NEEDED.read_text(encoding="utf-8"), re.MULTILINE)
    return [name for name in names if not _there(name)]


def _there(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False
