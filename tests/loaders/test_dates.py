"""Dates and months as people write them; the column settles what a cell alone cannot."""

from datetime import date, datetime, time

import pytest

from tests.loaders.good import column_of

DAY = date(2026, 10, 14)


def received(*values):
    days, problems = column_of("visits", "report_received", *values)
    return days, [(each.code, each.cell, each.suggestion) for each in problems]


@pytest.mark.parametrize(
    "written",
    [
        "14/10/2026",
        " 14/10/2026 ",
        "14.10.2026",
        "14-10-2026",
        "14 Oct 2026",
        "14 October 2026",
        "14th October 2026",
        "14-Oct-2026",
        "Wed 14 Oct 2026",
        "October 14, 2026",
        "2026-10-14",
        "2026-10-14T09:30:00",
        "14/10/2026 09:30",
        "14\u00a0Oct\u00a02026",
        "\u200b14/10/2026",
        DAY,
        datetime(2026, 10, 14, 9, 30),
    ],
)
def test_a_day(written):
    assert received(written) == ([DAY], [])


@pytest.mark.parametrize(
    "written, suggestion",
    [
        ("31/02/2026", None),
        ("soon", None),
        ("w/c 3 Mar", None),
        (46309, "14 Oct 2026"),
        (3, None),
        (True, None),
        (time(9, 30), None),
        ("14/10/0226", None),
        ("29 Feb 2026", None),
        (date(1899, 12, 31), None),
    ],
)
def test_no_day(written, suggestion):
    assert received(written) == ([None], [("not-a-date", "F2", suggestion)])


def test_one_day_above_12_settles_a_column():
    assert received("03/04/2026", "14/10/2026", "05/05/2026") == ([date(2026, 4, 3), DAY, date(2026, 5, 5)], [])


def test_one_month_in_the_american_place_settles_a_column():
    assert received("04/03/2026", "10/14/2026") == ([date(2026, 4, 3), DAY], [])


def test_a_cell_against_the_order_of_its_column_is_no_date():
    days, problems = received("14/10/2026", "15/10/2026", "10/16/2026")
    assert (days[2], problems) == (None, [("not-a-date", "F4", "16 Oct 2026")])


def test_nothing_settles_a_column():
    both = "3 Apr 2026 or 4 Mar 2026"
    assert received("03/04/2026", "03/04/2026") == (
        [None, None],
        [("ambiguous-date", "F2", both), ("ambiguous-date", "F3", both)],
    )


def test_both_orders_in_equal_number_settle_nothing():
    days, problems = received("14/10/2026", "10/14/2026", "03/04/2026")
    assert days[2] is None and problems == [("ambiguous-date", "F4", "3 Apr 2026 or 4 Mar 2026")]


def test_typed_dates_beside_text_settle_nothing():
    assert received(DAY, "03/04/2026")[1] == [("ambiguous-date", "F3", "3 Apr 2026 or 4 Mar 2026")]


@pytest.mark.parametrize(
    "written, readings", [("14/10/26", "14 Oct 2026 or 14 Oct 1926"), ("14 Oct 26", "14 Oct 2026 or 14 Oct 1926")]
)
def test_a_year_of_two_digits_is_refused_with_its_readings(written, readings):
    assert received(written) == ([None], [("ambiguous-date", "F2", readings)])


@pytest.mark.parametrize(
    "written",
    [
        "Oct 2026",
        "October 2026",
        "10/2026",
        "2026-10",
        "OCT-2026",
        "Sept 2026",
        "14/10/2026",
        "2026-10-14",
        "31 Oct 2026",
        DAY,
        datetime(2026, 10, 31, 12),
    ],
)
def test_a_month(written):
    months, problems = column_of("returns", "month", written)
    assert (months, problems) == ([date(2026, 9 if "Sept" in str(written) else 10, 1)], [])


@pytest.mark.parametrize(
    "written, code, suggestion",
    [
        ("Oct-26", "not-a-month", "Oct 2026"),
        ("13/2026", "not-a-month", None),
        (202610, "not-a-month", None),
        ("Spring", "not-a-month", None),
        ("03/04/2026", "ambiguous-date", "3 Apr 2026 or 4 Mar 2026"),
    ],
)
def test_no_month(written, code, suggestion):
    _, [problem] = column_of("returns", "month", written)
    assert (problem.code, problem.suggestion) == (code, suggestion)


@pytest.mark.parametrize("written", ["ASAP", "asap.", "Ongoing", "TBC", "next visit"])
def test_a_due_date_in_words_is_kept_as_none(written):
    days, [problem] = column_of("actions", "due", written)
    assert (days, problem.code, problem.severity) == ([None], "no-due-date", "warning")


@pytest.mark.parametrize("written, day", [
    ("Wed 14/10/2026", (2026, 10, 14)), ("Tues. 14 Oct 2026", (2026, 10, 14)), ("14/10/2026 2:30 PM", (2026, 10, 14)),
    ("14/10/2026 2.30pm", (2026, 10, 14)), ("14th October 2026", (2026, 10, 14)), ("14/10/2026 (Wed)", (2026, 10, 14)),
    ("Wednesday the 14th of October, 2026", (2026, 10, 14)), ("14/10/2026, 09:30:00", (2026, 10, 14)),
    ("2026-06-30T23:00:00Z", (2026, 7, 1)), ("2026-06-30T22:59:59Z", (2026, 6, 30)),
    ("2026-07-01T00:30:00+01:00", (2026, 7, 1)), ("2026-06-30T19:30:00-0400", (2026, 7, 1)),
    ("2026-01-31 23:30 UTC", (2026, 1, 31)), ("2026-03-29T00:59:00Z", (2026, 3, 29)),
    ("2026-06-30T23:30:00", (2026, 6, 30)), ("Wed Oct 14 2026 00:00:00 GMT+0100 (British Summer Time)", (2026, 10, 14)),
])  # fmt: skip
def test_a_day_with_what_people_and_programs_write_around_it(written, day):
    assert column_of("visits", "report_sent_to_ofsted", written)[0] == [date(*day)]


@pytest.mark.parametrize("written, first", [
    ("14-15 October 2026", "14 Oct 2026"), ("2 - 3 June 2026", "2 Jun 2026"), ("2nd and 3rd June 2026", "2 Jun 2026"),
    ("30 June \u2013 1 July 2026", "30 Jun 2026"), ("14/10/2026 to 15/10/2026", "14 Oct 2026"),
    ("31 Dec - 2 Jan 2026", "31 Dec 2025"), ("14/15 October 2026", "14 Oct 2026"),
])  # fmt: skip
def test_several_days_suggest_the_first(written, first):
    [kept], [problem] = column_of("inspections", "report_published", written)
    assert (kept, problem.code, problem.suggestion) == (None, "not-a-date", first)


@pytest.mark.parametrize("written", ["31/02/2026", "12 visits to 14 Oct 2026", "15-14 October 2026", "3-2026"])
def test_what_is_no_two_days_suggests_none(written):
    _, [problem] = column_of("inspections", "report_published", written)
    assert (problem.code, problem.suggestion) == ("not-a-date", None)


def test_a_day_of_the_week_does_not_settle_what_the_column_leaves_open():
    _, [problem] = column_of("inspections", "report_published", "Fri 03/04/2026")
    assert problem.code == "ambiguous-date"
