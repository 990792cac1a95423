"""Opening a store that is behind: all of it or nothing, with a copy beside; and what stays as it is."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from qa_data import opening
from qa_data.backup import backup, restore
from qa_data.migrations import STEPS, VERSION, Step
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, StoreUnavailable, open_store
from tests.drawn import HOMES, load_drawn
from tests.qa_data.stores.telling import STORES
from tests.qa_data.test_releases import unpacked
from tests.qa_data.test_trouble import no_room
from tests.serving import ROOT


@pytest.fixture
def old(tmp_path) -> Path:
    """The store of release 0.4.0."""
    return unpacked(STORES / "0.4.0", tmp_path)


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.stem} before *"))


def homes(path: Path) -> int:
    store = open_store(path)
    number = store.rows(of_every_home(), "select count(*) as homes from homes")[0]["homes"]
    store.close()
    return number


def version(path: Path) -> int:
    with duckdb.connect(path) as connection:
        return connection.execute("select max(version) from store_version").fetchone()[0]


def test_steps_are_numbered_one_after_the_other_and_each_says_what_it_does():
    assert [step.number for step in STEPS] == list(range(2, VERSION + 1))
    assert all(step.sentence.endswith(".") for step in STEPS)


def test_a_new_store_and_one_with_nothing_in_it_leave_no_copy(tmp_path):
    path = tmp_path / "qa.duckdb"
    open_store(path).close()
    with duckdb.connect(path) as connection:
        connection.execute("update store_version set version = 1")
        connection.execute("alter table visits drop column visitor")
    open_store(path).close()
    assert version(path) == VERSION and copies(path) == []
    open_store(MEMORY).close()


def test_a_store_with_nothing_but_a_decision_is_copied(tmp_path):
    path = tmp_path / "qa.duckdb"
    store = open_store(path)
    record(store, of_every_home(), "settings", "Jo", setting="visits.report_days", value=14, reason="Agreed")
    store.close()
    with duckdb.connect(path) as connection:
        connection.execute("alter table visits drop column visitor")
    open_store(path).close()
    assert len(copies(path)) == 1


def test_a_store_that_is_up_to_date_is_not_written_to(old):
    open_store(old).close()
    before = old.read_bytes()
    open_store(old).close()
    assert old.read_bytes() == before and len(copies(old)) == 1


NOT_CLOSED = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("create table uploads (upload_id varchar, file varchar)")
connection.execute("insert into uploads values ('1', '2')")
os._exit(0)
"""


def test_what_is_in_the_log_still_is_in_the_copy(tmp_path):
    path = tmp_path / "qa.duckdb"
    subprocess.run([sys.executable, "-c", NOT_CLOSED, str(path)], check=True)
    assert Path(f"{path}.wal").exists()
    open_store(path).close()
    with duckdb.connect(copies(path)[0]) as copy:
        assert copy.execute("from uploads").fetchall() == [("1", "2")]


def failing(connection) -> None:
    connection.execute("drop table visits")
    connection.execute("select * from what_is_not_there")


def test_a_step_that_fails_leaves_the_store_as_it_was_and_says_one_sentence(old, monkeypatch):
    before = old.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(opening, "STEPS", (*STEPS, Step(VERSION + 1, "It fails.", failing)))
        with pytest.raises(StoreUnavailable, match="could not be brought up to date .*has been left as it was") as told:
            open_store(old)
    assert old.read_bytes() == before and copies(old) == [] and "\n" not in str(told.value)
    assert homes(old) == 5


@pytest.mark.parametrize("room", [0, 100_000, 6_000_000, 7_000_000])
def test_a_disk_that_fills_up_in_the_middle_loses_nothing(old, room):
    with no_room(room), pytest.raises(StoreUnavailable, match="the disk is full"):
        open_store(old)
    assert copies(old) == [] and version(old) == 1
    assert homes(old) == 5


KILLED = """
import os, signal, sys
from qa_data import migrations, opening
def kill(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
{when}
opening.connected(sys.argv[1])
"""

WHEN = {
    "when it has been copied": "copied = opening.copied; opening.copied = lambda *names: (copied(*names), kill())",
    "in the middle of the steps": "opening.STEPS = (*opening.STEPS, migrations.Step(99, '', kill))",
    "before what is new is added": "opening.missing = lambda there: kill() if 'month_values' not in there else [1]",
    "when all of it is done, before the file is closed": "opening.BROUGHT_UP = type('', (), {'format': kill})",
}


@pytest.mark.parametrize("when", WHEN)
def test_a_process_that_is_killed_leaves_the_old_store_or_the_new_one(old, when):
    killed = subprocess.run([sys.executable, "-c", KILLED.format(when=WHEN[when]), str(old)], cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    assert version(old) == (VERSION if when.startswith("when all") else 1)
    assert homes(old) == 5
    assert not list(old.parent.glob("*copying*"))


def test_threads_that_open_it_at_once_bring_it_up_once(old):
    found = []

    def ask():
        store = open_store(old)
        found.append(store.rows(of_every_home(), "select count(*) as homes from homes")[0]["homes"])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == [5] * 4 and len(copies(old)) == 1


def test_processes_that_open_it_at_once_all_answer(old):
    command = [sys.executable, "-m", "loaders", "history", "--db", str(old)]
    begun = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    for process in begun:
        out, error = process.communicate()
        assert (process.returncode, error) == (0, error) and "Action tracker.xlsx" in out
    assert homes(old) == 5 and len(copies(old)) == 1


def test_a_newer_store_is_refused_and_not_touched(old):
    with duckdb.connect(old) as connection:
        connection.execute(f"update store_version set version = {VERSION + 1}")
        connection.execute("drop table visits")
    before = old.read_bytes()
    with pytest.raises(StoreUnavailable, match="was made by a newer version"):
        open_store(old)
    assert old.read_bytes() == before and os.listdir(old.parent) == [old.name]


@pytest.mark.parametrize("brought_up", [False, True])
def test_a_store_with_a_column_that_a_newer_version_knows_is_refused_and_not_touched(old, brought_up):
    if brought_up:
        open_store(old).close()
    with duckdb.connect(old) as connection:
        connection.execute("alter table visits add column weather varchar")
        connection.execute("update visits set weather = 'Rain'")
        connection.execute("checkpoint")
    before, beside = old.read_bytes(), sorted(os.listdir(old.parent))
    with pytest.raises(StoreUnavailable, match="newer version"):
        open_store(old)
    assert (old.read_bytes(), sorted(os.listdir(old.parent))) == (before, beside)


def test_a_backup_of_an_old_store_is_as_old_and_is_brought_up_when_it_is_put_back(old, tmp_path, caplog):
    kept, database = tmp_path / "kept.duckdb", tmp_path / "other" / "qa.duckdb"
    backup(old, kept)
    before = kept.read_bytes()
    assert version(kept) == version(old) == 1
    store = open_store(database)
    load_drawn(store, HOMES)
    store.close()
    aside = restore(kept, database)
    assert (homes(database), homes(aside), version(database), kept.read_bytes()) == (5, 1, VERSION, before)
    assert caplog.records == []


def test_the_commands_say_on_stderr_what_was_done_and_answer_as_ever(old):
    said = [
        subprocess.run(
            [sys.executable, "-m", *command, "--db", str(old), "--json"], cwd=ROOT, capture_output=True, text=True
        )
        for command in (("metrics", "status"), ("loaders", "history"))
    ]
    assert [each.returncode for each in said] == [0, 0] and all(each.stdout[0] in "[{" for each in said)
    assert said[0].stderr.count("\n") == 1 and "it is kept as" in said[0].stderr and said[1].stderr == ""
