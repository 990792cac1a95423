"""Fifty damaged databases: each says one true sentence and what to do, and a backup put back answers as it did."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.loading import load_all
from qa_data.backup import backup
from qa_data.scope import of_every_home
from qa_data.store import open_store
from sample_data import WORKBOOKS
from tests.commands import command
from tests.qa_data.damaging import TIMES, WAYS, counts
from tests.serving import ROOT

WITH_A_LOG = """
import os, sys, duckdb
connection = duckdb.connect(sys.argv[1])
connection.execute("set checkpoint_threshold = '1GB'")
connection.execute(sys.argv[2])
for number in range(20):
    connection.execute(f"insert into {sys.argv[3]} by name select '{number}-' || i as file from range(50) t(i)")
os._exit(0)
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    """A backup of a store with the sample data; beside it two databases with logs that were not taken in, of which one
    is a store.
    """
    folder = tmp_path_factory.mktemp("damaged")
    store = open_store(folder / "first.duckdb")
    load_all(store, of_every_home(), [(path, ()) for path in WORKBOOKS], "Jo")
    store.close()
    backup(folder / "first.duckdb", folder / "kept.duckdb")
    shutil.copyfile(folder / "kept.duckdb", folder / "logged")
    for name, first, table in (
        ("logged", "select 1", "uploads"),
        ("other", "create table lock (file varchar); checkpoint", "lock"),
    ):
        subprocess.run([sys.executable, "-c", WITH_A_LOG, str(folder / name), first, table], check=True)
        assert (folder / f"{name}.wal").exists()
    return folder / "kept.duckdb"


@pytest.fixture(scope="module")
def outcomes(kept) -> list[dict]:
    """What came of each damage; a process that a damaged file aborts fails here."""
    run = [sys.executable, "-m", "tests.qa_data.damaging", str(kept.parent)]
    begun = [subprocess.Popen([*run, str(n), "2"], cwd=ROOT, stdout=subprocess.PIPE, text=True) for n in range(2)]
    told = [process.communicate()[0] for process in begun]
    assert [process.returncode for process in begun] == [0, 0], [each.splitlines()[-1:] for each in told]
    return [json.loads(line) for each in told for line in each.splitlines()]


SAID = {
    "empty": "is an empty file",
    "of_a_newer_duckdb": "was made by a newer version",
    "of_another_program": "is of another program",
    "a_folder": "is a folder",
    "log_of_words": "stands in PATH.wal, which is damaged",
    "log_flipped": "stands in PATH.wal, which is damaged",
    "log_of_another": "stands in PATH.wal, which is damaged or of another",
}


def test_each_says_one_true_sentence_and_what_to_do_and_none_that_it_is_in_use(outcomes, kept):
    whole = counts(kept)
    assert len(outcomes) == TIMES and {each["way"] for each in outcomes} == {way.__name__ for way in WAYS}
    for each in outcomes:
        assert "\n" not in each["said"] and "Traceback" not in each["said"], each
        assert not any(word in each["said"] for word in ("in use", "disk is full", "permission.", "read-only")), each
        if each["status"]:
            assert SAID.get(each["way"], "not a database that this program can read") in each["said"], each
            assert any(what in each["said"] for what in ("restore FILE", "--db")), each
        elif each["way"] == "log_truncated":  # as a program that was killed leaves it: what was whole in it is there
            assert all(have >= kept for have, kept in zip(each["read"], whole, strict=True)), each
        else:
            assert each["read"] == whole, each  # what was damaged holds nothing


def test_each_restore_succeeds_and_answers_like_the_backup(outcomes, kept):
    whole, history = counts(kept), command("loaders", "history", "--json", "--db", kept)[1]
    assert [each for each in outcomes if each["restored"] or each["back"] != whole or each["history"] != history] == []


def test_what_stood_there_is_kept_with_its_log(kept, tmp_path):
    path = tmp_path / "qa.duckdb"
    shutil.copyfile(kept, path)
    Path(f"{path}.wal").write_text("no log")
    status, told, _ = command("qa_data", "restore", kept, "--db", path, "--json")
    aside = Path(json.loads(told)["kept"])
    assert status == 0 and aside.read_bytes() == kept.read_bytes() and Path(f"{aside}.wal").read_text() == "no log"
    assert not Path(f"{path}.wal").exists()


AS_NOBODY = """
import os, sys
from tests.commands import command
command("loaders", "history", "--db", sys.argv[1] + "/none.duckdb")
import loaders.commands, qa_data.kept_safe
os.setgid(65534)
os.setuid(65534)
print(command("loaders", "history", "--db", sys.argv[1] + "/qa.duckdb")[2])
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become somebody else")
def test_a_file_that_this_account_may_not_read_is_said_so(kept, tmp_path):
    folder = Path("/tmp") / f"lock-{os.getpid()}"
    folder.mkdir()
    try:
        folder.chmod(0o777)
        shutil.copyfile(kept, folder / "qa.duckdb")
        (folder / "qa.duckdb").chmod(0)
        said = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(folder)], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        assert "no permission" in said and "in use" not in said
    finally:
        shutil.rmtree(folder)
