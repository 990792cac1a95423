"""The record of who is signed in: it outlives the server, holds no more than it must, and what is ended stays ended."""

import sqlite3
import stat
import time
from unittest.mock import patch

import pytest

from qa_data.sign_ins import SignIns, hashed, server
from qa_data.sign_ins.file import beside
from qa_data.sign_ins.server import OnServer
from qa_data.trouble import StoreUnavailable
from tests.postgresql import said

ADA, BEN = "https://a.example ada", "https://a.example ben"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "qa.sign-ins"


@pytest.fixture(params=["file", "address"])
def database(request):
    """A store that is a file, and one on a server."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def record(database):
    return SignIns(database, hours=8)


def of_another_process(database: str, hours: float = 8) -> SignIns:
    """The record as another process has it, which keeps nothing in mind."""
    with patch("qa_data.sign_ins.record.on_server", OnServer):
        return SignIns(database, hours)


def later(hours: float):
    return patch("time.time", return_value=time.time() + hours * 3600)


def test_a_sign_in_stands_and_says_whose_it_is(record):
    record.begin("k", ADA)
    assert (record.person("k"), record.person("other")) == (hashed(ADA), None)


@pytest.mark.parametrize("hours, stands", [(7.99, True), (8.01, False), (-0.05, True), (-0.1, False), (-9, False)])
def test_it_stands_for_so_many_hours_and_not_before_it_began(record, hours, stands):
    record.begin("k", ADA)
    with later(hours):
        assert bool(record.person("k")) == stands


def test_ending_one_leaves_the_others(record):
    for key in "ab":
        record.begin(key, ADA)
    record.end("a")
    assert (record.person("a"), record.person("b")) == (None, hashed(ADA))


def test_ending_all_of_a_person_leaves_other_people(record):
    for key, who in (("a", ADA), ("b", ADA), ("c", BEN)):
        record.begin(key, who)
    assert record.end_all_of(hashed(ADA)) == 2
    assert [record.person(each) for each in "abc"] == [None, None, hashed(BEN)]


def test_one_can_stand_while_the_others_end(record):
    for key in "ab":
        record.begin(key, ADA)
    assert record.end_all_of(hashed(ADA), but="b") == 1
    assert (record.person("a"), record.person("b")) == (None, hashed(ADA))


def test_somebody_is_named_by_the_identifier_alone(record):
    record.begin("a", ADA)
    record.begin("b", "https://b.example ada")
    record.begin("c", BEN)
    assert (record.end_all_named("nobody"), record.end_all_named("ada"), record.end_all_named("ada")) == (0, 2, 0)
    assert record.end_all() == 1


def test_another_process_over_the_same_store_sees_it_at_once(record, database, monkeypatch):
    other = of_another_process(database)
    record.begin("k", ADA)
    assert other.person("k") == hashed(ADA) == record.person("k")
    monkeypatch.setattr(server, "FOR", 0)
    other.end("k")
    assert record.person("k") is None
    assert (record.end_all_named("ada"), record.end_all()) == (0, 0)


def test_on_a_server_what_was_read_is_told_again_for_no_more_than_a_second(address, monkeypatch):
    record, other = SignIns(address), of_another_process(address)
    record.begin("k", ADA)
    assert record.person("k") == hashed(ADA)
    other.end("k")
    now = time.monotonic()
    monkeypatch.setattr("time.monotonic", lambda: now + 1)
    assert record.person("k") is None


def test_it_outlives_the_server(database):
    of_another_process(database).begin("k", ADA)
    assert of_another_process(database).person("k") == hashed(ADA)
    assert of_another_process(database, hours=8e-9).person("k") is None


def test_what_nobody_can_use_any_more_is_forgotten(file):
    record = SignIns(str(file))
    record.begin("old", ADA)
    with later(25):
        record.begin("new", BEN)
    assert sqlite3.connect(file).execute("select key from sign_ins").fetchall() == [("new",)]


def test_on_a_server_it_is_forgotten_too_and_it_holds_nobodys_name_or_identifier(address):
    record = SignIns(address)
    record.begin("old", ADA)
    with later(25):
        record.begin("new", "https://a.example ben.bell@council.example")
    assert said(address, "select key, person from qa.sign_ins") == [
        f"new|{hashed('https://a.example ben.bell@council.example')}"
    ]
    assert said(address, "select * from qa.issuers") == ["https://a.example"]


def test_where_the_server_does_not_answer_nobody_is_signed_in():
    with pytest.raises(StoreUnavailable, match="127.0.0.1:1/qa cannot be reached"):
        SignIns("postgresql://qa:secret@127.0.0.1:1/qa").person("k")


def test_the_file_is_for_its_owner_alone_and_holds_nobodys_name_or_identifier(file):
    record = SignIns(str(file))
    record.begin("k", "https://a.example ada.bell@council.example")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"ada" not in file.read_bytes()


def test_what_is_ended_is_not_left_in_the_file(file):
    record = SignIns(str(file))
    record.begin("a-key-to-look-for", ADA)
    record.end("a-key-to-look-for")
    assert b"a-key-to-look-for" not in file.read_bytes()


def test_a_damaged_file_ends_every_sign_in_and_no_more(file):
    SignIns(str(file)).begin("k", ADA)
    file.write_bytes(b"damaged" * 1_000)
    record = SignIns(str(file))
    assert record.person("k") is None
    record.begin("k", ADA)
    assert record.person("k")


@pytest.mark.parametrize("left", [None, b"no database, however one looks at it" * 9], ids=["none", "another"])
def test_a_file_that_is_taken_away_ends_every_sign_in_at_once(file, left):
    record = SignIns(str(file))
    record.begin("k", ADA)
    file.unlink()
    if left:
        file.write_bytes(left)
    assert record.person("k") is None
    record.begin("l", BEN)
    assert SignIns(str(file)).end_all() == 1 and record.person("l") is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_stands_beside_the_database():
    assert str(beside("data/qa.duckdb")) == "data/qa.sign-ins"
