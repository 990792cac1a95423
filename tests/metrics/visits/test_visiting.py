"""Independent visits over a year, on drawn tables."""

from datetime import date, timedelta

import pytest

from metrics.visits.visiting import looked_at, unreached, unseen_by_visits, visit_gaps, visit_months, visit_sums
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))


def store_of(*visits: dict, opened=date(2015, 1, 1), **datasets):
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": opened}],
        visits=[
            {"home": "Ash House", "visit_type": "Regulation 44 visit", "visitor": "J. Marlowe"} | each
            for each in visits
        ],
        **datasets,
    )
    return store


def visit(day: date, **more) -> dict:
    return {"visit_date": day} | more


def months(store) -> dict[int, list]:
    return {row["month"].month: row["days"] for row in visit_months(store, AS_AT)}


def test_a_month_without_a_visit_and_the_longest_gap():
    store = store_of(*(visit(date(2026, month, 14)) for month in range(1, 11) if month != 4))
    assert [month for month, days in months(store).items() if not days] == [11, 12, 4]
    assert visit_gaps(store, AS_AT)["Ash House"]["longest"] == (date(2026, 5, 14) - date(2026, 3, 14)).days


def test_the_gap_runs_to_the_day_asked_of():
    assert visit_gaps(store_of(visit(date(2026, 7, 1))), AS_AT)["Ash House"]["longest"] == 122


def test_no_visit_is_owed_before_the_home_is_open_from_the_first():
    store = store_of(opened=date(2026, 9, 2))
    assert {row["month"].month: row["owed"] for row in visit_months(store, AS_AT)}[9] is False


def test_reports_count_within_the_local_days_and_those_without_a_date_are_told_apart():
    day = date(2026, 9, 1)
    store = store_of(
        visit(day, report_received=day + timedelta(10)),
        visit(date(2026, 10, 1), report_received=date(2026, 10, 12)),
        visit(date(2026, 8, 1)),
    )
    (row,) = visit_sums(store, AS_AT, "home", 10)
    assert (row["visits"], row["received"], row["on_time"], row["timed"]) == (3, 2, 1, 3)


def test_a_report_that_can_still_come_in_time_is_not_late_and_one_of_a_later_day_has_not_come():
    store = store_of(
        visit(date(2026, 10, 21)),
        visit(date(2026, 10, 20)),
        visit(date(2026, 10, 24), report_received=date(2026, 11, 2), report_sent_to_ofsted=date(2026, 11, 3)),
    )
    (row,) = visit_sums(store, AS_AT, "home", 10)
    assert (row["visits"], row["received"], row["on_time"], row["timed"], row["sent"]) == (3, 0, 0, 1, 0)


def test_parts_and_wholes_count_only_where_both_are_known():
    store = store_of(
        visit(date(2026, 9, 1), children_living=3, children_spoken_to=2),
        visit(date(2026, 10, 1), children_spoken_to=3, children_in_private=1),
    )
    (row,) = visit_sums(store, AS_AT, "visitor", 10)
    assert (row["who"], row["spoken"], row["living"], row["private"], row["spoken_known"]) == ("J. Marlowe", 2, 3, 1, 3)


@pytest.mark.parametrize(
    ("more", "findings", "nothing"),
    [
        ({}, [], 1),
        ({"verdict_qs12": "Met"}, [], 1),
        ({"verdict_qs12": "Partly met"}, [], 0),
        ({"concerns": "The gate is broken."}, [], 0),
        (
            {},
            [
                {
                    "home": "Ash House",
                    "found_on": date(2026, 9, 1),
                    "source": "Regulation 44 visit",
                    "kind": "Concern",
                    "standards": ["QS12"],
                    "finding": "Gate",
                }
            ],
            0,
        ),
        (
            {},
            [
                {
                    "home": "Ash House",
                    "found_on": date(2026, 9, 1),
                    "source": "Regulation 44 visit",
                    "kind": "Good practice",
                    "standards": ["QS12"],
                    "finding": "Gate",
                }
            ],
            1,
        ),
    ],
)
def test_a_visit_that_finds_nothing_to_improve(more, findings, nothing):
    (row,) = visit_sums(store_of(visit(date(2026, 9, 1), **more), findings=findings), AS_AT, "home", 10)
    assert row["nothing"] == nothing


