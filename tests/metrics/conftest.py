"""A store to draw in."""

import pytest

from qa_data.store import open_store


@pytest.fixture
def store():
    """An empty store in memory."""
    opened = open_store(":memory:")
    yield opened
    opened.close()
