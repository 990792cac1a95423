"""The audit: nothing goes missing from it, or is changed in it, without showing."""

import json
import random
import stat
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from qa_data.audit import What, acting, entries, file, forget, gaps, hashed, note, server
from qa_data.audit.file import audit_file, end_file, key_file
from qa_data.audit.kept import kept
from qa_data.file import MEMORY
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.trouble import StoreUnavailable
from qa_data.where import on_a_server
from tests.postgresql import said as answered


@pytest.fixture
def in_file(tmp_path):
    """A store that is a file: what a disk alone can do to an audit is tried there."""
    return str(tmp_path / "qa.duckdb")


@pytest.fixture(params=["in_file", "address"])
def database(request):
    """A store that is a file, and one on a server: an audit is the same, whatever it is kept in."""
    return request.getfixturevalue(request.param)


def filled(database: str, entries: int = 6) -> list[bytes]:
    """An audit of so many entries, and its lines."""
    for number in range(entries):
        note(database, What.LOADED, "R. Bell", upload_id=f"upload {number}")
    return kept(database).whole().splitlines(keepends=True)


def put(database: str, lines: list[bytes]) -> None:
    """Puts those lines in the audit's place, as somebody does who may write to what it is kept in."""
    if not on_a_server(database):
        audit_file(database).write_bytes(b"".join(lines))
        return
    rows = "".join(f"insert into qa.audit (line) values ($line${line[:-1].decode()}$line$);" for line in lines)
    answered(database, f"delete from qa.audit; {rows}")


def test_an_entry_says_who_in_which_role_did_what_where(database):
    with acting("R. Bell", {"manager", "clinic"}):
        note(database, What.LOOKED, page="home", home="Ash House")
    [entry] = entries(database)
    assert {name: entry[name] for name in ("number", "person", "roles", "what", "page", "home", "about")} == {
        "number": 1,
        "person": "R. Bell",
        "roles": ["clinic", "manager"],
        "what": "looked at",
        "page": "home",
        "home": "Ash House",
        "about": {},
    }
    assert datetime.fromisoformat(entry["moment"]).tzinfo


def test_a_command_is_its_accounts(database):
    note(database, What.WITHDRAWN, "svc-qa", upload_id="0192")
    assert [(entry["person"], entry["roles"], entry["about"]) for entry in entries(database)] == [
        ("svc-qa", ["command"], {"upload_id": "0192"})
    ]


def test_a_store_in_memory_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    note(MEMORY, What.LOADED, "R. Bell")
    assert [*tmp_path.iterdir()] == []


def test_only_the_owner_reads_it(in_file):
    filled(in_file)
    hashed(in_file, "fire")
    for path in (audit_file(in_file), end_file(in_file), key_file(in_file)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_whole_it_has_no_gap_and_without_an_entry_none_either(database):
    assert gaps(database) == [] and entries(database) == []
    filled(database)
    assert gaps(database) == []


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (lambda lines: lines[1:], "Before entry 2"),
        (lambda lines: [*lines[:2], *lines[3:]], "Before entry 4"),
        (lambda lines: lines[:4], "After entry 4: 2 entries are missing; the audit once ended with entry 6."),
        (lambda lines: [], "The audit itself is missing: it once ended with entry 6."),
        (lambda lines: [lines[1], lines[0], *lines[2:]], "Before entry 2"),
        (lambda lines: [*lines[:2], lines[1], *lines[2:]], "Before entry 2"),
        (lambda lines: [*lines[:2], lines[2].replace(b"Bell", b"Ball"), *lines[3:]], "Before entry 4"),
        (lambda lines: [*lines[:5], lines[5].replace(b"Bell", b"Ball")], "Entry 6 is not what it was"),
        (lambda lines: [*lines[:2], lines[2][:-9] + b"\n", *lines[3:]], "Line 3 cannot be read"),
        (lambda lines: [*lines[:2], b"[]\n", *lines[2:]], "Line 3 cannot be read"),
        (lambda lines: [line.replace(b"\n", b"\r\n") for line in lines], "Before entry 2"),
    ],
    ids="first gone,middle gone,end gone,all gone,turned,twice,changed,last changed,cut,another,CRLF".split(","),
)
def test_what_is_missing_or_changed_shows(database, done, said):
    put(database, done(filled(database)))
    assert any(gap.startswith(said) for gap in gaps(database)), gaps(database)


