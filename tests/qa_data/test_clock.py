"""A clock that jumps: what is stored keeps its order, a jump is said, and what was known by a day stays true."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qa_data import uploads as writing
from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import last_change, uploads
from tests.commands import command
from tests.drawn import HOMES, load_drawn

EVERY = of_every_home()

VISITS = """
Home      | Visit date   | Visit type | Protection of children
Ash House | 2026-10-{:02} | Reg 44     | Not met
"""


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "qa.duckdb"


@pytest.fixture
def at(path, monkeypatch):
    """Loads a file while the clock says that day; the upload's moment."""
    store = open_store(path)

    def load(day: str, *tables: str) -> datetime:
        monkeypatch.setattr(writing, "utc_now", lambda: datetime.fromisoformat(day))
        load_drawn(store, *(tables or (HOMES,)), file=f"{day}.xlsx")
        return uploads(store, EVERY)[-1].moment

    load.store = store
    return load


def known(store, day: str) -> list[str]:
    """The files that were known at the end of that day."""
    scope = of_every_home(known_at=datetime.fromisoformat(f"{day}T23:59:59"))
    return [each.file.removesuffix(".xlsx") for each in uploads(store, scope)]


def test_a_clock_that_ran_ahead_neither_turns_the_order_nor_hides_what_comes_after_it_was_put_right(at):
    moments = [at(day) for day in ("2026-10-01", "2027-11-01", "2026-10-03", "2026-10-05")]
    assert moments == sorted(moments) and len(set(moments)) == 4
    assert known(at.store, "2026-10-02") == ["2026-10-01"]
    assert known(at.store, "2026-10-03") == ["2026-10-01", "2027-11-01", "2026-10-03"]
    assert known(at.store, "2026-10-04") == known(at.store, "2026-10-03")
    assert known(at.store, "2026-10-05")[-1] == "2026-10-05" and known(at.store, "2027-12-01")[-1] == "2026-10-05"


def test_once_the_time_is_there_nothing_more_is_noted(at):
    for day in ("2026-10-01", "2026-11-01", "2026-10-03", "2026-11-02", "2026-11-03"):
        at(day)
    assert len(at.store.rows(EVERY, "from main.clock")) == 1
    assert known(at.store, "2026-11-02")[-1] == "2026-11-02" and known(at.store, "2026-11-03")[-1] == "2026-11-03"


def test_two_jumps_one_after_the_other(at):
    days = ("2026-10-01", "2028-01-01", "2026-10-02", "2030-01-01", "2026-10-03")
    for day in days:
        at(day)
    assert known(at.store, "2026-10-02") == list(days[:3]) and known(at.store, "2026-10-03") == list(days)


def test_a_clock_that_is_surely_wrong_is_not_believed(at):
    """A machine that forgot the time says 1970: what it stores was not known then, and neither was all before it."""
    at("2026-10-01")
    last = at("1970-01-01")
    assert last > datetime(2026, 10, 1) and at.store.rows(EVERY, "from main.clock") == []
    assert known(at.store, "2026-09-30") == [] and known(at.store, "2026-10-01") == ["2026-10-01", "1970-01-01"]


def test_what_is_written_at_one_moment_of_the_clock_stays_apart(at):
    first, second = at("2026-10-01"), at("2026-10-01")
    assert second == first + timedelta(microseconds=1) and at.store.rows(EVERY, "from main.clock") == []
    assert len(uploads(at.store, of_every_home(known_at=first))) == 1


def test_decisions_and_withdrawals_follow_too(at):
    at("2027-11-01")
    at("2026-10-03")
    with pytest.MonkeyPatch.context() as here:
        here.setattr(writing, "utc_now", lambda: datetime(2026, 10, 4))
        moment = record(at.store, EVERY, "settings", "Jo", setting="visits.report_days", value=14, reason="Agreed")
        writing.withdraw(at.store, EVERY, uploads(at.store, EVERY)[0].upload_id, "Jo")
    assert datetime(2027, 11, 1) < moment < last_change(at.store, EVERY)


def test_a_jump_of_more_than_a_day_is_said_by_every_command_and_one_of_less_is_not(path, caplog):
    now = datetime.now(UTC).replace(tzinfo=None)
    for ahead, said in ((timedelta(hours=23), False), (timedelta(days=30), True)):
        store = open_store(path)
        with pytest.MonkeyPatch.context() as here:
            here.setattr(writing, "utc_now", lambda ahead=ahead: now + ahead)
            load_drawn(store, HOMES)
        store.close()
        for module, word in (("loaders", "history"), ("metrics", "status")):
            caplog.clear()
            assert command(module, word, "--db", path)[0] == 0
            assert ["one of the two is wrong. Put the clock right" in each.message for each in caplog.records] == (
                [True] * said
            )
