"""From when a missed visit is missing: never before records begin, nor before the Regulations are law."""

from datetime import date

import pytest

from metrics.readiness.gaps import gaps
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import long_kept, upload


@pytest.mark.parametrize(
    ("opened", "as_at", "missed"),
    [
        (date(2015, 1, 5), date(2015, 5, 31), [date(2015, 4, 1), date(2015, 5, 1)]),
        (date(2026, 8, 2), date(2026, 10, 30), [date(2026, 9, 1)]),
        (date(2026, 8, 1), date(2026, 10, 31), [date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)]),
    ],
    ids=["before the law", "months that are not whole", "every whole month"],
)
def test_a_visit_is_missed_of_months_that_owed_it(opened, as_at, missed):
    store, homes = open_store(MEMORY), [{"home": "Ash House", "opened": opened}]
    upload(store, homes=homes)
    assert gaps(store, of_every_home(as_at), "Ash House")[0]["visits"] == []
    long_kept(store)
    assert gaps(store, of_every_home(as_at), "Ash House")[0]["visits"] == missed
