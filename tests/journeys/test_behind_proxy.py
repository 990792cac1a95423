"""Two dashboards on one store behind one address: a browser stays with one of them, and goes on with the other when
that one ends, signed in; what one takes in, the other shows; who signs out at one is out at both.
"""

import json
import re
import shutil
from collections import Counter
from contextlib import ExitStack, contextmanager
from datetime import date
from uuid import uuid4

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect

from tests import signing
from tests.commands import command
from tests.journeys.test_main_job import no_exception
from tests.journeys.test_signing_in import out, sign_in
from tests.loaders.good import good, sheet, workbook
from tests.postgresql import database
from tests.proxied import LED, one_address
from tests.serving import page_of, raised, served, settled, still
from tests.signing import SECRET, SETTINGS

ACTIONS = ("Mend the weather vane", "Oil the garden gate")
HOME = "Alder Lodge"

PEOPLE = signing.PEOPLE | {"max": signing.PEOPLE["max"] | {"homes": [HOME]}}


@pytest.fixture
def shared(postgresql, sample_store, tmp_path, monkeypatch):
    """The address of the sample's store on a server; this process's own copy is in the test's folder."""
    monkeypatch.setenv("QA_NODE", str(tmp_path / "nodes"))
    with database(postgresql, uuid4().hex) as address:
        assert command("qa_data", "copy", shutil.copy(sample_store, tmp_path / "sample.duckdb"), address)[0] == 0
        yield address


@contextmanager
def led(browser, address: str, place: int):
    """A page of a browser that the proxy leads to the dashboard of that place."""
    with page_of(browser, 1366, 900) as page:
        page.context.add_cookies([{"name": LED, "value": str(place), "url": address}])
        yield page


@pytest.fixture
def behind(shared, tmp_path):
    """The one address, and what ends each dashboard; people sign in with a provider on this machine."""
    dashboards: list[str] = []
    with (
        run_server_in_thread(user_claims=[User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()]) as provider,
        one_address(dashboards) as address,
        ExitStack() as first,
        ExitStack() as second,
    ):
        address = address.replace("127.0.0.1", "localhost")
        settings = tmp_path / "secrets.toml"
        told = SETTINGS.replace("http://localhost:{{port}}", address)
        settings.write_text(told.format(secret=SECRET, provider=provider.server_port), encoding="utf-8")
        settings.chmod(0o600)
        for ending, name in ((first, "first"), (second, "second")):
            node = served(
                shared, tmp_path / f"{name}.log", ("--secrets.files", str(settings)), QA_NODE=str(tmp_path / name)
            )
            dashboards.append(ending.enter_context(node))
        yield address, first
    for name in ("first", "second"):
        assert raised(tmp_path / f"{name}.log") == []


def asking(folder, reference: str, action: str):
    """A workbook with that action at the home."""
    asked = {"home": HOME, "reference": reference, "action": action, "status": "Open"}
    days = {"source_date": date(2020, 1, 2), "raised": date(2020, 1, 2), "due": date(2020, 2, 3), "completed": None}
    return workbook(folder / f"{reference}.xlsx", sheet("actions", good("actions", **asked, **days), title="Actions"))


def load(page, book) -> None:
    page.locator("input[type=file]").set_input_files(book)
    page.get_by_role("button", name="Load", exact=True).click()
    expect(page.get_by_text(re.compile("is loaded: "))).to_be_visible()


def test_two_dashboards_are_one_to_whoever_signs_in(behind, shared, browser, tmp_path):
    address, first = behind
    vane, gate = (asking(tmp_path, f"V-{place}", action) for place, action in enumerate(ACTIONS))
    with led(browser, address, 0) as one, led(browser, address, 1) as other:
        sign_in(one, "max", f"{address}/upload")
        sign_in(other, "eve", f"{address}/actions")
        assert other.get_by_text(ACTIONS[0]).count() == 0
        load(one, vane)
        expect(other.get_by_text(ACTIONS[0]).first).to_be_visible()
        settled(one, f"{address}/actions")
        assert one.get_by_text(ACTIONS[1]).count() == 0

        with led(browser, address, 1) as third:
            sign_in(third, "max", f"{address}/upload")
            load(third, gate)
            expect(one.get_by_text(ACTIONS[1]).first).to_be_visible()
            settled(third, f"{address}/actions")
            third.get_by_role("button", name="Sign out everywhere").click()
            out(one)
        sign_in(one, "max", f"{address}/visits")
        first.close()
        settled(one, f"{address}/themes")
        expect(one.get_by_text("Signed in as Max Cole")).to_be_visible()
        no_exception(one)
        still(other)
        expect(other.get_by_text("Signed in as Eve Gale")).to_be_visible()
    assert command("qa_data", "audit", "--verify", "--db", shared)[0] == 0
    told = json.loads(command("qa_data", "audit", "--json", "--db", shared)[1])
    people = Counter(entry["person"] for entry in told if entry["what"] == "signed in")
    assert people == {"Max Cole": 3, "Eve Gale": 1}
