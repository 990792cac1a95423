"""What the chair of the clinic and the assistant director do, from beginning to end, in a real browser."""

import re
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from docx import Document
from playwright.sync_api import expect

from qa_data.wording import british
from tests.journeys.test_main_job import no_exception
from tests.screenshots import AS_AT
from tests.serving import page_of, settled


def downloaded(page, press) -> tuple[str, bytes]:
    """The name and content of the file that pressing brings."""
    with page.expect_download() as coming:
        press()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def decide(page, decision: str, owner: str) -> None:
    """Records it about the item that is shown."""
    page.get_by_role("textbox", name="The decision").fill(decision)
    page.get_by_role("textbox", name="Owner").first.fill(owner)
    page.get_by_role("textbox", name="Recorded by").last.fill("Chair")
    page.get_by_role("button", name="Record and go on").click()


def test_the_chair_presents_records_two_decisions_that_the_room_sees_and_takes_the_minutes_away(page, council):
    page.goto(f"{council}/clinic?date={AS_AT}")
    expect(page.get_by_role("heading", name=re.compile("^Agenda: "))).to_be_visible()
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Stop presenting")).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    first = page.locator("h1").inner_text()
    assert first == "Cedar View: Children's views, wishes and feelings"
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text(re.compile(r"^3 of \d+ ·"))).to_be_visible()
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("heading", level=1, name=first)).to_be_visible()

    page.get_by_text("Who is here: not recorded").click()
    page.get_by_role("textbox", name="Names, with commas between them").fill("S. Reid (chair), K. Ahmed")
    page.get_by_role("textbox", name="Recorded by").first.fill("Chair")
    page.get_by_role("button", name="Keep who is here").click()
    expect(page.get_by_text("Who is here: 2 people")).to_be_visible()
    decide(page, "Ask each child how they want to be seen", "S. Reid")
    expect(page.get_by_text("Recorded as an action of Cedar View")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^2 of \d+ ·"))).to_be_visible()
    expect(page.get_by_role("heading", name="Decided today (1)")).to_be_visible()
    decide(page, "Have the manager read each record by the next day", "K. Ahmed")
    expect(page.get_by_role("heading", name="Decided today (2)")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^3 of \d+ ·"))).to_be_visible()
    page.goto(f"{council}/clinic?date={AS_AT}")
    expect(page.get_by_role("img", name="2, decided today")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^3 of \d+ ·"))).to_be_visible()

    page.get_by_text("Packs to take away").click()
    name, document = downloaded(page, lambda: page.get_by_role("button", name="Word").first.click())
    words = [each.text for each in Document(BytesIO(document)).paragraphs]
    assert name == f"Minutes {british(date.today())}.docx" and "There were S. Reid (chair), K. Ahmed." in words
    for begins in (
        "Ask each child how they want to be seen (S. Reid, by ",
        "Have the manager read each record by the next day (K. Ahmed, by ",
    ):
        assert any(each.startswith(begins) for each in words)

    page.goto(f"{council}/clinic?date={date.today() + timedelta(days=20)}&item=Cedar+View~QS07")
    expect(page.get_by_text("Ask each child how they want to be seen").first).to_be_visible()
    expect(page.get_by_text(re.compile("Not done")).first).to_be_visible()
    no_exception(page)


def test_on_a_phone_what_is_tapped_on_the_agenda_is_gone_to(browser, looked_at):
    with page_of(browser, 375, 812, has_touch=True) as page:
        settled(page, f"{looked_at}/clinic?date={AS_AT}")
        item = page.get_by_role("link", name=re.compile("^3 Elm Base"))
        item.tap()
        heading = page.get_by_role("heading", level=1, name="Elm Base: Care planning")
        expect(heading).to_be_in_viewport()


def test_the_assistant_director_goes_from_a_red_square_to_the_row_behind_it_and_back_and_finds_the_same_words_elsewhere(
    page, looked_at
):
    page.goto(f"{looked_at}/?date={AS_AT}")
    page.get_by_role("link", name=re.compile("^Cedar View, Protection of children: Red")).click()
    expect(page.get_by_role("heading", name="Protection of children Regulation 12")).to_be_visible()
    page.get_by_role("link", name="Independent visits 2023-26.xlsx › Visits log!W157").first.click()
    row = page.locator("dialog[open]")
    expect(row).to_contain_text("Protection of children: Not met")
    page.go_back()
    expect(row).to_have_count(0)
    page.locator("details.what > summary").first.click()
    expect(page.get_by_text("Added up over 3 complete months.").first).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name=re.compile("homes need attention"))).to_be_visible()
    page.get_by_role("textbox", name="Search").fill("trigger plan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("hold “trigger” and “plan”"))).to_be_visible()
    page.get_by_role("link", name="Cedar View").first.click()
    expect(page.get_by_role("heading", name=re.compile("^Cedar View: "))).to_be_visible()
    no_exception(page)
