"""Trends: the signals as a whole, every series small, one in full, and limits worked out anew."""

import re

import pytest

from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.pages.screen import AS_AT

LEADING = {"home": "Cedar View", "standard": "QS13", "indicator": "LAM5"}


def series(counts: list[int], column: str = "missing_episodes", home: str = "Ash House") -> str:
    """A return a month for so many months, the last of them October 2026."""
    months = [
        f"{(2026 * 12 + 9 - back) // 12}-{(2026 * 12 + 9 - back) % 12 + 1:02d}" for back in reversed(range(len(counts)))
    ]
    return "\n".join(
        [
            f"Home | Month | child_nights | {column}",
            *(f"{home} | {month} | 84 | {count}" for month, count in zip(months, counts, strict=True)),
        ]
    )


def test_concerns_come_first_and_the_page_says_what_chance_would_flag(sample):
    html = sample.go("trends", date=AS_AT).html
    assert (
        "21 figures at 2 homes are worse than chance explains" in html
        and "308 series are known, 178 for long enough to be tested; 30 are flagged" in html
        and "chance alone would flag about 2.97" in html
    )
    assert (
        html.index("Worse than chance explains (21)")
        < html.index("Better than chance explains (8)")
        < html.index("As usual (")
    )
    assert html.index("Worse than chance explains") < html.index("<b>Agency share of shifts</b>")
    assert " more, of those shown)" in html and " more, of those shown)" not in html[: html.index("As usual (")]


def test_each_card_leads_to_its_chart_and_says_what_it_means(sample):
    html = sample.go("trends", date=AS_AT).html
    assert 'href="trends?date=2026-10-31&amp;home=Cedar+View&amp;standard=QS13&amp;indicator=LAM5"' in html
    assert "Agency share of shifts: up beyond chance, 412 of 1,066 (39 %) in the 6 months to Oct 2026" in html
    assert 'aria-label="Concern, high"' in html and 'aria-label="Falls short of its target"' in html


def test_the_filters_hold_what_the_address_says(sample):
    screen = sample.go("trends", date=AS_AT, home="Beech House", standard="QS08")
    assert (
        "Cedar View" not in screen.html[screen.html.index("Better than chance") :]
        and "<b>School attendance</b>" in screen.html
    )
    assert [box.value for box in screen.app.selectbox[:2]] == ["Beech House", "QS08"]


def test_one_series_in_full_with_its_method_its_meaning_and_its_table(sample):
    html = sample.go("trends", date=AS_AT, **LEADING).said
    assert (
        "XmR chart: limits at 2.66 average moving ranges" in html
        and "<strong>What this means:</strong> Agency share of shifts: up beyond chance" in html
    )
    assert (
        "The 24 months behind the chart" in html
        and "<td>69 of 176 (39 %)</td>" in html
        and "Outside the usual range" in html
    )


def test_nothing_loaded_says_what_to_upload(screen):
    assert "Nothing to chart yet" in screen.go("trends", date=AS_AT).html


def test_few_months_are_a_run_chart_without_limits(drawn):
    html = drawn(series([1, 2, 3])).go("trends", date=AS_AT, home="Ash House", standard="QS12", indicator="PRO1").html
    assert "3 months known in the last 24: too few to tell a change from chance." in html
    assert "Too few months are known to tell a change from chance</h1>" in html and "0 are flagged" in html


def readings(html: str) -> set[str]:
    """What the table behind the chart says of its points."""
    table = html[html.index("behind the chart") :]
    return set(re.findall(r"<td>([^<]*)</td></tr>", table[: table.index("</table>")]))


def test_without_a_usual_range_no_point_is_said_to_be_inside_one(drawn):
    for counts in ([1, 2, 3], [0] * 14):
        html = drawn(series(counts)).go("trends", date=AS_AT, home="Ash House", standard="QS12", indicator="PRO1").said
        assert readings(html) == {"–"} and "nside the usual range" not in html and "Band: " not in html
        assert "no usual range to compare with" in html


def test_a_share_of_few_cases_is_compared_with_all_its_months(sample):
    html = sample.go("trends", date=AS_AT, home="Cedar View", standard="QS12", indicator="PRO2").said
    assert readings(html) <= {"In line with all the months", "Out of line with all the months"}
    assert "in line with all the months" in html and "nside the usual range" not in html


def test_a_hostile_name_is_text(drawn):
    homes = "Home | Service type | Registered places | Opened\n<b>Ash</b> | Residential care | 3 | 2015-05-01"
    assert "<b>Ash</b>" not in drawn(series([1, 2, 3], home="<b>Ash</b>"), homes=homes).go("trends", date=AS_AT).html


@pytest.fixture
def charted(own_sample):
    """A chart on which no concern stands."""
    return own_sample.go("trends", date=AS_AT, home="Elm Base", standard="QS12", indicator="PRO1")


def rebased(screen, reason="The new rota began", by="K. Ahmed"):
    screen.app.text_input(key="rebase reason").set_value(reason)
    screen.app.text_input(key="answer by").set_value(by)
    return screen.press("Work out new limits")


def test_limits_are_worked_out_anew_and_taken_back(charted, database):
    screen = rebased(charted)
    assert any("New usual** from" in said.value and "The new rota began" in said.value for said in screen.app.markdown)
    back = next(button for button in screen.app.button if button.label == "Take it back")
    screen = screen.press(back.label)
    assert not any("New usual** from" in said.value for said in screen.app.markdown)
    rows = open_store(database).rows(of_every_home(), "select holds, made_by from main.rebases order by moment")
    assert [(row["holds"], row["made_by"]) for row in rows] == [(True, "K. Ahmed"), (False, "K. Ahmed")]


def test_new_limits_need_a_reason(charted):
    screen = rebased(charted, reason=" ")
    assert "need your name and a reason" in screen.app.error[0].value
    assert not any("New usual** from" in said.value for said in screen.app.markdown)


CLOSED = """
Home      | Service type     | Registered places | Opened     | Closed
Ash House | Residential care | 3                 | 2015-05-01 |
Oak House | Residential care | 3                 | 2015-05-01 | 2026-05-20
"""


def test_a_home_that_has_closed_moves_no_more(drawn):
    screen = drawn(series([1, 0, 1] * 6), series([1, 0, 1] * 4, home="Oak House"), homes=CLOSED)
    html = screen.go("trends", date=AS_AT).html
    assert "Ash House" in html and "Oak House" not in html


def test_a_point_that_stood_out_long_ago_asks_nobody_to_watch_the_next_month(drawn):
    months = "\n".join(f"Ash House | {2025 + month // 12}-{month % 12 + 1:02d} | 20 | {worst}" for month, worst in OLD)
    html = drawn(f"Home | Month | shifts | shifts_agency\n{months}").go("trends", date=AS_AT).html
    assert "No figure since Mar 2026: nothing is known of how it runs now." in html
    assert "Watch the next month" not in html


OLD = [(month, 1 + month % 2) for month in range(14)] + [(14, 18)]
"""Months since January 2025, each with its agency shifts: the last is far worse, and seven months old."""
