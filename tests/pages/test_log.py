"""The log for people, for programs, and where it cannot be written."""

import io
import json
import sys
from pathlib import Path

import pytest

from pages.door.log import logged

FULL = Path("/dev/full")


def written(monkeypatch, **setting: str) -> str:
    """What one event of each kind leaves on the error output."""
    monkeypatch.setattr(sys, "__stderr__", io.StringIO())
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    logged("request", {"page": "home", "status": 200, "ms": 7})
    logged("question", {"name": "metrics.any", "ms": 40})
    return sys.__stderr__.getvalue()


def test_a_line_is_words_for_people_and_json_where_it_is_asked_for(monkeypatch):
    [line] = written(monkeypatch).splitlines()
    assert line.partition("Z ")[2] == "request page=home status=200 ms=7"
    lines = [json.loads(each) for each in written(monkeypatch, QA_LOG="json", QA_SLOW_MS="40").splitlines()]
    assert [each.pop("at")[-1] for each in lines] == ["Z", "Z"]
    assert lines == [
        {"event": "request", "page": "home", "status": 200, "ms": 7},
        {"event": "question", "name": "metrics.any", "ms": 40},
    ]


@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is always full")
def test_a_disk_that_is_full_keeps_nobody_from_looking(monkeypatch):
    with io.TextIOWrapper(FULL.open("wb", buffering=0), write_through=True) as full:
        monkeypatch.setattr(sys, "__stderr__", full)
        with pytest.raises(OSError):
            print("a line", file=full, flush=True)
        logged("request", {"page": "home", "status": 200, "ms": 7})
