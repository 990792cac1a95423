"""The commands as another program runs them, on a database of the test's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import command

ROOT = Path(__file__).parents[2]


@pytest.fixture
def loaders(tmp_path):
    """Runs `python -m loaders`; answers the exit status, stdout and stderr."""

    def run(*arguments, db=tmp_path / "test.duckdb"):
        return command("loaders", *arguments, "--db", db)

    return run


@pytest.fixture
def begun(tmp_path):
    """`python -m loaders` as a process of its own, still running."""

    def begin(*arguments):
        return subprocess.Popen(
            [sys.executable, "-m", "loaders", *map(str, arguments), "--db", str(tmp_path / "test.duckdb")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return begin


@pytest.fixture
def answered(loaders):
    """The exit status and the parsed JSON of a command."""

    def run(*arguments, **options):
        status, out, _ = loaders(*arguments, "--json", **options)
        return status, json.loads(out)

    return run
