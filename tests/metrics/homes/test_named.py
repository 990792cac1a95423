"""A home is found by whichever of its names, however it is written; else it is said why not."""

from datetime import date

import pytest

from metrics.homes.named import meant
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

HOMES = [
    {"home": "Cedar View", "opened": date(2015, 1, 1), "other_names": ["CV", "Old Mill"]},
    {"home": "The Oaks", "opened": date(2015, 1, 1), "other_names": ["Cedar View House", "Old Mill"]},
    {"home": "St Anne's", "opened": date(2015, 1, 1), "other_names": None},
]


@pytest.mark.parametrize(
    ("name", "home", "why"),
    [
        ("cedar view", "Cedar View", ""),
        ("  CEDARVIEW ", "Cedar View", ""),
        ("The Cedar View", "Cedar View", ""),
        ("cv", "Cedar View", ""),
        ("oaks", "The Oaks", ""),
        ("cedar view house", "The Oaks", ""),
        ("st annes", "St Anne's", ""),
        ("St Anne’s", "St Anne's", ""),
        (
            "old mill",
            None,
            "“old mill” is a name of Cedar View and The Oaks. Use the home’s own name.",
        ),
        ("Cedar Veiw", None, "“Cedar Veiw” is not one of the homes. Did you mean Cedar View?"),
    ],
)
def test_which_home_is_meant(name, home, why):
    store = open_store(MEMORY)
    upload(store, homes=HOMES)
    assert meant(store, of_every_home(), name) == {"home": home, "why": why}


def test_where_none_is_known_that_is_said():
    assert meant(open_store(MEMORY), of_every_home(), "Ash House")["why"] == (
        "“Ash House” is not one of the homes. None is known."
    )
