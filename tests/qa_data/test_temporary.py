"""Folders for copies: for this account alone, gone afterwards, and swept where a program was killed."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

from qa_data.store import open_store
from qa_data.temporary import PREFIX, folder, sweep
from tests.serving import ROOT

LIVES = """
import sys
from pathlib import Path
from qa_data.temporary import folder
with folder(Path(sys.argv[1])) as here:
    (here / "copy.duckdb").write_text("Jayden")
    print(here, flush=True)
    sys.stdin.read()
"""


def living(beside: Path) -> tuple[subprocess.Popen, Path]:
    """A program that has such a folder, and the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", LIVES, str(beside)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    return process, Path(process.stdout.readline().strip())


def test_a_folder_is_this_accounts_alone_and_gone_afterwards(tmp_path):
    with folder(tmp_path) as here:
        assert stat.S_IMODE(here.stat().st_mode) == 0o700 and here.parent == tmp_path
        (here / "copy").write_text("words")
        assert stat.S_IMODE((here / "copy").stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == []


def test_what_a_living_program_uses_stays_and_what_a_killed_one_left_goes_at_the_next_start(tmp_path):
    (one, used), (other, left) = living(tmp_path), living(tmp_path)
    other.send_signal(signal.SIGKILL)
    other.wait()
    open_store(tmp_path / "qa.duckdb").close()
    assert (used / "copy.duckdb").exists() and not left.exists()
    one.communicate("")
    assert not used.exists()


def test_a_folder_that_was_killed_before_it_was_held_goes_too(tmp_path):
    (tmp_path / f"{PREFIX}abc").mkdir(mode=0o700)
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_else_put_there_is_not_followed_and_not_taken(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("words")
    (tmp_path / f"{PREFIX}link").symlink_to(elsewhere)
    wide = tmp_path / f"{PREFIX}wide"
    wide.mkdir()
    wide.chmod(0o777)
    sweep(tmp_path)
    assert (elsewhere / "precious").exists() and wide.exists() and not (elsewhere / "held").exists()


def test_what_duckdb_had_no_memory_for_when_it_was_killed_goes_at_the_next_start(tmp_path):
    path = tmp_path / "qa.duckdb"
    open_store(path).close()
    Path(f"{path}.tmp").mkdir()
    (Path(f"{path}.tmp") / "duckdb_temp_storage_DEFAULT-0.tmp").write_text("Jayden")
    open_store(path).close()
    assert os.listdir(tmp_path) == ["qa.duckdb"]