ASH_NO = visit(date(2026, 8, 1), safeguarded="No")
ASH_YES = visit(date(2026, 9, 1), safeguarded="Yes")
BEECH_YES = visit(date(2026, 10, 1), home="Beech House", safeguarded="Yes")


@pytest.mark.parametrize(
    ("visits", "worst"),
    [
        ([ASH_NO, BEECH_YES], "No"),
        ([ASH_NO, ASH_YES, BEECH_YES], "Yes"),
        ([ASH_YES, BEECH_YES | {"safeguarded": "No"}], "No"),
        ([ASH_NO, visit(date(2026, 9, 1), safeguarded="Not stated"), BEECH_YES], "No"),
        ([ASH_NO, visit(date(2026, 9, 1)), BEECH_YES], "No"),
        ([visit(date(2026, 9, 1)), BEECH_YES], "Not stated"),
        ([ASH_NO | {"visitor": "P. Quill"}, ASH_YES, BEECH_YES], "Yes"),
        ([ASH_NO | {"visit_date": date(2025, 10, 31)}, BEECH_YES], "Yes"),
    ],
)
def test_a_visitors_opinion_is_the_worst_of_the_last_of_each_home(visits, worst):
    rows = visit_sums(store_of(*visits), AS_AT, "visitor", 10)
    assert [row["safeguarded_worst"] for row in rows if row["who"] == "J. Marlowe"] == [worst]


@pytest.mark.parametrize(
    ("families", "told"),
    [([0, 0, 0], 3), ([1, 0, 0], None), ([2, 0, 0, 0], 3), ([0, 0, None, 0], 3), ([0, 0, 0, 1], None)],
)
def test_nobody_reached_at_the_last_three_visits_that_say(families, told):
    store = store_of(
        *(visit(date(2026, 6 + place, 5), families_contacted=number) for place, number in enumerate(families))
    )
    assert [row["visits"] for row in unreached(store, AS_AT) if row["reached"] == "families"] == (
        [told] if told else []
    )


def test_standards_looked_at_in_three_months():
    store = store_of(
        visit(date(2026, 8, 1), verdict_qs06="Met", verdict_qs07="Not looked at"),
        visit(date(2026, 7, 31), verdict_qs08="Met"),
    )
    assert looked_at(store, AS_AT) == {"Ash House": ["QS06"]}


def ofsted(day: date, code="QS12") -> list[dict]:
    return [
        {
            "home": "Ash House",
            "found_on": day,
            "source": "Ofsted",
            "kind": "Concern",
            "standards": [code],
            "finding": "Missing plans are out of date.",
        }
    ]


@pytest.mark.parametrize(
    ("visited", "verdict", "day", "told"),
    [
        (date(2026, 7, 5), "Met", date(2026, 7, 14), True),
        (date(2026, 7, 5), None, date(2026, 7, 14), True),
        (date(2026, 7, 5), "Partly met", date(2026, 7, 14), False),
        (date(2026, 5, 15), "Met", date(2026, 7, 14), True),
        (date(2026, 5, 14), "Met", date(2026, 7, 14), False),
        (date(2026, 7, 14), "Met", date(2026, 7, 14), False),
    ],
)
def test_what_ofsted_found_and_the_visit_before_had_not(visited, verdict, day, told):
    store = store_of(visit(visited, verdict_qs12=verdict), findings=ofsted(day))
    assert [row["standard"] for row in unseen_by_visits(store, AS_AT)] == (["QS12"] if told else [])


def test_a_concern_that_the_visit_did_raise_is_not_missed():
    raised = {
        "home": "Ash House",
        "found_on": date(2026, 7, 5),
        "source": "Regulation 44 visit",
        "kind": "Concern",
        "standards": ["QS12"],
        "finding": "Plans are old.",
    }
    assert (
        unseen_by_visits(
            store_of(visit(date(2026, 7, 5), verdict_qs12="Met"), findings=[*ofsted(date(2026, 7, 14)), raised]), AS_AT
        )
        == []
    )
