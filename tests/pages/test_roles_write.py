"""Who may write what, for which homes, and by which name: through the pages, and by a page that forgets to look."""

from collections.abc import Callable
from datetime import date
from shutil import copy

import pytest
from streamlit.testing.v1 import AppTest

from metrics.clinic import agenda
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import last_change, uploads
from tests.asked import signed_in
from tests.loaders.good import good, sheet, workbook
from tests.pages.screen import AS_AT, Screen
from tests.pages.test_every_page import PAGES

EVERY = of_every_home(date(2026, 10, 31))

OWN, OTHER = "Alder Lodge", "Beech House"

WAYS_OUT = {"Sign out", "Sign out everywhere", "I have read this", "Present"}


@pytest.fixture
def asked(with_sign_in, database, sample_store):
    """Asks something of the store, which nobody holds while it is not asked."""
    copy(sample_store, database)

    def answer(question: Callable, *words):
        store = open_store(database)
        try:
            return question(store, EVERY, *words)
        finally:
            store.close()

    return answer


def somebody(*roles: str, name: str = "R. Bell") -> Screen:
    return Screen(signed_in(name, *roles, homes=(OWN,)))


def visits(folder, home: str) -> bytes:
    unsent = {"report_received": None, "report_sent_to_ofsted": None}
    row = good("visits", home=home, visit_date=date(2026, 10, 20), **unsent)
    return workbook(folder / "Visits.xlsx", sheet("visits", row)).read_bytes()


def loaded(screen: Screen, content: bytes) -> Screen:
    """Chooses the workbook on the Upload page and loads it, if the button lets it."""
    screen.go("upload").app.file_uploader(key="files").upload("Visits.xlsx", content)
    screen.run()
    if screen.button("Load").disabled:
        return screen
    return screen.press("Load")


@pytest.mark.parametrize("roles", [("director",), ("visitor contract",), ("scrutiny",), ()])
def test_who_only_looks_finds_no_button_and_no_box_for_a_name(with_sign_in, sample, roles):
    screen = somebody(*roles)
    for page in PAGES:
        screen.go(page, date=AS_AT)
        assert {each.label for each in screen.app.button} <= WAYS_OUT, page
        assert not [each for each in screen.app.text_input if "name" in each.label.lower() and "home" not in each.label]
        assert not screen.app.file_uploader


def test_a_manager_loads_their_own_home_under_the_name_of_the_sign_in(asked, tmp_path):
    screen = somebody("manager")
    screen.app.session_state["by"] = "Somebody else"
    loaded(screen, visits(tmp_path, OWN))
    assert "is loaded" in screen.said and "As R. Bell" in screen.said
    assert asked(uploads)[-1].made_by == "R. Bell"


def test_a_manager_and_director_reads_all_and_loads_their_own_home_alone(asked, tmp_path):
    before = asked(last_change)
    screen = loaded(somebody("manager", "director"), visits(tmp_path, OTHER))
    assert f"“{OTHER}” is not a home that you load for ({OWN})" in screen.said and screen.button("Load").disabled
    assert asked(last_change) == before
    loaded(somebody("manager", "director"), visits(tmp_path, OWN))
    assert asked(last_change) > before


def test_a_manager_confirms_staff_for_a_home_of_theirs(asked, tmp_path):
    action = good("actions", home="Alder Lodge", action="Asha Patel mends it", owner="Asha Patel")
    path = workbook(tmp_path / "Actions.xlsx", sheet("actions", action, title="Actions"))
    screen = somebody("manager").go("upload")
    screen.app.file_uploader[0].upload(path.name, path.read_bytes())
    screen.run()
    [choice] = [each for each in screen.app.multiselect if each.key == "people upload"]
    choice.set_value(["Asha Patel"])
    screen.run().press("Confirm as staff")
    [row] = open_store().rows(EVERY, "select written, home, made_by from people")
    assert row == {"written": "Asha Patel", "home": "Alder Lodge", "made_by": "R. Bell"}


