"""What goes out is what is told, under columns that stay."""

import csv
import json
from datetime import date
from io import BytesIO, StringIO

import pytest
from pyarrow import parquet

from metrics.actions.tracker import action_counts
from metrics.export.files import DICTIONARY, files
from metrics.export.tables import TABLES, exported
from metrics.months.answered import indicators
from metrics.rag.status import status
from metrics.signals.signals import signals
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.commands import command
from tests.drawn import store_with

SCOPE = of_every_home(date(2026, 10, 31))


CANCELLED = """
Home|Reference|Source|Source date|Standard|Action|Raised|Due|Status
Ash House|A1|Reg 44|2026-09-01|QS12|Mend it|2026-09-01|2026-10-01|Cancelled
Ash House|A2|Reg 44|2026-09-01|QS12|Read it|2026-09-01|2026-10-01|Open
"""


@pytest.fixture(scope="module")
def out(sample) -> dict[str, list[dict]]:
    return exported(sample, SCOPE)


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_rows_are_those_of_the_commands(sample, out):
    told = status(sample, SCOPE)
    assert len(out["indicators"]) == len(indicators(sample, SCOPE)["values"]) > 1_000
    assert [row["rag"] for row in out["ratings"]] == [cell["rag"] for cell in told["cells"]]
    assert [row["rag"] for row in out["homes"]] == [home["rag"] for home in told["homes"]]
    assert [row["text"] for row in out["reasons"]] == [
        reason["text"] for each in (*told["cells"], *told["homes"]) for reason in each["reasons"]
    ]
    assert [(row["tier"], row["value"]) for row in out["signals"]] == [
        (each["tier"], each["value"]) for each in signals(sample, SCOPE)["signals"]
    ]


def test_every_action_goes_out_and_as_many_in_each_state_as_the_page_counts(sample, out):
    every = sample.rows(SCOPE, "select raised, status from actions")
    states = [(row["kind"], row["state"]) for row in out["actions"]]
    assert len(states) == sum(row["raised"] <= SCOPE.as_at for row in every) > 100
    for told in action_counts(sample, SCOPE):
        assert states.count((told["kind"], told["state"])) == told["actions"]


def test_a_cancelled_action_goes_out_with_its_status_and_counts_nowhere():
    store = store_with(CANCELLED)
    told = {row["reference"]: (row["status"], row["state"], row["live"]) for row in exported(store, SCOPE)["actions"]}
    assert told == {"A1": ("Cancelled", None, False), "A2": ("Open", "overdue", True)}
    assert [each["actions"] for each in action_counts(store, SCOPE)] == [1]


def test_one_home_goes_out_alone(sample):
    out = exported(sample, SCOPE.narrowed({"Cedar View"}))
    assert {row["home"] for name, rows in out.items() if name != "definitions" for row in rows} == {"Cedar View"}


def test_nothing_goes_out_as_tables_without_rows():
    named = files(exported(open_store(MEMORY), SCOPE))
    assert read(named["ratings.csv"]) == [] and parquet.read_table(BytesIO(named["ratings.parquet"])).num_rows == 0


def test_both_kinds_of_file_say_the_same_and_the_dictionary_tells_every_column(out):
    named = files(out)
    told = read(named[f"{DICTIONARY}.csv"])
    for table in TABLES:
        typed = parquet.read_table(BytesIO(named[f"{table.name}.parquet"]))
        plain = read(named[f"{table.name}.csv"])
        assert typed.num_rows == len(plain) == len(out[table.name]) > 0
        assert typed.column_names == list(plain[0]) == [row["column"] for row in told if row["table"] == table.name]
        assert all(row["meaning"] for row in told)
        for name in typed.column_names:
            blank = [row[name] == "" for row in plain]
            assert blank == [value in (None, "") for value in typed[name].to_pylist()]
    months = parquet.read_table(BytesIO(named["indicators.parquet"]))["month"].to_pylist()
    assert {type(month) for month in months} == {date} and {month.day for month in months} == {1}


def test_text_that_looks_live_is_text(out):
    row = out["actions"][0] | {"action": "=HYPERLINK(1)", "owner": "-2+3", "reference": 'Say "no", please'}
    named = files(out | {"actions": [row]})
    [told] = read(named["actions.csv"])
    assert (told["action"], told["owner"], told["reference"]) == ("'=HYPERLINK(1)", "'-2+3", 'Say "no", please')
    assert parquet.read_table(BytesIO(named["actions.parquet"]))["action"].to_pylist() == ["=HYPERLINK(1)"]


def test_the_command_writes_the_files_and_replaces_earlier_ones(tmp_path, sample_store):
    asked = ("metrics", "export", str(tmp_path / "out"), "--db", str(sample_store), "--as-at", "2026-10-31", "--json")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ratings.csv").write_text("earlier")
    code, told, _ = command(*asked)
    assert code == 0 and json.loads(told)["rows"]["ratings"] == 45
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        f"{name}.{ending}" for name in (*(table.name for table in TABLES), DICTIONARY) for ending in ("csv", "parquet")
    }
    assert len(read((tmp_path / "out" / "ratings.csv").read_bytes())) == 45


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path, sample_store):
    (tmp_path / "file").write_text("not a folder")
    code, _, wrong = command("metrics", "export", str(tmp_path / "file"), "--db", str(sample_store))
    assert code == 2 and wrong.count("\n") == 1 and "cannot be written" in wrong
