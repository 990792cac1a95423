"""A backup answers as the store did; a restore loses nothing."""

import subprocess
import sys
import threading

import duckdb
import pytest

from qa_data.backup import NotDone, backup, restore
from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store
from qa_data.trouble import StoreInUse
from tests.commands import command
from tests.drawn import HOMES, load_drawn
from tests.serving import ROOT

VISITS = """
Home      | Visit date | Visit type | Protection of children
Ash House | {day}      | Reg 44     | Not met
"""


@pytest.fixture
def path(tmp_path):
    store = open_store(tmp_path / "qa.duckdb")
    load_drawn(store, HOMES, VISITS.format(day="2026-10-05"))
    store.close()
    return tmp_path / "qa.duckdb"


def said(path) -> list[str]:
    """What the commands answer of that database, but for the moment of scope."""
    told = []
    for module, *words in (
        ("metrics", "status"),
        ("metrics", "indicators"),
        ("metrics", "themes"),
        ("metrics", "signals"),
        ("loaders", "history"),
    ):
        dated = ["--as-at", "2026-10-31", "--known-at", "2099-01-01"] if module == "metrics" else []
        status, out, _ = command(module, *words, *dated, "--json", "--db", path)
        assert status == 0
        told.append(out)
    return told


def visits(path) -> int:
    store = open_store(path)
    number = store.rows(of_every_home(), "select count(*) as visits from visits")[0]["visits"]
    store.close()
    return number


def test_a_backup_answers_every_command_the_same(path, tmp_path):
    backup(path, tmp_path / "kept.duckdb")
    assert said(tmp_path / "kept.duckdb") == said(path)


def test_a_backup_is_made_while_another_has_the_store_open_and_writes(path, tmp_path):
    store, stop = open_store(path), threading.Event()

    def write():
        day = 6
        while not stop.wait(0.05) and day < 28:
            load_drawn(store, VISITS.format(day=f"2026-10-{day:02}"), file=f"{day}.xlsx")
            day += 1

    writer = threading.Thread(target=write)
    writer.start()
    result = subprocess.run(
        [sys.executable, "-m", "qa_data", "backup", str(tmp_path / "kept.duckdb"), "--db", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    stop.set()
    writer.join()
    store.close()
    assert result.returncode == 0, result.stderr
    assert 1 <= visits(tmp_path / "kept.duckdb") <= visits(path)


def test_a_restore_brings_back_what_was_and_keeps_what_is(path, tmp_path):
    backup(path, tmp_path / "kept.duckdb")
    store = open_store(path)
    load_drawn(store, VISITS.format(day="2026-10-20"), file="Later.xlsx")
    store.close()
    aside = restore(tmp_path / "kept.duckdb", path)
    assert (visits(path), visits(aside), visits(tmp_path / "kept.duckdb")) == (1, 2, 1)


def test_a_restore_waits_for_nobody_but_refuses_while_the_store_is_open(path, tmp_path):
    backup(path, tmp_path / "kept.duckdb")
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('open', flush=True); sys.stdin.read()",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    held.stdout.readline()
    with pytest.raises(StoreInUse, match="in use by another program. Close the dashboard"):
        restore(tmp_path / "kept.duckdb", path)
    held.communicate(b"")
    assert visits(path) == 1


def test_a_backup_is_not_written_over_and_what_is_none_is_not_put_back(path, tmp_path):
    (tmp_path / "kept.duckdb").write_text("something else")
    with pytest.raises(NotDone, match="is there already"):
        backup(path, tmp_path / "kept.duckdb")
    with pytest.raises(NotDone, match="no backup that this program can read"):
        restore(tmp_path / "kept.duckdb", path)
    with pytest.raises(NotDone, match="no file"):
        restore(tmp_path / "nowhere.duckdb", path)
    with pytest.raises(NotDone, match="no database"):
        backup(tmp_path / "nowhere.duckdb", tmp_path / "new.duckdb")
    assert visits(path) == 1


def test_a_folder_that_cannot_be_written_is_named(path, tmp_path):
    with pytest.raises(NotDone, match="cannot be written"):
        backup(path, tmp_path / "no" / "kept.duckdb")


def test_a_store_of_a_newer_version_is_left_alone(path):
    connection = duckdb.connect(str(path))
    connection.execute("update store_version set version = 99")
    connection.close()
    with pytest.raises(StoreUnavailable, match="newer version"):
        open_store(path)


def test_a_database_of_another_program_is_no_backup(path, tmp_path):
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as made:
        made.execute("create table t (a int)")
    with pytest.raises(NotDone, match="is no backup"):
        restore(other, path)
    assert visits(path) == 1


def test_each_restore_keeps_what_stood_there(path, tmp_path):
    backup(path, tmp_path / "kept.duckdb")
    asides = [restore(tmp_path / "kept.duckdb", path) for _ in range(3)]
    assert len(set(asides)) == 3 and all(aside.exists() for aside in asides)
