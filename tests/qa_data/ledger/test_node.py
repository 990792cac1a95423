"""Processes that share a store on a server: each has all that any of them gave, in the order in which it was kept."""

import json
import subprocess
import sys
import threading
from datetime import date

import pytest

from qa_data.commands import to_read
from qa_data.ledger import server as servers
from qa_data.ledger.head import head
from qa_data.ledger.node import EVERY, Node
from qa_data.ledger.server import Server
from qa_data.migrations import VERSION
from qa_data.opening import connected
from qa_data.scope import of_every_home
from qa_data.store import Store, StoreUnavailable, open_store
from qa_data.uploads import last_change, next_moment
from tests.postgresql import halted, said
from tests.serving import ROOT

SCOPE = of_every_home(date(2026, 11, 1))


@pytest.fixture
def node(address, tmp_path, monkeypatch):
    """Makes a process's copy of the store, each in a folder of its own, as on another machine."""
    opened: list[Node] = []

    def opens(name: str) -> Store:
        monkeypatch.setenv("QA_NODE", str(tmp_path / name))
        monkeypatch.setattr("qa_data.ledger.node.EVERY", 0.0)
        opened.append(open_store(address))
        return opened[-1]

    yield opens
    for each in opened:
        each.close()


def give(store: Store, *uploads: str) -> None:
    with store.writing(SCOPE) as cursor:
        for upload in uploads:
            add(cursor, upload)


def add(cursor, upload: str) -> None:
    cursor.run(
        "insert into main.uploads by name select $id as upload_id, 'f' as file, $moment as moment, '[]' as sheets",
        id=upload,
        moment=next_moment(cursor),
    )


def given(store: Store) -> list[str]:
    rows = store.rows(SCOPE, "select upload_id from main.uploads order by moment")
    return [row["upload_id"] for row in rows]


def test_each_has_what_another_gave_at_its_next_question(node):
    one, other = node("one"), node("other")
    give(one, "a")
    assert given(other) == ["a"]
    give(other, "b", "c")
    assert given(one) == ["a", "b", "c"]
    assert given(node("later")) == ["a", "b", "c"]
    assert EVERY <= 0.25


def test_what_a_write_does_not_finish_is_nowhere(node):
    one, other = node("one"), node("other")
    with pytest.raises(ZeroDivisionError), one.writing(SCOPE) as cursor:
        add(cursor, "a")
        raise ZeroDivisionError
    assert given(one) == given(other) == given(node("later")) == []
    give(one, "b")
    assert given(one) == given(other) == ["b"]


REFUSING = """
create function refusing() returns trigger language plpgsql as 'begin raise exception $$not this one$$; end';
create trigger refusing before insert on qa.given execute function refusing()
"""


def test_what_the_server_does_not_take_is_not_here_either(node, address):
    one = node("one")
    said(address, REFUSING)
    with pytest.raises(StoreUnavailable, match="refused"):
        give(one, "a")
    said(address, "drop trigger refusing on qa.given")
    assert given(one) == []


def test_what_is_worked_out_stays_with_who_worked_it_out(node):
    one, other = node("one"), node("other")
    with one.writing(SCOPE, worked_out=True) as cursor:
        cursor.run("create schema qa_kept")
        cursor.run("create table qa_kept.values as select 1 as value")
    give(other, "a")
    assert given(one) == ["a"] and one.rows(SCOPE, "from qa_kept.values") == [{"value": 1}]
    assert other.rows(SCOPE, "select 1 as there from duckdb_schemas() where schema_name = 'qa_kept'") == []


def test_moments_follow_each_other_in_the_order_in_which_writes_are_kept(node):
    one, other, asks = node("one"), node("other"), node("asks")
    begun, may_end = threading.Event(), threading.Event()

    def slowly() -> None:
        with one.writing(SCOPE) as cursor:
            add(cursor, "slow")
            begun.set()
            may_end.wait()

    slow = threading.Thread(target=slowly)
    quick = threading.Thread(target=give, args=(other, "quick"))
    slow.start()
    begun.wait()
    quick.start()
    before = last_change(asks, SCOPE)
    assert given(asks) == [] and before is None
    may_end.set()
    slow.join()
    quick.join()
    assert given(asks) == given(one) == given(other) == ["slow", "quick"]


WRITER = """
import sys
from tests.qa_data.ledger.test_node import SCOPE, add
from qa_data.store import open_store
store = open_store(sys.argv[1])
with store.writing(SCOPE) as cursor:
    add(cursor, "killed")
    print("writing", flush=True)
    sys.stdin.read()
"""


def test_a_writer_that_is_killed_leaves_nothing_and_no_lock(node, address, tmp_path):
    one = node("one")
    node("killed")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, address], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout.readline() == b"writing\n"
        process.kill()
    give(one, "after")
    assert given(one) == ["after"] == given(node("killed"))


FIRST = "import sys; from qa_data.store import open_store; open_store(sys.argv[1]); print('open')"


def test_first_opens_at_once_all_open(address, tmp_path):
    opening = [
        subprocess.Popen([sys.executable, "-c", FIRST, address], cwd=ROOT, stdout=subprocess.PIPE) for _ in range(3)
    ]
    assert [each.communicate()[0] for each in opening] == [b"open\n"] * 3
    assert said(address, "select count(*) from qa.head") == ["1"]


def test_who_hangs_while_writing_is_told_of(node, address, monkeypatch):
    one = node("one")
    monkeypatch.setattr(servers, "WAITS", "100ms")
    with Server(address).alone(), pytest.raises(StoreUnavailable, match="^Somebody else has been writing to the store"):
        give(one, "a")
    give(one, "b")
    assert given(one) == ["b"]


