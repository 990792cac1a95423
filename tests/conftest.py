"""What holds for every test: the same examples each time, and no failure by a clock."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

import duckdb
import pytest
from hypothesis import settings

from loaders.reading import limits
from metrics.clinic.agenda import agenda
from metrics.kept.laying import answered
from metrics.themes.themes import themes
from metrics.warnings.warnings import warnings
from pages.parts.sample import load_sample
from qa_data import store as stores
from qa_data.file import CLOSED_IN, MEMORY
from qa_data.ledger.server import server
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.patience import PATIENCE
from tests.postgresql import database, is_installed, serving

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _reading_is_waited_for():
    """A file is read by a process that is stopped after half a minute; on a busy machine it has longer. The processor
    time that it may take stays as it is.
    """
    with patch.object(limits, "SECONDS", PATIENCE):
        yield


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory) -> Path:
    """A file with a store of which nothing is known yet, to be copied: to lay its tables and views takes three times
    as long.
    """
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    stores.connected(str(path)).close()
    return path


@pytest.fixture(scope="session", autouse=True)
def _opened_cheaply(empty_store):
    """DuckDB answers with one thread here: of small tables several take a quarter more of the processors, all of which
    have tests to run. A dashboard that is served, to a browser say, has as many threads as ever. And a store in memory
    is copied from the empty one.
    """
    with patch.object(stores, "connected", _opener(stores.connected, empty_store)):
        yield


def _opener(connected: Callable, made: Path) -> Callable:
    def opened(path: str) -> duckdb.DuckDBPyConnection:
        connection = in_memory(made) if path == MEMORY else connected(path)
        connection.execute("set threads = 1")
        return connection

    return opened


def in_memory(made: Path) -> duckdb.DuckDBPyConnection:
    """A connection to a store in memory with all that the file has."""
    connection = duckdb.connect(MEMORY)
    connection.execute(f"attach '{made}' as made (read_only)")
    connection.execute("copy from database made to memory")
    connection.execute("detach made")
    connection.execute(CLOSED_IN)
    return connection


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory) -> Path:
    """A file with the sample data, to be copied by whoever writes to it. It was looked at before, as stores are: the
    month values, signals and themes that it keeps need not be worked out by every test.
    """
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    store = open_store(path)
    load_sample(store, of_every_home())
    for question in (agenda, themes, warnings):
        answered(question, store, of_every_home(date(2026, 10, 31)))
    store.close()
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server, without a database's name."""
    if not is_installed():
        pytest.skip("PostgreSQL is not installed")
    with serving() as server:
        yield server


@pytest.fixture(scope="session", autouse=True)
def _on_a_server(request, tmp_path_factory):
    """Where SCALE is set, what tests draw is on a PostgreSQL server and not in memory."""
    if not os.environ.get("SCALE"):
        yield
        return
    from tests.on_a_server import opener

    server, copies = request.getfixturevalue("postgresql"), tmp_path_factory.mktemp("copies")
    with patch.object(stores, "Store", opener(stores.Store, server, copies)):
        yield


@pytest.fixture
def address(postgresql, tmp_path, monkeypatch) -> Iterator[str]:
    """The address of a database on a server, in which there is nothing yet; copies are kept in the test's folder."""
    monkeypatch.setenv("QA_NODE", str(tmp_path / "nodes"))
    with database(postgresql, uuid4().hex) as made:
        yield made
        server(made).close()
