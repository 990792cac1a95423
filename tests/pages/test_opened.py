"""What opens over a page: a row, the rows behind a figure, the cells that a count is made of."""

import pytest

from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import uploads, withdraw
from tests.asked import signed_in, signing_in
from tests.drawn import load_drawn
from tests.pages.screen import AS_AT
from tests.pages.test_home import RETURNS, VISITS

PAGES = ("overview", "home", "visits", "voice", "actions", "upload", "definitions")

GREEN = RETURNS.replace("| 4                | 3 ", "| 40               | 40")


def panel(screen) -> str:
    """What stands open, in plain text; nothing where nothing does."""
    found = [part for part in screen.html.split("\n") if 'id="opened"' in part]
    assert len(found) <= 1
    return found[0] if found else ""


def follow(screen, words: str, page: str = "home"):
    """Opens what the first link of those words leads to."""
    return screen.go(page, **screen.opening(words))


def test_from_a_green_figure_to_its_row(drawn):
    screen = drawn(GREEN).go("home", home="Ash House", standard="QS12", date=AS_AT)
    assert not panel(screen)
    figure = panel(follow(screen, "40 of 40 at 31 Oct 2026 (100 %)"))
    assert "Risk assessments in date: 40 of 40 at 31 Oct 2026 (100 %)" in figure and "Oct 2026" in figure
    assert "Risk assessments in date</td>" in figure
    row = panel(follow(screen, "D3"))
    assert "Risk assessments in date: 40</h2>" in row and "Drawn.xlsx › Sheet2, D3" in row
    assert "Loaded by test on" in row and "It holds: no later file says otherwise." in row
    assert "Nothing: no earlier file had this row." in row and "Missing episodes" in row


def test_a_figure_without_data_says_what_is_missing(drawn):
    screen = drawn().go("home", home="Ash House", standard="QS12", date=AS_AT)
    told = panel(follow(screen, "No data"))
    assert "No data</h2>" in told and "Load the monthly return of Ash House" in told and "Counted: " in told


def test_a_corrected_file_shows_what_stood_before(own_drawn, database):
    screen = own_drawn(VISITS)
    store = open_store(database)
    load_drawn(store, VISITS.replace("Not met", "Met"), file="Drawn.xlsx")
    store.close()
    screen.go("home", home="Ash House", standard="QS12", date=AS_AT)
    told = panel(follow(screen, "E2"))
    assert "Protection of children: Met</h2>" in told
    assert "<td>Not met</td>" in told.replace(' data-l="There"', "") and "Sheet2, row 2" in told
    earlier = panel(follow(screen, "Drawn.xlsx › Sheet2, row 2"))
    assert "It no longer holds: a later file replaced it." in earlier and "What later files say" in earlier


def test_a_withdrawn_file_is_said(own_drawn, database):
    screen = own_drawn(VISITS).go("home", home="Ash House", standard="QS12", date=AS_AT)
    asked = screen.opening("E2")
    store = open_store(database)
    [only] = uploads(store, of_every_home())
    withdraw(store, of_every_home(), only.upload_id, "Jo")
    store.close()
    assert "It does not hold: its file was withdrawn by Jo on" in panel(screen.go("definitions", **asked))


def test_a_home_that_may_not_be_seen_opens_nothing(drawn, tmp_path):
    screen = drawn(VISITS).go("home", home="Ash House", standard="QS12", date=AS_AT)
    asked = [screen.opening(words) for words in ("E2", "0 of 1 (0 %)", "3")]
    assert all("Ash House" in panel(screen.go("definitions", **each)) for each in asked)
    screen.app.user = signed_in("R. Bell", "manager", homes=("Beech House",))
    for each in asked:
        with signing_in(tmp_path):
            told = panel(screen.go("definitions", **each))
        assert "No row" in told or "No such row is known here" in told
        assert "Drawn.xlsx" not in told


@pytest.mark.parametrize(
    "said",
    ["row", "row/x/y/z/w", "row/x", "figure/Ash House/QS12/NONE", "figure/a/b/c/d", "cells/visits/x/home/Ash House"]
    + ["months/Ash House/nonsense", "months/Nowhere/restraints", "evidence/Ash House/QS99/for"]
    + ["cells/actions/due/home/Ash House", "nonsense/1/2", "row/1/2/99999999999999999999999/A1", "///", "%2F%2F"],
)
def test_an_address_written_by_hand_is_answered_in_a_sentence(drawn, said):
    told = panel(drawn(VISITS).go("home", home="Ash House", date=AS_AT, open=said))
    assert "No such row is known here" in told or said == "///"


@pytest.mark.parametrize("page", PAGES)
def test_it_opens_over_every_page_and_the_page_stays(drawn, page):
    screen = drawn(VISITS).go("home", home="Ash House", standard="QS12", date=AS_AT)
    what = screen.opening("E2")["open"]
    without = screen.go(page, date=AS_AT, home="Ash House").html.split("\n")
    with_it = screen.go(page, date=AS_AT, home="Ash House", open=what).html.split("\n")
    assert panel(screen) and [part for part in with_it if part not in (panel(screen), "")] == [*filter(None, without)]


def test_a_hostile_value_is_text(drawn):
    screen = drawn(VISITS.replace("R. Hill", "<img src=x onerror=alert(1)>"))
    screen.go("home", home="Ash House", standard="QS12", date=AS_AT)
    told = panel(follow(screen, "E2"))
    assert "<img" not in told and "&lt;img" in told


@pytest.mark.parametrize(
    ("page", "words", "said"),
    [
        ("overview", "Received", "Month"),
        ("visits", "14", "Visit date"),
        ("visits", "2 of 3 (67 %)", "Children spoken to"),
        ("voice", "2 of 3 (67 %)", "Children living in the home"),
        ("standards", "30 of 40 at 31 Oct 2026 (75 %)", "Counted: Risk assessments in date"),
        ("home", "Residential care", "Service type"),
    ],
)
def test_every_figure_leads_to_its_rows(drawn, page, words, said):
    returns = RETURNS.replace("| 4                | 3 ", "| 40               | 30")
    screen = drawn(VISITS, returns).go(page, date=AS_AT, standard="QS12")
    told = panel(follow(screen, words, page))
    assert said in told and "Drawn.xlsx" in told
