"""The sample data comes and goes by its own mark, with what was decided about its homes and nothing else."""

from datetime import date
from pathlib import Path
from shutil import copy

import duckdb
import pytest

from loaders.decided import decide
from loaders.loading import load
from metrics.actions.tracker import tracked
from metrics.clinic.lessons import lessons, put
from metrics.homes.homes import home_facts
from metrics.signals.rebasing import rebase
from pages.parts.sample import BY, load_sample, remove_sample, sample_uploads
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import ACCEPTED, uploads, withdraw
from sample_data import WORKBOOKS
from tests.drawn import load_drawn

EVERY = of_every_home()

OWN = """
Home      | Service type     | Registered places | Opened
{home} | Residential care | 3                 | 2015-05-01
"""

VISITED = """
Home      | Visit date | Visit type
Ash House | 2026-10-14 | Reg 44
"""


@pytest.fixture
def path(tmp_path, sample_store) -> Path:
    """Where a store of the test's own with the sample data is."""
    return Path(copy(sample_store, tmp_path / "qa.duckdb"))


@pytest.fixture
def store(path):
    """Such a store."""
    opened = open_store(path)
    yield opened
    opened.close()


def decided(store, home: str) -> None:
    """What a clinic decided about the home."""
    standing = date(2026, 10, 31)
    assert decide(store, EVERY, "Chair", home, ["QS12"], "Ring the police", "S. Reid", standing, standing) == []


def accepted(store) -> int:
    """How many uploads hold."""
    return sum(each.state == ACCEPTED for each in uploads(store, EVERY))


@pytest.mark.parametrize("home", ["Ash House", "Elm House", "Fir House"])
def test_a_real_upload_under_the_same_name_stays(store, tmp_path, home):
    file = tmp_path / "Homes.csv"
    file.write_text(f"Home,Service type,Registered places,Opened\n{home},Residential care,3,2015-05-01\n")
    assert load(store, EVERY, file, BY)["accepted"]
    remove_sample(store, EVERY)
    assert list(home_facts(store, EVERY)) == [home] and accepted(store) == 1


@pytest.mark.parametrize("home", ["Cedar View", "Elm Base", "Alder Lodge"])
def test_what_was_decided_about_its_homes_goes_and_comes_with_it(store, home):
    decided(store, home)
    remove_sample(store, EVERY)
    assert accepted(store) == 0 and tracked(store, EVERY) == []
    load_sample(store, EVERY)
    assert [row["home"] for row in tracked(store, EVERY) if row["action"] == "Ring the police"] == [home]


def test_what_was_decided_about_a_home_of_ones_own_stays(store):
    load_drawn(store, OWN.format(home="Ash House"))
    decided(store, "Ash House")
    remove_sample(store, EVERY)
    assert [row["action"] for row in tracked(store, EVERY)] == ["Ring the police"]


def test_a_home_of_ones_own_that_is_called_like_one_of_the_samples_is_no_sample(store):
    load_drawn(store, OWN.format(home="Cedar View"))
    decided(store, "Cedar View")
    remove_sample(store, EVERY)
    assert list(home_facts(store, EVERY)) == ["Cedar View"]
    assert [row["action"] for row in tracked(store, EVERY)] == ["Ring the police"]


def test_a_lesson_of_a_home_of_the_sample_is_put_to_no_home_of_ones_own(store):
    load_drawn(store, OWN.format(home="Ash House"))
    asked = (
        EVERY,
        "Chair",
        "Cedar View",
        "theme",
        "Cedar View medication",
        ["QS10"],
        "Does it apply?",
        date(2026, 10, 1),
    )
    put(store, *asked)
    assert {row["asked"] for row in lessons(store, EVERY)} > {"Ash House"}
    rebase(store, EVERY, "Chair", "Cedar View", "QS12", "PRO1", date(2026, 4, 1), "A new rota", True)
    remove_sample(store, EVERY)
    assert lessons(store, EVERY) == []


def brought_up(path, store):
    """The store as versions before the mark left it, opened by this one."""
    store.close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("alter table uploads drop column sample")
        connection.execute("update store_version set version = 2")
    return open_store(path)


@pytest.mark.parametrize("home", ["Ash House", "Elm House", "Fir House"])
def test_what_an_older_version_loaded_is_marked_by_name_and_fingerprint(path, tmp_path, home):
    file, store = tmp_path / "Homes.csv", open_store(path)
    file.write_text(f"Home,Service type,Registered places,Opened\n{home},Residential care,3,2015-05-01\n")
    load(store, EVERY, file, BY)
    for each in ("Cedar View", home):
        decided(store, each)
    store = brought_up(path, store)
    assert len(sample_uploads(store, EVERY, ACCEPTED)) == len(WORKBOOKS) + 1
    remove_sample(store, EVERY)
    assert [row["home"] for row in tracked(store, EVERY)] == [home] == list(home_facts(store, EVERY))


def test_the_samples_files_that_somebody_loads_as_their_own_are_theirs(tmp_path):
    store = open_store(tmp_path / "qa.duckdb")
    for workbook in WORKBOOKS:
        load(store, EVERY, workbook, "L. Hartley")
    assert sample_uploads(brought_up(tmp_path / "qa.duckdb", store), EVERY, ACCEPTED) == []


def test_an_upload_of_it_that_is_withdrawn_by_hand_comes_back_with_the_rest(store):
    withdraw(store, EVERY, uploads(store, EVERY)[-1].upload_id, "L. Hartley")
    remove_sample(store, EVERY)
    load_sample(store, EVERY)
    assert accepted(store) == len(WORKBOOKS)