def test_a_writer_without_a_sign_is_ended_and_nothing_of_it_is_kept(node, monkeypatch):
    one, other = node("one"), node("other")
    monkeypatch.setattr(servers, "HOLDS", "100ms")
    with pytest.raises(StoreUnavailable), one.writing(SCOPE) as cursor:
        add(cursor, "a")
        give(other, "b")  # waits until the server has ended the first
    assert given(one) == given(other) == ["b"]


def test_what_is_written_anew_is_anew_for_all(node):
    one, other = node("one"), node("other")
    give(one, "kept", "erased")
    assert given(other) == ["kept", "erased"]

    def without() -> str:
        with open_file(one) as connection:
            connection.execute("delete from main.uploads where upload_id = 'erased'")
        return "done"

    assert one.rewritten(without) == "done"
    assert given(one) == given(other) == ["kept"]
    give(other, "later")
    assert given(one) == ["kept", "later"] == given(node("another"))


def open_file(store: Store):
    return connected(str(store.own_file))


def test_who_writes_and_who_makes_its_copy_anew_do_not_wait_for_each_other(node):
    one, other = node("one"), node("other")
    give(one, "kept")
    one._next = float("inf")  # it has just looked
    other.rewritten(lambda: None)
    begun = threading.Event()

    def reads() -> None:
        begun.set()
        one._next = 0.0
        given(one)

    reader = threading.Thread(target=reads)
    with one.reading(SCOPE):
        reader.start()  # waits until nobody reads
        begun.wait()
    writer = threading.Thread(target=give, args=(one, "later"))
    writer.start()
    reader.join()
    writer.join()
    assert given(one) == given(other) == ["kept", "later"]


def test_two_stores_of_one_process_have_a_file_each(address, node, tmp_path):
    one, other = node("one"), node("one")
    assert one.own_file != other.own_file
    give(one, "a")
    assert given(other) == ["a"]


def test_what_fails_while_it_is_written_anew_changes_nothing(node):
    one, other = node("one"), node("other")
    give(one, "kept")
    with pytest.raises(ZeroDivisionError):
        one.rewritten(lambda: 1 / 0)
    assert given(one) == given(other) == ["kept"]


def test_copies_of_this_machine_that_nobody_follows_go_when_something_is_erased(node, tmp_path):
    left = node("one")
    give(left, "a")
    path = left.own_file.with_name(left.own_file.name.replace(" 1.", " 2."))
    path.write_bytes(b"an idle copy")
    left.rewritten(lambda: None)
    assert not path.exists() and left.own_file.exists()


def test_a_server_that_was_put_back_to_an_earlier_day_is_copied_anew(node, address):
    one = node("one")
    give(one, "a", "b")
    said(address, "delete from qa.given where row like '%\"b\"%'")  # as its own backup of an earlier day has it
    assert given(one) == ["a"]
    give(one, "c")
    said(address, "delete from qa.given where row like '%\"c\"%'")
    said(address, "select setval(pg_get_serial_sequence('qa.given', 'position'), max(position)) from qa.given")
    give(node("other"), "d")
    assert given(one) == ["a", "d"]


@pytest.mark.parametrize("newer", ["version = version + 1", """columns = '{"uploads": {"of_tomorrow": "varchar"}}'"""])
def test_an_older_program_is_refused_in_a_sentence(node, address, newer):
    one = node("one")
    give(one, "a")
    said(address, f"update qa.head set {newer}")
    with pytest.raises(StoreUnavailable, match="by a newer version of this program"):
        given(one)
    with pytest.raises(StoreUnavailable, match="by a newer version of this program"):
        node("other")


def test_a_column_that_is_new_is_taken_in_at_once(node, address):
    give(node("one"), "a")
    columns = json.loads(said(address, "select columns from qa.head")[0])
    columns["uploads"].pop("sample")
    said(address, f"update qa.head set columns = '{json.dumps(columns)}'")
    assert given(node("other")) == ["a"]
    with Server(address).asked() as asked:
        assert "sample" in head(asked).given["uploads"] and head(asked).version == VERSION


def test_a_copy_that_is_damaged_is_made_anew(node):
    one = node("one")
    give(one, "a")
    one.close()
    one.own_file.write_bytes(b"no database")
    assert given(node("one")) == ["a"]


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path, monkeypatch):
    monkeypatch.setenv("QA_NODE", str(tmp_path))
    with pytest.raises(StoreUnavailable) as wrong:
        open_store("postgresql://jo:secret@127.0.0.1:1/qa")
    assert str(wrong.value).startswith("The PostgreSQL server 127.0.0.1:1/qa cannot be reached (connection refused).")
    assert "secret" not in str(wrong.value) and "jo" not in str(wrong.value)


def test_while_the_server_is_gone_what_the_copy_has_is_shown_and_nothing_is_kept(node, address, capsys):
    one = node("one")
    give(one, "a")
    with halted(address):
        assert given(one) == ["a"] and one.as_of
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            give(one, "b")
        one.close()
        to_read(address).close()
        assert "keeps the store cannot be reached: this is as known on " in capsys.readouterr().err
        again = node("one")
        assert given(again) == ["a"] and again.as_of
    assert given(again) == ["a"] and again.as_of is None
    give(again, "c")
    assert given(again) == ["a", "c"]


def test_who_is_undisturbed_is_given_nothing_meanwhile_and_all_of_it_afterwards(node):
    one, other = node("one"), node("other")
    with one.undisturbed():
        give(other, "a")
        looking = threading.Thread(target=lambda: seen.append(given(one)))
        seen: list[list[str]] = []
        looking.start()
        looking.join()
        with one.snapshot():
            assert given(one) == []
    assert seen == [[]] and given(one) == ["a"]
