"""In a real browser: the page for young people is answered, approved and taken away, on a desk and on a phone."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.journeys.test_accessible import TAGS, serious
from tests.pages.packs.reading import read
from tests.pages.screen import AS_AT
from tests.serving import drawn_anew, page_of, settled

WORDS = "We bought a new router. The wifi is fast now."


def test_a_manager_answers_approves_and_takes_the_page_away(council, browser):
    with page_of(browser, 1366, 768, accept_downloads=True) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(f"{error}"))
        settled(page, f"{council}/young_people?date={AS_AT}&home=Damson+Cottage")
        sheet = page.get_by_role("article", name="The page as it will be made")
        assert float(sheet.evaluate("(each) => parseFloat(getComputedStyle(each).fontSize)")) >= 18
        page.get_by_text("Answer something that was said").click()
        page.get_by_role("radiogroup", name="What became of it").get_by_text("Changed", exact=True).click()
        page.get_by_label("Your words to the children").fill(WORDS)
        with drawn_anew(page):
            page.get_by_label("Your words to the children").blur()
        expect(page.get_by_role("status").filter(has_text="It reads at age")).to_be_visible()
        page.get_by_label("Your name").nth(1).fill("Jo Keeper")
        with drawn_anew(page):
            page.get_by_role("button", name="Keep this answer").click()
        expect(sheet).to_contain_text(f"What we did: {WORDS}")
        page.get_by_label("Your name").first.fill("Jo Keeper")
        with drawn_anew(page):
            page.get_by_role("button", name="I have read this page: approve it").click()
        expect(page.get_by_role("heading", name="Approved by Jo Keeper")).to_be_visible()
        assert WORDS in read(taken(page, "PDF"))[1]
        assert any(WORDS in each.text for each in Document(BytesIO(taken(page, "Word"))).paragraphs)
        assert serious(page, {"type": "tag", "values": TAGS}) == [] and wrong == []


def taken(page, button: str) -> bytes:
    """What that button brings."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=button, exact=True).click()
    assert coming.value.suggested_filename.startswith("For young people pack Damson Cottage")
    return Path(coming.value.path()).read_bytes()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (375, 812)], ids=["desk", "phone"])
def test_it_is_no_wider_than_the_screen(looked_at, browser, width, height):
    with page_of(browser, width, height) as page:
        settled(page, f"{looked_at}/young_people?date={AS_AT}&home=Alder+Lodge")
        assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
