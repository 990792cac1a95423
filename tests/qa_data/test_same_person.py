"""Whether two names may be one person's: it errs towards saying so."""

import pytest

from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store

ONE = [
    ("J Smith", "Jo Smith "),
    ("Smith, Jo", "jo  SMITH"),
    ("J. S.", "Jo Smith"),
    ("JS", "Jo Smith"),
    ("Jo", "Jo Smith"),
    ("Jo Smith", "Joanna Smith"),
    ("Mr J O'Neil", "J ONeil"),
    ("Zoë Ward", "Zoe Ward"),
    ("Smith-Jones, Ann", "Ann Smith Jones"),
    ("R Bell", "Jo Smith and R Bell"),
    ("J Smith (RM)", "Jo Smith"),
    ("Ольга Иванова", "Иванова Ольга"),
    ("J0 Smith", "Jo Smith"),
    ("Jo 5mith", "Smith, Jo"),
    ("K1m Bell", "Kim Bell"),
    ("A1an Ward", "Alan Ward"),
    ("P3t3r Bell", "Peter Bell"),
    ("Jo Smyth", "Jo Smith"),
    ("J. Smyth", "Jo Smith"),
    ("Smyth, Jo", "Jo Smith"),
    ("Jo Simth", "Jo Smith"),
    ("Jo 5myth", "K. Ahmed and Jo Smith"),
]

TWO = [
    ("Jo Smith", "Ann Smith"),
    ("A Bell", "B Ahmed"),
    ("S. Reid", "R. Bell"),
    ("K. Ahmed", "K. Khan"),
    ("Mary Jones", "Mark Jones"),
    ("J Smith", "Jane Smithson"),
    ("Deputy manager", "Registered manager"),
    ("Ann Smyth", "Jo Smith"),
    ("Maria Jones", "Marie Jones"),
    ("K. Reid", "K. Reed"),
    ("Jo Smythe-Brown", "Jo Smith"),
    ("Worker 3", "Worker East"),
    ("Jo Smith", None),
    ("", ""),
    ("-", "-"),
]


@pytest.fixture(scope="module")
def store():
    return open_store(MEMORY)


@pytest.mark.parametrize(("one", "other", "same"), [(*each, True) for each in ONE] + [(*each, False) for each in TWO])
def test_names_are_compared_whichever_comes_first(store, one, other, same):
    asked = "select same_person($one, $other) as same, same_person($other, $one) as turned"
    assert store.rows(of_every_home(), asked, one=one, other=other) == [{"same": same, "turned": same}]
