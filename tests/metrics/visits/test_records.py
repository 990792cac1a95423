"""From which day visits and reviews count, and for which homes and kinds they do not yet."""

from datetime import date

import pytest

from metrics.visits.records import KINDS, NotRecordable, records, set_records, unrecorded
from qa_data.scope import OutOfScope, of_every_home
from tests.filling import long_kept, upload

DAY = of_every_home(date(2026, 10, 31))
VISIT, REVIEW, LOCATION = KINDS


def council(store, *visits: tuple[str, str, date]) -> None:
    upload(
        store,
        homes=[
            {"home": "Ash House", "opened": date(2011, 1, 4)},
            {"home": "Elm Base", "opened": date(2026, 2, 3)},
            {"home": "Oak Lodge", "opened": date(2011, 1, 4), "closed": date(2026, 10, 30)},
        ],
        visits=[{"home": home, "visit_type": kind, "visit_date": day} for home, kind, day in visits],
    )


def lacking(store, scope=DAY) -> list[tuple[str, str]]:
    return [(row["home"], row["kind"]) for row in unrecorded(store, scope)]


def begins(store) -> dict[tuple[str, str], date | None]:
    return {(row["home"], row["kind"]): row["begins"] for row in records(store, DAY)}


def test_nothing_loaded_nothing_begun(store):
    council(store)
    assert lacking(store) == [(home, kind) for kind in KINDS for home in ("Ash House", "Elm Base")]
    assert set(begins(store).values()) == {None}


def test_a_log_that_begins_in_january(store):
    council(store, ("Ash House", VISIT, date(2026, 1, 20)), ("Elm Base", REVIEW, date(2026, 8, 9)))
    assert begins(store) == {
        ("Ash House", VISIT): date(2026, 1, 1),
        ("Ash House", REVIEW): None,
        ("Ash House", LOCATION): None,
        ("Elm Base", VISIT): date(2026, 2, 3),
        ("Elm Base", REVIEW): date(2026, 8, 1),
        ("Elm Base", LOCATION): None,
    }
    assert lacking(store) == [("Ash House", REVIEW), ("Ash House", LOCATION), ("Elm Base", LOCATION)]


def test_a_closed_homes_log_shows_how_far_back_it_goes_and_a_withdrawn_one_does_not(store):
    council(store, ("Ash House", VISIT, date(2026, 1, 20)), ("Oak Lodge", VISIT, date(2010, 1, 31)))
    assert begins(store)["Ash House", VISIT] == date(2011, 1, 4)


def test_whoever_sees_one_home_is_told_the_same_of_it(store):
    long_kept(store)
    council(store)
    assert lacking(store, DAY.narrowed(["Elm Base"])) == []
    assert [row["begins"] for row in records(store, DAY.narrowed(["Elm Base"]))] == [date(2026, 2, 3)] * 3


def test_a_day_is_set_by_name_and_reason_and_taken_back(store):
    council(store)
    for by, reason in (("", "On paper"), ("Jo", " ")):
        with pytest.raises(NotRecordable):
            set_records(store, DAY, by, "Ash House", REVIEW, date(2026, 1, 1), reason)
    with pytest.raises(OutOfScope):
        set_records(store, DAY.narrowed(["Elm Base"]), "Jo", "Ash House", REVIEW, date(2026, 1, 1), "On paper")
    set_records(store, DAY, "Jo", "Ash House", REVIEW, date(2026, 1, 1), "On paper")
    assert begins(store)["Ash House", REVIEW] == date(2026, 1, 1) and ("Ash House", REVIEW) not in lacking(store)
    [said] = [row for row in records(store, DAY) if row["moment"]]
    assert (said["made_by"], said["reason"], said["kind"]) == ("Jo", "On paper", REVIEW)
    set_records(store, DAY, "Jo", "Ash House", REVIEW, None, "Found")
    assert begins(store)["Ash House", REVIEW] is None and ("Ash House", REVIEW) in lacking(store)
