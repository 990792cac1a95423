"""Whoever may see one home is sent nothing of another: every page, panel, search, list, chart and file is looked
through for planted words.
"""

import re
from shutil import copy
from urllib.parse import quote, quote_plus

import pytest

from pages.packs.offered import PACKS, WRITTEN, data, made
from pages.parts.address import KEPT
from pages.parts.registered import REGISTERED
from qa_data.access import Right, person
from qa_data.dictionary import DATASETS
from qa_data.store import open_store
from tests.asked import by, signed_in
from tests.loaders.good import good, sheet, workbook
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
def filled(tmp_path_factory, sample_store):
    """Stores with the word and with another one planted, and where the rows with the first one stand."""
    folder = tmp_path_factory.mktemp("planted")
    store = open_store(copy(sample_store, folder / "filled.duckdb"))
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
        *((page, typed) for page, said in KEPT.items() if {"home", "item"} & set(said)),
        *(("search", {"open": each}) for each in opened),
        *(("search", {"words": each}) for each in searched),
    ]


def test_a_manager_is_sent_nothing_of_another_home_and_nothing_that_its_rows_change(planted, filled, monkeypatch):
    screen, (folder, _) = planted[0], filled
    one = {page: sent(screen(MANAGER).go(page, date=AS_AT)) for page in PAGES}
    assert {page: words for page, text in one.items() if (words := found(text, f"(?i){WORD}|{NAMES}"))} == {}
    monkeypatch.setenv("QA_DATABASE", str(folder / "two.duckdb"))
    assert [page for page in PAGES if sent(screen(MANAGER).go(page, date=AS_AT)) != one[page]] == []


def test_the_words_are_found_by_whoever_may_see_them(planted):
    director = planted[0](signed_in("Dee", "director"))
    words = {"home": OTHER, "standard": "QS12", "date": AS_AT}
    told = "".join(sent(director.go(page, **words)) for page in ("home", "actions", "voice", "upload", "inspections"))
    assert {"voice", "findings", "actions", "plan", "file", "by", "sheet"} <= {
        each for each in (*(each.name for each in DATASETS), "voice", "file", "by", "sheet") if f"{WORD}{each}" in told
    }


@pytest.mark.parametrize("kind", ["Clinic", "Practice learning"])
@pytest.mark.parametrize("written", WRITTEN)
def test_a_managers_pack_has_nothing_of_another_home(planted, kind, written):
    with by(person("R. Bell", ["manager"], [OWN]), DAY):
        told = words_of(made(kind, written, DAY))
    assert OWN in told and found(told, f"(?i){WORD}|{NAMES}") == set()


def test_a_managers_data_has_nothing_of_another_home(planted):
    with by(person("R. Bell", ["manager"], [OWN]), DAY):
        told = words_of(data())
    assert OWN in told and found(told, f"(?i){WORD}|{NAMES}") == set()


def test_a_pack_for_scrutiny_is_of_all_homes_or_not_offered(planted):
    screen, _ = planted
    assert "Scrutiny" not in [each.value.strip("*") for each in screen(MANAGER).go("overview", date=AS_AT).app.markdown]
    director = screen(signed_in("Dee", "director")).go("overview", date=AS_AT)
    assert any(each.value.startswith("**Scrutiny**") for each in director.app.markdown)


def test_who_may_read_no_home_is_offered_no_data_of_homes(planted):
    screen, _ = planted
    buttons = {
        page: [each.label for each in screen(signed_in("Dee", role)).go(page, date=AS_AT).app.get("download_button")]
        for role, page in (("scrutiny", "scrutiny"), ("director", "overview"))
    }
    assert buttons["scrutiny"] == [*WRITTEN] and buttons["overview"][-1] == "CSV and Parquet"


