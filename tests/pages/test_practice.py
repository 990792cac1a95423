"""Good practice: findable by home, standard and words."""

from tests.pages.screen import AS_AT

FINDINGS = """
Home      | Date       | Source | Standard | Kind          | Finding
Ash House | 2026-10-01 | Reg 44 | QS07     | Good practice | Children lead the house meeting
Ash House | 2026-09-01 | Reg 44 | QS12     | Good practice | Staff know the signs of exploitation
Ash House | 2026-09-01 | Reg 44 | QS12     | Concern       | The plan is out of date
Ash House | 2025-10-31 | Reg 44 | QS12     | Good practice | Long ago
"""


def test_only_strengths_of_twelve_months(drawn):
    html = drawn(FINDINGS).go("practice", date=AS_AT).html
    assert "Children lead the house meeting" in html and "out of date" not in html and "Long ago" not in html
    assert "Good practice at 1 home in the last 12 months" in html and "Care planning none is recorded." in html


def test_found_by_words_and_standard(drawn):
    screen = drawn(FINDINGS).go("practice", date=AS_AT, standard="QS12")
    assert "signs of exploitation" in screen.html and "house meeting" not in screen.html
    screen.app.text_input(key="practice words").set_value("HOUSE")
    assert "Nothing was found" in screen.run().html


def test_what_a_visit_praises_under_no_standard_is_good_practice_too(drawn):
    html = drawn(
        """
        Home      | Visit date | Visit type | Good practice
        Ash House | 2026-10-14 | Reg 44     | Staff know the children well.
        """
    )
    html = html.go("practice", date=AS_AT).html
    assert "Good practice at 1 home in the last 12 months" in html and "1 strength" in html
