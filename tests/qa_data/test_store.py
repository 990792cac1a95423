"""Rows are only ever added; what holds is the newest version among the uploads that are not withdrawn."""

import threading
from datetime import date, datetime

import duckdb
import pytest

from qa_data.scope import Every, Scope, of_every_home
from qa_data.store import MEMORY, StoreUnavailable, open_store, open_to_read
from qa_data.uploads import NoSuchUpload, last_change, restore, uploads, withdraw
from tests.filling import upload

MONTHS = [datetime(2026, month, 1) for month in range(1, 5)]
VISIT = {"home": "Ash House", "visit_date": datetime(2026, 1, 14).date(), "visit_type": "Regulation 44 visit"}


@pytest.fixture
def store():
    opened = open_store(MEMORY)
    yield opened
    opened.close()


def visitors(store, known_at=None, homes=None):
    rows = store.rows(
        Scope(date.today(), known_at, Every.HOME if homes is None else homes),
        "select home, visitor from visits order by home, visitor",
    )
    return [row["visitor"] for row in rows]


def test_the_newest_version_of_a_row_holds_and_the_older_ones_stay(store):
    for moment, visitor in zip(MONTHS, ("First", "Second", "Third"), strict=False):
        upload(store, moment, visits=[VISIT | {"visitor": visitor}])
    assert visitors(store) == ["Third"]
    assert store.rows(of_every_home(), "select count(*) as held from main.visits") == [{"held": 3}]


def test_as_known_at_a_past_moment(store):
    for moment, visitor in zip(MONTHS, ("First", "Second"), strict=False):
        upload(store, moment, visits=[VISIT | {"visitor": visitor}])
    assert [visitors(store, known_at) for known_at in (datetime(2025, 12, 31), *MONTHS[:3])] == [
        [],
        ["First"],
        ["Second"],
        ["Second"],
    ]


def test_a_withdrawn_version_gives_way_to_the_one_before(store):
    upload(store, MONTHS[0], visits=[VISIT | {"visitor": "First"}])
    second = upload(store, MONTHS[1], visits=[VISIT | {"visitor": "Second"}])
    withdraw(store, of_every_home(), second, "Jo")
    assert (visitors(store), visitors(store, MONTHS[2])) == (["First"], ["Second"])
    assert [each.state for each in uploads(store, of_every_home())] == ["accepted", "withdrawn"]
    restore(store, of_every_home(), second, "Jo")
    assert visitors(store) == ["Second"]


def test_an_unknown_upload_is_not_withdrawn(store):
    with pytest.raises(NoSuchUpload, match="history"):
        withdraw(store, of_every_home(), "none", "Jo")
    assert last_change(store, of_every_home()) is None


def test_a_person_sees_only_the_homes_that_are_theirs(store):
    upload(store, visits=[VISIT | {"visitor": "Jo"}, VISIT | {"home": "Oak House", "visitor": "Al"}])
    assert (visitors(store), visitors(store, homes=frozenset({"Oak House"})), visitors(store, homes=frozenset())) == (
        ["Jo", "Al"],
        ["Al"],
        [],
    )


def test_every_change_moves_the_last_change_on(store):
    moments = [last_change(store, of_every_home())]
    first = upload(store, visits=[VISIT])
    for change in (
        lambda: None,
        lambda: withdraw(store, of_every_home(), first, "Jo"),
        lambda: restore(store, of_every_home(), first, "Jo"),
    ):
        change()
        moments.append(last_change(store, of_every_home()))
    assert moments[0] is None and moments[1] < moments[2] < moments[3]


def test_a_write_that_fails_leaves_nothing(store):
    with pytest.raises(KeyError), store.writing(of_every_home()) as cursor:
        cursor.run("insert into main.upload_states values ('a', 'withdrawn', 'Jo', now()::timestamp)")
        raise KeyError
    assert store.rows(of_every_home(), "select * from upload_states") == []


def test_what_went_wrong_in_another_scope_is_told_and_not_that_the_transaction_ended(store):
    every = of_every_home()
    with store.snapshot(), pytest.raises(duckdb.InvalidInputException, match="the disk"):
        with store.reading(every) as cursor, cursor.within(every.narrowed(["Ash House"])):
            cursor.run("select error('the disk')")


def test_threads_that_read_at_once_get_their_own_answers(store):
    wrong = []

    def ask(number):
        for _ in range(50):
            if store.rows(of_every_home(), f"select {number} as answer") != [{"answer": number}]:
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert wrong == []


def test_the_store_reads_no_file_and_asking_makes_none(store, tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with pytest.raises(Exception, match="disabled"):
        store.rows(of_every_home(), f"select * from read_csv('{tmp_path}/secret.csv')")
    open_to_read(str(tmp_path / "none.duckdb")).close()
    assert not (tmp_path / "none.duckdb").exists()


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "notes.txt").write_text("notes" * 1000)
    with pytest.raises(StoreUnavailable, match="not a database"):
        open_store(str(tmp_path / "notes.txt"))


@pytest.mark.parametrize("name", ["homes.csv", "homes.duckdb", "homes.parquet"])
def test_a_file_of_another_kind_is_not_opened_as_a_database(tmp_path, name):
    path = tmp_path / name
    path.write_text("Home,Service type\nAsh House,Residential care\n")
    with pytest.raises(StoreUnavailable, match="not a database"):
        open_store(str(path))
