"""One dashboard that listens, for every attack that can share it."""

import pytest

from tests.attacks.visitor import Visitor
from tests.serving import served


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    """Where it listens, on an empty store; its first page, which Streamlit draws twice, has been drawn."""
    folder = tmp_path_factory.mktemp("attacked")
    with served(folder / "qa.duckdb", folder / "log.txt") as listening:
        warm = Visitor(listening).greet()
        warm.opens("upload")
        warm.page.close()
        yield listening


@pytest.fixture
def visitor(address) -> Visitor:
    """Somebody with a page's cookies."""
    return Visitor(address).greet()


@pytest.fixture
def stranger(address) -> Visitor:
    """Another browser, with cookies of its own."""
    return Visitor(address).greet()
