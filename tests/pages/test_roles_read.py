"""Whoever may see one home is sent nothing of another: every page, panel, search, list, chart and file is looked
through for planted words.
"""

import re
from shutil import copy
from urllib.parse import quote, quote_plus

import pytest

from pages.packs.offered import PACKS, WRITTEN, made
from qa_data.access import Right, person
from qa_data.store import open_store
from tests.asked import by, signed_in
from tests.pages.screen import AS_AT, Screen
from tests.pages.test_every_page import PAGES
from tests.planted import DAY, NAMES, OTHER, OWN, found, plant, sent, words_of
from tests.scoped import HOMES, fill

WORD = "zibel"

NOBODY, NOWORD, NO_UPLOAD = "Nowhe Place", "qwxyz", "01234567-89ab-cdef-0123-456789abcdef"
"""A home, a word and an upload that are nowhere, each as long as what is."""

VOICES = "visit_date,childrens_views,what_changed"

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
def planted(with_sign_in, database, filled, monkeypatch):
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


def test_what_a_manager_is_sent_does_not_change_with_another_homes_rows(planted, filled, monkeypatch):
    screen, (folder, _) = planted[0], filled
    one = {page: sent(screen(MANAGER).go(page, date=AS_AT)) for page in PAGES}
    monkeypatch.setenv("QA_DATABASE", str(folder / "two.duckdb"))
    assert [page for page in PAGES if sent(screen(MANAGER).go(page, date=AS_AT)) != one[page]] == []


@pytest.mark.parametrize("kind", ["Clinic", "Practice learning"])
@pytest.mark.parametrize("written", WRITTEN)
def test_a_managers_pack_has_nothing_of_another_home(planted, kind, written):
    with by(person("R. Bell", ["manager"], [OWN]), DAY):
        told = words_of(made(kind, written, DAY))
    assert OWN in told and found(told, f"(?i){WORD}|{NAMES}") == set()


def test_a_pack_for_scrutiny_is_of_all_homes_or_not_offered(planted):
    screen, _ = planted
    assert "Scrutiny" not in [each.value.strip("*") for each in screen(MANAGER).go("overview", date=AS_AT).app.markdown]
    director = screen(signed_in("Dee", "director")).go("overview", date=AS_AT)
    assert any(each.value.startswith("**Scrutiny**") for each in director.app.markdown)


def closed(screen: Screen, pages: list[str]) -> list[str]:
    """The pages that answer with one sentence, and have no more on them than the sidebar."""
    return [
        page for page in pages if screen.go(page, date=AS_AT).said.count("<h1>") == 1 and "is for others" in screen.said
    ]


def test_the_visitor_contract_is_sent_visits_and_nothing_else(planted):
    screen, rows = planted
    visitor = screen(signed_in("V. Isit", "visitor contract"))
    others = [page for page in PAGES if page not in ("visits", "overview")]
    assert closed(visitor, others) == others
    every = [sent(visitor.go(page, date=AS_AT, home=OTHER, words="fire")) for page in PAGES]
    opened = {name: sent(visitor.go("visits", date=AS_AT, open=_opens(*row))) for name, row in rows.items()}
    for text in (*every, *opened.values()):
        assert found(text, f"(?i){WORD}(?!visits|file|sheet|by|settled)") == set()
    assert OTHER in sent(visitor.go("visits", date=AS_AT)) and f"{WORD}visits concerns" in opened["visits"]
    assert [name for name, text in opened.items() if "No such row is known here" not in text] == ["visits"]
    for what in (f"figure/{OTHER}/QS12/PRO1", f"cells/returns/month/home/{OTHER}", f"cells/homes/opened/home/{OTHER}"):
        assert "No row" in (told := visitor.go("visits", date=AS_AT, open=what).said) or "No such row" in told
    assert f"{WORD}voice" not in visitor.go("visits", date=AS_AT, open=f"cells/visits/{VOICES}/home/{OTHER}").said


def _opens(upload: str, sheet: str, row: int) -> str:
    return f"row/{upload}/{sheet}/{row}/A{row}"


