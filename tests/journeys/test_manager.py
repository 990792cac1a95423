"""What a home's manager does with a month's workbook, from beginning to end, in a real browser."""

import re
from datetime import date
from io import BytesIO

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.journeys.test_main_job import LAST_WEEK, no_exception, open_dashboard, write_workbook
from tests.journeys.test_three_people import downloaded
from tests.serving import drawn_anew, still


def choose(page: Page, path) -> None:
    """Chooses a file in place of the one chosen before, and gives a name. Streamlit 1.67 forgets where to send a file
    that is chosen while it begins to draw the page anew: a person is never so quick.
    """
    page.get_by_role("textbox", name="Your name").wait_for()
    still(page)
    remove = page.get_by_test_id("stFileUploader").get_by_role("button", name=re.compile("Remove|Delete"))
    if remove.count():
        remove.click()
        expect(page.get_by_role("heading", name="to settle")).to_have_count(0)
        still(page)
    page.locator("input[type=file]").set_input_files(path)
    expect(remove.first).to_be_visible()
    page.get_by_role("textbox", name="Your name").fill("L. Hartley")
    page.keyboard.press("Tab")


def load(page: Page) -> None:
    """Loads what was chosen."""
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text("is loaded:")).to_be_visible()


def test_refused_corrected_workbook_downloaded_mended_loaded_withdrawn_restored(page, address, tmp_path):
    open_dashboard(page, address)
    page.get_by_role("button", name="Upload a workbook").click()
    choose(page, write_workbook(tmp_path / "October.xlsx", "Ashe House", "31/09/2026"))
    expect(page.get_by_role("heading", name="October.xlsx: 2 problems to settle")).to_be_visible()

    name, content = downloaded(
        page, lambda: page.get_by_role("button", name="Your workbook with every problem marked (.xlsx)").click()
    )
    book = load_workbook(BytesIO(content))
    assert (
        name == "October marked.xlsx"
        and book.sheetnames[0] == "Problems"
        and "is not one of the homes" in book["Visits"]["A4"].comment.text
    )
    book["Visits"]["A4"], book["Visits"]["B4"] = "Ash House", LAST_WEEK
    book.save(tmp_path / name)

    choose(page, tmp_path / name)
    expect(page.get_by_role("heading", name="October marked.xlsx: 2 rows new")).to_be_visible()
    load(page)
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("button", name="Put back")).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="Nothing has been loaded yet")).to_be_visible()
    page.get_by_role("link", name="Upload", exact=True).click()
    page.get_by_role("button", name="Put back").click()
    expect(page.get_by_role("button", name="Withdraw")).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="1 of 1 home needs attention: Ash House")).to_be_visible()
    no_exception(page)


def test_a_suggestion_taken_and_a_row_left_out_stand_in_the_history(page, address, tmp_path):
    page.goto(f"{address}/upload")
    choose(page, write_workbook(tmp_path / "October.xlsx", "Ashe House", LAST_WEEK))
    page.get_by_role("button", name="Use “Ash House”").click()
    page.get_by_text("1 settled here").click()
    expect(page.get_by_text("Visits!A4, “Ashe House”: taken as “Ash House”.")).to_be_visible()
    load(page)
    page.get_by_text("1 settled before it was loaded").click()
    expect(page.get_by_text("A4 held “Ashe House”: settled as “Ash House” by L. Hartley").first).to_be_visible()
    no_exception(page)


def test_from_the_template_to_the_managers_own_home(page, council, tmp_path):
    page.goto(f"{council}/upload")
    # A list that opens while the page is drawn or scrolled closes again: what stands below it is in view first.
    page.get_by_text("With the actions that are open").scroll_into_view_if_needed()
    still(page)
    page.get_by_role("combobox", name="For").click()
    with drawn_anew(page):
        page.get_by_role("option", name="Beech House").click()
    with drawn_anew(page):
        page.get_by_text("With the actions that are open").click()
    name, content = downloaded(page, lambda: page.get_by_role("button", name="Template (.xlsx)").click())
    book = load_workbook(BytesIO(content))
    actions, visits = book["Actions"], book["Visits and reviews"]
    header, first = 3, 4
    assert {actions.cell(row, 1).value for row in range(first, actions.max_row + 1)} == {"Beech House"}
    headers = {cell.value: cell.column for cell in visits[header]}
    for column, value in {
        "Home": "Beech House",
        "Visit date": date(2026, 11, 10),
        "Visit type": "Regulation 44 visit",
        "Protection of children": "Not met",
    }.items():
        visits.cell(first, headers[column]).value = value
    book.save(tmp_path / name)

    choose(page, tmp_path / name)
    expect(page.get_by_role("heading", name=re.compile("1 row new, 0 changed, nothing to settle"))).to_be_visible()
    load(page)
    page.get_by_role("link", name="Homes", exact=True).click()
    page.goto(f"{council}/home?home=Beech+House&standard=QS12&date=2026-11-20")
    expect(page.get_by_text(f"{name} › Visits and reviews!").first).to_be_visible()
    no_exception(page)
