"""From a green figure to its row and back, in a real browser: the page underneath stays as it was."""

import pytest
from playwright.sync_api import Locator, Page, expect

from qa_data.store import open_store
from tests.drawn import HOMES, load_drawn
from tests.journeys.test_accessible import TAGS, serious
from tests.pages.screen import AS_AT
from tests.pages.test_home import RETURNS
from tests.serving import page_of, served, settled, still

GREEN = RETURNS.replace("| 4                | 3 ", "| 40               | 40")

VALUE = "Risk assessments in date: 40 of 40 at 31 Oct 2026 (100\N{NO-BREAK SPACE}%)"

FIGURE = f"home?date={AS_AT}&home=Ash+House&standard=QS12&indicator=PRO4"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory):
    """Where a dashboard listens on a return that a second file of the same name corrected."""
    path = tmp_path_factory.mktemp("corrected") / "qa.duckdb"
    store = open_store(path)
    load_drawn(store, HOMES)
    for returns in (GREEN.replace("| 2                | 62", "| 7                | 62"), GREEN):
        load_drawn(store, returns, file="Return.xlsx")
    store.close()
    with served(path) as listening:
        yield listening


@pytest.fixture(params=[(1600, 1000), (375, 812)], ids=["desk", "phone"])
def home(request, corrected, browser):
    """The Home page at that figure, and what went wrong in its console."""
    with page_of(browser, *request.param) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(f"{error}"))
        settled(page, f"{corrected}/{FIGURE}")
        yield page
        assert wrong == []


def opened(page: Page) -> Locator:
    return page.locator("dialog[open]")


def heading(page: Page) -> Locator:
    return opened(page).locator("h2")


def figure(page: Page) -> Locator:
    return page.get_by_role("link", name="40 of 40 at 31 Oct 2026 (100 %)")


def place(page: Page) -> tuple:
    """What a person would lose: how far the page is scrolled, what is unfolded and what has the focus."""
    return (
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"),
        page.locator("details[open]").count(),
        page.url,
    )


def focused(page: Page) -> str:
    return page.evaluate(
        "() => { let at = document.activeElement;"
        " while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at.textContent; }"
    )


def test_from_a_green_figure_to_its_row_and_back_by_the_keyboard(home):
    home.get_by_text("Where it comes from: 1 row").click()
    figure(home).focus()
    before = place(home)
    home.keyboard.press("Enter")
    expect(heading(home)).to_have_text(VALUE)
    opened(home).get_by_role("link", name="Return.xlsx › Sheet1!D3").press("Enter")
    expect(heading(home)).to_have_text("Risk assessments in date: 40")
    told = opened(home).inner_text()
    assert "Return.xlsx › Sheet1, D3" in told and "Loaded by test on" in told and "Ash House" in told
    assert "What stood there before" in told and "Missing episodes" in told
    home.keyboard.press("Escape")
    expect(opened(home)).to_have_count(0)
    still(home)
    assert place(home) == before and focused(home) == "40 of 40 at 31 Oct 2026 (100\N{NO-BREAK SPACE}%)"


def test_back_leads_from_the_row_to_the_figure_and_to_the_page(home):
    before = place(home)[2]
    figure(home).click()
    opened(home).get_by_role("link").first.click()
    expect(heading(home)).to_have_text("Risk assessments in date: 40")
    home.go_back()
    expect(heading(home)).to_have_text(VALUE)
    home.go_back()
    expect(opened(home)).to_have_count(0)
    assert home.url == before
    home.go_forward()
    expect(heading(home)).to_have_text(VALUE)


def test_what_stood_before_opens_in_turn_and_one_press_closes_all(home):
    figure(home).click()
    opened(home).get_by_role("link").last.click()
    before = opened(home).get_by_role("link", name="Return.xlsx › Sheet1, row 3")
    expect(before).to_have_count(1)
    assert "7" in opened(home).inner_text()
    before.click()
    expect(opened(home)).to_contain_text("It no longer holds: a later file replaced it.")
    expect(opened(home)).to_contain_text("What later files say")
    opened(home).get_by_role("button", name="Close").click()
    expect(opened(home)).to_have_count(0)
    assert "open=" not in home.url


def test_a_link_that_was_sent_opens_and_closes(home):
    figure(home).click()
    expect(heading(home)).to_be_visible()
    settled(home, home.url)
    expect(heading(home)).to_have_text(VALUE)
    opened(home).get_by_role("button", name="Close").click()
    expect(opened(home)).to_have_count(0)
    assert "open=" not in home.url


def test_what_is_open_can_be_read_by_everybody_and_is_no_wider_than_the_screen(home):
    figure(home).click()
    for words in (
        VALUE,
        "Risk assessments in date: 40",
    ):
        expect(heading(home)).to_have_text(words)
        found = serious(home, {"type": "tag", "values": TAGS})
        # Of the page underneath, which nobody reaches now, axe measures what the dialog leaves to be seen.
        assert [each for each in found if ".st-key-opened" in str(each[1])] == []
        assert home.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth", opened(home).element_handle())
        opened(home).get_by_role("link").last.click()
