"""The process that parses: it starts light, says little, and its death or lies are a refusal."""

import datetime
import io
import os
import pickle
import subprocess
import sys

import pytest

from loaders.problems import Refused
from loaders.reading import limits, parent, wire

HEAVY = {"pandas", "pyarrow", "duckdb", "numpy", "openpyxl", "dataclasses", "subprocess"}


def test_the_child_imports_little():
    command = "import sys, loaders.reading.child; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", command], cwd=parent.ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert "loaders.reading.child" in loaded.split() and not HEAVY & set(loaded.split())


def test_frames_come_back_as_they_were():
    times = (
        datetime.date(2026, 10, 14),
        datetime.datetime(2026, 10, 14, 9),
        datetime.time(9, 30),
        datetime.timedelta(1),
    )
    frame = ("rows", [1, 2], [("Ash House", 7, True, None), times])
    pipe = io.BytesIO()
    wire.send(pipe, *frame)
    wire.send(pipe, "end")
    pipe.seek(0)
    assert list(wire.frames(pipe)) == [frame, ("end",)]


class _Hostile:
    def __reduce__(self):
        return os.system, ("echo harm",)


def _framed(packed: bytes) -> bytes:
    return wire.LENGTH.pack(len(packed)) + packed


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\1",
        _framed(pickle.dumps(("sheet", "Visits", False, False))),
        _framed(pickle.dumps(_Hostile())),
        _framed(b"junk"),
        _framed(pickle.dumps(("rows", [1], [()]))),
        wire.LENGTH.pack(limits.ANSWER_BYTES + 1),
        wire.LENGTH.pack(99) + b"cut",
    ],
    ids=["nothing", "half a length", "no end", "code to run", "no pickle", "rows of no sheet", "too long", "cut short"],
)
def test_a_child_that_dies_or_lies_is_refused(said):
    with pytest.raises(Exception) as refusal:
        parent._assembled(io.BytesIO(said))
    assert refusal.value.code == "too-large"


def test_a_child_that_never_answers_is_stopped(opened, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.01)
    with pytest.raises(Refused, match="more memory or time"):
        opened("a.csv", b"Home\nAsh House\n")


def test_the_child_reads_from_any_working_directory(opened, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert opened("a.csv", b"Home\nAsh House\n").sheets[0].rows == [("Home",), ("Ash House",)]


def test_nothing_of_the_child_reaches_the_terminal(opened, capfd, saved):
    with pytest.raises(Refused):
        opened("a.xlsx", saved({"XFD1048576": "x"}))
    assert capfd.readouterr() == ("", "")