@pytest.mark.parametrize(
    "done",
    [
        lambda lines: lines[:4],
        lambda lines: [],
        lambda lines: [*lines[:5], lines[5].replace(b"Bell", b"Ball")],
    ],
    ids=["end gone", "all gone", "last changed"],
)
def test_what_was_missing_at_the_end_still_shows_once_more_is_done(database, done):
    put(database, done(filled(database)))
    filled(database, 3)
    assert gaps(database) == ["Before entry 7: entries are missing, or the one before was changed."]
    assert [entry["number"] for entry in entries(database)][-3:] == [7, 8, 9]


def test_a_line_that_is_no_text_shows(in_file):
    lines = filled(in_file)
    put(in_file, [*lines[:2], b"\xff\n", *lines[2:]])
    assert gaps(in_file)[0].startswith("Line 3 cannot be read")


def test_an_end_that_is_no_longer_known_is_said_and_shows_once_more_is_done(database):
    put(database, filled(database)[:4])
    answered(database, "delete from qa.audit_end") if on_a_server(database) else end_file(database).unlink()
    assert_its_end_is_unknown(database)


@pytest.mark.parametrize("left", [b"", b"x y\n", b"\xff"], ids=["empty", "no number", "no text"])
def test_so_is_an_end_that_cannot_be_read(in_file, left):
    put(in_file, filled(in_file)[:4])
    end_file(in_file).write_bytes(left)
    assert_its_end_is_unknown(in_file)


def assert_its_end_is_unknown(database: str) -> None:
    assert [gap.partition(":")[0] for gap in gaps(database)] == ["Where the audit ended is no longer known"]
    filled(database, 2)
    assert [gap.partition(":")[0] for gap in gaps(database)] == ["Before entry 5"]


def test_an_entry_that_is_changed_is_read_anew(database):
    lines = filled(database)
    before = kept(database).changed()
    assert kept(database).changed() == before
    put(database, [*lines[:2], lines[2].replace(b"Bell", b"Ball."), *lines[3:]])
    assert kept(database).changed() != before


@pytest.mark.parametrize("times", [1, 2])
def test_killed_between_an_entry_and_its_end_is_no_gap(in_file, times):
    for _ in range(times):
        filled(in_file, 2)
        before = end_file(in_file).read_bytes()
        note(in_file, What.LOADED, "R. Bell")
        end_file(in_file).write_bytes(before)
    assert gaps(in_file) == []


def test_any_byte_that_is_changed_shows(in_file):
    whole = b"".join(filled(in_file, 4))
    draw = random.Random(4)
    for at in draw.sample(range(len(whole)), 60):
        changed = bytearray(whole)
        changed[at] ^= draw.randrange(1, 256)
        audit_file(in_file).write_bytes(bytes(changed))
        assert gaps(in_file), (at, changed[at])


def test_after_a_line_cut_off_by_a_kill_the_audit_goes_on_and_says_so(in_file):
    filled(in_file, 2)
    before = end_file(in_file).read_bytes()
    lines = filled(in_file, 1)
    audit_file(in_file).write_bytes(b"".join(lines)[:-20])
    end_file(in_file).write_bytes(before)
    note(in_file, What.LOADED, "R. Bell")
    assert [entry["number"] for entry in entries(in_file)] == [1, 2, 4]
    assert gaps(in_file) == ["Line 3 cannot be read: it was changed, or cut off while it was written."]


def _noted(asked: tuple[str, int]) -> None:
    database, who = asked
    for number in range(40):
        note(database, What.LOOKED, f"Person {who}", number=number)


def test_many_programs_write_it_at_once(database):
    with ProcessPoolExecutor(4) as pool:
        list(pool.map(_noted, [(database, who) for who in range(4)]))
    assert gaps(database) == []
    assert [entry["number"] for entry in entries(database)] == [*range(1, 161)]
    for who in range(4):
        told = [entry["about"]["number"] for entry in entries(database) if entry["person"] == f"Person {who}"]
        assert told == [*range(40)]


