"""A store with a key: no plain word of it on the disk, every command as ever, one sentence where the key is amiss."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from loaders.loading import load_all
from qa_data import store as stores
from qa_data.backup import NotDone, backup, restore
from qa_data.encrypting import _written_anew
from qa_data.file import encrypted
from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store
from sample_data import WORKBOOKS
from tests.commands import command
from tests.drawn import HOMES, load_drawn
from tests.qa_data.stores.telling import STORES
from tests.qa_data.test_releases import unpacked
from tests.serving import ROOT

EVERY = of_every_home()

SECRET = "it's a long key; ' -- \\x41 日本"

OTHER_SECRET = "twenty letters at it"

WORDS = (b"Damson", b"Regulation 44", b"missing", b"upload_id", b"qa_current")
"""What stands in the sample data and in every store."""

COMMANDS = (
    ("metrics", "status"),
    ("metrics", "indicators"),
    ("metrics", "themes"),
    ("loaders", "history"),
)


@pytest.fixture
def with_key(monkeypatch):
    monkeypatch.setenv("QA_DATABASE_KEY", SECRET)


def told(path: Path) -> list[str]:
    """What the commands answer."""
    answers = []
    for module, word in COMMANDS:
        dated = ["--as-at", "2026-10-31", "--known-at", "2099-01-01"] if module == "metrics" else []
        status, out, wrong = command(module, word, *dated, "--json", "--db", path)
        assert status == 0, wrong
        answers.append(out)
    return answers


def plain_words(folder: Path) -> set[bytes]:
    # The audit stands beside in a file of its own, which has ids and no words.
    files = [path for path in folder.rglob("*") if path.is_file() and ".audit" not in path.name]
    return {word for path in files for word in WORDS if word in path.read_bytes()}


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> tuple[Path, list[str]]:
    """A plain store of the sample data and what the commands answer of it."""
    path = tmp_path_factory.mktemp("plain") / "qa.duckdb"
    store = open_store(path)
    load_all(store, EVERY, [(each, ()) for each in WORKBOOKS], "Jo")
    store.close()
    return path, told(path)


@pytest.fixture
def store_of_sample(sample, tmp_path, with_key) -> Path:
    """The same, encrypted by the command."""
    path = Path(shutil.copyfile(sample[0], tmp_path / "qa.duckdb"))
    assert plain_words(tmp_path) == set(WORDS)
    assert command("qa_data", "encrypt", "--db", path)[0] == 0
    return path


def test_an_encrypted_store_has_no_plain_word_and_answers_every_command_the_same(sample, store_of_sample, tmp_path):
    assert encrypted(store_of_sample) and plain_words(tmp_path) == set()
    assert told(store_of_sample) == sample[1] and plain_words(tmp_path) == set()


def test_what_is_loaded_into_a_new_one_is_in_no_file_in_plain_words(sample, tmp_path, with_key):
    path = tmp_path / "qa.duckdb"
    store = open_store(path)
    load_all(store, EVERY, [(each, ()) for each in WORKBOOKS], "Jo")
    with store.writing(EVERY, worked_out=True) as cursor:
        cursor.run("insert into main.homes (home) values ('Ash House')")
    assert Path(f"{path}.wal").exists() and plain_words(tmp_path) == set()
    with pytest.raises(duckdb.PermissionException, match="disabled by configuration"), store.reading(EVERY) as cursor:
        cursor.run("select * from read_csv('/etc/passwd')")
    store.close()
    assert plain_words(tmp_path) == set()


SPILLED = """
import sys
from pathlib import Path
from qa_data.scope import of_every_home
from qa_data.store import open_store
store = open_store(sys.argv[1])
with store.reading(of_every_home()) as cursor:
    cursor.run("set memory_limit = '70MB'")
    told = "'Regulation 44 missing ' || repeat(md5(i::varchar), 4)"
    cursor.run(f"create temp table t as select {told} as w from range(1000000) r(i)")
    files = [each.read_bytes() for each in Path(sys.argv[1] + ".tmp").iterdir()]
    print(sum(map(len, files)), any(b"Regulation 44" in each for each in files))
