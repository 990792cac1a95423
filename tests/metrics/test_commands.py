"""python -m metrics: what it prints, for people and as JSON, and how it refuses."""

import json
import subprocess
import sys
from datetime import date, datetime
from functools import partial

import pytest

from metrics.wording import benchmark
from qa_data.store import open_store
from tests.commands import command
from tests.filling import upload

ASH = {
    "home": "Ash House",
    "other_names": ["The Annexe"],
    "service_type": "Residential care",
    "places": 3,
    "opened": date(2026, 9, 1),
}


@pytest.fixture
def path(tmp_path) -> str:
    """A database with two homes, a return uploaded in October and another in November."""
    store = open_store(path := str(tmp_path / "qa.duckdb"))
    returned = {
        "home": "Ash House",
        "month": date(2026, 9, 1),
        "school_possible": 340,
        "school_attended": 310,
        "child_nights": 84,
        "restraints": 2,
    }
    upload(
        store, datetime(2026, 10, 5), homes=[ASH, ASH | {"home": "Oak House", "other_names": None}], returns=[returned]
    )
    upload(store, datetime(2026, 11, 5), returns=[returned | {"school_attended": 320}])
    store.close()
    return path


@pytest.fixture
def ask():
    """Runs a command; its exit status, what it printed and its errors."""
    return partial(command, "metrics")


def test_indicators_as_json(ask, path):
    status, printed, errors = ask(
        "indicators", "--db", path, "--json", "--as-at", "2026-10-31", "--known-at", "2026-11-10T09:00:00+00:00"
    )
    answer = json.loads(printed)
    assert (status, errors, answer["as_at"], answer["known_at"]) == (
        0,
        "",
        "2026-10-31",
        "2026-11-10T09:00:00.000000+00:00",
    )
    assert {
        "home": "Ash House",
        "standard": "QS08",
        "indicator": "EDU1",
        "month": "2026-09",
        "numerator": 320,
        "denominator": 340,
    } in answer["values"]


def test_indicators_as_known_earlier(ask, path):
    _, printed, _ = ask("indicators", "--db", path, "--json", "--as-at", "2026-10-31", "--known-at", "2026-10-06")
    assert [each["numerator"] for each in json.loads(printed)["values"] if each["indicator"] == "EDU1"] == [310]


def test_indicators_for_people(ask, path):
    _, printed, _ = ask("indicators", "--db", path, "--as-at", "2026-10-31")
    assert "Month values at 31 Oct 2026\nAsh House\n" in printed
    assert "QS08 EDU1   Sep 2026  320 of 340 (94 %)" in printed
    assert "QS11 REL1   Sep 2026  2 in 84 child-nights" in printed


@pytest.mark.parametrize("name", ["Ash House", "ash house", "annexe"])
def test_one_home_by_any_of_its_names(ask, path, name):
    _, printed, _ = ask("indicators", "--db", path, "--as-at", "2026-10-31", "--home", name, "--json")
    assert {each["home"] for each in json.loads(printed)["values"]} == {"Ash House"}


def test_definitions(ask, path):
    _, printed, _ = ask("definitions", "--db", path, "--json")
    told = {each["id"]: each for each in json.loads(printed)}
    assert (told["EDU4"]["target"], told["QPC6"]["target"], told["STD1"]["standard"]) == (2, None, "each of QS06-QS14")
    assert "EDU4   QS08  School sessions lost to suspension or exclusion" in ask("definitions", "--db", path)[1]


def test_status_of_each_home(ask, path):
    _, printed, _ = ask("status", "--db", path, "--json", "--as-at", "2026-10-31")
    answer = json.loads(printed)
    assert [home["home"] for home in answer["homes"]] == ["Ash House", "Oak House"]
    assert len(answer["cells"]) == 18
    assert "Position at 31 Oct 2026\nAsh House: " in ask("status", "--db", path, "--as-at", "2026-10-31")[1]


def test_benchmark_without_any_published_file(ask, path):
    assert json.loads(ask("benchmark", "--db", path, "--json")[1]) == {
        "years": [],
        "council_run": [],
        "inspections": [],
    }


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("signals", "0 of 3 series moved beyond chance"),
        ("themes", "Themes of concern"),
        ("warnings", "– Ash House: no warning"),
        ("backtest", "No inspection can be tested yet"),
    ],
)
def test_what_moves_for_people_and_as_json(ask, path, command, said):
    status, printed, errors = ask(command, "--db", path, "--as-at", "2026-10-31")
    assert (status, errors) == (0, "") and said in printed
    assert json.loads(ask(command, "--db", path, "--as-at", "2026-10-31", "--json")[1])


def test_tag_answers_a_line_of_json_for_each_line(ask):
    lines = "Two medicines were not signed for.\r\n\nI arrived at 3.15pm – alone.\n".encode()
    told = [json.loads(line) for line in ask("tag", "--json", stdin=lines)[1].splitlines()]
    assert [(each["text"], each["themes"], each["polarity"]) for each in told] == [
        ("Two medicines were not signed for.", ["medication"], "concern"),
        ("", [], "neutral"),
        ("I arrived at 3.15pm – alone.", [], "neutral"),
    ]


@pytest.mark.parametrize("command", ["indicators", "status", "signals", "themes", "warnings"])
def test_no_database_yet_is_said_and_leaves_nothing_behind(ask, tmp_path, command):
    status, printed, errors = ask(command, "--db", str(tmp_path / "none.duckdb"))
    assert status == 0 and "No data" in printed and "Load a file first" in errors
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words, said",
    [
        (["indicators", "--as-at", "31/10/2026"], "write it like 2026-10-31"),
        (["status", "--as-at", "9999-12-31"], "2000 to 2099"),
        (["indicators", "--known-at", "yesterday"], "write it like 2026-10-31T14:05:00"),
        (["status", "--home", "Ask House"], "“Ask House” is not one of the homes. Did you mean Ash House?"),
        (["benchmark", "--council", "Kent"], "no council is known"),
        (["signs"], "invalid choice: 'signs'"),
    ],
)
def test_a_wrong_command_is_one_sentence(ask, path, words, said):
    status, printed, errors = ask(*words, *(["--db", path] if words != ["signs"] else []))
    assert (status, printed) == (2, "") and said in errors and errors.count("\n") == 1


def test_a_file_that_is_no_database(ask, tmp_path):
    (tmp_path / "notes.txt").write_text("Not a database, but long enough to be taken for one." * 100)
    status, _, errors = ask("status", "--db", str(tmp_path / "notes.txt"))
    assert status == 2 and "is not a database" in errors


def test_a_reader_that_goes_away_is_no_fault(path):
    with subprocess.Popen(
        [sys.executable, "-m", "metrics", "definitions", "--db", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as command:
        command.stdout.close()
        assert (command.stderr.read(), command.wait()) == (b"", 0)


def test_published_judgements_that_nothing_gives_are_said_to_be_none():
    said = benchmark({"years": [], "council_run": [], "inspections": []})
    assert said.count("No data: no published file of Ofsted’s that is loaded gives any.") == 2
