"""After the words are erased they stand in no file: not as bytes, and not in any table of any database."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from metrics.kept.laying import answered
from metrics.themes.themes import themes
from qa_data.backup import backup
from qa_data.copying import free
from qa_data.erasing.erase import Asked, NotErased, erase, would
from qa_data.erasing.found import counted
from qa_data.erasing.planned_words import of_words
from qa_data.erasing.walking import running, tables
from qa_data.opening import as_it_stands
from qa_data.schema import STORED, TABLES
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import restore, withdraw
from tests.drawn import HOMES, load_drawn
from tests.filling import upload
from tests.qa_data.erasing.planted import LONG, ODD, plant, stands
from tests.qa_data.stores.telling import STORES
from tests.qa_data.test_releases import unpacked
from tests.serving import ROOT

EVERY = of_every_home()
ASKED = Asked("Jo", "A name got in", words=(ODD,))

VISIT = {"home": "Ash House", "visit_date": date(2026, 10, 5), "visit_type": "Regulation 44 visit"}

VISITS = """
Home      | Visit date | Visit type | Protection of children | Concerns
Ash House | {day}      | Reg 44     | Not met                | {said}
"""


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "qa.duckdb"


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Path:
    """A store with the words in every column of text, loaded, loaded again, withdrawn and put back: to be copied."""
    path = tmp_path_factory.mktemp("made") / "qa.duckdb"
    store = open_store(path)
    load_drawn(store, HOMES)
    upload(store, file=f"{ODD}.xlsx", visits=[VISIT | {"concerns": f"{ODD} was out"}])
    later = upload(store, file="Later.xlsx", visits=[VISIT | {"concerns": LONG}])
    plant(store)
    withdraw(store, EVERY, later, "Jo")
    restore(store, EVERY, later, "Jo")
    store.close()
    return path


@pytest.fixture
def filled(made, path) -> Path:
    """Such a store of the test's own."""
    return Path(copyfile(made, path))


def test_every_column_of_text_is_planted_and_nothing_is_left_of_it(filled):
    path, store = filled, open_store(filled)
    answered(themes, store, of_every_home(date(2026, 10, 31)))
    with store.reading(EVERY) as cursor:
        columns = [(table.name, name) for table in tables(cursor.run) for name in table.texts]
    store.close()
    with duckdb.connect(path) as opened:
        for table, column in columns:
            told = f'select count(*) from main."{table}" where contains("{column}"::varchar, $odd)'
            assert opened.execute(told, {"odd": "Quandle"}).fetchone()[0], (table, column)
    found = stands(path.parent)
    assert "qa.duckdb has bytes" in found and len(found) > len(TABLES) - 4
    erase(path, ASKED)
    assert stands(path.parent) == []


def test_the_columns_that_are_left_alone_hold_nothing_that_anybody_wrote(path):
    """Those that are not looked through, each with why: an id, a digest or a word of the program's own lists."""
    store = open_store(path)
    with store.reading(EVERY) as cursor:
        left = {
            f"{each.name}.{name}"
            for each in tables(cursor.run)
            for name, kind in each.columns.items()
            if "VARCHAR" in kind and name not in each.texts
        }
        others = {kind.split("(")[0] for each in tables(cursor.run) for kind in each.columns.values()}
    chosen = {
        f"{each.name}.{column.name}"
        for each in STORED
        for column in each.columns
        if column.type in ("choice", "judgement", "standard", "standards")
    }
    of_rows = {f"{each.name}.{name}" for each in STORED for name in ("upload_id", "cells")}
    assert sorted(left - chosen - of_rows) == LEFT_ALONE
    assert others <= {
        "VARCHAR",
        "VARCHAR[]",
        "MAP",
        "UUID",
        "DATE",
        "TIMESTAMP",
        "BOOLEAN",
        "BIGINT",
        "INTEGER",
        "DOUBLE",
    }


LEFT_ALONE = sorted(
    """
child_answers.answer child_answers.reference column_sets.of_column concern_answers.answer concern_answers.indicator
concern_answers.standard erasures.counts erasures.kind erasures.upload_id headings.heading headings.reads_as
headings.sheet lesson_answers.action lesson_answers.answer lesson_answers.lesson lessons.about lessons.lesson
lessons.standards page_choices.reference page_choices.shown_as rebases.indicator rebases.standard records_set.kind
repeat_decisions.decision settings.setting settled.cell settled.of_column settled.of_dataset settled.upload_id
sheet_columns.letter sheet_columns.of_column sheet_columns.of_upload upload_states.state upload_states.upload_id
uploads.sha256 uploads.upload_id
""".split()
)


def test_a_table_that_another_part_adds_is_looked_through_too(filled, path):
    with duckdb.connect(path) as opened:
        opened.execute("create schema other; create table other.notes (number int, said struct(text varchar, n int)[])")
        opened.execute("insert into other.notes values (1, [{text: $odd, n: 2}])", {"odd": ODD})
    erase(path, ASKED)
    with duckdb.connect(path) as opened:
        assert opened.execute("from other.notes").fetchall() == [(1, [{"text": "[erased]", "n": 2}])]
    assert stands(path.parent) == []


