"""A store copied between a file and a server, and put back: every answer is the same."""

import json
import shutil
from datetime import date

import duckdb
import pytest

from qa_data.ledger.given import GIVEN, every_row
from qa_data.ledger.head import LAID
from qa_data.ledger.server import Server
from qa_data.migrations import FIRST, VERSION, standing
from qa_data.opening import connected
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.commands import command
from tests.postgresql import said
from tests.qa_data.stores.telling import STORES
from tests.qa_data.test_releases import lasting, unpacked
from tests.questions import answers
from tests.serving import ROOT

SCOPE = of_every_home(date(2026, 11, 20))


@pytest.fixture
def file(sample_store, tmp_path):
    return shutil.copy(sample_store, tmp_path / "qa.duckdb")


def rows(path) -> list[tuple]:
    with connected(str(path)) as connection:
        return sorted(every_row(connection).fetchall())


def test_every_question_is_answered_on_a_server_as_on_a_file(file, address):
    status, told, wrong = command("qa_data", "copy", file, address, "--json")
    assert (status, wrong) == (0, "") and json.loads(told)["rows"]["homes"] == 5
    one, other = open_store(str(file)), open_store(address)
    both = zip(answers(one, SCOPE), answers(other, SCOPE), strict=True)
    assert [name for (name, on_file), (_, on_server) in both if lasting(on_file) != lasting(on_server)] == []
    one.close()
    other.close()


def test_there_and_back_and_kept_safe(file, address, tmp_path):
    command("qa_data", "copy", file, address)
    for name in ("back", "backup"):
        words = ("copy", address, tmp_path / name) if name == "back" else ("backup", tmp_path / name, "--db", address)
        assert command("qa_data", *words)[::2] == (0, "")
        assert rows(tmp_path / name) == rows(file)
    empty = tmp_path / "empty.duckdb"
    open_store(str(empty)).close()
    status, told, _ = command("qa_data", "restore", empty, "--db", address)
    assert status == 0 and "What stood there is kept as" in told and "qa@" not in told
    assert rows(ROOT / told.split("kept as ")[1].strip().removesuffix(".")) == rows(file)
    assert said(address, "select count(*) from qa.given") == ["0"]
    assert command("qa_data", "restore", tmp_path / "backup", "--db", address)[0] == 0
    assert int(said(address, "select count(*) from qa.given")[0]) == len(rows(file))


def test_a_copy_is_never_written_over_a_store(file, address, tmp_path):
    command("qa_data", "copy", file, address)
    status, _, wrong = command("qa_data", "copy", file, address)
    assert status == 2 and wrong.startswith("There is a store on 127.0.0.1:") and "qa@" not in wrong
    assert command("qa_data", "copy", address, file)[0] == 2
    assert command("qa_data", "copy", file, tmp_path / "other.duckdb")[0] == 2
    assert command("qa_data", "copy", tmp_path / "nowhere.duckdb", address)[0] == 2


@pytest.mark.parametrize("release", ["0.4.0", "0.10.0"])
def test_a_ledger_of_an_earlier_version_is_brought_up_to_date(release, address, tmp_path):
    path = unpacked(STORES / release, tmp_path)
    _as_that_release_kept_it(path, address)
    node, upgraded = open_store(address), open_store(str(path))
    assert said(address, "select version from qa.head") == [str(VERSION)]
    told = [sorted(store.rows(SCOPE, "select * from main.actions"), key=repr) for store in (node, upgraded)]
    assert told[0] == told[1] != []
    node.close()
    upgraded.close()


def _as_that_release_kept_it(path, address) -> None:
    """A ledger of the version that the file has, with its rows and columns."""
    Server(address).lay(*LAID)
    with duckdb.connect(path) as connection, Server(address).alone() as asked:
        version = connection.execute(f"select coalesce(max(version), {FIRST}) from store_version").fetchone()[0]
        kinds = {table: _kinds(connection, table) for table in GIVEN.keys() & standing(connection).keys()}
        for table in kinds:
            told = f"select '{table}' as of_table, to_json(stored)::varchar as row from main.{table} stored"
            asked.add(connection.sql(told))
        asked.do(f"insert into qa.head values ('of {version}', {version}, '{json.dumps(kinds)}')")


def _kinds(connection, table: str) -> dict[str, str]:
    return {name: kind for name, kind, *_ in connection.execute(f"describe main.{table}").fetchall()}
