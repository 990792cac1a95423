"""Visits and the visitor's contract; children's voice."""

from html import unescape

import pytest

from tests.pages.screen import AS_AT

HOSTILE = """
Home      | Visit date | Visit type | Visitor    | Children's views | What changed
Ash House | 2026-10-14 | Reg 44     | <b>Jo</b>  | <i>More</i>      | <script>x
"""


def test_the_months_the_gap_and_the_visitors(sample):
    html = sample.go("visits", date=AS_AT).said
    assert "An independent visit in 56 of 57 (98 %) of the months owed that have ended" in html
    assert 'aria-label="No visit in Apr 2026"' in sample.html and "57 days" in html
    tansley = html[html.index('<th scope="row">R. Tansley') :]
    assert (
        "0 of 21 (0 %)" in tansley[: tansley.index("</tr>")]
        and "none at 8 of 8 visits" in tansley[: tansley.index("</tr>")]
    )
    assert (
        "no family at the last 4 visits that record it" in html
        and "the visit of 5 Jul 2026 (R. Tansley) said met" in html
    )


def test_one_home_alone(sample):
    html = unescape(sample.go("visits", date=AS_AT, home="Elm Base").said)
    assert "Not looked at: Children's views, wishes and feelings, Education, " in html
    assert "Cedar View" not in html and "4 of 9 looked at" in html


def test_what_was_said_and_what_changed(sample):
    html = sample.go("voice", date=AS_AT).said
    assert "A child’s view was recorded at every home in 3 months" in html and "<strong>What changed:</strong>" in html
    assert "22 of 36 (61 %)" in html and "No data" in html


@pytest.mark.parametrize("page", ["visits", "voice"])
def test_nothing_loaded_says_what_to_upload(screen, page):
    html = screen.go(page, date=AS_AT).html
    assert "No home was open on this day" in html and "Upload" in html


@pytest.mark.parametrize("page", ["visits", "voice"])
def test_what_people_wrote_is_text(drawn, page):
    html = drawn(HOSTILE).go(page, date=AS_AT).html
    assert "<b>Jo" not in html and "<i>More" not in html and "<script>" not in html
