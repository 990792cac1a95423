"""Three managers upload while ten people look: nothing is lost, nothing fails, and nobody sees half a load. Whoever
uploads has a browser; of who only looks the page's socket is enough, which tells all that a browser would draw.
"""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Event

from playwright.async_api import async_playwright, expect

from qa_data.backup import backup
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import uploads
from tests.attacks.visitor import Visitor
from tests.journeys.test_main_job import LAST_WEEK
from tests.loaders.good import good, sheet, workbook
from tests.serving import CHROMIUM, DRAWN, MILLISECONDS, OFTEN, QUIET

HOMES = ("Ash House", "Beech House", "Cedar View")
READERS = 10
MONTHS = 2
"""So many files each manager loads, one after the other."""

WHOLE = re.compile(r"^(?:Nothing has been loaded yet|(\d) of \1 homes? needs? attention: .*)$")
"""Each home's first file holds the home and a visit that found protection not met: a home without its visit would
need no attention.
"""


def files(folder, home: str) -> list:
    """A manager's workbooks."""
    standing = sheet("homes", good("homes", home=home, other_names=None), title="Homes")
    return [
        workbook(
            folder / f"{home} {number}.xlsx",
            standing,
            sheet(
                "visits",
                *(
                    good(
                        "visits",
                        home=home,
                        visit_date=LAST_WEEK.replace(day=1 + number),
                        report_received=None,
                        report_sent_to_ofsted=None,
                        visitor=f"V. {row}",
                        verdict_qs12="Not met",
                        visit_type=kind,
                    )
                    for row, kind in enumerate(("Regulation 44 visit", "Regulation 45 review"))
                ),
                title="Visits",
            ),
            sheet(
                "findings",
                *(
                    good(
                        "findings",
                        home=home,
                        found_on=LAST_WEEK.replace(day=1 + number),
                        finding=f"Finding {number}, {row}",
                    )
                    for row in range(200)
                ),
                title="Findings",
            ),
        )
        for number in range(MONTHS)
    ]


async def choose(page, address: str, home: str, path) -> None:
    """Chooses a file and gives a name. Streamlit 1.67 forgets where to send a file that is chosen while it begins to
    draw the page anew, so the page is drawn first.
    """
    await page.goto(f"{address}/upload")
    await page.wait_for_function(DRAWN, polling=OFTEN)
    await page.locator("input[type=file]").set_input_files(path)
    await expect(page.get_by_test_id("stFileUploader").get_by_text(path.name)).to_be_visible()
    await page.get_by_role("textbox", name="Your name").fill(f"Manager of {home}")
    await page.keyboard.press("Tab")


async def manage(page, address: str, home: str, paths: list) -> None:
    for path in paths:
        await choose(page, address, home, path)
        await expect(page.get_by_role("heading", name=re.compile(f"^{path.name}: .*nothing to settle"))).to_be_visible()
        await page.get_by_role("button", name="Load", exact=True).click()
        await expect(page.get_by_text(f"{path.name} is loaded:")).to_be_visible()


def look(address: str, done: Event) -> set[str]:
    """The headlines that somebody sees who opens the first page again and again, until there is nothing more to come;
    nothing may go wrong.
    """
    seen: set[str] = set()
    last = False
    while not last:
        last = done.wait(1)
        visitor = Visitor(address).greet()
        visitor.opens("")
        visitor.page.close()
        elements = [each.delta.new_element for each in visitor.messages]
        assert not any(each.HasField("exception") for each in elements)
        [headline] = re.findall("<h1[^>]*>(.*?)</h1>", "".join(each.html.body for each in elements))
        seen.add(unescape(re.sub("<[^>]+>", "", headline)))
    return seen


async def opened(browser):
    """A page of a person's own."""
    page = await browser.new_page()
    page.set_default_timeout(MILLISECONDS)
    return page


async def at_once(address: str, folder) -> set[str]:
    done = Event()
    with ThreadPoolExecutor(READERS) as threads:
        readers = [threads.submit(look, address, done) for _ in range(READERS)]
        try:
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, timeout=MILLISECONDS)
                managers = [manage(await opened(browser), address, home, files(folder, home)) for home in HOMES]
                await asyncio.gather(*managers)
                await browser.close()
        finally:
            done.set()
    return set().union(*[reader.result() for reader in readers])


def test_three_upload_while_ten_look(address, tmp_path):
    seen = asyncio.run(at_once(address, tmp_path))
    assert [heading for heading in seen if not WHOLE.match(heading)] == []
    assert any(heading.startswith("3 of 3 homes need attention") for heading in seen)
    # The dashboard still runs: a copy of its database tells what it holds.
    backup(tmp_path / "qa.duckdb", tmp_path / "copy.duckdb")
    store = open_store(tmp_path / "copy.duckdb")
    assert len(uploads(store, of_every_home())) == len(HOMES) * MONTHS
    assert store.rows(of_every_home(), "select home, count(*) as told from findings group by home order by home") == [
        {"home": home, "told": MONTHS * 200} for home in HOMES
    ]
    store.close()
