"""Who was heard, and where a voice is missing."""

from datetime import date

import pytest

from metrics.visits.strengths import strengths
from metrics.visits.voice import missing, said, voices
from metrics.young_people.issues import issues
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.drawn import store_with
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))


def store_of(visits=(), **datasets):
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}],
        visits=[{"home": "Ash House", "visit_type": "Regulation 44 visit"} | each for each in visits],
        **datasets,
    )
    return store


def spoken(*numbers, **more) -> list[dict]:
    return [
        {
            "visit_date": date(2026, 8 + place, 5),
            "children_living": 3,
            "children_spoken_to": number,
            "childrens_views": "More choice.",
        }
        | more
        for place, number in enumerate(numbers)
    ]


def row(store) -> dict:
    return voices(store, AS_AT)[0]


@pytest.mark.parametrize(
    ("numbers", "silent"), [((0, 0, 0), True), ((1, 0, 0), False), ((0, 0), False), ((0, None, 0), False)]
)
def test_nobody_spoken_to_at_three_visits(numbers, silent):
    assert ("No child was spoken to" in " ".join(missing(row(store_of(spoken(*numbers)))))) is silent


def test_no_data_is_said_and_is_no_zero():
    told = row(store_of())
    assert (told["spoken"], told["answered"], told["visits"]) == (None, None, 0)
    assert missing(told) == ["No independent visit in 12 months.", "No child’s view was recorded in 3 months."]


@pytest.mark.parametrize(("answered", "said_so"), [(4, True), (5, False)])
def test_issues_left_unanswered(answered, said_so):
    store = store_of(
        spoken(1),
        returns=[{"home": "Ash House", "month": date(2026, 9, 1), "issues_raised": 10, "issues_answered": answered}],
    )
    assert ("Fewer than half" in " ".join(missing(row(store)))) is said_so


def test_what_visits_wrote_down_stands_with_what_changed_and_its_cell():
    store = store_of(spoken(2, what_changed="Each child shops."))
    [told] = said(store, AS_AT)
    assert (told["said"], told["changed"], told["source"]["row"]) == ("More choice.", "Each child shops.", 2)
    assert said(store, AS_AT, home="Oak House") == []


TWICE = """
Home      | Visit date | Visit type | Children's views | Good practice
Ash House | 2026-10-05 | Reg 44     | {views}           | {good}
"""

FOUND_TWICE = """
Home      | Date       | Source | Standard | Kind          | Finding
Ash House | 2026-10-05 | Reg 44 | QS07     | Child's view  | I like the garden.
Ash House | 2026-10-05 | Reg 44 | QS09     | Good practice | Staff played games.
Ash House | 2026-10-05 | Reg 44 | QS08     | Good practice | Homework is done.
"""


@pytest.mark.parametrize(
    ("good", "told"),
    [
        ("Staff played games. Homework is done.", ["Homework is done.", "Staff played games."]),
        (
            "Staff played games. And one thing more.",
            ["Homework is done.", "Staff played games.", "Staff played games. And one thing more."],
        ),
    ],
)
def test_what_a_visit_and_its_findings_say_is_told_once(good, told):
    store = store_with(TWICE.format(views="I like the garden. And my room.", good=good), FOUND_TWICE)
    assert sorted(row["finding"] for row in strengths(store, AS_AT)) == told
    assert [row["said"] for row in said(store, AS_AT)] == ["I like the garden. And my room."]
    assert [row["finding"] for row in issues(store, AS_AT)] == ["I like the garden."]
