"""After an upload is erased the figures are those of a store that never had it, whatever is known by when."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from loaders.loading import load
from loaders.removing import remove
from qa_data.erasing.erase import Asked, NotErased, erase, would
from qa_data.erasing.walking import running
from qa_data.opening import as_it_stands
from qa_data.scope import of_every_home
from qa_data.store import Store, open_store
from qa_data.uploads import NoSuchUpload, restore, uploads, withdraw
from sample_data import WORKBOOKS
from tests.drawn import HOMES, load_drawn
from tests.qa_data import test_columns_kept as councils
from tests.qa_data.erasing.planted import stands
from tests.qa_data.test_releases import lasting
from tests.questions import answers
from tests.seeds import some

EVERY = of_every_home()


def asked(upload_id: str) -> Asked:
    return Asked("Jo", "Loaded by mistake", upload_id=upload_id)


@pytest.mark.parametrize("seed", some(range(4), 2))
def test_whole_councils_hold_what_plain_counting_says_without_it(seed, tmp_path):
    random, path = Random(seed), tmp_path / "qa.duckdb"
    store = open_store(path)
    load_drawn(store, councils.TWO_HOMES)
    keys = [(home, date(2026, month, 1)) for home in ("Ash House", "Oak House") for month in (7, 8)]
    told, moments = _happened(store, random, keys)
    store.close()
    for _ in range(2):
        gone = told.pop(random.randrange(len(told)))
        erase(path, asked(gone.upload_id))
    store = open_store(path)
    for known in moments:
        assert councils.same(councils.seen(store, known), councils.plain(told, known)), known
    store.close()


def _happened(store: Store, random: Random, keys: list[tuple]) -> tuple[list[councils.Told], list]:
    told, moments = [], []
    for _ in range(10):
        what = random.random()
        if told and what < 0.2:
            councils.turned(store, random.choice(told), random.random() < 0.6)
        elif what < 0.4:
            told += filter(None, [councils.removed(store, random)])
        else:
            told.append(councils.loaded(store, random, keys))
        moments.append(store.rows(EVERY, "select max(moment) as m from main.uploads")[0]["m"])
    return told, moments


GONE = 1
"""The log of visits: the second workbook."""

OF_UPLOADS = {"qa_data.retention.erasures", "qa_data.uploads.uploads", "qa_data.uploads.withdrawals"}


def test_every_question_is_answered_as_by_a_store_that_never_had_it(tmp_path):
    had, never = open_store(tmp_path / "qa.duckdb"), open_store(tmp_path / "never.duckdb")
    for place, workbook in enumerate(WORKBOOKS):
        load(had, EVERY, workbook, "Jo")
        if place != GONE:
            load(never, EVERY, workbook, "Jo")
    gone = uploads(had, EVERY)[GONE].upload_id
    had.close()
    erase(tmp_path / "qa.duckdb", asked(gone))
    had, scope = open_store(tmp_path / "qa.duckdb"), of_every_home(date(2026, 10, 31))
    both = zip(answers(had, scope), answers(never, scope), strict=True)
    different = {name for (name, one), (_, other) in both if lasting(one) != lasting(other)}
    assert different <= OF_UPLOADS
    had.close()
    never.close()


VISITS = """
Home      | Visit date | Visit type | Concerns
Ash House | 2026-10-05 | Reg 44     | The quandle was loose
Ash House | 2026-10-06 | Reg 44     | The zwerp was fixed
"""


@pytest.fixture
def path(tmp_path) -> Path:
    store = open_store(tmp_path / "qa.duckdb")
    load_drawn(store, HOMES, file="Homes.xlsx")
    store.close()
    return tmp_path / "qa.duckdb"


def loaded(path: Path, *tables: str, file: str) -> str:
    store = open_store(path)
    upload_id = load_drawn(store, *tables, file=file)
    store.close()
    return upload_id


def test_the_history_says_that_it_was_erased_and_not_what_it_was(path):
    upload_id = loaded(path, VISITS, file="Quandle.xlsx")
    assert stands(path.parent, "Quandle")
    erase(path, asked(upload_id))
    assert stands(path.parent, "Quandle") == []
    store = open_store(path)
    [homes, line] = uploads(store, EVERY)
    assert (line.upload_id, line.file, line.state, line.sha256, line.sheets) == (
        upload_id,
        "[erased]",
        "erased",
        "",
        [],
    )
    [told] = store.rows(EVERY, "from erasures")
    assert (told["upload_id"], told["kind"], told["made_by"], told["reason"]) == (
        upload_id,
        "upload",
        "Jo",
        "Loaded by mistake",
    )
    for turn in (withdraw, restore):
        with pytest.raises(NoSuchUpload, match="is erased"):
            turn(store, EVERY, upload_id, "Jo")
    store.close()
    with pytest.raises(NotErased, match="stands nowhere"):
        erase(path, asked(upload_id))


def test_a_withdrawn_upload_goes_too(path):
    upload_id = loaded(path, VISITS, file="Quandle.xlsx")
    store = open_store(path)
    withdraw(store, EVERY, upload_id, "Jo")
    store.close()
    erase(path, asked(upload_id))
    assert stands(path.parent, "Quandle") == []
    store = open_store(path)
    assert uploads(store, EVERY)[-1].state == "erased"
    store.close()


def test_what_another_upload_repeats_stays_and_is_named(path):
    upload_id = loaded(path, VISITS, file="October.xlsx")
    again = loaded(path, "\n".join(VISITS.splitlines()[:3]), file="October again.xlsx")
    with as_it_stands(str(path)) as opened:
        found = would(running(opened), asked(upload_id))
    assert (found.repeated, found.repeated_by) == (1, (again,))
    erase(path, asked(upload_id))
    store = open_store(path)
    assert [row["concerns"] for row in store.rows(EVERY, "from visits")] == ["The quandle was loose"]
    store.close()


def test_what_a_removal_repeats_of_it_goes_and_its_line_no_longer_names_the_file(path):
    upload_id = loaded(path, VISITS, file="Quandle.xlsx")
    store = open_store(path)
    rows = store.rows(EVERY, "select row_key::varchar as row_key, file, sheet, sheet_row from visits")
    remove(store, EVERY, "Jo", [row | {"dataset": "visits"} for row in rows])
    store.close()
    erase(path, asked(upload_id))
    assert stands(path.parent, "Quandle") == [] and stands(path.parent, "zwerp") == []


def test_the_same_file_can_be_loaded_again_afterwards(path):
    upload_id = loaded(path, VISITS, file="October.xlsx")
    erase(path, asked(upload_id))
    loaded(path, VISITS, file="October.xlsx")
    store = open_store(path)
    assert store.rows(EVERY, "select count(*) as n from visits") == [{"n": 2}]
    store.close()
