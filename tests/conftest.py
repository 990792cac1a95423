"""What holds for every test: the same examples each time, and no failure by a clock."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

from loaders.reading import limits
from metrics.clinic.agenda import agenda
from metrics.kept import answered
from metrics.themes.themes import themes
from metrics.warnings.warnings import warnings
from pages.parts.sample import load_sample
from qa_data import store as stores
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.patience import PATIENCE

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _reading_is_waited_for():
    """A file is read by a process that is stopped after half a minute; on a busy machine it has longer. The processor
    time that it may take stays as it is.
    """
    with patch.object(limits, "SECONDS", PATIENCE):
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_thread_a_store():
    """DuckDB answers with one thread here: of small tables several take a quarter more of the processors, all of which
    have tests to run. A dashboard that is served, to a browser say, has as many threads as ever.
    """
    connected = stores.connected

    def with_one_thread(path: str):
        connection = connected(path)
        connection.execute("set threads = 1")
        return connection

    with patch.object(stores, "connected", with_one_thread):
        yield


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
