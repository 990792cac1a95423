"""Whatever is kept in the store is noted, by whom, when it was kept and not otherwise."""

from datetime import date

import pytest

from loaders.removing import remove
from metrics.indicators.settings import change_setting
from metrics.signals.answering import answer
from metrics.visits.records import set_records
from qa_data.audit import entries
from qa_data.audit.reading import about
from qa_data.headings import map_heading
from qa_data.scope import OutOfScope, of_every_home
from qa_data.store import open_store
from qa_data.trouble import StoreUnavailable
from qa_data.uploads import NoSuchUpload, restore, uploads, withdraw
from tests.commands import command
from tests.drawn import HOMES, load_drawn

EVERY = of_every_home()


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "qa.duckdb"))
    load_drawn(opened, HOMES)
    yield opened
    opened.close()


def noted(store) -> list[tuple]:
    return [(entry["person"], entry["what"], entry["home"]) for entry in entries(store.path)][1:]


def test_an_upload_is_noted_with_its_id_and_rows(store):
    [upload] = uploads(store, EVERY)
    [entry] = entries(store.path)
    assert entry["what"] == "loaded" and entry["about"]["upload_id"] == upload.upload_id
    assert entry["about"]["rows"] == sum(sheet["rows"] for sheet in upload.sheets)


def test_what_is_taken_out_and_put_back_is_noted(store):
    [upload] = uploads(store, EVERY)
    withdraw(store, EVERY, upload.upload_id, "R. Bell")
    restore(store, EVERY, upload.upload_id, "M. Okoro")
    assert noted(store) == [("R. Bell", "withdrew", None), ("M. Okoro", "put back", None)]


def test_decisions_are_noted_without_their_words(store):
    change_setting(store, EVERY, "R. Bell", "visits.report_days", 12, "agreed about Jayden")
    set_records(store, EVERY, "R. Bell", "Ash House", "Regulation 44 visit", None, "agreed about Jayden")
    map_heading(store, EVERY, "R. Bell", "YP seen", None)
    assert noted(store) == [("R. Bell", "set", None), ("R. Bell", "set", "Ash House"), ("R. Bell", "set", None)]
    assert "Jayden" not in str(entries(store.path))


def test_of_an_answer_to_a_concern_it_is_noted_which_it_was(store):
    since = date(2026, 5, 1)
    answer(store, EVERY, "R. Bell", "Ash House", "QS12", "PRO1", since, "explained", "Jayden has moved on", since)
    answer(store, EVERY, "R. Bell", "Ash House", "QS12", "PRO1", since, "open", "Jayden is back")
    answer(store, EVERY, "R. Bell", "Ash House", "", "", since, "acting", "A plan about Jayden")
    assert [about(entry) for entry in entries(store.path)][1:] == [
        "concern_answers, indicator PRO1, answer explained",
        "concern_answers, indicator PRO1, answer open",
        "concern_answers, answer acting",
    ]
    assert "Jayden" not in str(entries(store.path))


def test_what_is_refused_below_the_page_is_not_noted_as_done(store):
    with pytest.raises(NoSuchUpload):
        withdraw(store, EVERY, "none", "R. Bell")
    with pytest.raises(OutOfScope):
        change_setting(store, EVERY.narrowed(["Ash House"]), "R. Bell", "visits.report_days", 12, "agreed")
    assert noted(store) == []


def test_rows_that_are_removed_are_noted(store):
    row = store.rows(
        EVERY, "select 'homes' as dataset, row_key::varchar as row_key, file, sheet, sheet_row from homes"
    )[0]
    remove(store, EVERY, "R. Bell", [row])
    assert noted(store) == [("R. Bell", "removed rows", None)]


def test_what_cannot_be_noted_is_not_kept(store, tmp_path, monkeypatch):
    (tmp_path / "qa.duckdb.audit").unlink()
    (tmp_path / "qa.duckdb.audit").mkdir()
    with pytest.raises(StoreUnavailable, match="Nothing was done"):
        change_setting(store, EVERY, "R. Bell", "visits.report_days", 12, "agreed")
    assert store.rows(EVERY, "select * from main.settings") == []


def test_the_command_lists_and_verifies(store, tmp_path):
    [upload] = uploads(store, EVERY)
    withdraw(store, EVERY, upload.upload_id, "R. Bell")
    status, out, _ = command("qa_data", "audit", "--db", tmp_path / "qa.duckdb")
    assert status == 0 and "R. Bell (command)  withdrew  upload id" in out
    assert command("qa_data", "audit", "--verify", "--db", tmp_path / "qa.duckdb")[:2] == (
        0,
        "The audit is whole: every entry follows from the one before.\n",
    )
    audit = tmp_path / "qa.duckdb.audit"
    audit.write_bytes(audit.read_bytes().splitlines(keepends=True)[0])
    status, out, _ = command("qa_data", "audit", "--verify", "--db", tmp_path / "qa.duckdb")
    assert status == 1 and out.startswith("After entry 1: 1 entry is missing")


def test_without_an_audit_the_command_says_when_it_begins(tmp_path):
    status, _, said = command("qa_data", "audit", "--db", tmp_path / "qa.duckdb")
    assert status == 2 and "It begins with the first thing that is done" in said
