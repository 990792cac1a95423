"""Backups by the day: what is due, what counts, what goes."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from deploy.backups import due, kept, made
from qa_data.store import open_store
from tests.deploy.reading import ROOT


@pytest.mark.parametrize(
    ("newest", "now", "is_due"),
    [
        (None, "2026-11-28 01:00", True),
        ("2026-11-27 02:15", "2026-11-28 02:14", False),
        ("2026-11-27 02:15", "2026-11-28 02:15", True),
        ("2026-11-27 09:00", "2026-11-28 02:15", True),
        ("2026-11-28 02:15", "2026-11-28 02:25", False),
        ("2026-11-26 02:15", "2026-11-28 01:00", True),
    ],
    ids=["the first", "not yet", "the hour", "one by hand the day before", "done", "the machine was off"],
)
def test_one_is_due_once_a_day(newest, now, is_due):
    assert due(newest and datetime.fromisoformat(newest), datetime.fromisoformat(now), "02:15") is is_due


def _backups(folder: Path, database: Path, *words: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "deploy/backups.py", *words, "--folder", str(folder)]
    told = os.environ | {"QA_DATABASE": str(database)}
    return subprocess.run(command, cwd=ROOT, env=told, capture_output=True, text=True, check=False)


def test_a_backup_counts_once_it_was_put_back_and_asked(tmp_path):
    database, folder = tmp_path / "qa.duckdb", tmp_path / "backups"
    open_store(str(database)).close()
    folder.mkdir()
    (folder / "qa 2026-11-01 021500.duckdb").write_bytes(b"one that a stop in the middle of its trial left")
    assert made(folder) is None and _backups(folder, database, "fresh").returncode == 1
    for old in ("qa 2026-11-02 021500", "qa 2026-11-03 021500"):
        (folder / f"{old}.duckdb").touch()
        (folder / f"{old}.txt").touch()
    ended = _backups(folder, database, "now", "--keep", "2")
    assert ended.returncode == 0 and "0 uploads, 0 homes" in ended.stdout, ended
    assert [each.name for each in kept(folder)][0] == "qa 2026-11-03 021500.duckdb"
    assert len(list(folder.iterdir())) == 4 and _backups(folder, database, "fresh").returncode == 0


def test_one_that_cannot_be_made_says_why_and_takes_nothing_away(tmp_path):
    (tmp_path / "qa 2026-11-02 021500.duckdb").touch()
    (tmp_path / "qa 2026-11-02 021500.txt").touch()
    ended = _backups(tmp_path, tmp_path / "none.duckdb", "now", "--keep", "1")
    assert ended.returncode == 1 and "There is no database" in ended.stderr and "Traceback" not in ended.stderr
    assert len(list(tmp_path.iterdir())) == 2
