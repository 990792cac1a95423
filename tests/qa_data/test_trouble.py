"""A full disk, a folder that is read-only, a killed process: one sentence, nothing lost, and the next start works."""

import resource
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from loaders.loading import load as stored
from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store
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


def test_where_a_folder_should_be_is_a_file(tmp_path):
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(StoreUnavailable, match="Choose a folder that you may write to"):
        open_store(tmp_path / "data" / "qa.duckdb")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("Read-only file system", "its folder is read-only"),
        ("Permission denied", "no permission"),
        ("No space left on device", "the disk is full"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(tmp_path, monkeypatch, error, said):
    def refused(*_, **__):
        raise OSError(1, error)

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
