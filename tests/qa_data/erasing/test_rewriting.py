"""Whatever happens while a store is written anew, the old file or the new one stands whole."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from qa_data.backup import backup
from qa_data.copying import HALF_MADE
from qa_data.erasing.erase import Asked, NotErased, erase
from qa_data.file import encrypted
from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store
from tests.filling import upload
from tests.qa_data.erasing.planted import stands
from tests.qa_data.test_trouble import no_room
from tests.serving import ROOT

EVERY = of_every_home()
ASKED = Asked("Jo", "A name got in", words=("quandle",))


@pytest.fixture
def path(tmp_path) -> Path:
    store = open_store(tmp_path / "qa.duckdb")
    upload(store, homes=[{"home": "Ash House"}], file="Quandle.xlsx")
    store.close()
    return tmp_path / "qa.duckdb"


def files(path: Path) -> list[str]:
    store = open_store(path)
    told = [row["file"] for row in store.rows(EVERY, "select file from main.uploads")]
    store.close()
    return told


def beside(path: Path) -> list[str]:
    """What stands in the database's folder, but for the audit."""
    return [name for name in os.listdir(path.parent) if ".audit" not in name]


KILLED = """
import os, signal, sys
from pathlib import Path
from qa_data.erasing import erase, placing, rewriting
def kill(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
{when}
erase.erase(Path(sys.argv[1]), erase.Asked("Jo", "A name got in", words=("quandle",)))
"""

WHEN = {
    "before it is written": "rewriting.kept = kill",
    "half written": "rewriting._checked = kill",
    "written, not yet in place": "rewriting.put_in_place = kill",
    "on the disk, not yet in place": "placing._to_the_disk = kill",
    "in place, the old one not yet written over": "placing._written_over = kill",
}


@pytest.mark.parametrize("when", WHEN)
def test_a_process_that_is_killed_leaves_the_old_file_or_the_new_one(path, when):
    killed = subprocess.run([sys.executable, "-c", KILLED.format(when=WHEN[when]), str(path)], cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    assert files(path) == (["[erased].xlsx"] if when.startswith("in place") else ["Quandle.xlsx"])
    assert beside(path) == [path.name]  # what was half made is swept by the opening
    if not when.startswith("in place"):
        erase(path, ASKED)
    assert stands(path.parent, "quandle") == []


def test_a_process_that_is_killed_between_copy_and_database_is_begun_again(path):
    copy = path.with_name("qa before noon.duckdb")
    copy.write_bytes(path.read_bytes())
    subprocess.run([sys.executable, "-c", KILLED.format(when="erase._line = kill"), str(path)], cwd=ROOT)
    assert files(copy) == ["[erased].xlsx"] and files(path) == ["Quandle.xlsx"]
    erase(path, ASKED)
    assert stands(path.parent, "quandle") == []


def test_what_was_left_half_made_is_swept_by_the_next_erasure_too(path):
    for left in (HALF_MADE, f"{HALF_MADE}.wal", ".copying"):
        Path(f"{path}{left}").write_text("quandle")
    erase(path, ASKED)
    assert beside(path) == [path.name]


def test_it_is_refused_while_another_program_has_the_file(path):
    held = subprocess.Popen(
        [sys.executable, "-c", f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print(1, flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    held.stdout.readline()
    with pytest.raises(StoreUnavailable, match="in use by another program"):
        erase(path, ASKED)
    held.communicate(b"\n")
    assert files(path) == ["Quandle.xlsx"]


@pytest.mark.parametrize("room", [0, 300_000, 1_000_000])
def test_a_full_disk_leaves_it_as_it_was(path, room):
    with no_room(room), pytest.raises((NotErased, StoreUnavailable), match="disk is full|Nothing was done"):
        erase(path, ASKED)
    assert beside(path) == [path.name]
    assert files(path) == ["Quandle.xlsx"]


def test_a_file_with_a_second_name_is_not_written_over_under_it(path, tmp_path):
    other = tmp_path / "elsewhere" / "linked.duckdb"
    other.parent.mkdir()
    os.link(path, other)
    erase(path, ASKED)
    assert files(path) == ["[erased].xlsx"] and files(other) == ["Quandle.xlsx"]


def test_the_file_is_for_its_account_alone(path):
    erase(path, ASKED)
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_encrypted_store_is_encrypted_still_and_its_backups_are_looked_through(tmp_path, monkeypatch):
    monkeypatch.setenv("QA_DATABASE_KEY", "a long key for the test")
    path = tmp_path / "qa.duckdb"
    store = open_store(path)
    upload(store, homes=[{"home": "Ash House"}], file="Quandle.xlsx")
    store.close()
    path.with_name("qa before noon.duckdb").write_bytes(path.read_bytes())
    backup(path, tmp_path / "kept.duckdb")
    done = erase(path, ASKED)
    assert [each.became for each in done.copies] == ["written anew"] and [each.holds for each in done.backups] == [True]
    assert files(path) == ["[erased].xlsx"] and all(map(encrypted, tmp_path.glob("*.duckdb")))
    assert all(
        b"Quandle" not in each.read_bytes() and b"Ash House" not in each.read_bytes() for each in tmp_path.iterdir()
    )


def test_an_open_store_lets_go_waits_for_its_readers_and_answers_from_the_new_file(path):
    store, reading, go_on, order = open_store(path), threading.Event(), threading.Event(), []

    def read():
        with store.snapshot():
            reading.set()
            go_on.wait()
            order.append(store.rows(EVERY, "select file from main.uploads")[0]["file"])
            with store.writing(EVERY):  # who is within may write too
                order.append("written")

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait()
    eraser = threading.Thread(target=lambda: order.append(store.rewritten(lambda: erase(path, ASKED))))
    eraser.start()
    late = threading.Thread(target=lambda: order.append(store.rows(EVERY, "select file from main.uploads")[0]["file"]))
    go_on.set()
    reader.join()
    late.start()
    eraser.join()
    late.join()
    assert order[:2] == ["Quandle.xlsx", "written"] and "[erased].xlsx" in order[2:]
    assert store.writes >= 2
    store.close()


def test_a_store_whose_file_could_not_be_written_anew_answers_as_before(path):
    store = open_store(path)
    with pytest.raises(NotErased):
        store.rewritten(lambda: erase(path, Asked("Jo", "Why", words=("nowhere",))))
    assert store.rows(EVERY, "select file from main.uploads") == [{"file": "Quandle.xlsx"}]
    store.close()
