"""The commands as another program sees them, run in this process: a start costs more than what most of them do."""

import gc
import runpy
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper

import pytest


def command(module: str, *words: object, stdin: bytes = b"") -> tuple[int, str, str]:
    """What `python -m MODULE WORDS…` ends with: its exit status, and what it wrote to stdout and to stderr."""
    told, wrong = _stream(), _stream()
    with pytest.MonkeyPatch.context() as here, redirect_stdout(told), redirect_stderr(wrong):
        here.delitem(sys.modules, f"{module}.__main__", raising=False)  # a test may have imported from it
        here.setattr(sys, "argv", [module, *map(str, words)])
        here.setattr(sys, "stdin", _stream(stdin))
        status = _status(module)
    return status, _written(told), _written(wrong)


def _status(module: str) -> int:
    try:
        runpy.run_module(module, run_name="__main__")
    except SystemExit as end:
        return end.code
    finally:
        gc.unfreeze()
        gc.enable()  # loaders leaves it off, since its process ends; it is on again before anything else is made
    raise AssertionError(f"python -m {module} did not say how it ended")


def _stream(content: bytes = b"") -> TextIOWrapper:
    return TextIOWrapper(BytesIO(content), encoding="utf-8", newline="")


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()
