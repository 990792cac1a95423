"""Where the words stand in what a row, a home, a sheet or a heading is known by, what differs differs still."""

from datetime import date

import duckdb
import pytest

from metrics.actions.repeats import decide
from qa_data.erasing.erase import Asked, erase, would
from qa_data.erasing.walking import running
from qa_data.headings import headings, map_heading
from qa_data.migrations import digests_made_anew
from qa_data.opening import as_it_stands
from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.filling import upload

EVERY = of_every_home()
DAY = date(2026, 10, 5)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "qa.duckdb"


def erased(path, *words: str) -> None:
    erase(path, Asked("Jo", "A name got in", words=words))


def test_rows_that_differed_in_the_words_alone_are_two_still(path):
    store = open_store(path)
    said = ("Quandle was out", "QUANDLE was out", "[erased] was out", "Zwerp was out")
    found = {"home": "Ash House", "found_on": DAY, "source": "Complaint", "kind": "Concern", "standards": ["QS12"]}
    upload(store, findings=[found | {"finding": text} for text in said])
    upload(store, findings=[found | {"finding": said[0], "kind": "Good practice"}])
    store.close()
    erased(path, "quandle")
    store = open_store(path)
    rows = store.rows(EVERY, "select finding, kind from findings order by finding")
    assert [row["finding"] for row in rows] == [
        "Zwerp was out",
        "[erased 2] was out",
        "[erased 3] was out",
        "[erased] was out",
    ]
    assert sorted(row["kind"] for row in rows) == ["Concern"] * 3 + ["Good practice"]
    assert len(store.rows(EVERY, "from main.findings")) == 5
    store.close()


def test_rows_are_known_by_digests_of_what_stands_there_now(path):
    store = open_store(path)
    upload(store, findings=[{"home": "Ash House", "found_on": DAY, "source": "Complaint", "finding": "Quandle"}])
    store.close()
    erased(path, "quandle")
    with duckdb.connect(path) as opened:
        before = opened.execute("select row_key, content from findings").fetchall()
        digests_made_anew(opened)
        assert opened.execute("select row_key, content from findings").fetchall() == before


def test_a_home_has_one_new_name_wherever_it_stands_and_it_is_warned_of(path):
    store = open_store(path)
    homes = [{"home": name, "opened": date(2015, 5, 1)} for name in ("Quandle House", "QUANDLE House", "Ash House")]
    visits = [{"home": each["home"], "visit_date": DAY, "visit_type": "Regulation 44 visit"} for each in homes]
    actions = [
        {"home": "Quandle House", "reference": f"Quandle {number}", "action": "Mend", "raised": DAY}
        for number in (1, 2)
    ]
    upload(store, homes=homes, visits=visits, actions=actions)
    decide(store, EVERY, "Jo", "Quandle House", "Quandle 1", "Quandle 2", "dismissed", "Another matter")
    store.close()
    with as_it_stands(str(path)) as opened:
        found = would(running(opened), Asked(words=("quandle",)))
    assert found.homes == ("[erased 2] House", "[erased] House")
    erased(path, "quandle")
    store = open_store(path)
    names = store.rows(EVERY, "select home, visit_date from homes join visits using (home) order by home")
    assert [row["home"] for row in names] == ["Ash House", "[erased 2] House", "[erased] House"]
    [decided] = store.rows(EVERY, "from repeat_decisions")
    references = {row["reference"] for row in store.rows(EVERY, "select * from actions join homes using (home)")}
    assert {decided["first_reference"], decided["later_reference"]} == references and len(references) == 2
    assert decided["home"] in {row["home"] for row in store.rows(EVERY, "from actions")}
    store.close()


def test_a_heading_goes_in_the_way_that_it_is_compared_too(path):
    store = open_store(path)
    map_heading(store, EVERY, "Jo", "Quandle's view", "Children's views", "Zwerp Quandle")
    store.close()
    erased(path, "Zwerp Quandle", "quandle")
    store = open_store(path)
    [told] = headings(store, EVERY)
    assert (told["heading"], told["sheet"]) == ("[erased]'s view", "[erased]")
    [stored] = store.rows(EVERY, "select heading, sheet from main.headings")
    assert stored == {"heading": "erasedsview", "sheet": "erased"}
    store.close()


def test_words_across_a_line_break_and_of_several_spellings_go(path):
    store = open_store(path)
    visit = {"home": "Ash House", "visit_date": DAY, "visit_type": "Regulation 44 visit"}
    upload(store, visits=[visit | {"concerns": "Zwerp\r\n Quandle’s bed; zwérp-quandle"}])
    store.close()
    erased(path, "Zwerp Quandle")
    store = open_store(path)
    assert store.rows(EVERY, "select concerns from visits") == [{"concerns": "[erased]’s bed; [erased]"}]
    store.close()
