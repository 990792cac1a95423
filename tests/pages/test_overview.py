"""The overview: which homes need attention, and why."""

from datetime import date, timedelta

import pytest

from tests.pages.screen import AS_AT

NEW = """
Home      | Service type     | Registered places | Opened
Ash House | Residential care | 3                 | 2026-10-20
"""

MET = """
Home      | Visit date | Visit type | QS12    | QS13
Ash House | 2026-10-14 | Reg 44     | {now}   | Met
Ash House | 2026-09-14 | Reg 44     | {then}  | Met
"""


def test_an_empty_store_offers_two_ways_on(screen):
    screen.go()
    assert {"Upload a workbook", "Load the sample data"} <= {button.label for button in screen.app.button}


def test_one_click_loads_the_sample_data(screen):
    screen.go()
    screen.press("Load the sample data")
    assert "Cedar View" in screen.html and "sample data" in screen.app.info[0].value


def test_says_which_homes_need_attention_and_why(sample):
    html = sample.go(date=AS_AT).html
    assert "2 of 5 homes need attention: Cedar View and Elm Base" in html
    assert "5 homes · position at 31 October 2026 · 4 of 5 October returns received" in html
    assert (
        "<strong>Elm Base</strong>: Care planning is now Red – the independent visit of 16 Oct 2026 found the standard"
        " not met." in html
    )


def test_every_home_stands_against_every_standard(sample):
    html = sample.go(date=AS_AT).html
    matrix = html[html.index("<table") : html.index("</table>")]
    assert matrix.count('class="c ') == 45 and matrix.count('aria-label="Cedar View, ') == 9
    assert 'href="home?date=2026-10-31&amp;home=Cedar+View&amp;standard=QS12"' in matrix
    assert "Cedar View, Protection of children: Red. No change. Strong evidence." in matrix


def test_shows_judgement_actions_and_return(sample):
    html = sample.go(date=AS_AT).html
    row = html[html.index(">Elm Base</a>") : html.index("</table>")]
    assert "No inspection loaded" in row and "Not received" in row and "overdue" in row


def test_says_what_got_worse_with_the_colour_before(drawn):
    html = drawn(MET.format(now="Not met", then="Partly met")).go(date=AS_AT).html
    worse = html[html.index("What changed since 30 Sep 2026") : html.index("Early warnings</h2>")]
    assert (
        "1 got worse" in worse
        and "Ash House" in worse
        and "The independent visit of 14 Oct 2026 found the standard not met." in worse
    )


def test_early_warnings_and_emerging_themes_stand_beside_the_changes(sample):
    html = sample.go(date=AS_AT).html
    warned, emerging = html[html.index("Early warnings</h2>") :].split("Emerging themes</h2>")
    assert (
        warned.index("Cedar View") < warned.index("Elm Base")
        and "3 dates missed, 2 standards newly red, worse as a whole, 13 Flags, 8 Watches" in warned
    )
    assert (
        'href="themes?date=2026-10-31&amp;theme=medication"' in emerging
        and "6 of 15 visits, at most 1 expected; a concern since 30 Sep 2026; Alder Lodge and Damson Cottage"
        in emerging
    )


def test_concerns_are_listed_new_ones_first_and_the_home_as_a_whole_above(sample):
    html = sample.go(date=AS_AT).html
    panel = html[html.index("<h2>Concerns</h2>") : html.index("What changed since")]
    assert panel.index("Cedar View is getting worse in many things at once") < panel.index("New this month: 2 Flags")
    assert panel.index("Flag, new") < panel.index("Watch, new") < panel.index("17 concerns that still stand")
    assert panel.count("so some of these are chance.") == 1


def test_what_has_no_evidence_is_told_a_line_a_home(sample):
    html = sample.go(date=AS_AT).html
    assert html[html.index("5 with no recent evidence") : html.index("Early warnings</h2>")].count("Elm Base") == 1


def test_nothing_known_is_not_green(drawn):
    html = drawn(homes=NEW).go(date=AS_AT).html
    assert "No standard is red; 1 of 1 home is without a rating: Ash House" in html
    assert html.count('class="c grey"') == 9 and 'class="c green"' not in html


