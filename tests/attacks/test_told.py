"""Health, log and counters tell whoever runs the server how it is, and nothing of whom it is about."""

import json
import socket
import urllib.error
import urllib.request
from contextlib import closing

import pytest

from tests.attacks.visitor import Visitor
from tests.commands import command
from tests.loaders.good import good, sheet, workbook
from tests.serving import served

WORD = "Quillfeather"
"""Stands in a home's name, a file's name, addresses, headers, a search and a path."""


def _free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The lines of a log and what a monitor was told, of a server that met the word everywhere."""
    folder = tmp_path_factory.mktemp(WORD)
    book = workbook(
        folder / f"{WORD}.xlsx",
        sheet("homes", good("homes", home=WORD, other_names=None), title="Homes"),
        sheet("visits", good("visits", home=WORD), title="Visits"),
    )
    wrong = workbook(folder / f"Wrong {WORD}.xlsx", sheet("visits", good("visits", home=f"{WORD}’s"), title="Visits"))
    database, log, monitor = folder / f"{WORD}.duckdb", folder / "log.txt", f"127.0.0.1:{_free_port()}"
    with served(database, log, QA_LOG="json", QA_MONITOR=monitor, QA_SLOW_MS="0") as address:
        visitor = Visitor(address).greet()
        for path in (f"/{WORD}", f"/home?home={WORD}", f"/search?words={WORD}", f"/a/{WORD}", f"/media/{WORD}.pdf"):
            visitor.ask("GET", path)
        visitor.ask("GET", "/", {"Host": f"{WORD}.example"})
        visitor.ask("GET", "/", {"Origin": f"http://{WORD}.example"})
        visitor.ask("POST", f"/{WORD}")
        session = visitor.opens("upload")
        visitor.uploads(session, WORD, b"x" * 52 * 2**20)
        assert visitor.ask("GET", "/healthz").status == 200
        for file, status in ((book, 0), (wrong, 1)):
            assert command("loaders", "load", file, "--db", database, "--by", WORD)[0] == status
        assert command("qa_data", "backup", folder / f"Kept {WORD}.duckdb", "--db", database)[0] == 0
        visitor.draws("home")
        with urllib.request.urlopen(f"http://{monitor}/metrics") as answer:
            counters = answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://{monitor}/{WORD}")
        visitor.page.close()
    return log.read_text(encoding="utf-8"), counters


def test_the_word_stands_nowhere(told):
    assert [WORD.casefold() in each.casefold() for each in told] == [False, False]


def test_the_log_has_what_happened_in_codes_and_numbers(told):
    lines = [json.loads(line) for line in told[0].splitlines() if line.startswith("{")]
    events = [each["event"] for each in lines]
    assert (events[0], events[-1]) == ("start", "end")
    assert {each["code"] for each in lines if each["event"] == "refusal"} == {"host", "origin", "path", "quota"}
    assert [each["accepted"] for each in lines if each["event"] == "load"] == [1, 0]
    asked = [each for each in lines if each["event"] == "request"]
    assert {"home", "search", "healthz", "media", "other"} <= {each["page"] for each in asked}
    assert {200, 404, 421} <= {each["status"] for each in asked} and all(each["ms"] >= 0 for each in asked)
    assert {"upload", "home"} <= {each["page"] for each in lines if each["event"] == "drawn"}
    assert "metrics." in {each["name"][:8] for each in lines if each["event"] == "question"}


def test_a_monitor_reads_the_counters(told):
    values = dict(line.rsplit(" ", 1) for line in told[1].splitlines() if not line.startswith("#"))
    assert values['qa_uploads_total{result="accepted"}'] == values['qa_uploads_total{result="refused"}'] == "1"
    assert values["qa_up"] == values["qa_sessions_open"] == values['qa_refusals_total{why="quota"}'] == "1"
    assert int(values["qa_store_version"]) > 1 and int(values["qa_slow_questions_total"]) > 0
    assert 0 <= int(values["qa_last_upload_seconds"]) < 3600 and 0 <= int(values["qa_last_backup_seconds"]) < 3600


def test_a_store_that_cannot_be_opened_is_not_ready_and_the_server_lives(tmp_path):
    database = tmp_path / f"{WORD}.duckdb"
    database.write_text("no database", encoding="utf-8")
    with served(database) as address:
        visitor = Visitor(address)
        answer = visitor.ask("GET", "/healthz")
        assert answer.status == 503 and answer.body.startswith(b"Not ready: ") and WORD.encode() not in answer.body
        assert visitor.ask("GET", "/_stcore/health").status == 200


def test_a_monitor_s_place_that_is_none_refuses_the_start_in_a_sentence(tmp_path):
    with pytest.raises(OSError), served(tmp_path / "qa.duckdb", tmp_path / "log.txt", QA_MONITOR="everywhere"):
        pass
    assert "QA_MONITOR must be an address and a port, for example" in (tmp_path / "log.txt").read_text("utf-8")
