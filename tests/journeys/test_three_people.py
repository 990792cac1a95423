"""What the chair of the clinic and the assistant director do, from beginning to end, in a real browser."""

import re
from io import BytesIO
from pathlib import Path

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys.test_main_job import no_exception
from tests.screenshots import AS_AT


def downloaded(page, press) -> tuple[str, bytes]:
    """The name and content of the file that pressing brings."""
    with page.expect_download() as coming:
        press()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def test_the_chair_turns_the_agenda_records_a_decision_and_takes_the_pack_away(page, council):
    page.goto(f"{council}/clinic?date={AS_AT}")
    expect(page.get_by_role("heading", name=re.compile("^Agenda: "))).to_be_visible()
    first = page.locator("h1").inner_text()
    expect(page.get_by_role("link", name="Next without a decision")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.get_by_text(re.compile(r"^2 of \d+ ·"))).to_be_visible()
    expect(page.get_by_role("link", name="← Previous")).to_be_visible()
    page.keyboard.press("PageUp")
    expect(page.get_by_role("heading", level=1, name=first)).to_be_visible()

    page.get_by_role("textbox", name="Decision").fill("Ask each child how they want to be seen")
    page.get_by_role("textbox", name="Owner").fill("S. Reid")
    page.get_by_role("textbox", name="Recorded by").fill("Chair")
    page.get_by_role("button", name="Record and go on").click()
    expect(page.get_by_text("Recorded as an action of Cedar View")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^2 of \d+ ·"))).to_be_visible()

    page.get_by_text("Packs to take away").click()
    name, document = downloaded(page, lambda: page.get_by_role("button", name="PDF").first.click())
    words = " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(document)).pages).split())
    assert (
        name == "Clinic pack 31 Oct 2026.pdf"
        and "Position at 31 October 2026" in words
        and "2 of 5 homes need attention" in words
    )

    page.goto(f"{council}/clinic?date=2026-11-20&item=Cedar+View~QS07")
    expect(page.get_by_text("Ask each child how they want to be seen").first).to_be_visible()
    expect(page.get_by_text(re.compile("Not done")).first).to_be_visible()
    no_exception(page)


def test_the_assistant_director_goes_from_a_red_square_to_the_cell_behind_it_and_finds_the_same_words_elsewhere(
    page, looked_at
):
    page.goto(f"{looked_at}/?date={AS_AT}")
    page.get_by_role("link", name=re.compile("^Cedar View, Protection of children: Red")).click()
    expect(page.get_by_role("heading", name="Protection of children Regulation 12")).to_be_visible()
    expect(page.get_by_text("Independent visits 2023-26.xlsx › Visits log!").first).to_be_visible()
    page.locator("details.what > summary").first.click()
    expect(page.get_by_text("Added up over 3 complete months.").first).to_be_visible()
    page.get_by_role("textbox", name="Search").fill("trigger plan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("hold “trigger” and “plan”"))).to_be_visible()
    page.get_by_role("link", name="Cedar View").first.click()
    expect(page.get_by_role("heading", name=re.compile("^Cedar View: "))).to_be_visible()
    no_exception(page)
