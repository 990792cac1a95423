"""check, load, history, withdraw and restore, as other programs drive them."""

import getpass
import hashlib
import subprocess
import sys
import time
from datetime import datetime

import pytest

from qa_data import store as stores
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import withdrawals
from tests.loaders.good import good, raw, sheet, workbook

KEYS = {"file", "accepted", "upload_id", "sha256", "sheets", "left_alone", "problems"}
PROBLEM_KEYS = {"severity", "code", "sheet", "cell", "column", "value", "message", "suggestion"}


@pytest.fixture
def october(tmp_path):
    """A good workbook: one home, two visits, and notes."""
    visits = sheet("visits", good("visits"), good("visits", visit_date="2026-01-02"), title="Visits")
    return workbook(
        tmp_path / "October.xlsx", sheet("homes", title="Homes"), visits, raw([("Notes",), ("None",)], "Notes")
    )


def counts(answer):
    return {each["sheet"]: (each["rows"], each["new"], each["changed"], each["unchanged"]) for each in answer["sheets"]}


def test_a_check_stores_nothing(answered, october, tmp_path):
    status, [answer] = answered("check", october)
    assert (status, set(answer) >= KEYS, answer["accepted"], answer["upload_id"]) == (0, True, True, None)
    assert answer["sheets"][1] == {
        "sheet": "Visits",
        "dataset": "visits",
        "header_row": 1,
        "rows": 2,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "kept": 0,
        "blanked": 0,
    }
    assert (answer["left_alone"], answer["problems"]) == (["Notes"], [])
    assert answer["sha256"] == hashlib.sha256(october.read_bytes()).hexdigest()
    assert not (tmp_path / "test.duckdb").exists()


def test_a_load_and_the_same_again_and_a_change(answered, october, tmp_path):
    status, [first] = answered("load", october, "--by", "Jo")
    assert (status, first["accepted"], counts(first)) == (0, True, {"Homes": (1, 1, 0, 0), "Visits": (2, 2, 0, 0)})
    assert counts(answered("load", october)[1][0]) == {"Homes": (1, 0, 0, 1), "Visits": (2, 0, 0, 2)}
    changed = sheet(
        "visits", good("visits", visitor="Another"), good("visits", visit_date="2026-01-03"), title="Visits"
    )
    assert counts(answered("check", workbook(tmp_path / "November.xlsx", changed))[1][0]) == {"Visits": (2, 1, 1, 0)}


def test_a_file_with_an_error_is_refused_as_a_whole(loaders, answered, tmp_path):
    bad = workbook(
        tmp_path / "Bad.xlsx",
        sheet("homes", title="Homes"),
        sheet("visits", good("visits", visit_date="31/02/2026", announced=2), title="Visits"),
    )
    status, [answer] = answered("load", bad)
    assert (status, answer["accepted"], answer["upload_id"], set(answer["problems"][0])) == (
        1,
        False,
        None,
        PROBLEM_KEYS,
    )
    assert {(each["code"], each["cell"]) for each in answer["problems"]} == {
        ("not-a-date", "B2"),
        ("unknown-choice", "E2"),
    }
    _, out, error = loaders("load", bad)
    assert "Visits!B2 [not-a-date]" in out and error.startswith("Refused: Bad.xlsx.")
    assert answered("history") == (0, [])


def test_files_are_judged_one_by_one_in_the_order_given(answered, tmp_path):
    homes, bad = (
        workbook(tmp_path / "a.xlsx", sheet("homes")),
        workbook(tmp_path / "b.xlsx", sheet("visits", good("visits", home="Elm House"))),
    )
    visits = workbook(tmp_path / "c.xlsx", sheet("visits"))
    for command in ("check", "load"):
        status, answers = answered(command, homes, bad, visits)
        assert (status, [(each["file"], each["accepted"]) for each in answers]) == (
            1,
            [("a.xlsx", True), ("b.xlsx", False), ("c.xlsx", True)],
        )
    assert [each["file"] for each in answered("history")[1]] == ["a.xlsx", "c.xlsx"]


def test_a_refused_file_makes_no_home_known(answered, tmp_path):
    bad = workbook(tmp_path / "a.xlsx", sheet("homes", good("homes", places="many")))
    _, answers = answered("check", bad, workbook(tmp_path / "b.xlsx", sheet("visits")))
    assert [each["problems"][0]["code"] for each in answers] == ["not-a-number", "unknown-home"]


def test_the_history_and_taking_an_upload_out_and_back(answered, october):
    upload_id = answered("load", october, "--by", "Jo")[1][0]["upload_id"]
    [known] = answered("history")[1]
    assert set(known) == {"upload_id", "file", "sha256", "by", "at", "state", "sheets"}
    assert (known["upload_id"], known["file"], known["by"], known["state"]) == (
        upload_id,
        "October.xlsx",
        "Jo",
        "accepted",
    )
    assert datetime.fromisoformat(known["at"]).utcoffset().total_seconds() == 0
    assert answered("withdraw", upload_id)[1][0]["state"] == "withdrawn"
    assert counts(answered("check", october)[1][0])["Visits"] == (2, 2, 0, 0)
    assert answered("restore", upload_id)[1][0]["state"] == "accepted"
    assert counts(answered("check", october)[1][0])["Visits"] == (2, 0, 0, 2)


