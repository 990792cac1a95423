"""Whoever starts the dashboard, and however: on this machine alone, or not at all where nobody has to sign in."""

import os
import subprocess
import sys

import pytest

from pages.door.hosts import this_machine_alone
from pages.door.starting import refusal
from tests.attacks.visitor import Visitor, words
from tests.patience import PATIENCE
from tests.serving import ROOT, served

PYTHON = [sys.executable]
RUN = [*PYTHON, "-m", "streamlit", "run", str(ROOT / "dashboard.py")]
ALONE = [*PYTHON, str(ROOT / "dashboard.py")]
UVICORN = [*PYTHON, "-m", "uvicorn", "--app-dir", str(ROOT), "dashboard:app"]
IN_CODE = [*PYTHON, "-c", "import dashboard, uvicorn; uvicorn.run(dashboard.app, host='0.0.0.0', port=0)"]
SENTENCE = "can be reached from other machines and nobody would have to sign in."

WAYS = {
    "streamlit run": ([*RUN, "--server.address", "0.0.0.0"], {}),
    "by itself": ([*ALONE, "--server.address", "0.0.0.0"], {}),
    "a variable": (ALONE, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
    "a variable, streamlit run": (RUN, {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}),
    "uvicorn": ([*UVICORN, "--host", "0.0.0.0"], {}),
    "uvicorn, a variable": (UVICORN, {"UVICORN_HOST": "0.0.0.0"}),
    "uvicorn in code": (IN_CODE, {"PYTHONPATH": str(ROOT)}),
    "a name to answer under": ([*ALONE, "--server.allowedHosts", "qa.council.example"], {}),
}


def _started(command: list[str], folder, **variables: str) -> subprocess.CompletedProcess:
    told = {"QA_DATABASE": str(folder / "qa.duckdb"), "HOME": str(folder)} | variables
    return subprocess.run(
        command, cwd=folder, env=os.environ | told, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@pytest.mark.parametrize(("command", "variables"), WAYS.values(), ids=WAYS)
def test_another_address_is_refused_in_one_sentence(tmp_path, command, variables):
    ended = _started(command, tmp_path, **variables)
    told = [line for line in ended.stderr.splitlines() if "server process" not in line and "Waiting" not in line]
    assert ended.returncode == 2 and len(told) == 1 and SENTENCE in told[0], ended


OTHERS = {
    "every address of both kinds": "::",
    "an address of this machine in its network": "192.168.1.20",
    "a name": "qa.council.example",
    "a number that means every address": "0",
    "none": None,
}


@pytest.mark.parametrize("address", OTHERS.values(), ids=OTHERS)
def test_so_is_every_other_that_is_told_in_the_same_ways(address):
    assert SENTENCE in refusal(address) and refusal("127.0.0.1") is None


@pytest.mark.parametrize("folder", ["home", "here"])
def test_also_where_a_file_asks_for_it(tmp_path, folder):
    """The folder of the account's own settings, and the one that it is started from."""
    (tmp_path / folder / ".streamlit").mkdir(parents=True)
    (tmp_path / folder / ".streamlit" / "config.toml").write_text(
        '[server]\nallowedHosts = ["qa.council.example"]\n', encoding="utf-8"
    )
    ended = _started(ALONE, tmp_path / folder, HOME=str(tmp_path / "home"))
    assert ended.returncode == 2 and SENTENCE in ended.stderr


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]", "unix:/run/qa", "::ffff:127.0.0.1"]
)
def test_what_this_machine_alone_reaches(address):
    assert this_machine_alone(address)


@pytest.mark.parametrize(
    "address", [None, "", "0.0.0.0", "::", "0", "10.0.0.1", "::ffff:10.0.0.1", "127.0.0.1.example", "localhost.example"]
)
def test_what_others_reach_too(address):
    assert not this_machine_alone(address)


@pytest.mark.parametrize(("script", "shown"), [("dashboard.py", True), ("pages/home.py", False)])
def test_a_page_served_by_itself_shows_nothing_of_the_store(sample_store, script, shown):
    """Streamlit serves whatever script it is told to; one that is no dashboard.py has no door."""
    with served(sample_store, script=script, PYTHONPATH=str(ROOT)) as listening:
        visitor = Visitor(listening).greet()
        visitor.opens("")
        drawn = words(visitor.messages + visitor.draws(""))
        visitor.page.close()
    assert ("Beech House" in drawn) == shown