def test_of_many_homes_the_worst_are_drawn_and_the_rest_can_be_found(drawn):
    homes = "Home | Service type | Registered places | Opened\n" + "\n".join(
        f"Home {number:03} | Residential care | 3 | 2015-05-01" for number in range(60)
    )
    screen = drawn("Home | Visit date | Visit type | QS12\nHome 059 | 2026-10-14 | Reg 44 | Not met", homes=homes).go(
        date=AS_AT
    )
    assert screen.html.count('class="c ') == 50 * 9 and screen.html.index(">Home 059<") < screen.html.index(
        ">Home 000<"
    )
    screen.app.text_input(key="wanted").set_value("home 058")
    assert screen.run().html.count('class="c ') == 9


def test_known_by_a_day_before_anything_was_uploaded_nothing_is_known(sample):
    screen = sample.go("overview", date="2026-10-31", known="2026-01-31")
    assert "Nothing had been loaded by" in screen.html and "As known on 31 Jan 2026" in screen.app.warning[0].value


@pytest.mark.parametrize("known", ["nonsense", "2999-01-01", "1066-10-14"])
def test_known_by_no_day_of_the_past_is_now(sample, known):
    screen = sample.go("overview", date="2026-10-31", known=known)
    assert "2 of 5 homes need attention" in screen.html and "as known now" in screen.app.warning[0].value


def test_known_by_is_chosen_in_the_sidebar_and_stays_in_every_link(sample):
    screen = sample.go("overview", date="2026-10-31")
    screen.app.date_input(key="known_by").set_value(date.today() - timedelta(1)).run()
    assert screen.app.query_params["known"] == (date.today() - timedelta(1)).isoformat() and screen.app.warning


THREE = """
Home      | Service type     | Registered places | Opened
Ash House | Residential care | 3                 | 2026-10-20
Elm House | Residential care | 3                 | 2015-05-01
Fir House | Residential care | 3                 | 2015-05-01
"""

UNLIKE = """
Home      | Visit date | Visit type | QS06    | QS08    | QS12    | QS13
Elm House | 2026-10-14 | Reg 44     | Not met | Not met | Met     | Met
Fir House | 2026-10-14 | Reg 44     | Met     | Met     | Not met | Met
"""


def test_homes_stand_worst_first_each_with_its_own_rating_and_why(drawn):
    html = drawn(UNLIKE, homes=THREE).go(date=AS_AT).html
    rows = html[html.index("<table") : html.index("</table>")].split("<tr")[2:]
    assert [row[: row.index(">")] for row in rows] == [f' class="home {rag}"' for rag in ("red", "red", "grey")]
    assert 'aria-label="Red as a whole"' in rows[0] and ">Fir House</a>" in rows[0]
    assert "Protection of children is red." in rows[0] and "Two or more standards are red: " in rows[1]
    assert 'aria-label="No rating as a whole"' in rows[2] and "Four or more standards have no rating: " in rows[2]
    assert "2 of 3 homes need attention: Fir House and Elm House" in html


def test_the_two_kinds_of_grey_are_told_apart(drawn):
    html = drawn(UNLIKE, homes=THREE).go(date=AS_AT).html
    panel = html[html.index("What changed since") : html.index("Early warnings</h2>")]
    evidence, figures = panel.split(" with too few figures</h3>")
    assert "with no recent evidence</h3>" in evidence and "Ash House" in evidence
    assert "Elm House" in figures and "Ash House" not in figures
    assert html.count('aria-label="Too few figures"') and "Too few figures: " in html


def test_what_is_owed_is_named(drawn):
    visits = """
    Home      | Visit date | Visit type | Report received
    Ash House | 2026-08-14 | Reg 44     | 2026-08-20
    Ash House | 2026-09-14 | Reg 44     |
    """
    html = drawn(visits).go(date=AS_AT).html
    assert (
        "1 Regulation 44 visit, 1 report of a Regulation 44 visit and 1 service plan of the last 6 months are still"
        " owed by Ash House" in html
    )


def test_what_is_owed_is_told_home_by_home(sample):
    html = sample.go("overview", date="2026-10-31").html
    assert "of the last 6 months are still owed by Cedar View and Elm Base</summary>" in html
    assert "<strong>Elm Base</strong>: Monthly return for Oct 2026 and Report of a Regulation 44 visit for Oct" in html
