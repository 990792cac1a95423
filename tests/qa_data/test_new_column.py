"""A column added to the dictionary: the stores that are there open, answer and load, and nothing else is to be done.

The program is copied and given the column, two lines as anybody would write them, and is asked by its commands.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.qa_data.stores.telling import STORES
from tests.qa_data.test_releases import unpacked
from tests.serving import ROOT

DECISIONS = Path("qa_data/dictionary/decisions.py")
FINDINGS = Path("qa_data/dictionary/findings.py")

HEADER = "Home,Date,Source,Standard,Kind,Finding,Weather\n"
ROWS = (
    'Damson Cottage,16 Oct 2026,Management check,QS07,Child\'s view,"""I chose the colour of my room.""",{}\n'
    "Elm Base,12 Oct 2026,Management check,QS13,Concern,Supervision of two members of staff was not recorded.,\n"
)
BOOKS = STORES / "0.4.0" / "books"


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Path:
    """A copy of the program whose findings have a column more, and its lessons too."""
    folder = tmp_path_factory.mktemp("program")
    for room in ("qa_data", "metrics", "loaders"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    _added(folder / FINDINGS, '    "a finding",\n    (\n', '        Column("weather", "Weather"),\n')
    _added(folder / DECISIONS, '        "put_on": "date",\n', '        "weather": "varchar",\n')
    return folder


def _added(file: Path, after: str, line: str) -> None:
    text = file.read_text()
    assert text.count(after) == 1, f"{file} is written otherwise now: say where the column goes."
    file.write_text(text.replace(after, after + line))


@pytest.fixture
def asked(program, tmp_path):
    """Runs a command of that program on the store of release 0.4.0, and answers its JSON."""
    store = unpacked(STORES / "0.4.0", tmp_path)

    def run(*command):
        done = subprocess.run(
            [sys.executable, "-m", *map(str, command), "--json", "--db", str(store)],
            cwd=program,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    run.store = store
    return run


def counts(answer: list[dict]) -> list[tuple[int, int, int]]:
    return [(sheet["new"], sheet["changed"], sheet["unchanged"]) for sheet in answer[0]["sheets"]]


def test_every_command_answers_and_there_is_one_copy(asked):
    assert asked("metrics", "status", "--as-at", "2026-11-20")["homes"]
    assert len(asked("loaders", "history")) == 13
    with duckdb.connect(asked.store) as store:
        added = "select table_name from duckdb_columns() where column_name = 'weather' and schema_name = 'main'"
        assert sorted(store.execute(added).fetchall()) == [("findings",), ("lessons",)]
    assert len(list(asked.store.parent.glob("qa before *"))) == 1


def test_a_file_that_has_not_changed_is_unchanged_and_a_value_in_the_column_is_one_change(asked, tmp_path):
    export = "Independent visits findings export Apr-Oct 2026.csv"
    assert counts(asked("loaders", "check", BOOKS / export)) == [(0, 0, 260)]
    file = tmp_path / "Weather.csv"
    for weather, told in (("", (0, 0, 2)), ("Rain", (0, 1, 1)), ("Rain", (0, 0, 2)), ("Sun", (0, 1, 1))):
        file.write_text(HEADER + ROWS.format(weather))
        assert counts(asked("loaders", "load", file)) == [told]
