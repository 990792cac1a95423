"""What the doctor finds, each told from what is well, and that it leaves everything as it was."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest

from qa_data.audit import What, note
from qa_data.doctor.check import Level, Where
from qa_data.doctor.of_machine import CHECKS
from qa_data.environment import SETTINGS
from qa_data.erasing.backups import remember
from qa_data.migrations import VERSION
from qa_data.scope import utc_now
from tests.commands import command
from tests.qa_data.damaging import BLOCK
from tests.serving import ROOT

WELL = {
    *("store", "integrity", "size", "encryption", "clock"),
    *("settings", "rights", "writing", "disk", "python", "packages"),
}
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
def own(sample_store, tmp_path, monkeypatch):
    """A store of its own where all is well."""
    for name in [each for each in os.environ if each.startswith("QA_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = Path(shutil.copy(sample_store, folder / "qa.duckdb"))
    path.chmod(0o600)
    note(str(path), What.LOADED, "R. Bell", upload_id="a")
    _kept(path)
    return path


def _kept(path: Path) -> None:
    copy = path.with_name("kept.copy")
    copy.touch(0o600)
    remember(path, copy)


def looked(path: Path) -> tuple[int, dict[str, dict], str]:
    """The exit status, the worst line of each check, and all that was said."""
    status, out, error = command("qa_data", "doctor", "--db", path, "--json")
    assert error == ""
    worst = sorted(json.loads(out), key=lambda line: ["ok", "look", "wrong"].index(line["level"]))
    return status, {line["check"]: line for line in worst}, out


def level(path: Path, check: str) -> str:
    return looked(path)[1][check]["level"]


def as_it_is(folder: Path) -> list[tuple]:
    """Every file and folder: name, mode, moment, bytes."""
    found = [(each, each.stat()) for each in sorted(folder.rglob("*"))]
    return [(str(each), s.st_mode, s.st_mtime_ns, each.read_bytes() if each.is_file() else b"") for each, s in found]


def test_where_there_is_no_store_it_says_so_and_leaves_nothing(tmp_path):
    status, lines, _ = looked(tmp_path / "none" / "qa.duckdb")
    assert status == 1 and lines["store"]["level"] == "look" and "integrity" not in lines
    assert as_it_is(tmp_path) == []


def test_of_a_store_with_a_log_and_of_wider_rights_nothing_changes(own):
    with duckdb.connect(str(own)) as connection:
        connection.execute("pragma disable_checkpoint_on_shutdown")
        connection.execute("insert into store_version values (1)")
    assert Path(f"{own}.wal").stat().st_size
    own.chmod(0o644)
    before = as_it_is(own.parent)
    status, lines, _ = looked(own)
    assert status == 2 and lines["rights"]["level"] == "wrong" and f"chmod 600 '{own}'" in lines["rights"]["do"]
    assert {name for name, line in lines.items() if line["level"] == "ok"} >= WELL - {"rights"}
    assert as_it_is(own.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
@pytest.mark.parametrize(("file", "folder", "closed"), [(0o600, 0o700, 0), (0o400, 0o700, 1), (0o400, 0o500, 2)])
def test_an_account_that_may_only_read_is_told_that_nothing_can_be_stored(file, folder, closed):
    with TemporaryDirectory() as anybodys:
        store = Path(anybodys, "data", "qa.duckdb")
        store.parent.mkdir()
        store.touch()
        for path, mode in ((store, file), (store.parent, folder), (Path(anybodys), 0o755)):
            path.chmod(mode)
        with no_administrator(store, store.parent):
            found = [each for each in CHECKS if each.name == "writing"][0].found(Where(str(store), list, False))
            levels = [each.level for each in found]
        store.parent.chmod(0o700)
    assert levels == ([Level.WRONG] * closed or [Level.OK])


@contextmanager
def no_administrator(*own: Path) -> Iterator[None]:
    """As an account to which rights apply, and to which those belong: to the system's administrator none does."""
    if os.geteuid():
        yield
        return
    for path in own:
        os.chown(path, 65534, -1)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_all_is_well_and_a_line_each_is_for_people(own):
    status, lines, _ = looked(own)
    assert (status, {line["level"] for line in lines.values()}) == (0, {"ok"}) and {*lines} >= WELL | {"sign-in"}
    told = command("qa_data", "doctor", "--db", own)[1].splitlines()
    assert len(told) == len(lines) and told[0] == f"ok     store: opens; version {VERSION}."


