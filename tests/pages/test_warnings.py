"""Early warnings: the homes in order, their reasons, the dates, and the back-test."""

import re

from tests.pages.screen import AS_AT

HOSTILE = "<b>Ash & Oak</b>"

REQUIREMENT = f"""
Home | Reference | Source | Source date | Regulation | Standard | Action | Raised | Due | Status
{HOSTILE} | <i>A1</i> | Ofsted requirement | 2026-09-01 | <u>12</u> | QS12 | Do it | 2026-09-01 | 2026-10-15 | Open
"""

HOMES = f"""
Home      | Service type     | Registered places | Opened
{HOSTILE} | Residential care | 3                 | 2015-05-01
"""


def test_the_samples_homes_stand_in_order_with_their_reasons(sample):
    html = sample.go("warnings", date=AS_AT).html
    assert "5 of 5 homes have early warnings; Cedar View first" in html
    assert (
        html.index("1. <a") < html.index("2. <a")
        and 'data-l="By law" class="n"><a href="home?date=2026-10-31&amp;home=Cedar+View"><strong>4<' in html
    )
    assert (
        "Missing episodes up since about " in html
        and 'href="trends?date=2026-10-31&amp;home=Cedar+View&amp;standard=QS12"' in html
    )


def test_many_reasons_of_a_home_are_folded_by_standard_what_is_law_first(sample):
    html = sample.go("warnings", date=AS_AT).html
    panel = html[html.index("<h2>1. Cedar View") : html.index("<h2>2. Elm Base")]
    assert re.search(r"<summary><strong>Protection of children</strong>: \d+, two are law, one is new</summary>", panel)
    fold = panel[panel.index("<strong>Protection of children</strong>: ") :]
    assert fold.index("Date missed") < fold.index("Watch, new") < fold.index("Flag since ")
    assert panel.index("Home as a whole since ") < panel.index("What makes it up") < panel.index("two are law")


def test_what_is_new_heads_the_page_and_how_much_chance_alone_would_show_is_said_once(sample):
    html = sample.go("warnings", date=AS_AT).html
    assert html.index("<h3>New this month: 2 Flags and 4 Watches</h3>") < html.index("What warns, home by home")
    assert html.count("Where nothing changes, these five homes would show about one new Watch every two months") == 1


def test_the_dates_say_how_late_they_are_and_where_they_are_told(sample):
    html = sample.go("warnings", date=AS_AT).said
    assert (
        '31 Aug 2026</span> <span class="small">61 days late' in html and "Action tracker.xlsx › Tracker!J166" in html
    )
    assert '19 Nov 2026</span> <span class="small">in 19 days' in html and "15 dates further away" in html


def test_the_back_test_shows_both_tables_and_what_they_can_bear(sample):
    html = sample.go("warnings", date=AS_AT).html
    told = html[html.index("Would it have warned us?") :]
    assert "The dashboard said red</h3>" in told and "The judgement before was below Good</h3>" in told
    assert "Caught 3 of 3 (100 %), 95 % interval 44 to 100 %" in told and "too few to give a share any weight" in told
    assert "14 Jul 2026" in told and "<strong>Inadequate</strong>" in told


def test_an_empty_store_says_what_to_do(screen):
    assert "upload a workbook with a sheet of homes" in screen.go("warnings", date=AS_AT).html


def test_a_home_without_anything_to_test_says_what_to_upload(drawn):
    html = drawn().go("warnings", date=AS_AT).html
    assert "No full inspection is loaded yet" in html and "No Regulation 44 visit, no Regulation 45 review" in html


def test_what_people_wrote_is_escaped(drawn):
    html = drawn(REQUIREMENT, homes=HOMES).go("warnings", date=AS_AT).html
    assert "<b>Ash" not in html and "<i>A1" not in html and "<u>12" not in html and "&lt;b&gt;Ash &amp; Oak" in html


TWO_HOMES = """
Home      | Service type     | Registered places | Opened
Ash House | Residential care | 3                 | 2015-05-01
Oak House | Residential care | 3                 | 2015-05-01
"""


def test_one_of_several_homes_has_warnings_and_none_has(drawn):
    screen = drawn(REQUIREMENT.replace(HOSTILE, "Oak House"), homes=TWO_HOMES)
    assert "1 of 2 homes has early warnings; Oak House first</h1>" in screen.go("warnings", date=AS_AT).html
    quiet = screen.go("home", date=AS_AT, home="Ash House").html
    assert "None: no date is missed or near, no standard got worse" in quiet


VISITED = """
Home      | Visit date | Visit type
Ash House | 2026-01-14 | Reg 44
Ash House | 2026-02-14 | Reg 44
"""

INSPECTED = """
Home|Inspection date|Inspection type|Overall experiences and progress|Helped and protected|Leaders and managers
Ash House|2026-03-04|Full|Good|Good|Good
"""


def test_one_inspection_is_told_as_one(drawn):
    html = drawn(VISITED, INSPECTED).go("warnings", date="2026-03-31").html
    assert "1 full inspection can be tested, of 4 Mar 2026. None found a home below Good: too few" in html
    assert "No home below Good to catch; " in html


def test_a_requirement_names_its_regulation_as_one(drawn):
    html = (
        drawn(REQUIREMENT.replace(HOSTILE, "Ash House").replace("<u>12</u>", "12(1)")).go("warnings", date=AS_AT).html
    )
    assert '<span class="small">Regulation 12(1)</span>' in html
