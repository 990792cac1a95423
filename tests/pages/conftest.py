"""Every page is tested through dashboard.py, on a real store, from an empty world."""

from pathlib import Path
from shutil import copy

import pytest
import streamlit as st

from pages.parts.sample import load_sample
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.drawn import HOMES, load_drawn
from tests.pages.screen import Screen


@pytest.fixture
def database(tmp_path, monkeypatch) -> Path:
    """The path of the store that the dashboard opens; caches outlive an AppTest, so they are emptied."""
    path = tmp_path / "qa.duckdb"
    monkeypatch.setenv("QA_DATABASE", str(path))
    _forget()
    yield path
    _forget()


def _forget() -> None:
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory) -> Path:
    """A store with the sample data."""
    path = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    store = open_store(path)
    load_sample(store, of_every_home())
    store.close()
    return path


@pytest.fixture
def screen(database) -> Screen:
    """The dashboard on an empty store."""
    return Screen()


@pytest.fixture
def sample(database, sample_database) -> Screen:
    """The dashboard on the sample data."""
    copy(sample_database, database)
    return Screen()


@pytest.fixture
def drawn(database):
    """The dashboard on Ash House and the tables drawn in the test."""

    def with_tables(*tables: str, homes: str = HOMES) -> Screen:
        store = open_store(database)
        load_drawn(store, homes, *tables)
        store.close()
        return Screen()

    return with_tables