def test_a_block_that_is_damaged_is_found(own):
    with duckdb.connect(str(own)) as connection:
        [(block,)] = connection.execute(
            "select max(block_id) from pragma_storage_info('main.findings') where segment_type = 'VARCHAR'"
        ).fetchall()
    said = bytearray(own.read_bytes())
    said[3 * 4096 + block * BLOCK + 5000] ^= 0xFF  # three headers, then the blocks
    own.write_bytes(said)
    status, lines, _ = looked(own)
    assert status == 2 and (lines["store"]["level"], lines["integrity"]["level"]) == ("ok", "wrong")


@pytest.mark.parametrize("said", [b"", b"no database at all, but a text"])
def test_what_is_no_database_is_wrong_once(own, said):
    own.write_bytes(said)
    _, lines, _ = looked(own)
    assert (lines["store"]["level"], lines["integrity"]["level"], lines["clock"]["level"]) == ("wrong", "look", "look")


@pytest.mark.parametrize(
    ("sql", "check", "is_"),
    [
        (f"insert into store_version values ({VERSION + 1})", "store", "wrong"),
        (f"update store_version set version = {VERSION - 1}", "store", "look"),
        ("update uploads set moment = now()::timestamp + interval 9 days", "clock", "wrong"),
        ("insert into clock values (now(), now())", "clock", "look"),
    ],
)
def test_what_stands_in_the_store(own, sql, check, is_):
    with duckdb.connect(str(own)) as connection:
        connection.execute(sql)
    assert level(own, check) == is_


def test_backups_and_the_audit(own, monkeypatch):
    remembered = Path(f"{own}.backups")
    line = json.loads(remembered.read_text()) | {"moment": (utc_now() - timedelta(days=30)).isoformat()}
    remembered.write_text(json.dumps(line) + "\n")
    assert level(own, "backups") == "look"
    remembered.unlink()
    assert level(own, "backups") == "look"
    audit = Path(f"{own}.audit")
    audit.write_bytes(audit.read_bytes().replace(b"R. Bell", b"R. Ball"))
    assert looked(own)[0] == 2 and level(own, "audit") == "wrong"


@pytest.mark.parametrize(
    ("name", "value", "is_", "do"),
    [
        ("QA_DATABSE", "Quillfeather", "look", "QA_DATABASE="),
        ("QA_LOG", "Quillfeather", "wrong", "QA_LOG=json"),
        ("QA_MONITOR", "Quillfeather", "wrong", "QA_MONITOR=127.0.0.1:9464"),
        ("QA_MONITOR", "0.0.0.0:9464", "look", "firewall"),
        ("QA_UPLOADS_MB", "Quillfeather", "wrong", "QA_UPLOADS_MB=1000"),
        ("QA_SMTP_PASSWORD", "Quillfeather", "look", "QA_SMTP_USER"),
        ("QA_DATABASE_NEW_KEY", "Quillfeather-Quillfeather", "look", "QA_DATABASE_KEY"),
    ],
)
def test_settings_that_cannot_be_meant_and_never_what_they_say(own, monkeypatch, name, value, is_, do):
    monkeypatch.setenv(name, value)
    _, lines, said = looked(own)
    assert lines["settings"]["level"] == is_ and do in lines["settings"]["do"] and "Quillfeather" not in said


