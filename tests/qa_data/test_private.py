"""What is kept is for the account that runs the program: the database, its log, backups, copies and their folders."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from qa_data.backup import backup, restore
from qa_data.store import open_store
from tests.drawn import HOMES, load_drawn
from tests.qa_data.stores.telling import STORES
from tests.qa_data.test_releases import unpacked
from tests.serving import ROOT

WIDE_OPEN = """
import os, sys
os.umask(0)
from pathlib import Path
from qa_data.store import open_store
from qa_data.scope import of_every_home
from tests.drawn import HOMES, load_drawn
folder = Path(sys.argv[1])
store = open_store(folder / "new" / "deeper" / "qa.duckdb")
def look(where):
    for path in sorted(folder.rglob("*")):
        print(where, oct(path.stat().st_mode & 0o777), path.name)
look("made")
with store.writing(of_every_home(), worked_out=True) as cursor:
    cursor.run("insert into main.homes (home) values ('Ash House')")
look("logged")
with store.reading(of_every_home()) as cursor:
    cursor.run("set memory_limit = '70MB'")
    cursor.run("create temp table t as select repeat(md5(i::varchar), 4) as w from range(1000000) r(i)")
    look("spilled")
"""


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def test_all_that_is_made_is_this_accounts_alone_whatever_the_account_is_used_to(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", WIDE_OPEN, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    names = {line.split(" ", 2)[2] for line in told}
    assert {"new", "deeper", "qa.duckdb", "qa.duckdb.wal", "qa.duckdb.tmp"} <= names, names
    assert {line.split()[1] for line in told} == {"0o600", "0o700"}, told


def test_backups_and_what_a_restore_keeps_aside_too(tmp_path):
    path = tmp_path / "qa.duckdb"
    store = open_store(path)
    load_drawn(store, HOMES)
    store.close()
    before = os.umask(0)
    try:
        backup(path, tmp_path / "kept.duckdb")
        restore(tmp_path / "kept.duckdb", path)
    finally:
        os.umask(before)
    assert len(modes(tmp_path)) == 3 and set(modes(tmp_path).values()) == {0o600}


def test_what_was_wider_is_narrowed_when_it_is_opened_and_said_once(tmp_path, caplog):
    old = unpacked(STORES / "0.4.0", tmp_path)
    old.chmod(0o664)
    for _ in range(2):
        open_store(old).close()
    assert set(modes(tmp_path).values()) == {0o600} and len(modes(tmp_path)) == 2
    assert [each.message for each in caplog.records if "Other accounts" in each.message] == [
        f"Other accounts of this machine could read {old}. Now it is for this account alone."
    ]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666, 0o777])
def test_no_right_of_others_is_left(tmp_path, mode):
    open_store(tmp_path / "qa.duckdb").close()
    (tmp_path / "qa.duckdb").chmod(mode)
    open_store(tmp_path / "qa.duckdb").close()
    assert not stat.S_IMODE((tmp_path / "qa.duckdb").stat().st_mode) & 0o077
