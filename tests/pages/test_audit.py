"""What people look at, search for, take away and change is noted, and the keeper reads it."""

from datetime import date

import pytest

from pages.parts.noted import _months_before, taken_away
from qa_data.access import person
from qa_data.audit import entries
from qa_data.audit.file import audit_file, end_file
from qa_data.store import open_store
from tests.asked import by, signed_in
from tests.drawn import HOMES, load_drawn
from tests.pages.screen import Screen

KEEPER = signed_in("K. Keeper", "keeper")
DIRECTOR = signed_in("D. Rector", "director")


@pytest.fixture
def filled(with_sign_in, told):
    return told


@pytest.fixture
def told(database):
    """A store whose audit is yet to begin."""
    store = open_store(database)
    load_drawn(store, HOMES)
    store.close()
    for file in (audit_file(str(database)), end_file(str(database))):
        file.unlink()
    return str(database)


def noted(database: str) -> list[tuple]:
    return [(each["person"], each["what"], each["page"], each["home"]) for each in entries(database)]


def test_a_page_and_home_are_noted_once_with_person_and_roles(filled):
    screen = Screen(DIRECTOR).go("home", home="Ash House").run()
    screen.go("home", home="Ash House")
    screen.go("actions")
    assert noted(filled) == [
        ("D. Rector", "looked at", "home", "Ash House"),
        ("D. Rector", "looked at", "actions", "Ash House"),
    ]
    assert entries(filled)[0]["roles"] == ["director"]


def test_the_home_that_is_drawn_is_noted_and_not_the_one_that_is_asked_for(filled):
    Screen(signed_in("M. Anager", "manager", homes=("Ash House",))).go("home").go("visits", home="Beech House")
    assert noted(filled) == [
        ("M. Anager", "looked at", "home", "Ash House"),
        ("M. Anager", "looked at", "visits", None),
        ("M. Anager", "refused", "visits", None),
    ]
    assert "Beech" not in audit_file(filled).read_text(encoding="utf-8")


def test_what_somebody_types_for_a_home_is_not_noted(filled):
    Screen(DIRECTOR).go("home", home="Jayden Smith")
    assert [what for _, what, _, _ in noted(filled)] == ["looked at", "refused"]
    assert "Jayden" not in audit_file(filled).read_text(encoding="utf-8")


def test_a_search_is_noted_without_its_words(filled):
    Screen(DIRECTOR).go("search", words="Jayden")
    assert [what for _, what, _, _ in noted(filled)] == ["looked at", "searched"]
    assert "ayden" not in audit_file(filled).read_text(encoding="utf-8")


def test_a_page_that_is_not_open_is_noted_as_refused(filled):
    Screen(DIRECTOR).go("settings").run()
    assert noted(filled) == [("D. Rector", "refused", "settings", None)]


class Button:
    """Takes what a button is given: Streamlit's own runs it on a thread of the server when it is pressed."""

    def download_button(self, label, makes, **words):
        self.makes = makes


def test_what_is_taken_away_is_noted_when_it_is_made_and_not_before(told):
    button = Button()
    with by(person("D. Rector", ["director"])):
        taken_away("PDF", lambda: b"pack", "Clinic pack", "Ash House", button)
    assert entries(told) == []
    assert button.makes() == b"pack"
    [entry] = entries(told)
    assert (entry["person"], entry["roles"], entry["what"]) == ("D. Rector", ["director"], "downloaded")
    assert (entry["home"], entry["about"]) == ("Ash House", {"kind": "Clinic pack"})


def test_the_keeper_reads_whether_it_is_whole(filled):
    Screen(DIRECTOR).go("home", home="Ash House")
    screen = Screen(KEEPER).go("audit")
    assert "The audit is whole" in screen.html and "D. Rector" in screen.html and "Ash House" in screen.html
    audit = audit_file(filled)
    lines = audit.read_bytes().splitlines(keepends=True)
    audit.write_bytes(b"".join(lines[1:]))
    screen = Screen(KEEPER).go("audit")
    assert "The audit is not whole: 1 gap" in screen.html and "Before entry 2" in screen.html


def test_the_keeper_finds_a_search_by_its_words(filled):
    Screen(DIRECTOR).go("search", words="Fire drill")
    screen = Screen(KEEPER).go("audit")
    screen.app.text_input[-1].set_value("fire  DRILL")
    assert "1 entry" in screen.run().html
    screen.app.text_input[-1].set_value("fire")
    assert "No entry is as chosen" in screen.run().html


def test_nobody_else_reads_it(filled):
    Screen(KEEPER).go("audit")
    assert "K. Keeper" not in Screen(DIRECTOR).go("audit").html


def test_what_is_older_than_it_is_kept_for_is_dropped_from_the_first_of_a_month():
    assert _months_before(date(2026, 3, 31), 3).date() == date(2025, 12, 1)
    assert _months_before(date(2026, 3, 31), 14).date() == date(2025, 1, 1)
