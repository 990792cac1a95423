"""Service plan: what is intended, how it will be known, and what has no line."""

from tests.pages.screen import AS_AT

PLAN = """
Home      | Standard | Outcome for children | How we deliver it | How we will know         | Review date | Progress
Ash House | QS12     | Children are safe    | A trigger plan    | Missing episodes go down | 2026-10-30  | Off track
"""


def test_standards_without_a_line_are_named(sample):
    html = sample.go("plan", date=AS_AT).html
    assert (
        "8 standards at 3 homes without a plan line" in html and "<strong>Damson Cottage</strong>: no line for" in html
    )


def test_a_line_names_its_indicators_and_its_cell(drawn):
    html = drawn(PLAN).go("plan", date=AS_AT).html
    assert 'indicator=PRO1">Missing episodes</a>' in html and "Drawn.xlsx › Sheet2!C2" in html
    assert "30 Oct 2026: past" in html and "1 of some concern or off track" in html


def test_chosen_by_home_and_standard(sample):
    html = sample.go("plan", date=AS_AT, home="Alder Lodge", standard="QS12").html
    assert html.count("<tbody><tr>") == 1 and "Beech House" not in html[html.index("</h1>") :]
