"""Service plan: what is intended, how it will be known, and what has no line."""

import pytest

from tests.pages.screen import AS_AT

PLAN = """
Home      | Standard | Outcome for children | How we deliver it | How we will know         | Review date | Progress
Ash House | QS12     | Children are safe    | A trigger plan    | Missing episodes go down | 2026-10-30  | Off track
"""

VISIT = """
Home      | Visit date | Visit type | QS12
Ash House | 2026-10-14 | Reg 44     | {verdict}
"""


def test_standards_without_a_line_are_named(sample):
    html = sample.go("plan", date=AS_AT).html
    assert (
        "8 standards at 3 homes without a plan line" in html and "<strong>Damson Cottage</strong>: no line for" in html
    )


def test_a_line_names_its_indicators_and_its_cell(drawn):
    html = drawn(PLAN).go("plan", date=AS_AT).said
    assert 'indicator=PRO1">Missing episodes</a>' in html and "Drawn.xlsx › Sheet2!C2" in html
    assert "30 Oct 2026: past" in html and "1 of some concern or off track" in html


@pytest.mark.parametrize(
    ("measure", "times"),
    [("Missing episodes; Return home interviews within 72 hours", 1), ("Missing episodes under 3 a month", 2)],
)
def test_words_that_only_name_indicators_stand_once_as_links(drawn, measure, times):
    html = drawn(PLAN.replace("Missing episodes go down", measure)).go("plan", date=AS_AT).said
    assert 'indicator=PRO1">Missing episodes</a>' in html and html.count("Missing episodes") == times


CLOSED = """
Home       | Service type     | Registered places | Opened     | Closed
Ash House  | Residential care | 3                 | 2015-05-01 |
Birch Lane | Residential care | 3                 | 2015-05-01 | 2026-08-31
"""


def test_what_a_closed_home_had_planned_is_not_behind(drawn):
    birch = PLAN.strip().splitlines()[-1].replace("Ash House", "Birch Lane")
    html = drawn(f"{PLAN.strip()}\n{birch}", homes=CLOSED).go("plan", date=AS_AT).said
    assert "1 line at 1 home: 1 of some concern or off track, 1 past the review date." in html
    assert "the home is not open" in html


def test_a_line_without_a_review_date_says_so_once(drawn):
    html = drawn(PLAN.replace("2026-10-30", " ")).go("home", date=AS_AT, home="Ash House", standard="QS12").said
    assert "Inspection evidence: not given · no review date" in html


def test_chosen_by_home_and_standard(sample):
    html = sample.go("plan", date=AS_AT, home="Alder Lodge", standard="QS12").html
    assert html.count("<tbody><tr>") == 1 and "Beech House" not in html[html.index("</h1>") :]


EVIDENCED = """
Home      | Standard | Outcome for children | How we deliver it | Inspection evidence  | Progress
Ash House | QS12     | Children are safe    | A trigger plan    | {evidence}           | {progress}
"""


@pytest.mark.parametrize(
    ("evidence", "progress", "verdict", "said"),
    [
        ("Helped and protected", "On track", "Not met", ("Helped and protected", "On track", "Red")),
        ("Leaders and managers", "On track", "Partly met", ("Leaders and managers", "On track", "Amber")),
        ("", "", "", ("ot given", "not given", "No recent evidence")),
    ],
)
def test_its_inspection_evidence_and_todays_colour_stand_beside_its_progress(drawn, evidence, progress, verdict, said):
    screen = drawn(EVIDENCED.format(evidence=evidence, progress=progress), VISIT.format(verdict=verdict))
    for page in ("plan", "home"):
        told = screen.go(page, home="Ash House", standard="QS12", date=AS_AT).html
        line = told[told.rindex("Children are safe") :]
        inspected, planned, today = said
        assert inspected in line and planned in line[line.index("Plan: ") :].split("Today: ")[0], page
        assert line[line.index("Today: ") :].split("</div>")[0].endswith(f" {today}"), page


def test_a_plan_that_says_nothing_of_the_standard_is_said_on_the_homes_page(drawn):
    html = drawn().go("home", home="Ash House", standard="QS12", date=AS_AT).html
    assert "No line of the home’s service plan is about this standard." in html
