"""The main job in a real browser: spreadsheets in, a colour with its reasons, and the cell behind it."""

import re
from datetime import date, timedelta

from openpyxl import Workbook
from playwright.sync_api import Page, expect

from tests.serving import still

LAST_WEEK = date.today() - timedelta(days=7)


def write_workbook(path, home: str, day):
    """A workbook of one home and one independent visit that found protection not met, in row 4."""
    book = Workbook()
    homes = book.active
    homes.title = "Homes"
    homes.append(["Home", "Service type", "Registered places", "Opened"])
    homes.append(["Ash House", "Residential care", 3, date(2020, 1, 6)])
    visits = book.create_sheet("Visits")
    visits.append(["Visits log, kept by the service manager"])
    visits.append([])
    visits.append(["Home", "Visit date", "Visit type", "Protection of children"])
    visits.append([home, day, "Reg 44", "Not met"])
    book.save(path)
    return path


def no_exception(page: Page) -> None:
    """No traceback and no error box is on the page."""
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def open_dashboard(page: Page, address: str) -> None:
    """The front page of an empty store."""
    page.goto(address)
    expect(page.get_by_role("heading", name="Nothing has been loaded yet")).to_be_visible()


def test_from_an_empty_store_to_the_cell_behind_a_red_standard(page, address, tmp_path):
    open_dashboard(page, address)
    page.get_by_role("button", name="Upload a workbook").click()

    page.get_by_role("textbox", name="Your name").wait_for()
    still(page)
    page.locator("input[type=file]").set_input_files(
        write_workbook(tmp_path / "October.xlsx", "Ashe House", "31/09/2026")
    )
    expect(page.get_by_role("heading", name="October.xlsx: 2 problems to settle")).to_be_visible()
    page.get_by_role("textbox", name="Your name").fill("L. Hartley")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Did you mean Ash House?").first).to_be_visible()
    expect(page.get_by_text("Visits!B4", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Load", exact=True)).to_be_disabled()

    page.get_by_role("button", name=re.compile("Remove|Delete")).first.click()
    expect(page.get_by_role("heading", name="October.xlsx: 2 problems to settle")).to_have_count(0)
    still(page)
    page.locator("input[type=file]").set_input_files(write_workbook(tmp_path / "Mended.xlsx", "Ash House", LAST_WEEK))
    expect(page.get_by_role("heading", name="Mended.xlsx: 2 rows new")).to_be_visible()
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text("is loaded: 2 new rows")).to_be_visible()

    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="1 of 1 home needs attention: Ash House")).to_be_visible()
    page.get_by_role("link", name="Ash House, Protection of children: Red.").click()
    expect(page.get_by_role("heading", name="Protection of children Regulation 12")).to_be_visible()
    assert "home=Ash+House&standard=QS12" in page.url
    expect(page.get_by_text("Mended.xlsx › Visits!D4").first).to_be_visible()
    no_exception(page)


def test_sample_data_comes_and_goes_at_a_click(page, address):
    open_dashboard(page, address)
    page.get_by_role("button", name="Load the sample data").click()
    expect(page.get_by_role("heading", name=re.compile("homes need attention"))).to_be_visible()
    page.get_by_role("button", name="Remove the sample data").click()
    expect(page.get_by_role("heading", name="Nothing has been loaded yet")).to_be_visible()
    no_exception(page)


def test_the_first_address_opened_in_a_new_process_may_be_any_page(page, address):
    page.goto(f"{address}/home?home=Ash+House")
    expect(page.get_by_role("heading", name=re.compile("No home was open on"))).to_be_visible()
    expect(page.get_by_role("link", name="Upload")).to_be_visible()
    expect(page).to_have_title("Children's homes: quality assurance")
    no_exception(page)


def test_arrows_and_enter_go_through_the_matrix_and_back_returns(page, looked_at):
    page.goto(f"{looked_at}/?date=2026-10-31")
    start = page.get_by_role("link", name=re.compile("^Cedar View, Leadership and management"))
    start.wait_for()
    start.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^Elm Base: "))).to_be_visible()
    assert "home=Elm+Base&standard=QS12" in page.url
    page.get_by_role("link", name=re.compile("Education")).first.click()
    expect(page.get_by_role("heading", name="Education Regulation 8")).to_be_visible()
    page.get_by_role("link", name="School attendance").click()
    expect(page.get_by_role("heading", name="School attendance")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="School attendance")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("heading", name="Protection of children Regulation 12")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=re.compile("homes need attention"))).to_be_visible()
    no_exception(page)


def test_the_menu_keeps_the_home_the_standard_and_the_day(page, looked_at):
    page.goto(f"{looked_at}/home?home=Beech+House&standard=QS08&date=2026-03-31")
    expect(page.get_by_role("heading", name="Education Regulation 8")).to_be_visible()
    page.get_by_role("link", name="Overview", exact=True).click()
    expect(page.get_by_text("position at 31 March 2026")).to_be_visible()
    page.get_by_role("link", name="Homes", exact=True).click()
    expect(page.get_by_role("heading", name="Education Regulation 8")).to_be_visible()
    expect(page).to_have_url(re.compile("home=Beech.House.*standard=QS08|standard=QS08.*home=Beech.House"))
    no_exception(page)
