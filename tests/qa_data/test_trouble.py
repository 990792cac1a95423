"""A full disk, a folder that is read-only, a killed process: one sentence, nothing lost, and the next start works."""

import errno
import os
import re
import resource
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from loaders.loading import load as stored
from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store
from qa_data.trouble import known
from qa_data.uploads import uploads
from tests.commands import command
from tests.loaders.good import good, sheet, workbook
from tests.serving import ROOT


def load(path, file, **options) -> subprocess.Popen:
    """The command that loads a file, begun."""
    return subprocess.Popen(
        [sys.executable, "-m", "loaders", "load", str(file), "--db", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


@pytest.fixture
def database(tmp_path):
    """A database with one upload in it."""
    first = workbook(tmp_path / "First.xlsx", sheet("homes", good("homes"), title="Homes"))
    assert command("loaders", "load", first, "--db", tmp_path / "qa.duckdb")[0] == 0
    return tmp_path / "qa.duckdb"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A workbook of 20,000 findings."""
    rows = (good("findings", finding=f"Finding {number} " + f"{number:x}" * 20) for number in range(20_000))
    return workbook(tmp_path_factory.mktemp("many") / "Many.xlsx", sheet("findings", *rows, title="Findings"))


@contextmanager
def no_room(size: int):
    """No file of this process may grow beyond so many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("room", [0, 100_000, 2_000_000])
def test_a_full_disk_is_one_sentence_and_when_there_is_room_again_it_goes_on(database, many, room):
    store = open_store(database)
    with no_room(room), pytest.raises(StoreUnavailable, match="the disk is full.*Make room on the disk"):
        stored(store, of_every_home(), many, "Jo")
    assert [each.file for each in uploads(store, of_every_home())] == ["First.xlsx"]
    stored(store, of_every_home(), many, "Jo")
    store.close()
    assert [each.file for each in uploads(open_store(database), of_every_home())] == ["First.xlsx", "Many.xlsx"]


FILE = "/data/permission quota lock no space too large/qa.duckdb"

ERRORS = {
    f'Could not write file "{FILE}.wal": No space left on device': "the disk is full",
    f'Could not write file "{FILE}": Disk quota exceeded': "the disk is full",
    f'Cannot open file "{FILE}": Permission denied': "no permission",
    f'Cannot open file "{FILE}": Read-only file system': "its folder is read-only",
    f'Could not set lock on file "{FILE}": Conflicting lock is held in python (PID 1).': "in use by another program",
    f'Cannot open file "{FILE}": The process cannot access the file because it is being used by another process.': (
        "in use by another program"
    ),
    f'FATAL Error: Original error: "Could not write file "{FILE}": File too large"': "the disk is full",
    f'Could not set lock on file "{FILE}": No locks available': None,
    f"Corrupt database file: computed checksum 1 in block at location 2 of {FILE}": "may be damaged",
    f'Could not read enough bytes from file "{FILE}": attempted to read 262144 bytes': "may be damaged",
    f'Failure while replaying WAL file "{FILE}.wal": no space, permission, quota, lock': "stands in .*wal, which is",
    "Catalog Error: Table with name lock, permission or no space does not exist": None,
}


@pytest.mark.parametrize("error", ERRORS, ids=range(len(ERRORS)))
def test_an_error_is_read_by_its_whole_meaning_whatever_words_are_in_it_or_in_the_files_name(error):
    said = known(FILE, duckdb.IOException(error))
    assert said is None if ERRORS[error] is None else re.search(ERRORS[error], said.replace(FILE, ""))


def test_where_a_folder_should_be_is_a_file(tmp_path):
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(StoreUnavailable, match="Choose a folder that you may write to"):
        open_store(tmp_path / "data" / "qa.duckdb")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EROFS, "its folder is read-only"),
        (errno.EACCES, "no permission"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EIO, "cannot be opened or made: Input/output error"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(tmp_path, monkeypatch, number, said):
    def refused(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(StoreUnavailable, match=said):
        open_store(tmp_path / "sub" / "qa.duckdb")


@pytest.mark.parametrize("after", [0.4, 0.8, 1.2, 1.6, 2.0])
def test_a_process_that_is_killed_loses_nothing_that_was_stored(database, many, after):
    killed = load(database, many)
    time.sleep(after)
    killed.kill()
    killed.wait()
    store = open_store(database)
    files = [each.file for each in uploads(store, of_every_home())]
    rows = store.rows(of_every_home(), "select count(*) as rows from findings")[0]["rows"]
    # The whole of the second file, or nothing of it.
    assert (files, rows) in ((["First.xlsx"], 0), (["First.xlsx", "Many.xlsx"], 20_000))
    store.close()
    assert load(database, many).wait() == 0