NOT_CLOSED = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.execute("insert into settings values ('a', 14, 'By O’Quandle’s wish', 'Jo', now()::timestamp)")
os._exit(0)
"""


def test_what_stands_in_the_log_alone_goes_too(path):
    open_store(path).close()
    subprocess.run([sys.executable, "-c", NOT_CLOSED, str(path)], check=True, cwd=ROOT)
    assert Path(f"{path}.wal").exists()
    erase(path, Asked("Jo", "A name got in", words=("Quandle",)))
    assert stands(path.parent, "Quandle") == [] and not Path(f"{path}.wal").exists()


def test_copies_beside_are_written_anew_and_backups_are_named(filled, path, tmp_path):
    copy, kept = free(path), tmp_path / "elsewhere" / "kept.duckdb"
    kept.parent.mkdir()
    backup(path, kept)
    copy.write_bytes(path.read_bytes())
    done = erase(path, ASKED)
    assert [(each.path, each.became) for each in done.copies] == [(copy, "written anew")]
    assert [(each.path, each.holds) for each in done.backups] == [(kept, True)]
    assert {found.split(":")[0].split(" has")[0] for found in stands(tmp_path)} == {"kept.duckdb"}
    kept.unlink()
    with pytest.raises(NotErased, match="stands nowhere"):
        erase(path, ASKED)


def test_copies_can_be_taken_away_instead_also_those_that_cannot_be_opened(filled, path):
    copy, broken = free(path), path.with_name("qa before the flood.duckdb")
    copy.write_bytes(path.read_bytes())
    broken.write_bytes(path.read_bytes()[:20_000])
    [held] = [each for each in erase(path, ASKED).copies if each.path == broken]
    assert held.holds is None and broken.exists() and copy.exists()
    store = open_store(path)
    upload(store, visits=[VISIT | {"concerns": ODD}])
    store.close()
    done = erase(path, ASKED, without_copies=True)
    assert {each.became for each in done.copies} == {"removed"} and stands(path.parent) == []
    assert not broken.exists() and not copy.exists()


@pytest.mark.parametrize("release", ["0.4.0", "0.6.0"])
def test_a_copy_that_an_earlier_version_made_is_brought_up_and_written_anew(tmp_path, release):
    path = unpacked(STORES / release, tmp_path)
    open_store(path).close()
    [copy] = tmp_path.glob("qa before *.duckdb")
    with duckdb.connect(copy) as opened:
        [[home]] = opened.execute("select min(home) from homes").fetchall()
    done = erase(path, Asked("Jo", "A name got in", words=(home,)))
    assert [each.became for each in done.copies] == ["written anew"]
    assert stands(tmp_path, home) == []
    store = open_store(copy)
    assert store.rows(EVERY, "select count(*) as n from homes where home = '[erased]'") == [{"n": 1}]
    store.close()


def test_what_would_go_is_counted_and_shown_with_its_cells_and_nothing_changes(path):
    store = open_store(path)
    load_drawn(store, HOMES, VISITS.format(day="2026-10-05", said="Then quandle left"), file="About Quandle.xlsx")
    store.close()
    before = path.read_bytes()
    with as_it_stands(str(path)) as opened:
        found = would(running(opened), Asked(words=("Quandle",)))
    assert {each.table: (each.changed, each.cells) for each in found.tables} == {
        "uploads": (1, {"file": 1}),
        "visits": (1, {"concerns": 1}),
    }
    [cell] = [each for each in found.cells if each.table == "visits"]
    assert (cell.sheet, cell.cell, cell.text) == ("Sheet2", "E2", "Then [erased] left")
    assert path.read_bytes() == before


def test_the_record_says_who_why_and_how_much_and_not_what(filled, path):
    erase(path, Asked("Jo", "A name got in", words=(ODD,)))
    store = open_store(path)
    *_, line = store.rows(EVERY, "from erasures order by moment")
    assert (line["made_by"], line["reason"], line["kind"], line["upload_id"]) == ("Jo", "A name got in", "words", None)
    assert line["counts"]["visits"] >= 3 and set(line["counts"]) <= set(TABLES)
    store.close()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (Asked("", "Why", words=(ODD,)), "your name and a reason"),
        (Asked("Jo", " ", words=(ODD,)), "your name and a reason"),
        (Asked("Jo", "For jorgen o quandle", words=(ODD,)), "the words stand in your name or in the reason"),
        (Asked("Jo", "Why", words=("nowhere to be found",)), "stands nowhere"),
        (Asked("Jo", "Why", words=("…",)), "no letter and no digit"),
        (Asked("Jo", "Why", upload_id="none"), "No upload has the id none"),
        (Asked("Jo", "Why"), "Say what should be erased"),
    ],
)
def test_what_is_not_told_rightly_is_not_done(filled, path, asked, why):
    before = path.read_bytes()
    with pytest.raises(NotErased, match=why):
        erase(path, asked)
    assert path.read_bytes() == before


def test_one_erasure_after_the_other(path):
    store = open_store(path)
    load_drawn(store, HOMES, VISITS.format(day="2026-10-05", said="Quandle and zwerp, erased"))
    store.close()
    for words in ("quandle", "Zwerp", "erased"):
        erase(path, Asked("Jo", "A name got in", words=(words,)))
    store = open_store(path)
    assert store.rows(EVERY, "select concerns from visits") == [{"concerns": "[erased] and [erased], [erased]"}]
    assert len(store.rows(EVERY, "from erasures")) == 3
    store.close()


def test_very_common_words_show_how_much_would_go(path):
    store = open_store(path)
    said = [VISITS.format(day=f"2026-09-{day:02}", said="The office is the problem") for day in range(1, 21)]
    load_drawn(store, HOMES, *said)
    store.close()
    with as_it_stands(str(path)) as opened:
        [visits] = [each for each in would(running(opened), Asked(words=("the",))).tables if each.table == "visits"]
        assert counted(running(opened), of_words(running(opened), ("the",)))
    assert (visits.changed, visits.all_rows) == (20, 20)