def sent_by_the_others(screen: Screen, *theirs: str) -> list[str]:
    """What the pages send that are not theirs: each answers with one sentence."""
    told = []
    for page in [each for each in PAGES if each not in (*theirs, "overview")]:
        told.append(sent(screen.go(page, date=AS_AT, home=OTHER, words="fire")))
        assert screen.said.count("<h1>") == 1 and "is for others" in screen.said, page
    return told


def test_the_visitor_contract_is_sent_visits_and_nothing_else(planted):
    screen, rows = planted
    visitor = screen(signed_in("V. Isit", "visitor contract"))
    every = [*sent_by_the_others(visitor, "visits"), sent(visitor.go("visits", date=AS_AT, home=OTHER))]
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
    told = sent_by_the_others(scrutiny, "scrutiny")
    asked = [{}, *({"open": _opens(*row)} for row in rows.values())]
    told += [sent(scrutiny.go("scrutiny", date=AS_AT, **each)) for each in asked]
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
    theirs = [name for name, page in REGISTERED.items() if Right.KEEP in page.rights]
    told = sent_by_the_others(keeper, *theirs) + [sent(keeper.go(page, date=AS_AT, home=OTHER)) for page in theirs]
    told += [sent(keeper.go("definitions", date=AS_AT, open=_opens(*row))) for row in rows.values()]
    assert [words for text in told if (words := found(_unasked(text), f"(?i){WORD}(?!file|by|decided)"))] == []
    assert f"{WORD}file.xlsx" in keeper.go("upload", date=AS_AT).said
    assert [each.label for each in keeper.app.button if each.label == "Withdraw"]


@pytest.mark.parametrize("roles", [(), ("administrator",), ("manager",)])
def test_who_has_no_role_is_told_whom_to_ask(planted, roles):
    screen, rows = planted
    nobody = screen(signed_in("N. O’Body", *roles))
    for page in ("overview", "visits", "scrutiny", "upload", "settings"):
        told = _unasked(sent(nobody.go(page, date=AS_AT, home=OTHER, open=_opens(*rows["visits"]))))
        assert "nothing here is open to you yet" in nobody.said and "Ask whoever keeps this dashboard" in nobody.said
        assert found(told, "|".join((WORD, "Beechwood", *HOMES))) == set()


def test_who_has_no_role_finds_the_ways_out_once_and_on_the_page_itself(planted):
    nobody = planted[0](signed_in("N. O’Body")).go("overview")
    ways = ["Sign out", "Sign out everywhere"]
    assert [each.label for each in nobody.app.main.button] == ways and not nobody.app.sidebar.button


@pytest.mark.parametrize("roles, closed", [(("visitor contract",), "Settings"), (("director",), "Settings page")])
def test_only_who_may_open_settings_is_pointed_there(planted, roles, closed):
    for page in ("visits", "warnings", "definitions"):
        assert closed not in planted[0](signed_in("V. Isit", *roles)).go(page, date=AS_AT).said, page
    assert "is set on the Settings page" in planted[0](signed_in("K", "keeper", "director")).go("visits").said


def test_a_manager_of_an_unknown_home_is_not_told_that_nothing_has_been_loaded(planted):
    told = planted[0](signed_in("R. Bell", "manager", homes=("Nowhere House",))).go("overview", date=AS_AT).said
    assert "Nothing of Nowhere House is known yet" in told and "Nothing has been loaded" not in told
    assert found(told, "|".join(HOMES)) == set()


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


def test_a_workbook_of_a_manager_is_answered_without_another_home(planted, tmp_path):
    rows = [good("visits", home=home) for home in ("Beechwood", "Beech Hous", f"{WORD}settled")]
    content = workbook(tmp_path / "Visits.xlsx", sheet("visits", *rows, title="Visits")).read_bytes()
    screen = planted[0](MANAGER).go("upload")
    screen.app.file_uploader(key="files").upload("Visits.xlsx", content)
    told = sent(screen.run())
    assert "is not a home that you load for" in told and OTHER not in told and f"{WORD}by" not in told


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
