"""The keeper's page of erasure: shown first, done when the word is typed, while the dashboard has the store open."""

import re
import shutil
from pathlib import Path

import pytest

from pages.parts import ask
from qa_data.backup import backup
from qa_data.retention import PERIODS
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.drawn import HOMES, load_drawn
from tests.pages.screen import AS_AT, Screen
from tests.qa_data.erasing.planted import stands

VISITS = """
Home      | Visit date | Visit type | Concerns
Ash House | 2026-10-05 | Reg 44     | The quandle was loose
Ash House | 2018-10-05 | Reg 44     | The zwerp was fixed
"""


@pytest.fixture
def page(own_drawn) -> Screen:
    return own_drawn(VISITS).go("erasing", date=AS_AT)


def stand(database: Path, words: str) -> list[str]:
    """Where the words stand still: looked for in copies, since the dashboard has the database open."""
    copies = database.parent.with_name(f"{database.parent.name} looked at")
    shutil.rmtree(copies, ignore_errors=True)
    return stands(Path(shutil.copytree(database.parent, copies)), words)


def typed(page: Screen, **boxes: str) -> None:
    for key, said in boxes.items():
        page.app.text_input(key=f"erase {key}").set_value(said)
    page.run()


def test_words_are_shown_then_erased_and_nothing_answers_the_old_text(page, database):
    page.go("search", words="quandle")
    assert "1 place holds “quandle”" in page.html and "was loose" in page.html
    page.go("erasing", date=AS_AT)
    page.app.text_area(key="erase words").set_value("quandle")
    page.run().press("Show what would go")
    assert "The [erased] was loose" in page.html and "1 of 2 rows, 1 cell" in page.html
    assert stand(database, "quandle")
    typed(page, by="Jo", reason="A name got in")
    assert page.button("Erase for good").disabled
    typed(page, typed="ERASE")
    page.press("Erase for good")
    assert page.app.success[0].value.startswith("Erased") and "Jo" in page.html and "A name got in" in page.html
    assert stand(database, "quandle") == []
    assert page.app.text_area(key="erase words").value == ""
    page.go("search", words="quandle")
    assert "loose" not in page.html
    page.go("search", words="loose")
    assert "The [erased] was" in page.html


def test_databases_that_hold_it_are_a_list_by_name_and_others_are_not_in_it(page, database):
    backup(database, database.parent / "Kept of October.duckdb")
    other = open_store(database.parent / "Another council.duckdb")
    load_drawn(other, HOMES)
    other.close()
    page.app.text_area(key="erase words").set_value("quandle")
    page.run().press("Show what would go")
    assert '<li><div>Kept of October.duckdb<div class="small">in /' in page.html
    assert "Another council" not in page.html


def test_words_in_the_reason_are_refused_and_nothing_changes(page, database):
    page.app.text_area(key="erase words").set_value("quandle")
    page.run().press("Show what would go")
    typed(page, by="Jo", reason="About the Quandle", typed="ERASE")
    page.press("Erase for good")
    assert "the words stand in your name or in the reason" in page.app.error[0].value
    assert stand(database, "quandle")


def test_words_of_a_home_are_warned_of(page):
    page.app.text_area(key="erase words").set_value("Ash House")
    page.run().press("Show what would go")
    assert "which will be called [erased] on every page" in page.html


def test_an_upload_goes_and_the_history_says_so(page, database):
    page.app.radio(key="erase what").set_value("An upload")
    page.run()
    chosen = page.app.selectbox(key="erase upload")
    chosen.set_value(ask.store().rows(of_every_home(), "select max(upload_id) as id from main.uploads")[0]["id"])
    page.run().press("Show what would go")
    typed(page, by="Jo", reason="Loaded by mistake", typed="ERASE")
    page.press("Erase for good")
    assert "Upload: " in page.html and "Visits and reviews 2 rows" in page.html
    assert stand(database, "quandle") == []
    page.go("upload", date=AS_AT)
    assert re.search("Erased [^<>]+ by Jo: Loaded by mistake", page.html)


def test_a_period_is_set_what_is_due_is_listed_and_erased_when_somebody_says_so(page, database):
    assert page.html.count("not set") == len(PERIODS) and "regulation 36(2)" in page.html
    page.app.selectbox(key="keep table").set_value("visits")
    page.app.number_input(key="keep years").set_value(6.0)
    page.run().press("Save the period")
    assert "your name and a reason" in page.app.error[0].value
    for key, said in (("by", "Jo"), ("reason", "The council’s schedule")):
        page.app.text_input(key=f"keep {key}").set_value(said)
    page.run().press("Save the period")
    assert "1 row is due for erasure" in page.html and "6 years" in page.html
    assert "Ash House: 1 row, the oldest of 5 Oct 2018" in page.html
    page.app.radio(key="erase what").set_value("What is past its time")
    page.run()
    page.app.selectbox(key="erase due").set_value("visits")
    page.run().press("Show what would go")
    typed(page, by="Jo", reason="The council’s schedule", typed="ERASE")
    page.press("Erase for good")
    assert stand(database, "zwerp") == [] and stand(database, "quandle")
    assert "1 row is due" not in page.html
