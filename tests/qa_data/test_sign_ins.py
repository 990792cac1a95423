"""The record of who is signed in: it outlives the server, holds no more than it must, and what is ended stays ended."""

import sqlite3
import stat
import time
from unittest.mock import patch

import pytest

from qa_data.sign_ins import SignIns, beside, hashed

ADA, BEN = "https://a.example ada", "https://a.example ben"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "data" / "qa.sign-ins"


@pytest.fixture
def record(file):
    return SignIns(file, hours=8)


def later(hours: float):
    return patch("qa_data.sign_ins.time.time", return_value=time.time() + hours * 3600)


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


def test_another_process_over_the_same_file_sees_it_at_once(record, file):
    other = SignIns(file, hours=8)
    record.begin("k", ADA)
    assert other.person("k") == hashed(ADA)
    other.end("k")
    assert record.person("k") is None


def test_it_outlives_the_server(file):
    SignIns(file, hours=8).begin("k", ADA)
    assert SignIns(file, hours=8).person("k") == hashed(ADA)
    assert SignIns(file, hours=8e-9).person("k") is None


def test_what_nobody_can_use_any_more_is_forgotten(record, file):
    record.begin("old", ADA)
    with later(25):
        record.begin("new", BEN)
    assert sqlite3.connect(file).execute("select key from sign_ins").fetchall() == [("new",)]


def test_the_file_is_for_its_owner_alone_and_holds_nobodys_name_or_identifier(record, file):
    record.begin("k", "https://a.example ada.bell@council.example")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"ada" not in file.read_bytes()


def test_what_is_ended_is_not_left_in_the_file(record, file):
    record.begin("a-key-to-look-for", ADA)
    record.end("a-key-to-look-for")
    assert b"a-key-to-look-for" not in file.read_bytes()


def test_a_damaged_file_ends_every_sign_in_and_no_more(file):
    SignIns(file).begin("k", ADA)
    file.write_bytes(b"damaged" * 1_000)
    record = SignIns(file)
    assert record.person("k") is None
    record.begin("k", ADA)
    assert record.person("k")


@pytest.mark.parametrize("left", [None, b"no database, however one looks at it" * 9], ids=["none", "another"])
def test_a_file_that_is_taken_away_ends_every_sign_in_at_once(record, file, left):
    record.begin("k", ADA)
    file.unlink()
    if left:
        file.write_bytes(left)
    assert record.person("k") is None
    record.begin("l", BEN)
    assert SignIns(file).end_all() == 1 and record.person("l") is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_stands_beside_the_database():
    assert str(beside("data/qa.duckdb")) == "data/qa.sign-ins"
    assert str(beside("postgresql://council/qa")) == "data/qa.sign-ins"
