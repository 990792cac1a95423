"""Whoever may see one home is sent nothing of another: every page, panel, search, list, chart and file is looked
through for planted words.
"""

from shutil import copy
from urllib.parse import quote, quote_plus

import pytest

from qa_data.store import open_store
from tests.asked import signed_in
from tests.pages.screen import AS_AT, Screen
from tests.pages.test_every_page import PAGES
from tests.planted import NAMES, OTHER, found, plant, sent
from tests.scoped import fill

WORD = "zibel"

NOBODY, NOWORD, NO_UPLOAD = "Nowhe Place", "qwxyz", "01234567-89ab-cdef-0123-456789abcdef"
"""A home, a word and an upload that are nowhere, each as long as what is."""

MANAGER = signed_in("R. Bell", "manager", homes=("the ALDER lodge",))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """Stores with the word and with another one planted, and where the rows with the first one stand."""
    folder = tmp_path_factory.mktemp("planted")
    store = open_store(folder / "filled.duckdb")
    fill(store, folder)
    store.close()
    rows = {}
    for name, word, count in (("one", WORD, 2), ("two", "quokk", 3)):
        copy(folder / "filled.duckdb", folder / f"{name}.duckdb")
        store = open_store(folder / f"{name}.duckdb")
        rows[name] = plant(store, folder, word, count)
        store.close()
    return folder, rows["one"]


@pytest.fixture
def planted(database, filled, monkeypatch):
    """Opens the dashboard on the planted store as somebody who signed in; and where the planted rows stand."""
    folder, rows = filled
    monkeypatch.setenv("QA_DATABASE", str(folder / "one.duckdb"))
    return Screen, rows


def addresses(rows: dict) -> list[tuple[str, dict]]:
    """Pages with the other home typed into their addresses, with its rows and figures opened over them, and searched
    for.
    """
    opened = [f"row/{upload}/{sheet}/{row}/A{row}" for upload, sheet, row in rows.values()]
    opened += [f"figure/{OTHER}/QS12/PRO1", f"figure/{OTHER}/QS13/LAM7/2026-09-01", f"cells/homes/opened/home/{OTHER}"]
    opened += [f"cells/visits/visit_date/home/{OTHER}", f"cells/visits/visit_date/visitor/{WORD}visits visitor 0"]
    typed = {"home": OTHER, "standard": "QS12", "indicator": "PRO1", "item": f"{OTHER} QS12", "theme": "medication"}
    searched = [WORD, f"{WORD}findings finding", "Beechwood"]
    return [
        *((page, typed) for page in PAGES),
        *(("definitions", {"open": each}) for each in opened),
        *(("search", {"words": each}) for each in searched),
    ]


def test_a_manager_is_sent_nothing_of_another_home(planted):
    screen, _ = planted
    told = {page: found(sent(screen(MANAGER).go(page, date=AS_AT)), f"(?i){WORD}|{NAMES}") for page in PAGES}
    assert {page: words for page, words in told.items() if words} == {}


def test_another_home_is_answered_as_one_that_does_not_exist(planted):
    screen, rows = planted
    nowhere = {OTHER: NOBODY, "Beechwood": "Nowhewood", WORD: NOWORD} | {
        upload: NO_UPLOAD for upload, _, _ in rows.values()
    }
    for page, asked in addresses(rows):
        told = replaced(sent(screen(MANAGER).go(page, date=AS_AT, **asked)), nowhere)
        nobodys = {name: replaced(word, nowhere) for name, word in asked.items()}
        assert told == sent(screen(MANAGER).go(page, date=AS_AT, **nobodys)), (page, asked)


def replaced(text: str, others: dict[str, str]) -> str:
    """The text with other words in place of these, however they are written in an address."""
    for word, other in others.items():
        for written in (str, quote, quote_plus, lambda each: quote(quote(each))):
            text = text.replace(written(word), written(other))
    return text
