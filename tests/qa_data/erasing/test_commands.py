"""python -m qa_data erase: shown first, done with --yes, one sentence where it cannot be."""

import json
import re

import pytest

from qa_data.backup import backup
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.commands import command
from tests.filling import upload
from tests.qa_data.erasing.planted import stands


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    store = open_store(folder / "qa.duckdb")
    upload(store, homes=[{"home": "Quandle House"}], file="Quandle.xlsx")
    store.close()
    return folder / "qa.duckdb"


def erase(path, *words: str) -> tuple[int, str, str]:
    return command("qa_data", "erase", "--words", "quandle", *words, "--db", path)


def test_without_yes_it_is_only_shown_and_homes_are_warned_of(path):
    before = path.read_bytes()
    status, out, _ = erase(path)
    assert status == 0 and path.read_bytes() == before
    assert "add --yes to erase it" in out and "Homes: 1 of 1 row, 1 cell" in out
    assert "WARNING. The words stand in the name of a home, which will be called [erased] House" in out
    assert "quandle" not in out.lower().replace(str(path).lower(), "")


def test_it_is_said_in_which_column_and_row_the_words_stand_alone(path):
    store = open_store(path)
    visit = {"home": "Quandle House", "visit_date": "2026-10-05", "visitor": "Zwerp"}
    upload(store, visits=[visit], file="Log.xlsx")
    store.close()
    _, out, _ = command("qa_data", "erase", "--words", "zwerp", "--db", path)
    assert re.search(r"^  Visits and reviews, Visitor \([^()!]+, row \d of Log.xlsx\): \[erased\]$", out, re.M), out


def test_an_upload_of_most_rows_is_no_question_about_words(path):
    store = open_store(path)
    days = [{"home": "Quandle House", "visit_date": f"2026-10-{day:02}"} for day in range(1, 13)]
    upload_id = upload(store, visits=days, file="Log.xlsx")
    store.close()
    _, out, _ = command("qa_data", "erase", "--upload", upload_id, "--db", path)
    assert "12 of 12 rows go" in out and "words" not in out
    _, out, _ = command("qa_data", "erase", "--words", "quandle", "--db", path)
    assert "This is more than half of a table. Are these the words that are meant?" in out


def test_backups_that_hold_it_are_named_also_in_folders_that_are_told(path, tmp_path):
    backup(path, tmp_path / "kept.duckdb")
    backup(path, tmp_path / "gone.duckdb")
    (tmp_path / "gone.duckdb").unlink()
    deep = tmp_path / "far" / "away"
    deep.mkdir(parents=True)
    (deep / "other.duckdb").write_bytes(path.read_bytes())
    (deep / "notes.txt").write_text("quandle")
    _, out, _ = erase(path, "--json", "--look-in", str(tmp_path / "far"))
    told = {each["path"]: each["holds"] for each in json.loads(out)["backups"]}
    assert told == {
        str(tmp_path / "kept.duckdb"): True,
        str(tmp_path / "gone.duckdb"): None,
        str(deep / "other.duckdb"): True,
    }
    status, out, _ = erase(path, "--yes", "--by", "Jo", "--reason", "A name got in")
    assert status == 0 and "These databases hold it too" in out and str(tmp_path / "kept.duckdb") in out
    assert stands(path.parent, "quandle") == []
    status, out, _ = command(
        "qa_data",
        "erase",
        "--words",
        "quandle",
        "--db",
        tmp_path / "kept.duckdb",
        "--yes",
        "--by",
        "Jo",
        "--reason",
        "In the backup too",
    )
    assert status == 0 and "kept.duckdb has bytes" not in stands(tmp_path, "quandle")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--words", "quandle", "--yes", "--reason", "Why"), "give your name and a reason"),
        (("--words", "nowhere", "--yes", "--by", "Jo", "--reason", "Why"), "stands nowhere"),
        (("--upload", "none"), "No upload has the id none"),
        ((), "ne of the arguments --upload --due --words is required"),
        (("--upload", "a", "--words", "b"), "not allowed with argument"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(path, words, said):
    status, _, wrong = command("qa_data", "erase", *words, "--db", path)
    assert status == 2 and said in wrong and wrong.count("\n") == 1


def test_there_must_be_a_database(tmp_path):
    status, _, wrong = command("qa_data", "erase", "--words", "a", "--db", tmp_path / "none.duckdb")
    assert status == 2 and "There is no database" in wrong and not list(tmp_path.iterdir())


def test_the_history_says_who_erased_an_upload_when_and_why(path):
    _, told, _ = command("loaders", "history", "--json", "--db", path)
    [before] = json.loads(told)
    signed = ("--yes", "--by", "Ann Keeper", "--reason", "Another council's file")
    assert command("qa_data", "erase", "--upload", before["upload_id"], *signed, "--db", path)[0] == 0
    _, told, _ = command("loaders", "history", "--json", "--db", path)
    [after] = json.loads(told)
    assert (after["state"], after["by"]) == ("erased", before["by"]) and "erased_by" not in before
    assert (after["erased_by"], after["erased_reason"]) == ("Ann Keeper", "Another council's file")
    assert after["erased_at"] > after["at"]
    _, said, _ = command("loaders", "history", "--db", path)
    minute = after["erased_at"][:16].replace("T", " ")
    assert said.rstrip().endswith(f"by Ann Keeper, {minute}: Another council's file")


def test_the_audit_says_that_it_was_done_and_that_it_names_the_words_itself(path):
    status, out, _ = erase(path, "--yes", "--by", "Jo", "--reason", "A name got in")
    _, told, _ = command("qa_data", "audit", "--json", "--db", path)
    [entry] = [each for each in json.loads(told) if each["what"] == "erased"]
    assert entry["person"] == "Jo" and "quandle" not in told.lower()
    _, out, _ = command("qa_data", "erase", "--words", "Jo", "--db", path)
    assert "The audit names the words in 1 entry" in out
    store = open_store(path)
    assert store.rows(of_every_home(), "select made_by from erasures") == [{"made_by": "Jo"}]
    store.close()
