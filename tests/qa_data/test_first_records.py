"""How far back the records of the whole service go is the same to whoever asks, whatever was asked before."""

from datetime import date

import pytest

from qa_data import first_records
from qa_data.cursor import Cursor
from qa_data.scope import as_of_change, of_every_home
from qa_data.store import MEMORY, open_store
from qa_data.uploads import last_change, restore, withdraw
from tests.filling import upload

VISIT = "Regulation 44 independent visit"
ALL = "from first_records order by kind"


@pytest.fixture
def store():
    store = open_store(MEMORY)
    upload(store, homes=[{"home": home, "opened": date(2020, 1, 1)} for home in ("Ash House", "Oak House")])
    return store


def visits(store, home: str, *days: date, **more) -> str:
    return upload(store, visits=[{"home": home, "visit_date": day, "visit_type": VISIT, **more} for day in days])


def told(store, known=None) -> list[dict]:
    """As every home's, as one home's, and as one home's on a cursor that asked of others before, and at one moment."""
    every = as_of_change(known) if known else of_every_home()
    one = every.narrowed(["Ash House"])
    whole = store.rows(every, ALL)
    assert store.rows(one, ALL) == whole
    with store.reading(of_every_home().narrowed(["Oak House"])) as cursor, cursor.within(one):
        assert cursor.rows(ALL) == whole
        assert sorted(cursor.first_records() or [], key=lambda row: row["kind"]) == whole
    with store.snapshot():
        assert store.rows(one, ALL) == store.rows(every, ALL) == whole
    return whole


def test_it_is_so_after_each_change_and_as_it_was_before(store):
    seen = {last_change(store, of_every_home()): told(store)}
    earlier = []
    for change in (
        lambda: visits(store, "Oak House", date(2026, 3, 9)),
        lambda: earlier.append(visits(store, "Oak House", date(2025, 2, 3), report_sent_to_ofsted=date(2025, 2, 9))),
        lambda: visits(store, "Ash House", date(2026, 5, 5)),
        lambda: withdraw(store, of_every_home(), earlier[0], "Jo"),
        lambda: restore(store, of_every_home(), earlier[0], "Jo"),
    ):
        change()
        seen[last_change(store, of_every_home())] = told(store)
    firsts = [rows[0]["first"] if rows else None for rows in seen.values()]
    later, before = date(2026, 3, 1), date(2025, 2, 1)
    assert firsts == [None, later, before, before, later, before]
    assert {moment: told(store, moment) for moment in seen} == seen


def test_what_is_written_is_not_told_by_what_was_known_before(store):
    visits(store, "Oak House", date(2026, 3, 9))
    one = of_every_home().narrowed(["Oak House"])
    assert store.rows(one, ALL) == told(store)
    with store.writing(one) as cursor:
        cursor.run("update main.visits set visit_date = date '2024-01-01'")
        assert cursor.rows(ALL)[0]["first"] == date(2024, 1, 1)


def test_what_somebody_writes_in_between_is_not_told_of_what_stood_before(store):
    visits(store, "Oak House", date(2026, 3, 9))
    before, counted = last_change(store, of_every_home()), {}
    with store._opened() as connection:
        plain, writes = Cursor(connection, of_every_home()), [date(2025, 2, 3)]

        def execute(sql: str):
            answer = plain.run(sql)
            while writes:
                visits(store, "Ash House", writes.pop())
            return answer

        [row] = first_records.told(execute, counted)
        assert row["first"] == date(2025, 2, 1)
        assert list(counted) == [(last_change(store, of_every_home()), 0)] != [(before, 0)]