def test_a_manager_takes_back_what_they_loaded_and_nothing_else(asked, tmp_path):
    screen = somebody("manager").go("upload")
    assert "History" in screen.said and "Withdraw" not in [each.label for each in screen.app.button]
    loaded(screen, visits(tmp_path, OWN)).press("Withdraw")
    assert [(each.made_by, each.state) for each in asked(uploads)][-1] == ("R. Bell", "withdrawn")
    assert "Put back" not in [each.label for each in somebody("manager", name="S. Reid").go("upload").app.button]
    screen.press("Put back")
    assert asked(uploads)[-1].state == "accepted"


def test_a_keeper_takes_out_and_puts_back_what_anybody_loaded(asked):
    screen = somebody("keeper", name="K. Eeper").go("upload")
    screen.press("Withdraw").press("Put back")
    assert asked(uploads)[-1].made_by == "Sample data"
    assert "by K. Eeper" in screen.said


def test_a_keeper_changes_a_setting_and_nobody_else_finds_where(asked):
    screen = somebody("keeper", name="K. Eeper").go("settings")
    screen.app.number_input[0].set_value(screen.app.number_input[0].value - 1)
    screen.app.text_input(key="setting reason").set_value("Agreed")
    screen.run().press("Save the new value")
    assert "K. Eeper" in screen.said and "Agreed" in screen.said
    closed = somebody("manager", "director", "clinic").go("settings").said
    assert "<h1>Settings is for others: keeper</h1>" in closed and "Ask " in closed


def test_the_clinic_decides_for_every_home_and_a_manager_for_their_own(asked):
    item = somebody("clinic").go("clinic", date=AS_AT)
    item.app.text_input(key="decision").set_value("Ring the school")
    item.app.text_input(key="decision owner").set_value("S. Reid")
    item.press("Record and go on")
    assert "Recorded as an action" in item.app.success[0].value
    assert asked(uploads)[-1].made_by == "R. Bell"
    both, decides = somebody("manager", "director"), {}
    for item in {each["home"]: each for each in asked(agenda)}.values():
        both.go("clinic", date=AS_AT, item=item["key"])
        decides[item["home"]] = "Record and go on" in [each.label for each in both.app.button]
    assert OTHER in decides and [home for home, may in decides.items() if may] == [OWN]


FORGETFUL = """
import streamlit as st
from importlib import import_module
from pages.parts import ask
from pages.parts.changing import change
from qa_data.access import Right
right, module, name, words = st.session_state["write"]
change(ask.write, Right[right], getattr(import_module(module), name), *words)
"""

RIGHTS = {
    "director": [],
    "manager": ["DECIDE"],
    "visitor contract": [],
    "scrutiny": [],
    "clinic": ["DECIDE"],
    "keeper": ["KEEP"],
}

TRIED = {
    "DECIDE": ("metrics.signals.rebasing", "rebase", ("R. Bell", OWN, "QS12", "PRO1", date(2026, 7, 1), "A new rota")),
    "KEEP": ("metrics.indicators.settings", "change_setting", ("R. Bell", "EDU1.floor", 40, "Agreed")),
}


@pytest.mark.parametrize("role", RIGHTS)
@pytest.mark.parametrize("right", TRIED)
def test_a_page_that_forgets_to_look_still_writes_nothing_that_may_not_be_written(asked, role, right):
    before = asked(last_change)
    page = AppTest.from_string(FORGETFUL, default_timeout=60)
    page.user = signed_in("R. Bell", role, homes=(OWN,))
    page.session_state["write"] = (right, *TRIED[right])
    page.run()
    assert not page.exception
    may = right in RIGHTS[role]
    assert (asked(last_change) > before) == may
    said = page.session_state["not kept"] if "not kept" in page.session_state else ""
    assert said.startswith("Nothing was kept: your sign-in does not let you") != may
