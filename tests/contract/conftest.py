"""Runs the commands, on a store with the sample data and a published file of Ofsted's."""

import json
import runpy
import sys

import pytest

from loaders.loading import load
from qa_data.scope import of_every_home
from qa_data.store import open_store
from sample_data import WORKBOOKS
from tests.loaders.good import raw, workbook

PUBLISHED = """\
URN,Provision type,Local authority,Sector,Places,Latest full inspection date,Event type,\
Overall experiences and progress,Helped and protected,Leaders and managers
SC1,Children's home,Darlington,Local Authority,4,14/01/2025,Full inspection,Good,Good,Outstanding
"""
"""In the file's name stands the day that it describes."""


@pytest.fixture(scope="session")
def database(tmp_path_factory) -> str:
    """A database to read only."""
    folder = tmp_path_factory.mktemp("contract")
    published = folder / "provider_level_as_at_31_March_2025.csv"
    published.write_text(PUBLISHED, encoding="utf-8")
    store = open_store(str(folder / "qa.duckdb"))
    assert all([load(store, of_every_home(), file, "Jo")["accepted"] for file in (*WORKBOOKS, published)])
    store.close()
    return str(folder / "qa.duckdb")


@pytest.fixture
def homes(tmp_path):
    """A file of one home with something to say of each part of an answer: a sheet left alone and a problem."""
    known = raw([("Home", "Service type", "Registered places", "Weather"), ("Ash House", "Short breaks", 3, "Fine")])
    return workbook(tmp_path / "Homes.xlsx", known, raw([("Menu",), ("Soup",)], "Notes"))


@pytest.fixture
def printed(monkeypatch, capsys):
    """Runs a command, as loaders history, and answers what it printed."""

    def run(command: str, *words: object) -> str:
        program, *rest = command.split()
        monkeypatch.setenv("COLUMNS", "1000")  # no line of --help is broken
        monkeypatch.setattr(sys, "argv", [program, *rest, *map(str, words)])
        with pytest.raises(SystemExit):
            runpy.run_module(program, run_name="__main__")
        return capsys.readouterr().out

    return run


@pytest.fixture
def answered(printed):
    """Runs a command and answers its JSON."""
    return lambda command, *words: json.loads(printed(command, *words, "--json"))
