"""A store to draw in."""

import pytest

from loaders.loading import load
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from sample_data import WORKBOOKS


@pytest.fixture
def store():
    """An empty store in memory."""
    opened = open_store(":memory:")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample():
    """A store with the sample data, to read only."""
    opened = open_store(MEMORY)
    for workbook in WORKBOOKS:
        load(opened, of_every_home(), workbook, "test")
    yield opened
    opened.close()
