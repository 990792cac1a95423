"""Answers are kept until the store changes, worked out by one for all who wait, and never older than the question."""

from threading import Event, Thread

import pytest

from pages.parts.answers import MOST, Answers
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.patience import PATIENCE

EVERY = of_every_home()


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "qa.duckdb"))
    yield opened
    opened.close()


def write(store) -> None:
    record(store, EVERY, "settings", "Jo", setting="EDU1.floor", value=40, reason="Agreed")


def written(store) -> int:
    return store.rows(EVERY, "select count(*) as n from main.settings")[0]["n"]


def test_an_answer_is_kept_until_something_is_written(store):
    answers, asked = Answers(), []
    for expected in (0, 0, 1, 1):
        if expected and len(asked) == 1:
            write(store)
        assert answers.told(store, "key", lambda: asked.append(1) or written(store)) == expected
    assert len(asked) == 2


def test_whoever_waits_takes_the_answer_that_was_begun_after_they_asked(store):
    """One works it out as of the first state; two writes later four ask: one more works it out for all of them."""
    answers, working, go_on, worked_out, told = Answers(), Event(), Event(), [], []

    def slow() -> int:
        worked_out.append(1)
        counted = written(store)
        working.set()
        assert go_on.wait(PATIENCE)
        return counted

    def ask() -> None:
        told.append(answers.told(store, "key", slow))

    first = Thread(target=ask)
    first.start()
    assert working.wait(PATIENCE)
    write(store)
    write(store)
    others = [Thread(target=ask) for _ in range(4)]
    for each in others:
        each.start()
    go_on.set()
    for each in (first, *others):
        each.join()
    assert sorted(told) == [0, 2, 2, 2, 2] and len(worked_out) == 2


def test_a_question_that_fails_is_asked_again(store):
    answers = Answers()
    with pytest.raises(ZeroDivisionError):
        answers.told(store, "key", lambda: 1 / 0)
    assert answers.told(store, "key", lambda: 2) == 2


def test_two_questions_do_not_wait_for_each_other(store):
    answers, working, go_on = Answers(), Event(), Event()

    def slow() -> int:
        working.set()
        assert go_on.wait(PATIENCE)
        return 1

    first = Thread(target=answers.told, args=(store, "slow", slow))
    first.start()
    assert working.wait(PATIENCE)
    assert answers.told(store, "quick", lambda: 2) == 2
    go_on.set()
    first.join()


def test_what_was_asked_longest_ago_goes_first(store):
    answers, asked = Answers(), []
    for key in (*range(MOST), 0, MOST, 0, 1):
        answers.told(store, key, lambda key=key: asked.append(key))
    assert asked == [*range(MOST + 1), 1]