def test_a_key_for_a_store_that_is_plain_and_two_keys(own, monkeypatch):
    monkeypatch.setenv("QA_DATABASE_KEY", "Quillfeather-Quillfeather")
    assert level(own, "store") == "wrong" and level(own, "settings") == "ok"
    monkeypatch.setenv("QA_DATABASE_KEY_FILE", "/nowhere")
    assert level(own, "settings") == "wrong"


def test_an_encrypted_store_is_looked_at_with_its_key(own, monkeypatch):
    monkeypatch.setenv("QA_DATABASE_KEY", "Quillfeather-Quillfeather")
    assert command("qa_data", "encrypt", "--db", own)[0] == 0
    before = as_it_is(own.parent)
    _, lines, said = looked(own)
    assert lines["integrity"]["level"] == "ok" and lines["encryption"]["said"] == "encrypted"
    assert "Quillfeather" not in said and as_it_is(own.parent) == before


def test_while_the_dashboard_has_it_open_that_one_looks_and_goes_by_its_own_settings(own):
    words, env = [sys.executable, "-c", HOLDER, str(own)], os.environ | {"QA_LOG": "wrong"}
    with subprocess.Popen(words, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        status, lines, _ = looked(own)
        assert status == 2 and lines["settings"]["level"] == "wrong" and "QA_LOG" in lines["settings"]["said"]
        assert {name for name, line in lines.items() if line["level"] == "ok"} >= WELL - {"settings"}
        with pytest.raises(duckdb.IOException, match="lock"):  # the file is still that one's alone
            duckdb.connect(str(own))
        process.kill()


SECRETS = """
[auth]
redirect_uri = "https://qa.council.example/oauth2callback"
cookie_secret = "{secret}"
client_id = "qa"
client_secret = "known"
server_metadata_url = "https://provider.example/.well-known/openid-configuration"
"""


def of_sign_in(own: Path, folder: Path, **variables: str) -> tuple[list[str], str]:
    """What is found of signing in where the dashboard would be started in that folder, and all that is said."""
    ended = subprocess.run(
        [sys.executable, "-m", "qa_data", "doctor", "--json", "--db", own],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(folder / "home")} | variables,
        capture_output=True,
        check=False,
        text=True,
    )
    found = [line["level"] for line in json.loads(ended.stdout) if line["check"] == "sign-in"]
    return found, ended.stdout + ended.stderr


@pytest.mark.parametrize(
    ("secret", "mode", "is_"),
    [("0123456789abcdef" * 2, 0o600, "ok"), ("0123456789abcdef" * 2, 0o644, "look"), ("short", 0o600, "wrong")],
)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_sign_in_is_read_as_the_server_reads_it(own, tmp_path, secret, mode, is_, elsewhere):
    (tmp_path / ".streamlit").mkdir()
    file = tmp_path / ("kept.toml" if elsewhere else ".streamlit/secrets.toml")
    file.write_text(SECRETS.format(secret=secret), encoding="utf-8")
    file.chmod(mode)
    levels, said = of_sign_in(own, tmp_path, **{"STREAMLIT_SECRETS_FILES": str(file)} if elsewhere else {})
    assert is_ in levels and (is_ != "ok" or levels == ["ok"]) and secret not in said


@pytest.mark.parametrize(
    ("variables", "is_"),
    [
        ({}, "ok"),
        ({"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}, "ok"),
        ({"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, "wrong"),
        ({"STREAMLIT_SERVER_ALLOWED_HOSTS": "qa.council.example"}, "wrong"),
    ],
)
def test_what_the_dashboard_would_not_start_with_is_wrong(own, variables, is_):
    levels, said = of_sign_in(own, ROOT, **variables)
    assert levels == [is_] and ("nobody would have to sign in" in said) == (is_ == "wrong")


def test_every_setting_that_the_program_reads_is_known_to_it():
    told = "".join(
        file.read_text(encoding="utf-8")
        for room in ("qa_data", "loaders", "metrics", "pages")
        for file in (ROOT / room).rglob("*.py")
    )
    assert {*re.findall(r"\bQA_[A-Z_]+[A-Z]\b", told)} <= {each.name for each in SETTINGS}
