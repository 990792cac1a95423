"""What holds for every test: the same examples each time, and no failure by a clock."""

from unittest.mock import patch

import pytest
from hypothesis import settings

from loaders.reading import limits
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
