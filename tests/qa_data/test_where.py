"""Where a store is told to be: a file, a PostgreSQL server, or an address that is neither."""

from pathlib import Path

import pytest

from pages.door.starting import refusal
from qa_data.store import open_store
from qa_data.trouble import StoreUnavailable
from qa_data.where import on_a_server
from tests.commands import command

ADDRESSES = ("mysql://qa:secret@h/qa", "http://127.0.0.1:1234", "postgres+ssl://qa:secret@h/qa", "sqlite:///qa.duckdb")

ADVICE = "name a file, for example data/qa.duckdb, or a PostgreSQL server, for example postgresql://qa@server/qa."


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Commands are given in a folder with a database and a backup of it; nothing else is in it afterwards."""
    monkeypatch.chdir(tmp_path)
    for name in ("own.duckdb", "backup.duckdb"):
        open_store(name).close()
    before = sorted(tmp_path.iterdir())
    yield tmp_path
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("address", [*ADDRESSES, "jdbc:postgresql://h/qa", " https://h", "postgresql:/h/qa", "S3://b"])
def test_an_address_of_anything_else_is_refused_without_its_password(address):
    with pytest.raises(StoreUnavailable, match=f"{ADVICE}$") as refused:
        open_store(address)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "path", ["C:\\data\\qa.duckdb", "C:/data/qa.duckdb", "data/qa.duckdb", "/a:b/qa", "qa", ":memory:"]
)
def test_a_path_stays_a_path(path):
    assert not on_a_server(path)


@pytest.mark.parametrize(
    "words",
    [
        ("qa_data", "doctor"),
        ("qa_data", "audit"),
        ("qa_data", "backup", "other.duckdb"),
        ("qa_data", "restore", "backup.duckdb"),
        ("qa_data", "encrypt"),
        ("qa_data", "people"),
        ("qa_data", "sign-out", "--everyone"),
        ("qa_data", "due"),
        ("loaders", "history"),
        ("metrics", "status"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_commands_say_it_in_a_sentence_however_it_is_told(words, monkeypatch):
    monkeypatch.setenv("QA_DATABASE_KEY", "a long key for the test")
    [address, *_] = ADDRESSES
    told = [command(*words, "--db", address)]
    monkeypatch.setenv("QA_DATABASE", address)
    told.append(command(*words))
    sentence = f"A store cannot be at an address that begins with mysql: {ADVICE}\n"
    assert told == [(2, "", sentence)] * 2


@pytest.mark.parametrize("words", [(ADDRESSES[1], "other.duckdb"), ("own.duckdb", ADDRESSES[1])])
def test_a_copy_from_or_to_one_is_refused(words):
    status, told, wrong = command("qa_data", "copy", *words)
    assert (status, told) == (2, "") and wrong.endswith(f"begins with http: {ADVICE}\n")


def test_the_dashboard_does_not_start(monkeypatch):
    assert refusal("127.0.0.1") is None
    monkeypatch.setenv("QA_DATABASE", ADDRESSES[1])
    told = refusal("127.0.0.1")
    assert ADVICE in told and "QA_DATABASE" in told and told.count("\n") == 1


MISTYPED = (
    *("postgres//qa:secret@h/qa", "postgresql:qa:secret@h/qa", "postgres:/qa:secret@h/qa", "postgre//qa:secret@h/qa"),
    *("psotgresql:qa:secret@h/qa", "psotgresql//qa:secret@h/qa", "postgresql;//h/qa", "postgresql ://h/qa", "pg:h/qa"),
    *("qa:secret@h/qa", "qa:sec/ret secret@h", "qa:secret:/x@h", "host=h user=qa password=secret", " dbname = qa"),
)


@pytest.mark.parametrize("told", MISTYPED)
def test_an_address_in_which_a_sign_was_left_out_is_no_path(told):
    with pytest.raises(StoreUnavailable, match=f"{ADVICE}$") as refused:
        open_store(told)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    "path",
    [
        "postgres/qa.duckdb",
        "postgres",
        "postgresql.duckdb",
        "./postgres//qa.duckdb",
        "a=b/qa",
        "password",
        "r.bell@h/qa",
    ],
)
def test_a_folder_may_have_its_name(path):
    assert not on_a_server(path)


@pytest.mark.parametrize("password", ["sec ret", "sec@ret", "sec/ret@", "sec#ret", "sec?ret/@", "1/ret@b:2"])
def test_of_a_password_that_is_not_coded_nothing_is_told(password):
    address = f"postgresql://qa:{password}@127.0.0.1:1/qa"
    for words in (("metrics", "status"), ("qa_data", "backup", "other.duckdb")):
        status, told, wrong = command(*words, "--db", address)
        assert (status, told) == (2, "") and wrong.startswith("The address of the PostgreSQL server cannot be read.")
        assert not any(part in wrong for part in ("sec", "ret")), wrong


@pytest.mark.parametrize(
    "words",
    [("qa_data", "backup"), ("qa_data", "restore"), ("loaders", "check"), ("loaders", "load"), ("loaders", "template")],
    ids=lambda words: " ".join(words),
)
@pytest.mark.parametrize(
    "address", ["postgresql://qa:hush@127.0.0.1:1/qa", "https://qa:hush@h/x.xlsx", "postgres:hush@h"]
)
def test_an_address_is_no_file(words, address):
    status, told, wrong = command(*words, address)
    assert (status, told) == (2, "") and "an address stands where a file is asked" in wrong and "hush" not in wrong


@pytest.mark.parametrize(
    "words",
    [
        *(("metrics", "status", "--as-at"), ("metrics", "status"), ("qa_data", "erase", "--upload", "a"), ("loaders",)),
        ("metrics", "digest", "--out", "out", "--smtp"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("password", ["hush", "hu@sh /hush"])
def test_where_an_address_is_no_answer_its_password_is_not_told(words, password):
    status, told, wrong = command(*words, f"postgresql://qa:{password}@127.0.0.1:1/qa")
    assert (status, told) == (2, "") and "//…@127.0.0.1" in wrong and "sh" not in wrong.partition("`")[0]


def test_a_folder_is_no_store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere")
    for words in (("qa_data", "doctor"), ("qa_data", "people"), ("loaders", "history"), ("metrics", "status")):
        status, _, wrong = command(*words, "--db", folder)
        assert status == 2 and wrong.startswith(f"The database {folder} is a folder. Name the file in it with --db")
        assert wrong.count("\n") == 1


def test_a_place_that_the_account_may_not_reach_is_told_in_a_sentence(monkeypatch):
    """Whoever runs the tests may read everything."""

    def closed(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", closed)
    for words in (("metrics", "status"), ("loaders", "history"), ("qa_data", "doctor")):
        status, _, wrong = command(*words, "--db", "/closed/qa.duckdb")
        assert status == 2 and wrong.startswith("/closed/qa.duckdb cannot be reached (Permission denied). Give this")
