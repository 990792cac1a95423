"""One dashboard that listens, for every attack that can share it."""

import pytest

from pages.parts.sample import load_sample
from qa_data.scope import of_every_home
from qa_data.store import open_store
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


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory):
    """A file with the sample data."""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    store = open_store(path)
    load_sample(store, of_every_home())
    store.close()
    return path


@pytest.fixture
def visitor(address) -> Visitor:
    """Somebody with a page's cookies."""
    return Visitor(address).greet()


@pytest.fixture
def stranger(address) -> Visitor:
    """Another browser, with cookies of its own."""
    return Visitor(address).greet()
