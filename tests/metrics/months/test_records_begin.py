"""What was never told is no breach: the months of visits and reviews at the day from which records begin."""

from datetime import date

import pytest

from metrics.visits.records import set_records
from qa_data.scope import of_every_home
from tests.filling import upload
from tests.metrics.months.test_months import ASH, values, visit


@pytest.mark.parametrize(
    ("opened", "logged", "day", "told"),
    [
        # Opened before the log: from the month of its own first visit.
        (date(2020, 1, 6), [date(2026, 3, 20)], None, {3: (1, 1), 4: (0, 1)}),
        # Opened since the log began: from its opening.
        (date(2026, 2, 1), [date(2026, 2, 20)], None, {2: (1, 1), 3: (0, 1), 4: (0, 1)}),
        (date(2026, 2, 2), [date(2026, 2, 20)], None, {3: (0, 1), 4: (0, 1)}),
        # No row of the kind: not begun.
        (date(2020, 1, 6), [], None, {}),
        # What the council says holds, earlier and later.
        (date(2020, 1, 6), [date(2026, 3, 20)], date(2026, 2, 1), {2: (0, 1), 3: (1, 1), 4: (0, 1)}),
        (date(2020, 1, 6), [date(2026, 3, 20)], date(2026, 4, 1), {4: (0, 1)}),
        (date(2020, 1, 6), [date(2026, 3, 20)], date(2026, 3, 2), {4: (0, 1)}),
        (date(2020, 1, 6), [], date(2026, 3, 1), {3: (0, 1), 4: (0, 1)}),
    ],
)
def test_a_month_before_records_begin_has_no_value(store, opened, logged, day, told):
    upload(store, homes=[ASH | {"opened": opened}], visits=[visit(each) for each in logged])
    if day:
        set_records(store, of_every_home(), "Jo", "Ash House", "Regulation 44 visit", day, "The log before is on paper")
    assert values(store, "LAM7", as_at=date(2026, 4, 30)) == told


def test_another_homes_log_shows_how_far_back_records_go(store):
    """And what is kept of a home that no upload touched is made anew for it."""
    upload(store, homes=[ASH | {"opened": date(2026, 2, 1)}], visits=[visit(date(2026, 4, 20))])
    elm = {"home": "Elm Base", "visit_date": date(2026, 5, 4), "visit_type": "Regulation 44 visit"}
    upload(store, homes=[ASH | {"home": "Elm Base"}], visits=[elm])
    assert values(store, "LAM7", homes=["Ash House"]) == {4: (1, 1), 5: (0, 1), 6: (0, 1)}
    upload(store, visits=[elm | {"visit_date": date(2026, 1, 9)}])
    begun = {2: (0, 1), 3: (0, 1), 4: (1, 1), 5: (0, 1), 6: (0, 1)}
    assert values(store, "LAM7", homes=["Ash House"]) == values(store, "LAM7", homes=["Ash House"]) == begun


def test_a_review_counts_from_the_first_whole_stretch_after_records_begin(store):
    upload(store, homes=[ASH | {"opened": date(2020, 1, 6)}], visits=[visit(date(2026, 2, 27), "Regulation 45 review")])
    told = {month: (1, 1) for month in range(2, 8)} | {8: (0, 1)}
    assert values(store, "LAM8", as_at=date(2026, 8, 31)) == told
    kind = "Regulation 45 review"
    set_records(store, of_every_home(), "Jo", "Ash House", kind, date(2026, 5, 1), "From the new manager on")
    assert values(store, "LAM8", as_at=date(2026, 11, 30)) == {month: (1, 1) for month in range(2, 8)} | {
        10: (0, 1),
        11: (0, 1),
    }
