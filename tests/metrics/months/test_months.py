"""Each rule by which a month value comes about, on the smallest rows that show it."""

from datetime import date

import pytest

from metrics.kept.laying import lay
from metrics.months.values import MONTH_VALUES
from qa_data.scope import of_every_home
from tests.filling import long_kept, upload
from tests.metrics.asking import month_values

ASH = {"home": "Ash House", "service_type": "Residential care", "places": 3, "opened": date(2026, 1, 1)}
ACTION = {
    "home": "Ash House",
    "reference": "1",
    "source": "Complaint",
    "standards": ["QS12"],
    "status": "Open",
    "raised": date(2026, 1, 20),
}


def visit(day: date, visit_type: str = "Regulation 44 visit", **said) -> dict:
    return {"home": "Ash House", "visit_date": day, "visit_type": visit_type, **said}


def returned(**counts) -> dict:
    return {"home": "Ash House", "month": date(2026, 4, 1), **counts}


def values(
    store, indicator: str, standard: str | None = None, as_at: date = date(2026, 6, 30), homes=None
) -> dict[int, tuple[int, int]]:
    """The indicator's counts by number of the month."""
    scope = of_every_home(as_at) if homes is None else of_every_home(as_at).narrowed(homes)
    return {
        row["month"].month: (row["numerator"], row["denominator"])
        for row in month_values(store, scope)
        if row["indicator"] == indicator and standard in (None, row["standard"])
    }


def test_a_count_of_none_is_a_value_and_a_blank_is_none(store):
    upload(store, returns=[returned(school_possible=340, school_attended=0, peps_eligible=2, health_current=1)])
    assert values(store, "EDU1") == {4: (0, 340)}
    assert values(store, "EDU3") == values(store, "HWB1") == {}


def test_a_denominator_of_none_gives_no_row(store):
    upload(store, returns=[returned(endings=0, endings_unplanned=0)])
    assert values(store, "CPL4") == {}


def test_a_rate_is_over_child_nights_and_needs_them(store):
    upload(
        store, returns=[returned(child_nights=84, restraints=2), returned(restraints=1) | {"month": date(2026, 5, 1)}]
    )
    assert values(store, "REL1") == {4: (2, 84)}


def test_occupancy_is_over_the_nights_of_the_month(store):
    upload(store, homes=[ASH], returns=[returned(child_nights=84)])
    assert values(store, "QPC6") == {4: (84, 90)}


@pytest.mark.parametrize("exempt, expected", [(0, {4: (3, 5)}), (2, {4: (3, 3)}), (5, {}), (None, {})])
def test_restraints_planned_in_an_ehc_plan_leave_the_denominator(store, exempt, expected):
    upload(store, returns=[returned(restraints=5, restraints_exempt=exempt, restraints_recorded_24h=3)])
    assert values(store, "REL2") == expected


def test_children_are_summed_over_the_visits_that_give_both_counts(store):
    upload(
        store,
        visits=[
            visit(date(2026, 4, 2), children_living=4, children_spoken_to=1),
            visit(date(2026, 4, 9), children_living=2, children_spoken_to=2),
            visit(date(2026, 4, 16), children_living=3),
            visit(date(2026, 4, 20), "Management check", children_living=3, children_spoken_to=3),
        ],
    )
    assert values(store, "VWF1") == {4: (3, 6)}


def test_verdicts_not_looked_at_are_none(store):
    days = [date(2026, 4, day) for day in (1, 2, 3, 4)]
    upload(
        store,
        visits=[
            visit(day, verdict_qs12=verdict)
            for day, verdict in zip(days, ("Met", "Partly met", "Not looked at", None), strict=True)
        ],
    )
    assert values(store, "STD1", "QS12") == {4: (1, 2)}
    assert values(store, "STD1", "QS06") == {}


def test_every_month_open_on_every_day_owes_a_visit(store):
    upload(
        store,
        homes=[ASH | {"opened": date(2026, 1, 2), "closed": date(2026, 4, 29)}],
        visits=[visit(date(2026, 2, 28)), visit(date(2026, 2, 1))],
    )
    assert values(store, "LAM7") == {2: (1, 1), 3: (0, 1)}


def test_a_home_is_open_on_its_closing_day(store):
    long_kept(store)
    upload(store, homes=[ASH | {"closed": date(2026, 1, 31)}])
    assert values(store, "LAM7", homes=["Ash House"]) == {1: (0, 1)}


def test_a_review_serves_six_calendar_months_from_the_sixth_the_home_is_open(store):
    upload(store, homes=[ASH], visits=[visit(date(2026, 2, 27), "Regulation 45 review")])
    assert values(store, "LAM8", as_at=date(2026, 8, 31)) == {6: (1, 1), 7: (1, 1), 8: (0, 1)}


def test_a_location_review_serves_twelve(store):
    upload(
        store,
        homes=[ASH | {"opened": date(2025, 1, 1)}],
        visits=[visit(date(2025, 2, 1), "Regulation 46 location review")],
    )
    assert values(store, "LAM9", as_at=date(2026, 2, 28)) == {12: (1, 1), 1: (1, 1), 2: (0, 1)}


