"""How pages ask: what was asked before a write is asked again after it, whoever wrote."""

from threading import Thread

from pages.parts import ask
from qa_data.access import person
from qa_data.recorded import record
from qa_data.scope import as_utc, of_every_home
from qa_data.settled import settled_rows
from qa_data.uploads import last_change
from tests.asked import by

EVERY = of_every_home()


def write() -> None:
    record(ask.store(), EVERY, "settings", "Jo", setting="EDU1.floor", value=40, reason="Agreed")


def test_the_last_change_is_asked_again_after_a_write_here_or_in_another_session(database):
    moments = [ask.change(ask.store())]
    write()
    moments.append(ask.change(ask.store()))
    other = Thread(target=write)
    other.start()
    other.join()
    moments.append(ask.change(ask.store()))
    assert moments[0] is None and moments[1] < moments[2] == last_change(ask.store(), EVERY)


def test_what_is_shared_is_one_object_until_something_is_written(database):
    with by():
        first = ask.shared(settled_rows)
        assert ask.shared(settled_rows) is first
        write()
        assert ask.shared(settled_rows) is not first


def test_what_is_shared_is_told_apart_by_person_and_moment(database):
    asked = by(), by(person("Jo", ["manager"], ["Ash House"])), by(known_at=as_utc("2020-01-01"))
    told = []
    for each in asked:
        with each:
            told.append(ask.shared(settled_rows))
    assert len({id(each) for each in told}) == 3
