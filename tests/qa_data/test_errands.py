"""A command while another program has the store open: that one carries it out, and what it prints is printed here."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import contextmanager
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from pathlib import Path
from threading import Thread

import pytest

from loaders import together
from loaders.loading import check_all, load_all
from qa_data import store as stores
from qa_data.errands import WHERE
from qa_data.errands.asking import anybody
from qa_data.errands.carrying import _say_where
from qa_data.locking import locked
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.trouble import StoreInUse
from tests.commands import command
from tests.loaders.good import good, sheet, workbook
from tests.serving import ROOT

HOLDER = """
import sys
from pages.parts.beside import program
from qa_data.errands.carrying import carry_out
from qa_data.store import open_store
carry_out(open_store(sys.argv[1]), program)
print(flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(sample_store, tmp_path):
    """A store that another process, which does what others ask, has open; and that process."""
    path = shutil.copy(sample_store, tmp_path / "held.duckdb")
    words = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield path, process
        process.kill()


@pytest.fixture
def books(tmp_path):
    return [
        workbook(
            tmp_path / f"{name}.xlsx",
            sheet("homes", good("homes", home=name, other_names=None), title="Homes"),
            sheet("visits", good("visits", home=name), title="Visits"),
        )
        for name in ("Ash House", "Birch House", "Cherry House", "Damson House")
    ]


def test_it_prints_and_ends_as_where_nobody_else_has_the_store(held, sample_store):
    for words in (
        ("metrics", "status", "--as-at", "2026-10-31"),
        ("metrics", "themes", "--json", "--as-at", "2026-10-31", "--known-at", "2099-01-01T00:00:00+00:00"),
        ("metrics", "status", "--as-at", "yesterday"),
        ("metrics", "status", "--home", "Nowhere"),
        ("loaders", "history", "--json"),
        ("loaders", "withdraw", "nothing"),
        ("qa_data", "people"),
    ):
        assert command(*words, "--db", held[0]) == command(*words, "--db", sample_store), words


def test_four_loads_at_once_and_a_file_that_is_refused(held, books, tmp_path):
    begun = [
        subprocess.Popen(
            [sys.executable, "-m", "loaders", "load", book.name, "--db", held[0], "--by", book.stem],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        for book in books
    ]
    assert [process.wait() for process in begun] == [0] * 4
    told = command("loaders", "history", "--db", held[0])[1]
    assert all(f"{book.name}" in told and book.stem in told for book in books)
    refused = workbook(tmp_path / "Refused.xlsx", sheet("visits", good("visits", home="Nobody’s House")))
    status, out, error = command("loaders", "load", refused, "--db", held[0])
    assert status == 1 and "unknown-home" in out and error.startswith("Refused: Refused.xlsx")


def test_the_holder_is_killed_and_nothing_is_lost(held, books):
    path, process = held
    assert command("loaders", "load", books[0], "--db", path)[0] == 0
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert Path(f"{path}{WHERE}").exists() and not anybody(path)
    assert books[0].name in command("loaders", "history", "--db", path)[1]


def test_a_backup_is_put_back_and_words_are_erased_while_it_is_open(held, books, tmp_path):
    path, _ = held
    assert command("qa_data", "backup", tmp_path / "kept.duckdb", "--db", path)[0] == 0
    assert command("loaders", "load", books[0], "--db", path, "--by", "Quillfeather")[0] == 0
    assert "Quillfeather" in command("loaders", "history", "--db", path)[1]
    erase = ("qa_data", "erase", "--words", "Quillfeather", "--db", path)
    assert command(*erase, "--yes", "--by", "Jo", "--reason", "asked for")[0] == 0
    assert "Quillfeather" not in command("loaders", "history", "--db", path)[1]
    assert command("qa_data", "restore", tmp_path / "kept.duckdb", "--db", path)[0] == 0
    assert locked(path)  # whoever had it open has it again, and so carries out what comes next
    assert books[0].name not in command("loaders", "history", "--db", path)[1]


def test_who_may_not_read_the_accounts_files_is_not_heard(held):
    path, _ = held
    assert stat.S_IMODE(os.stat(f"{path}{WHERE}").st_mode) == 0o600
    address = json.loads(Path(f"{path}{WHERE}").read_text())["address"]
    assert stat.S_IMODE(os.stat(Path(address).parent).st_mode) == 0o700
    with pytest.raises(AuthenticationError):
        Client(address, authkey=b"another")
    assert command("loaders", "history", "--db", path)[0] == 0


def test_where_the_holder_ends_before_the_command_is_done_it_is_said(sample_store, tmp_path, monkeypatch):
    path = shutil.copy(sample_store, tmp_path / "held.duckdb")
    listener = Listener(authkey=b"key")
    _say_where(path, {"address": listener.address, "key": "key"})

    def ends():
        for _ in range(2):  # who looks whether anybody is there, and who asks
            with listener.accept() as connection:
                connection.poll(None)

    Thread(target=ends, daemon=True).start()
    with _open_elsewhere(path):
        status, _, error = command("loaders", "history", "--db", path)
    assert status == 2 and "ended before the command was done" in error and error.count("\n") == 1


def test_where_the_holder_does_nothing_for_others_it_is_waited_for_a_while(sample_store, tmp_path, monkeypatch):
    path = shutil.copy(sample_store, tmp_path / "held.duckdb")
    monkeypatch.setattr(stores, "SECONDS", 0)
    with _open_elsewhere(path):
        status, _, error = command("loaders", "history", "--db", path)
    assert status == 2 and "in use by another program" in error


@pytest.mark.parametrize("many", [1, 4])
def test_nothing_is_held_while_a_file_is_read(sample_store, tmp_path, books, monkeypatch, many):
    path, seen = shutil.copy(sample_store, tmp_path / "own.duckdb"), []
    read = together.read
    monkeypatch.setattr(together, "read", lambda file: (seen.append(locked(path)), read(file))[1])
    store = open_store(path, in_passing=True)
    answers = load_all(store, of_every_home(), [(book, ()) for book in books[:many]], "Jo")
    assert [each["accepted"] for each in answers] == [True] * many and seen == [False] * many


def test_one_file_is_checked_while_the_store_is_open_once(sample_store, tmp_path, books, monkeypatch):
    path, opened, connected = shutil.copy(sample_store, tmp_path / "own.duckdb"), [], stores.connected
    monkeypatch.setattr(stores, "connected", lambda path: (opened.append(path), connected(path))[1])
    [answer] = check_all(open_store(path, in_passing=True), of_every_home(), books[:1])
    assert answer["accepted"] and opened == [str(path)]


def test_who_has_it_open_is_asked_before_a_file_is_read(sample_store, tmp_path, monkeypatch):
    path = shutil.copy(sample_store, tmp_path / "held.duckdb")
    monkeypatch.setattr(stores, "SECONDS", 0)
    Path(f"{path}{WHERE}").touch()
    with _open_elsewhere(path), pytest.raises(StoreInUse):
        open_store(path, in_passing=True)


@contextmanager
def _open_elsewhere(path):
    words = [
        sys.executable,
        "-c",
        "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()",
    ]
    with subprocess.Popen([*words, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield
        process.kill()
