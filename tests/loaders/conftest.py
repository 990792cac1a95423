"""The commands as another program runs them: processes of their own, on a database of the test's."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def loaders(tmp_path):
    """Runs `python -m loaders`; answers the exit status, stdout and stderr. `start` gives the process, still
    running.
    """

    def run(*arguments, db=tmp_path / "test.duckdb", start=False):
        command = [sys.executable, "-m", "loaders", *map(str, arguments), "--db", str(db)]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        if start:
            return process
        out, error = process.communicate()
        assert "Traceback" not in error
        return process.returncode, out, error

    return run


@pytest.fixture
def answered(loaders):
    """The exit status and the parsed JSON of a command."""

    def run(*arguments, **options):
        status, out, _ = loaders(*arguments, "--json", **options)
        return status, json.loads(out)

    return run