def test_who_does_it_is_the_account_of_the_machine_where_no_name_is_given(answered, october, tmp_path):
    account = getpass.getuser()
    upload_id = answered("load", october)[1][0]["upload_id"]
    assert answered("history")[1][0]["by"] == account
    assert answered("heading", "YP seen", "Children spoken to")[1][0]["by"] == account
    answered("withdraw", upload_id)
    answered("restore", upload_id, "--by", " R. Bell ")
    store = open_store(tmp_path / "test.duckdb")
    assert [each["made_by"] for each in withdrawals(store, of_every_home())] == [account, "R. Bell"]
    store.close()


@pytest.mark.parametrize("command", [("load", "x.xlsx"), ("withdraw", "1"), ("restore", "1"), ("heading", "x", "y")])
@pytest.mark.parametrize("blank", ["", "  ", "\N{NO-BREAK SPACE}"])
def test_a_blank_name_is_refused_in_one_sentence(loaders, command, blank):
    status, out, error = loaders(*command, "--by", blank)
    assert (status, out, len(error.strip().splitlines())) == (2, "", 1) and "a blank name is nobody's" in error


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("lod", "x.xlsx"),
        ("load",),
        ("load", "no such file.xlsx"),
        ("check", "."),
        ("load", "x.xlsx", "--as-at", "31/10/2026"),
        ("withdraw", "no-such-id"),
        ("restore",),
        ("history", "--colour"),
    ],
)
def test_a_wrong_command_is_one_sentence(loaders, arguments):
    status, out, error = loaders(*arguments)
    assert (status, out, len(error.strip().splitlines())) == (2, "", 1)


HOLDS = "import sys, duckdb; held = duckdb.connect(sys.argv[1]); print(flush=True); sys.stdin.read()"


def test_a_database_that_another_program_has_open(loaders, october, tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "SECONDS", 0.2)
    words = [sys.executable, "-c", HOLDS, tmp_path / "test.duckdb"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"\n"
        for asked in [("history",), ("load", october), ("check", october)]:
            status, out, error = loaders(*asked)
            assert (status, out, len(error.strip().splitlines())) == (2, "", 1)
            assert "in use by another program" in error
        holder.stdin.close()


def test_a_process_of_its_own_says_what_the_command_says(begun, loaders, october):
    loaders("load", october)
    process = begun("check", october, "--json")
    out, error = process.communicate()
    assert (process.returncode, out, error) == loaders("check", october, "--json")


@pytest.mark.parametrize("made", [lambda path: path.write_text("no database" * 1000), lambda path: path.mkdir()])
def test_a_database_that_is_none(loaders, october, tmp_path, made):
    made(tmp_path / "other")
    status, _, error = loaders("load", october, db=tmp_path / "other")
    assert (status, len(error.strip().splitlines())) == (2, 1)


def test_a_load_that_is_killed_leaves_nothing_of_its_file(begun, answered, october, tmp_path):
    answered("load", october)
    rows = [good("findings", finding=f"Finding {number}") for number in range(10_000)]
    large = workbook(tmp_path / "Large.xlsx", sheet("findings", *rows, title="Findings"))
    began = time.monotonic()
    begun("check", large).communicate()
    whole = time.monotonic() - began
    for share in (0.4, 0.6, 0.75, 0.9):
        process = begun("load", large)
        time.sleep(whole * share)
        process.kill()
        process.communicate()
        store = open_store(str(tmp_path / "test.duckdb"))
        with store.reading(of_every_home()) as cursor:
            held, uploads = (
                cursor.run(f"select count(*) from main.{table}").fetchone()[0] for table in ("findings", "uploads")
            )
        store.close()
        assert held == 10_000 * (uploads - 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_text_files_in_every_encoding(answered, tmp_path, encoding):
    homes = "Home;Also known as;Service type;Registered places;Opened\nRosé “House”;Rosie;Secure;2;14/02/2016\n"
    visits = (
        'Home,Visit date,Visit type,Concerns\n\nrosie,14/10/2025,R44,"two\nlines – one"\nRosé'
        " House,15/10/2025,R44,£5\nElm,31/02/2025,R44,\n"
    )
    files = [tmp_path / "Homes of ours.csv", tmp_path / "Visits.csv"]
    for file, text in zip(files, (homes, visits), strict=True):
        file.write_bytes(text.encode(encoding))
    _, (homes, visits) = answered("check", *files)
    assert (homes["accepted"], homes["sheets"][0]["sheet"], visits["sheets"][0]["rows"]) == (True, "Homes of ours", 3)
    assert [(each["code"], each["sheet"], each["cell"]) for each in visits["problems"]] == [
        ("unknown-home", "Visits", "A6"),
        ("not-a-date", "Visits", "B6"),
    ]


def test_a_published_file_beside_the_councils_own(answered, october, tmp_path):
    published = tmp_path / "provider_level_at_31_march_2025.csv"
    published.write_text(
        "URN,Provision type,Local authority,Sector,Places,Inspection date,Overall effectiveness\n"
        "SC1,Children's home,Kent,Private,4,24/06/2016,Good\n"
    )
    status, answers = answered("load", october, published)
    assert (status, [each["dataset"] for each in answers[1]["sheets"]]) == (0, ["providers", "published_inspections"])


def test_people_read_words(loaders, october):
    status, out, error = loaders("load", october)
    assert (status, error) == (0, "")
    assert (
        "Visits (header in row 1): visits, 2 rows: 2 new, 0 changed, 0 unchanged" in out and "Left alone: Notes" in out
    )
    assert "October.xlsx  3 new, 0 changed, 0 unchanged" in loaders("history")[1]
