"""Words are found wherever they were written, and only what was known."""

from datetime import date

import pytest

from metrics.homes.search import MOST, search
from qa_data.scope import Scope, of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

ASK = of_every_home(date(2026, 10, 31))


@pytest.fixture(scope="module")
def store():
    opened = open_store(MEMORY)
    upload(
        opened,
        homes=[
            {"home": "Ash House", "opened": date(2015, 1, 1), "other_names": ["Café Lodge"]},
            {"home": "Oak House", "opened": date(2015, 1, 1)},
        ],
        findings=[
            {
                "home": "Ash House",
                "found_on": date(2026, 10, day),
                "source": "Regulation 44 visit",
                "standards": ["QS12"],
                "kind": "Concern",
                "finding": f"The fire drill of day {day} was late.",
            }
            for day in range(1, 29)
        ],
        visits=[
            {
                "home": "Oak House",
                "visit_date": date(2026, 10, 5),
                "visit_type": "Regulation 44 visit",
                "good_practice": "A calm FIRE drill; 100% took part.",
            }
        ],
        actions=[
            {
                "home": "Oak House",
                "reference": "OH-7",
                "source": "Management check",
                "raised": date(2026, 9, 1),
                "standards": ["QS12"],
                "status": "Open",
                "action": "Mend the door",
            },
            {
                "home": "Oak House",
                "reference": "OH-8",
                "source": "Management check",
                "raised": date(2026, 11, 1),
                "standards": ["QS12"],
                "status": "Open",
                "action": "Mend the door again",
            },
        ],
    )
    return opened


def kinds(store, *words, scope=ASK) -> dict:
    return {row["kind"]: row["of_kind"] for row in search(store, scope, words)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("fire", "DRILL"), {"finding": 28, "visit": 1}),
        (("oh-7",), {"action": 1}),
        (("door", "mend"), {"action": 1}),
        (("cafe",), {"home": 1}),
        (("café",), {"home": 1}),
        (("drill", "oak"), {"visit": 1}),
        (("100%",), {"visit": 1}),
        (("%",), {"visit": 1}),
        (("_",), {}),
        (("'; drop table",), {}),
        ((), {}),
    ],
)
def test_every_word_must_stand_in_the_text_or_the_homes_name(store, words, found):
    assert kinds(store, *words) == found


def test_the_newest_of_each_kind_are_told_with_their_cell(store):
    rows = [row for row in search(store, ASK, ("fire",)) if row["kind"] == "finding"]
    assert len(rows) == MOST and rows[0]["day"] == date(2026, 10, 28) and rows[0]["source"]["row"]


def test_homes_that_may_not_be_seen_are_not_found(store):
    assert kinds(store, "fire", scope=Scope(ASK.as_at, None, frozenset({"Oak House"}))) == {"visit": 1}
