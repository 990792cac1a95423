"""Who is confirmed, by whom, and who stands in a column for people and is not."""

import json
import subprocess
import sys

import pytest

from qa_data.people import known_people
from qa_data.register import NotConfirmed, confirm, confirmed, met, withdraw_confirmation
from qa_data.scope import OutOfScope, of_every_home
from qa_data.store import MEMORY, open_store
from tests.drawn import load_drawn, store_with
from tests.serving import ROOT

EVERY = of_every_home()

PEOPLE = """
Home      | Service type     | Registered places | Opened     | URN | Registered manager | Responsible individual
Ash House | Residential care | 3                 | 2015-05-01 | SC1 | Asha Patel         | The RI
Oak House | Residential care | 3                 | 2015-05-01 | SC2 | Asha Patel         | Mel Ward-Bright
"""

VISITS = """
Home      | Visit date | Visit type          | Visitor
Ash House | 2026-09-01 | Regulation 44 visit | Tom Birch
"""


@pytest.fixture
def store():
    return store_with(VISITS, homes=PEOPLE)


def test_who_stands_in_a_column_for_people_is_met_and_may_not_stand_in_texts(store):
    told = [
        (each["name"], each["columns"], each["homes"], each["times"], each["proposed"]) for each in met(store, EVERY)
    ]
    assert told == [
        ("Asha Patel", ["Registered manager"], ["Ash House", "Oak House"], 2, "staff"),
        ("Mel Ward-Bright", ["Responsible individual"], ["Oak House"], 1, "staff"),
        ("Tom Birch", ["Visitor"], ["Ash House"], 1, "visitor"),
    ]
    assert known_people(store) == {"ash house", "oak house"}


def test_once_confirmed_they_may_until_it_is_withdrawn(store):
    confirm(store, EVERY, "Jo", " asha  PATEL ", "staff", why="I know her")
    assert "asha patel" in known_people(store) and [each["name"] for each in met(store, EVERY)][0] == "Mel Ward-Bright"
    [told] = confirmed(store, EVERY)
    assert (told["name"], told["kind"], told["home"], told["made_by"]) == ("asha PATEL", "staff", None, "Jo")
    withdraw_confirmation(store, EVERY, "Sam", "Asha Patel")
    assert "asha patel" not in known_people(store) and confirmed(store, EVERY) == []
    assert len(store.rows(EVERY, "from main.people")) == 2


@pytest.mark.parametrize(
    ("by", "name", "kind"),
    [
        ("", "Asha Patel", "staff"),
        ("Jo", "Asha", "staff"),
        ("Jo", "Registered manager", "staff"),
        ("Jo", "A B", "child"),
    ],
)
def test_what_cannot_be_confirmed_says_why(store, by, name, kind):
    with pytest.raises(NotConfirmed):
        confirm(store, EVERY, by, name, kind)


def test_whom_nobody_confirmed_cannot_be_withdrawn(store):
    with pytest.raises(NotConfirmed, match="Nobody called Tom Birch is confirmed"):
        withdraw_confirmation(store, EVERY, "Jo", "Tom Birch")


def test_of_some_homes_only_theirs_are_told_and_confirmed(store):
    some = EVERY.narrowed(["Oak House"])
    assert [each["name"] for each in met(store, some)] == ["Asha Patel", "Mel Ward-Bright"]
    confirm(store, some, "Jo", "Mel Ward-Bright", "staff", "Oak House")
    for home in (None, "Ash House"):
        with pytest.raises(OutOfScope):
            confirm(store, some, "Jo", "Asha Patel", "staff", home)


def ran(*words):
    return subprocess.run([sys.executable, "-m", "qa_data", *words], cwd=ROOT, capture_output=True, text=True)


def test_the_command_lists_confirms_and_withdraws(tmp_path):
    database = str(tmp_path / "qa.duckdb")
    store = open_store(database)
    load_drawn(store, PEOPLE, VISITS)
    store.close()
    said = ran("people", "--db", database).stdout
    assert "Asha Patel: not confirmed; stands in Registered manager, 2 times" in said
    wrong = ran("people", "--confirm", "Asha Patel", "--by", "Jo", "--db", database)
    assert wrong.returncode == 2 and "--as staff" in wrong.stderr
    asked = ("--as", "visitor", "--by", "Jo", "--db", database, "--json")
    told = json.loads(ran("people", "--confirm", "Tom Birch", *asked).stdout)
    assert [each["name"] for each in told["confirmed"]] == ["Tom Birch"]
    assert "Tom Birch: not confirmed" in ran("people", "--withdraw", "Tom Birch", "--by", "Jo", "--db", database).stdout


def test_an_empty_store_has_nobody():
    assert met(open_store(MEMORY), EVERY) == confirmed(open_store(MEMORY), EVERY) == []
