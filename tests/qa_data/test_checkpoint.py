"""What was stored stands in the database's file itself, not only in the log beside it."""

import shutil
import threading
from pathlib import Path

import pytest

from qa_data.recorded import record
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import uploads, withdraw
from tests.drawn import HOMES, load_drawn
from tests.qa_data.test_trouble import no_room

EVERY = of_every_home()

VISITS = """
Home      | Visit date   | Visit type | Protection of children
Ash House | 2026-10-{:02} | Reg 44     | Not met
"""


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "qa.duckdb"


def of_the_file_alone(path: Path) -> tuple[list, int, int]:
    """What a copy of the file without its log answers: the uploads and their states, how many visits and settings."""
    copy = Path(shutil.copyfile(path, path.with_name("copy.duckdb")))
    store = open_store(copy)
    told = [(each.upload_id, each.state) for each in uploads(store, EVERY)]
    counted = [store.rows(EVERY, f"select count(*) as n from {name}")[0]["n"] for name in ("visits", "settings")]
    store.close()
    return told, *counted


def test_a_copy_of_the_file_alone_answers_the_same_after_each_upload_withdrawal_and_decision(path):
    store = open_store(path)
    load_drawn(store, HOMES)
    for day in range(1, 6):
        load_drawn(store, VISITS.format(day), file=f"{day}.xlsx")
        told, visits, _ = of_the_file_alone(path)
        assert [each[0] for each in told] == [each.upload_id for each in uploads(store, EVERY)] and visits == day
    withdraw(store, EVERY, told[-1][0], "Jo")
    record(store, EVERY, "settings", "Jo", setting="visits.report_days", value=14, reason="Agreed")
    told, visits, settings = of_the_file_alone(path)
    assert (told[-1][1], visits, settings) == ("withdrawn", 4, 1)


def test_somebody_who_reads_a_snapshot_meanwhile_neither_stops_it_nor_sees_it(path):
    store, begun, go_on = open_store(path), threading.Event(), threading.Event()
    load_drawn(store, HOMES, VISITS.format(1))
    seen = []

    def read():
        with store.snapshot():
            for _ in range(2):
                seen.append(store.rows(EVERY, "select count(*) as n from visits")[0]["n"])
                begun.set()
                go_on.wait(60)

    reader = threading.Thread(target=read)
    reader.start()
    begun.wait(60)
    load_drawn(store, VISITS.format(2))
    go_on.set()
    reader.join()
    load_drawn(store, VISITS.format(3))
    assert seen == [1, 1] and of_the_file_alone(path)[1] == 3


def test_what_a_full_disk_left_in_the_log_is_stored_all_the_same(path, monkeypatch):
    store = open_store(path)
    load_drawn(store, HOMES)
    begin = store._take_in_the_log

    def without_room():
        with no_room(path.stat().st_size // 4096 * 4096):
            begin()

    monkeypatch.setattr(store, "_take_in_the_log", without_room)
    for day in range(1, 9):
        load_drawn(store, VISITS.format(day), file=f"{day}.xlsx")
    assert store.rows(EVERY, "select count(*) as n from visits")[0]["n"] == 8
    store.close()
    assert open_store(path).rows(EVERY, "select count(*) as n from visits")[0]["n"] == 8