"""


def test_what_memory_does_not_hold_is_written_encrypted_too(tmp_path, with_key):
    run = [sys.executable, "-c", SPILLED, str(tmp_path / "qa.duckdb")]
    size, plain = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert int(size) > 1_000_000 and plain == "False"


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "is encrypted and no key is set. Set QA_DATABASE_KEY"),
        ({"QA_DATABASE_KEY": "another"}, "The key that is set is not that of the database"),
        ({"QA_DATABASE_KEY": "", "QA_DATABASE_KEY_FILE": ""}, "no key is set"),
        ({"QA_DATABASE_KEY_FILE": "{folder}/none"}, "cannot be read: No such file or directory"),
        ({"QA_DATABASE_KEY_FILE": "{folder}/wide"}, "Make it yours alone: chmod 600"),
        ({"QA_DATABASE_KEY_FILE": "{folder}/blank"}, "which is empty"),
        ({"QA_DATABASE_KEY_FILE": "{folder}/binary"}, "it is no text"),
        ({"QA_DATABASE_KEY_FILE": "{folder}"}, "cannot be read: Is a directory"),
        ({"QA_DATABASE_KEY_FILE": "{folder}/right", "QA_DATABASE_KEY": SECRET}, "Both QA_DATABASE_KEY and"),
    ],
    ids=range(9),
)
def test_a_key_that_is_amiss_is_one_sentence_and_nothing_is_touched(
    store_of_sample, tmp_path, monkeypatch, environment, said
):
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o700)
    for name, content, mode in (("wide", SECRET, 0o644), ("blank", "\n", 0o600), ("right", SECRET, 0o600)):
        (folder / name).write_text(content)
        (folder / name).chmod(mode)
    (folder / "binary").write_bytes(b"\xff\xfe\x00")
    (folder / "binary").chmod(0o600)
    before = store_of_sample.read_bytes()
    monkeypatch.delenv("QA_DATABASE_KEY")
    for name, value in environment.items():
        monkeypatch.setenv(name, value.format(folder=folder))
    for words in (["loaders", "history"], ["metrics", "status"], ["qa_data", "backup", tmp_path / "kept.duckdb"]):
        status, out, wrong = command(*words, "--db", store_of_sample)
        assert (status, out) == (2, "") and said in wrong and wrong.count("\n") == 1
        assert SECRET not in wrong and "another" not in wrong.replace("another with", "")
    assert store_of_sample.read_bytes() == before and not (tmp_path / "kept.duckdb").exists()


def test_a_key_in_a_file_serves_as_well(store_of_sample, tmp_path, monkeypatch, sample):
    (tmp_path / "key").write_text(f"{SECRET}\n")
    (tmp_path / "key").chmod(0o600)
    monkeypatch.delenv("QA_DATABASE_KEY")
    monkeypatch.setenv("QA_DATABASE_KEY_FILE", str(tmp_path / "key"))
    assert told(store_of_sample) == sample[1]


def test_a_key_for_a_plain_store_says_how_to_encrypt_it(sample, with_key):
    status, _, wrong = command("loaders", "history", "--db", sample[0])
    assert status == 2 and f"is not encrypted. Encrypt it: python -m qa_data encrypt --db {sample[0]}" in wrong


def test_a_backup_of_it_is_encrypted_with_its_key_and_is_put_back_with_it_alone(
    sample, store_of_sample, tmp_path, monkeypatch
):
    backup(store_of_sample, tmp_path / "kept.duckdb")
    assert encrypted(tmp_path / "kept.duckdb") and plain_words(tmp_path) == set()
    store = open_store(store_of_sample)
    load_drawn(store, HOMES.replace("Ash", "Later"))
    store.close()
    aside = restore(tmp_path / "kept.duckdb", store_of_sample)
    assert told(store_of_sample) == sample[1] and encrypted(aside) and plain_words(tmp_path) == set()
    for key, said in (("wrong", "is not that of the database"), ("", "is encrypted and no key is set")):
        monkeypatch.setenv("QA_DATABASE_KEY", key)
        with pytest.raises(NotDone, match=said) as why:
            restore(tmp_path / "kept.duckdb", store_of_sample)
        assert "kept.duckdb" in str(why.value)


def test_a_store_of_an_earlier_version_is_encrypted_and_brought_up_with_an_encrypted_copy_beside(tmp_path, with_key):
    old = unpacked(STORES / "0.4.0", tmp_path)
    assert command("qa_data", "encrypt", "--db", old)[0] == 0
    store = open_store(old)
    assert store.rows(EVERY, "select count(*) as n from homes")[0]["n"] == 5
    store.close()
    (copy,) = tmp_path.glob("* before *")
    assert encrypted(copy) and encrypted(old)
    assert plain_words(tmp_path) == set()


def test_it_is_decrypted_and_given_another_key_and_what_is_still_plain_is_named(
    sample, store_of_sample, tmp_path, monkeypatch
):
    shutil.copyfile(sample[0], tmp_path / "old backup.duckdb")
    monkeypatch.setenv("QA_DATABASE_NEW_KEY", OTHER_SECRET)
    status, out, _ = command("qa_data", "rekey", "--db", store_of_sample)
    assert status == 0 and f"Not encrypted are still, beside it: {tmp_path / 'old backup.duckdb'}" in out
    with pytest.raises(StoreUnavailable, match="is not that of"):
        open_store(store_of_sample)
    monkeypatch.setenv("QA_DATABASE_KEY", OTHER_SECRET)
    assert told(store_of_sample) == sample[1]
    assert command("qa_data", "decrypt", "--db", store_of_sample)[0] == 0
    monkeypatch.delenv("QA_DATABASE_KEY")
    assert not encrypted(store_of_sample) and told(store_of_sample) == sample[1]


def test_of_a_key_that_can_be_guessed_a_line_says_so(sample, store_of_sample, tmp_path, monkeypatch, caplog):
    plain = Path(shutil.copyfile(sample[0], tmp_path / "plain.duckdb"))
    monkeypatch.setenv("QA_DATABASE_NEW_KEY", OTHER_SECRET[1:])
    done = [command("qa_data", "rekey", "--db", store_of_sample)[0]]
    monkeypatch.setenv("QA_DATABASE_KEY", OTHER_SECRET[1:])
    done += [command("qa_data", "encrypt", "--db", plain)[0]]
    done += [command("loaders", "load", WORKBOOKS[0], "--by", "Jo", "--db", tmp_path / "new.duckdb")[0]]
    said = [each.getMessage() for each in caplog.records if "fewer than 20 letters" in each.getMessage()]
    assert done == [0, 0, 0] and len(said) >= 3 and OTHER_SECRET[1:] not in "".join(said)


def test_a_store_that_has_a_short_key_already_is_opened_and_given_a_longer_one(sample, tmp_path, monkeypatch):
    path = tmp_path / "qa.duckdb"
    _written_anew(Path(shutil.copyfile(sample[0], tmp_path / "plain.duckdb")), None, path, "short")
    monkeypatch.setenv("QA_DATABASE_KEY", "short")
    assert encrypted(path) and told(path) == sample[1]
    monkeypatch.setenv("QA_DATABASE_NEW_KEY", OTHER_SECRET)
    assert command("qa_data", "rekey", "--db", path)[0] == 0


def test_it_is_not_rewritten_while_it_is_in_use_or_twice(store_of_sample, tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "SECONDS", 0)
    assert "encrypted already" in command("qa_data", "encrypt", "--db", store_of_sample)[2]
    assert "is no database" in command("qa_data", "encrypt", "--db", tmp_path / "none.duckdb")[2]
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from qa_data.store import open_store; s = open_store(sys.argv[1]); print(flush=True);"
            "sys.stdin.read()",
            str(store_of_sample),
        ],
        cwd=ROOT,
        env=os.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    held.stdout.readline()
    for words in (["qa_data", "decrypt"], ["loaders", "history"], ["qa_data", "restore", store_of_sample]):
        assert "in use" in command(*words, "--db", store_of_sample)[2]
    held.communicate(b"")


def test_two_stores_of_one_process_share_it_and_the_key_stands_nowhere(store_of_sample):
    one, two = open_store(store_of_sample), open_store(store_of_sample)
    load_drawn(one, HOMES.replace("Ash", "Later"))
    assert [each.rows(EVERY, "select count(*) as n from homes")[0]["n"] for each in (one, two)] == [6, 6]
    shown = "".join(
        str(one.rows(EVERY, f"from {name}()")) for name in ("duckdb_databases", "duckdb_settings", "duckdb_views")
    )
    assert SECRET not in shown
    one.close()
    two.close()