def test_words_are_found_by_who_knows_them_and_read_by_nobody(database):
    note(database, What.SEARCHED, "R. Bell", words=hashed(database, "  Fire   Drill"))
    assert b"rill" not in kept(database).whole()
    assert entries(database)[0]["about"]["words"] == hashed(database, "fire drill") != hashed(database, "fire")


def test_the_same_words_are_another_hash_at_another_council(tmp_path):
    assert hashed(str(tmp_path / "a"), "fire") != hashed(str(tmp_path / "b"), "fire")


def test_what_is_said_is_cut_so_that_a_line_stays_short(database):
    note(database, What.REFUSED, "é" * 100_000, page="\n" * 100_000, path="\U0001f600" * 100_000)
    note(database, What.REFUSED, "R. Bell")
    assert gaps(database) == [] and len(entries(database)) == 2


def aged(database: str, days: list[int]) -> None:
    """An audit whose entries are so many days old, whole."""
    from qa_data.audit import noting

    for age in days:
        moment = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=age)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(noting, "utc_now", lambda moment=moment: moment)
            note(database, What.LOOKED, "R. Bell", age=age)


def test_old_entries_are_dropped_and_what_is_left_is_whole_and_says_so(database):
    aged(database, [90, 60, 40, 20, 1])
    assert forget(database, datetime.now(UTC).replace(tzinfo=None) - timedelta(days=30)) == 3
    left = entries(database)
    assert [(entry["what"], entry["about"].get("age")) for entry in left] == [
        ("looked at", 20),
        ("looked at", 1),
        ("dropped old entries", None),
    ]
    assert left[-1]["about"]["entries"] == 3 and gaps(database) == []
    assert (left[-1]["person"], left[-1]["roles"]) == ("", ["program"])
    assert forget(database, datetime.now(UTC).replace(tzinfo=None) - timedelta(days=10)) == 1
    assert gaps(database) == []
    put(database, kept(database).whole().splitlines(keepends=True)[1:])
    assert gaps(database) != []


def test_where_nothing_is_old_nothing_is_noted(database):
    aged(database, [1])
    assert forget(database, datetime.now(UTC).replace(tzinfo=None) - timedelta(days=30)) == 0
    assert len(entries(database)) == 1


def test_what_cannot_be_noted_is_not_done(tmp_path):
    with pytest.raises(StoreUnavailable, match=r"^Nothing was done: .*cannot be written"):
        note(str(tmp_path / "no folder" / "qa.duckdb"), What.LOADED, "R. Bell")
    with pytest.raises(StoreUnavailable, match=r"127\.0\.0\.1:1/qa cannot be reached") as unreached:
        note("postgresql://qa:secret@127.0.0.1:1/qa", What.LOADED, "R. Bell")
    assert "secret" not in str(unreached.value)


def test_any_sign_is_noted_as_it_is(database):
    said = "; drop table qa.audit; -- ' \" \\ $$ {} é \U0001f600 \n\r\t\0"
    note(database, What.REFUSED, "R. Bell", page=said)
    assert entries(database)[0]["page"] == said and gaps(database) == []


def test_on_a_server_what_is_noted_while_it_writes_is_kept_whatever_becomes_of_that(address):
    store = open_store(address)
    with pytest.raises(ZeroDivisionError), store.writing(of_every_home()):
        note(address, What.LOADED, "R. Bell")
        1 / 0  # noqa: B018
    assert [entry["what"] for entry in entries(address)] == ["loaded"]
    store.close()


def test_entries_since_a_day(database):
    aged(database, [3, 0])
    assert len(entries(database, datetime.now(UTC).date() - timedelta(days=1))) == 1


def test_an_audit_of_years_is_read_from_its_end(database, monkeypatch):
    monkeypatch.setattr(file, "BLOCK", 1000)
    monkeypatch.setattr(server, "BLOCK", 4)
    aged(database, [*([20] * 20), *([3] * 5), 0])
    assert len(kept(database).whole()) > 4 * file.BLOCK
    today = datetime.now(UTC).date()
    for days in (1, 4, 30):
        told = entries(database, today - timedelta(days=days))
        assert told == [entry for entry in entries(database) if entry["about"]["age"] <= days]
    assert len(next(kept(database).backwards())) <= 4


def test_each_line_is_json_that_other_programs_read(database):
    assert [json.loads(line)["number"] for line in filled(database, 3)] == [1, 2, 3]
