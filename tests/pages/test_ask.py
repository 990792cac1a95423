"""How pages ask: what was asked before a write is asked again after it, whoever wrote."""

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from threading import Thread

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from metrics.homes.homes import open_homes
from metrics.kept.laying import answered
from pages.parts import ask, opened_store
from qa_data.access import Right, person
from qa_data.recorded import record
from qa_data.scope import OutOfScope, as_utc, of_every_home
from qa_data.settled import settled_rows
from qa_data.store import open_store
from qa_data.uploads import last_change, uploads
from tests.asked import by, signed_in
from tests.pages.screen import AS_AT
from tests.scoped import HOMES

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


def test_a_store_whose_file_is_gone_is_closed_when_another_is_opened(database, tmp_path, monkeypatch):
    gone = ask.store()
    database.unlink()
    monkeypatch.setenv("QA_DATABASE", str(tmp_path / "another.duckdb"))
    other = ask.store()
    assert other is ask.store() is not gone and other.rows(EVERY, "select 1 as told") == [{"told": 1}]
    with pytest.raises(duckdb.ConnectionException):
        gone.rows(EVERY, "select 1")


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


LATER = """
import streamlit as st
from metrics.kept.laying import answered
from pages.parts import ask, opened_store
from metrics.homes.homes import open_homes
st.session_state["made"] = ask.later(lambda: ask.answer(open_homes))
"""


def made_later(user: dict | None, day: str):
    """What a button on a page would make, asked of the open homes, once the page is drawn and gone."""
    page = AppTest.from_string(LATER, default_timeout=60)
    page.user, page.query_params["date"] = user or {}, day
    page.run()
    assert not page.exception
    with ThreadPoolExecutor() as elsewhere:
        return elsewhere.submit(page.session_state["made"]).result()


def test_what_is_made_later_is_asked_by_whoever_saw_the_button_of_the_day_they_saw(sample):
    assert made_later(None, AS_AT) == list(HOMES)
    assert made_later(None, "2015-04-01") == ["Alder Lodge", "Beech House"]


def test_what_is_made_later_is_not_made_once_the_sign_in_has_ended(sample, with_sign_in):
    """A page that is drawn without a browser has no cookie of a sign-in that stands."""
    with pytest.raises(OutOfScope, match="^It was not made: your sign-in has ended"):
        made_later(signed_in("R. Bell", "director"), AS_AT)


def test_where_no_page_is_drawn_nobody_asks(sample):
    assert ask.answer(open_homes) == [] == ask.answer(uploads)
    with pytest.raises(OutOfScope, match="your sign-in does not let you change settings"):
        ask.write(Right.KEEP, write)


def test_pages_change_nothing_of_what_is_shared(sample):
    for page in ("overview", "home", "warnings", "actions", "upload", "trends", "visits", "settings"):
        sample.go(page, date=AS_AT)
    told = {key: place.answer for key, place in opened_store.answers(ask.store())._places.items() if key[0]}
    assert {name for _, _, name, *_ in told} >= {"home_facts", "status", "warnings"}
    afresh = open_store(ask.store().path)
    for (_, module, name, words, scope), answer in told.items():
        asked = answered(getattr(import_module(module), name), afresh, scope, *words)
        if name == "status":
            asked["known_at"] = answer["known_at"]  # the moment of asking
        assert answer == asked, name
    afresh.close()
