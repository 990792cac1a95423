"""What holds for every test: the same examples each time, and no failure by a clock."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings

from loaders.reading import limits
from pages.parts.sample import load_sample
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


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory) -> Path:
    """A file with the sample data, to be copied by whoever writes to it."""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    store = open_store(path)
    load_sample(store, of_every_home())
    store.close()
    return path