def test_scrutiny_is_sent_what_is_suppressed_and_no_home(planted):
    screen, rows = planted
    scrutiny = screen(signed_in("Cllr Ode", "scrutiny"))
    others = [page for page in PAGES if page not in ("scrutiny", "overview")]
    assert closed(scrutiny, others) == others
    asked = [{"home": OTHER, "words": WORD}, *({"open": _opens(*row)} for row in rows.values())]
    told = [sent(scrutiny.go(page, date=AS_AT, **each)) for each in asked for page in ("scrutiny", "home", "overview")]
    with by(person("Cllr Ode", ["scrutiny"]), DAY, rights={Right.READ_SUPPRESSED}):
        told += [words_of(made(kind, "Workbook", DAY)) for kind in PACKS]
        assert "Red" in told[-1] and "Inadequate" in told[-1]
    every = "|".join((WORD, "Beechwood", *HOMES))
    assert [found(text.replace('open": "row', ""), every) for text in told if found(_unasked(text), every)] == []


def _unasked(text: str) -> str:
    """Without the address, which the panel says back."""
    return re.sub(r'"open": "[^"]*"', "", text)


def test_a_keeper_is_sent_what_was_loaded_by_whom_and_no_figure(planted):
    screen, rows = planted
    keeper = screen(signed_in("K. Eeper", "keeper"))
    theirs = ["audit", "definitions", "erasing", "settings", "upload"]
    others = [page for page in PAGES if page not in (*theirs, "overview")]
    assert closed(keeper, others) == others
    for asked in ({"home": OTHER}, *({"open": _opens(*row)} for row in rows.values())):
        for page in theirs:
            told = _unasked(sent(keeper.go(page, date=AS_AT, **asked)))
            assert found(told, f"(?i){WORD}(?!file|by|decided)") == set()
    assert f"{WORD}file.xlsx" in keeper.go("upload", date=AS_AT).said
    assert [each.label for each in keeper.app.button if each.label == "Withdraw"]


@pytest.mark.parametrize("roles", [(), ("administrator",), ("manager",)])
def test_who_has_no_role_is_told_whom_to_ask(planted, roles):
    screen, rows = planted
    nobody = screen(signed_in("N. O’Body", *roles))
    for page in PAGES:
        told = _unasked(sent(nobody.go(page, date=AS_AT, home=OTHER, open=_opens(*rows["visits"]))))
        assert "nothing here is open to you yet" in nobody.said and "Ask whoever keeps this dashboard" in nobody.said
        assert found(told, "|".join((WORD, "Beechwood", *HOMES))) == set()


def test_a_bare_address_leads_to_the_first_page_that_is_open(planted):
    screen, _ = planted
    for role, heading in (("visitor contract", "An independent visit"), ("scrutiny", "The report to scrutiny")):
        assert heading in screen(signed_in("V. Isit", role)).go("overview", date=AS_AT).said


def test_roles_add_up_reading_of_one_and_the_other(planted):
    both = planted[0](signed_in("R. Bell", "manager", "visitor contract", homes=(OWN,)))
    assert OTHER in both.go("visits", date=AS_AT).said
    assert found(sent(both), f"(?i){WORD}(?!visits|file|sheet|by|settled)") == set()
    assert found(sent(both.go("overview", date=AS_AT)), f"(?i){WORD}|{NAMES}") == set()
    director = planted[0](signed_in("R. Bell", "manager", "director", homes=(OWN,)))
    assert OTHER in director.go("overview", date=AS_AT).said
    assert director.go("upload").app.selectbox(key="template home").options == ["All homes", OWN]


def test_a_home_that_the_sign_in_names_and_nobody_knows_is_told(planted):
    someone = planted[0](signed_in("R. Bell", "manager", homes=("Alder Lodg", OWN)))
    assert "No home is known by the name “Alder Lodg”" in someone.go("overview", date=AS_AT).app.warning[0].value
    assert not planted[0](MANAGER).go("overview", date=AS_AT).app.warning


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