@pytest.mark.parametrize(
    "decision, status, completed, expected",
    [
        (None, "Open", None, {3: (0, 1)}),
        ("Not accepted", "Completed", date(2026, 3, 10), {3: (1, 1)}),
        (None, "Completed", date(2026, 3, 11), {3: (0, 1)}),
        ("Accepted", "Cancelled", None, {}),
    ],
)
def test_requirements_met_by_their_due_date(store, decision, status, completed, expected):
    upload(
        store,
        actions=[
            ACTION
            | {
                "source": "Ofsted requirement",
                "standards": ["QS06", "QS12"],
                "due": date(2026, 3, 10),
                "decision": decision,
                "status": status,
                "completed": completed,
            }
        ],
    )
    assert values(store, "LAM10") == expected


def test_an_action_is_live_at_each_month_end_until_it_is_completed_and_overdue_once_due(store):
    upload(
        store,
        actions=[
            ACTION | {"due": date(2026, 3, 31), "completed": date(2026, 5, 31), "status": "Completed"},
            ACTION | {"reference": "2"},
        ],
    )
    assert values(store, "STD2", "QS12") == {1: (0, 2), 2: (0, 2), 3: (1, 2), 4: (1, 2), 5: (0, 1), 6: (0, 1)}


def test_an_action_completed_in_the_month_it_was_raised_was_never_live(store):
    upload(store, actions=[ACTION | {"due": date(2026, 1, 21), "completed": date(2026, 1, 31), "status": "Completed"}])
    assert values(store, "STD2") == {}
    assert values(store, "STD3", "QS12") == {1: (0, 1)}


@pytest.mark.parametrize("said", [{"decision": "Not accepted"}, {"decision": "To be decided"}, {"status": "Cancelled"}])
def test_an_action_that_was_not_undertaken_is_in_neither(store, said):
    upload(store, actions=[ACTION | {"due": date(2026, 3, 31)} | said])
    assert values(store, "STD2") == values(store, "STD3") == {}


def test_an_action_counts_once_under_each_of_its_standards(store):
    upload(store, actions=[ACTION | {"standards": ["QS06", "QS12"], "due": date(2026, 3, 31)}])
    assert values(store, "STD3", "QS06") == values(store, "STD3", "QS12") == {3: (0, 1)}
    assert values(store, "STD3", "QS07") == {}


@pytest.mark.parametrize("as_at, months", [(date(2026, 4, 29), [1, 2, 3]), (date(2026, 4, 30), [1, 2, 3, 4])])
def test_a_month_is_complete_on_its_last_day(store, as_at, months):
    upload(store, actions=[ACTION])
    assert list(values(store, "STD2", as_at=as_at)) == months


def test_only_the_homes_asked_of(store):
    upload(
        store,
        returns=[
            returned(endings=1, endings_unplanned=0),
            returned(endings=2, endings_unplanned=0) | {"home": "Oak House"},
        ],
    )
    assert values(store, "CPL4", homes=frozenset(["Oak House"])) == {4: (0, 2)}
    assert values(store, "CPL4", homes=frozenset()) == {}


def kept(store, variant: str) -> list[dict]:
    with store.reading(of_every_home()) as cursor:
        lay(store, cursor, MONTH_VALUES, variant)
        return cursor.rows("from qa_kept.month_values_laid")


def test_months_to_come_are_counted_without_being_kept(store):
    upload(store, actions=[ACTION])
    kept(store, "2026-03-01")
    days_to_come = date(date.today().year + 2, 1, 31)
    assert len(month_values(store, of_every_home(days_to_come))) == 12 * (days_to_come.year - 2026) + 1
    assert max(row["month"] for row in kept(store, "2026-03-01")) == date(2026, 2, 1)


def test_every_home_is_counted_anew_when_a_month_has_become_complete(store):
    upload(store, actions=[ACTION])
    for after, months in (("2026-03-01", 2), ("2026-04-01", 3)):
        assert len(kept(store, after)) == months


def test_only_the_homes_that_an_upload_touched_are_counted_anew(store):
    upload(
        store,
        returns=[
            returned(endings=1, endings_unplanned=0),
            returned(endings=2, endings_unplanned=0) | {"home": "Oak House"},
        ],
    )
    values(store, "CPL4")
    with store.writing(of_every_home()) as cursor:
        cursor.run("update qa_kept.month_values_laid set numerator = 99")
    upload(store, returns=[returned(endings=3, endings_unplanned=1)])
    scope = of_every_home(date(2026, 6, 30))
    assert [(row["home"], row["numerator"]) for row in month_values(store, scope)] == [
        ("Ash House", 1),
        ("Oak House", 99),
    ]


def test_everything_is_counted_anew_by_another_edition_of_the_program(store):
    upload(store, returns=[returned(endings=1, endings_unplanned=0)])
    values(store, "CPL4")
    with store.writing(of_every_home()) as cursor:
        cursor.run("update qa_kept.month_values_laid set numerator = 99")
        cursor.run("update qa_kept.stands set program = 'another'")
    assert values(store, "CPL4") == {4: (0, 1)}


def test_an_upload_that_touches_no_home_leaves_the_values_standing(store):
    upload(store, returns=[returned(endings=1, endings_unplanned=0)])
    values(store, "CPL4")
    upload(store)
    assert values(store, "CPL4") == {4: (0, 1)}


def test_an_empty_store_has_no_values(store):
    assert values(store, "LAM7") == {}
