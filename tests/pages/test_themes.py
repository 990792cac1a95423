"""Emerging themes: what is more common than expected, in which words, and what would clear it."""

from html import unescape

import pytest

from pages.parts.themes.said import headline
from tests.pages.screen import AS_AT

HOSTILE = """
Home      | Visit date | Visit type | Visitor | Concerns
Ash House | 2026-10-14 | Reg 44     | <i>M</i> | Medication <script>alert(1)</script> was missed & not "signed" for.
"""


@pytest.fixture
def html(sample):
    return sample.go("themes", date=AS_AT).html


def row(html: str, label: str) -> str:
    """The theme's row of the ranked list."""
    start = html.index(f">{label}</a><div")
    return html[start : html.index("</tr>", start)]


def test_says_what_is_more_common_than_expected(html):
    assert "2 themes of concern are more common than before: medication and restraint records and debriefs</h1>" in html
    assert "15 independent visits · 1 August 2026 to 31 October 2026, against the 12 months before" in html
    assert "themes were compared with the 12 months before. Chance alone would flag about 0.1 of them" in html


def test_draws_expected_against_seen_with_its_interval(html):
    told = row(html, "Medication")
    assert 'aria-label="6 of 15 visits (40 %), 95 % interval 2 to 10; 0.1 expected"' in told
    assert (
        "More often: concern since 30 Sep 2026, never mentioned before" in told
        and "First mention: not tested" in told
        and "Alder Lodge, Damson Cottage" in told
    )


def test_a_steady_theme_is_said_to_be_as_expected_with_its_chance(html):
    told = row(html, "Risk assessments")
    assert "As expected" in told and "1 in " in told


def test_the_worst_theme_is_open_with_its_words_and_cells(html):
    panel = html[html.index("Theme 1 of") :]
    assert "<mark>medication</mark>" in panel and "Visits log!Z155" in panel
    assert (
        "6 of 15 visits (40 %)</strong> mention it as a concern; 0.1 expected, as none of 54 in the 12 months"
        " before did" in panel
    )
    assert "3 months in which no more than 1 of 15 visits mention it" in panel


def test_the_action_that_speaks_of_it_is_named(html):
    assert "this theme</span> Have the pharmacist look at how medicines are received" in html and "AL-044" in html


def test_another_theme_is_chosen_by_its_link(sample):
    html = sample.go("themes", date=AS_AT, theme="premises").html
    assert "<h2>Premises and repairs</h2>" in html and "Counts under Quality and purpose of care." in html
    assert f'href="themes?date={AS_AT}&amp;theme=medication"' in html


def test_one_home_has_its_own_themes(sample):
    html = sample.go("themes", date=AS_AT, home="Damson Cottage").html
    assert "1 theme of concern at Damson Cottage is more common than before: medication" in html
    assert "3 independent visits" in html and "Alder Lodge" not in html


def test_months_show_counts_of_visits(html):
    heat = html[html.index("Theme by month") : html.index("At one home")]
    assert (
        'title="Oct 2026: 2 of 5 (40 %)">2 of 5</td>' in heat and 'title="Nov 2025: 0 of 4 (0 %)">0 of 4</td>' in heat
    )


def test_what_emerges_at_one_home_and_what_is_praised(html):
    assert "<strong>Damson Cottage</strong> · Medication</a>" in html
    assert "Strengths are counted apart and are never taken for concerns." in html


def test_without_visits_it_says_what_to_upload(screen):
    html = screen.go("themes").html
    assert "No independent visit in the last 3 months is known" in html and "Upload a workbook with them" in html


PRAISE = """
Home      | Visit date | Visit type | Good practice
Ash House | {day} | Reg 44     | Staff know each child well.
"""


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-10-14", "No independent visit at Ash House mentions a concern"),
        ("2026-07-14", "No independent visit at Ash House in the last 3 months is known"),
    ],
)
def test_visits_without_a_concern_are_told_from_no_visits(drawn, day, said):
    screen = drawn(PRAISE.format(day=day))
    html = screen.go("themes", date=AS_AT, home="Ash House").html
    assert f"{said}</h1>" in html and ("Upload a workbook" in html) == ("known" in said)
    assert f"{said.replace(' at Ash House', '')}" in screen.go("overview", date=AS_AT).html


def test_too_few_visits_before_are_no_comparison(drawn):
    html = drawn(HOSTILE).go("themes", date=AS_AT).html
    assert (
        "Too few visits to say which concerns are more common than before" in html
        and "There are too few visits in the 12 months before" in html
    )
    assert "Too few visits before to compare" in html and "Not tested" in html
    assert "As often" not in html and "There are too few visits" in html[html.index("At one home") :]
    panel = html[html.index("Theme 1 of") :]
    assert "1 of 1 visit (100 %)</strong> mentions it as a concern. No visit of the 12 months before is loaded" in panel


ACTED = """
Home      | Reference | Source                        | Source date | Standard | Action           | Raised     | Status
Ash House | A1        | Regulation 44 recommendation  | 2026-10-14  | QS10     | {}               | 2026-10-14 | Open
"""


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("Check the medication", "It speaks of this theme."),
        ("Mend the fence", "It does not speak of this theme itself."),
    ],
)
def test_one_open_action_is_told_as_one(drawn, action, told):
    html = drawn(HOSTILE, ACTED.format(action)).go("themes", date=AS_AT, theme="medication").html
    assert f"1 action under Health and well-being. {told}" in html


def test_what_is_written_is_not_live(drawn):
    html = drawn(HOSTILE).go("themes", date=AS_AT).html
    assert "<script" not in html and "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert '& not "signed"' not in html and '& not "signed"' in unescape(html)


@pytest.mark.parametrize(
    ("homes", "said"),
    [
        ([], "No theme of concern is clearly more common than before"),
        (
            ["Ash House"],
            "No theme of concern is clearly more common than before over all homes, but some are at Ash House",
        ),
    ],
)
def test_what_emerges_at_one_home_is_not_hidden_by_the_service(homes, said):
    steady = {"home": None, "state": "steady", "expected": 1.0}
    answer = {"visits": 9, "themes": [steady, *({"home": home, "state": "emerging"} for home in homes)]}
    assert headline(answer, [steady], None) == said
