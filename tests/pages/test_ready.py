"""Ready for inspection: what a home can show since its last full inspection, with its rows, and what is missing."""

from tests.pages.screen import AS_AT
from tests.pages.test_home import ACTIONS, FINDINGS, OPENED_LATELY, VISITS
from tests.pages.test_opened import follow, panel

INSPECTED = """
Home|Inspection date|Inspection type|Overall experiences and progress|Helped and protected|Leaders and managers
Ash House|2026-07-14|Full|Good|Good|RI
"""

RETURNS = """
Home      | Month    | Restraints | Missing episodes | Admissions | Child-nights
Ash House | Jul 2026 | 40         | 50               | 60         | 93
Ash House | Aug 2026 | 4          |                  | 0          | 93
Ash House | Oct 2026 | 3          | 2                | 0          | 93
"""

REQUIRED = """
Home|Reference|Source|Source date|Regulation|Standard|Action|Raised|Due|Status
Ash House|R1|Ofsted requirement|2026-07-14|12(2)(b)|QS12|Mend the fence|2026-07-16|2026-09-30|Open
"""


VISITED = """
Home      | Visit date | Visit type
Ash House | 2026-08-14 | Reg 44
Ash House | 2026-10-14 | Reg 44
"""

UNVISITED = "No Regulation 44 visit of Sep 2026, though one was owed each month (regulation 44(1))."
"""July lies before the records of visits begin: not recorded, never missed."""


def item(html: str, asks: str) -> str:
    """The row of the form that asks it."""
    return html[html.index(f">{asks}<") :].split("</tr>")[0]


def standard(html: str, name: str) -> str:
    """The evidence of a standard."""
    return html[html.index(f"<summary><strong>{name}</strong>") :].split("The standard at this home")[0]


def test_only_whole_months_since_the_inspection_are_counted_each_with_its_cell(drawn):
    html = drawn(INSPECTED, RETURNS).go("ready", home="Ash House", date=AS_AT).said
    assert (
        "Counted since the full inspection of 14 Jul 2026. Counts are of 3 whole months, Aug 2026 to Oct 2026." in html
    )
    assert "You must add 15 to 31 Jul 2026: a return tells of a month, not of days." in html
    restraints = item(html, "Incidents of restraint")
    assert "<strong>7, of 2 of 3 months</strong>" in restraints and "Where it comes from: 2 rows" in restraints
    assert restraints.count("<code>Drawn.xlsx › Sheet3!C3</code>") == 1 and "C2" not in restraints
    assert "<strong>2, of 1 of 3 months</strong>" in item(html, "Times that children were away without authorisation")
    assert "<strong>0, of 2 of 3 months</strong>" in item(html, "Children admitted")
    assert "No monthly return of Sep 2026." in html


def test_what_is_too_long_to_read_opens_over_the_page_whole(drawn):
    """Fourteen months since the inspection, each with a return, a visit that gave a verdict and a finding."""
    months = [f"{2025 + (7 + place) // 12}-{(7 + place) % 12 + 1:02}" for place in range(14)]
    returns = [f"Ash House|{month}-01|1|84" for month in months]
    visits = [f"Ash House|{month}-14|Regulation 44 visit|Met" for month in months]
    findings = [f"Ash House|{month}-14|Regulation 44 visit|QS12|Concern|Gate left open in {month}" for month in months]
    screen = drawn(
        INSPECTED.replace("2026-07-14", "2025-07-14"),
        "\n".join(["Home|Month|Restraints|Child-nights", *returns]),
        "\n".join(["Home|Visit date|Visit type|Verdict QS12", *visits]),
        "\n".join(["Home|Date|Source|Standard|Kind|Finding", *findings]),
    )
    html = screen.go("ready", home="Ash House", date=AS_AT).said
    protection = standard(html, "Protection of children")
    assert protection.count("Gate left open") == 6 and "8 more pieces: all 14" in protection
    assert "Met at 14 of 14" in protection and "D4" in protection and "D3" not in protection
    restraints = panel(follow(screen, "Where it comes from: 14 rows", "ready"))
    assert "Restraints: 14, of 14 of 15 months" in restraints and restraints.count(": 1 <") == 14
    screen.go("ready", home="Ash House", date=AS_AT)
    assert panel(follow(screen, "8 more pieces: all 14", "ready")).count("Gate left open") == 14
    screen.go("ready", home="Ash House", date=AS_AT)
    cells = panel(follow(screen, "2 more cells", "ready"))
    assert all(f">D{row}</a>" in cells for row in range(3, 16)) and "Drawn.xlsx › Sheet4!D2" in cells


def test_what_no_figure_gives_is_to_be_added(drawn):
    html = drawn(INSPECTED, RETURNS).go("ready", home="Ash House", date=AS_AT).said
    for asks in ("Children involved in them", "Children at risk of child sexual exploitation"):
        assert "No figure gives it" in item(html, asks)
    assert "<strong>No data</strong>" in item(html, "Children who left")
    assert "<strong>No data</strong>" in item(html, "Children who live in the home")


def test_children_living_in_the_home_are_those_of_the_latest_visit_that_counted(drawn):
    html = drawn(INSPECTED, VISITS).go("ready", home="Ash House", date=AS_AT).said
    living = item(html, "Children who live in the home")
    assert "3 on 14 Oct 2026" in living and "Drawn.xlsx › Sheet3!G2" in living


def test_evidence_for_and_against_stands_under_judgement_and_standard(drawn):
    html = drawn(INSPECTED, VISITS, FINDINGS, ACTIONS, REQUIRED).go("ready", home="Ash House", date=AS_AT).said
    headings = ("<h2>Overall experiences and progress", "<h2>Helped and protected", "<h2>Leaders and managers")
    assert [html.index(each) for each in headings] == sorted(html.index(each) for each in headings)
    protection = standard(html, "Protection of children")
    assert html.index(headings[1]) < html.index(protection) < html.index(headings[2])
    against = protection[protection.index("<h3>Against") : protection.index("<h3>What children said")]
    assert "Regulation 44 visit: Not met at 1 of 1, the last on 14 Oct 2026" in against
    assert "“No interview after an episode” (Regulation 44 visit, 14 Oct 2026)" in against
    assert "Overdue, 30 Sep 2026: Mend the fence (Ofsted requirement)" in against and "A year ago" not in html
    assert "“I feel safe” (YP-3B4550, Regulation 44 visit" in protection[protection.index("<h3>What children said") :]
    assert (
        "Met at 1 of 1" in (education := standard(html, "Education")) and "Nothing loaded speaks against" in education
    )
    assert "Ofsted on 14 Jul 2026: Requires improvement to be good." in html[html.index(headings[2]) :]


def test_requirements_are_cited_by_regulation_and_dates_missed_are_named(drawn):
    html = drawn(INSPECTED, REQUIRED).go("ready", home="Ash House", date=AS_AT).said
    asked = html[html.index("<h2>What is asked and not done") :]
    assert "Due 30 Sep 2026, overdue 31 days" in asked
    assert "R1 · Ofsted requirement of 14 Jul 2026, regulation 12(2)(b)" in asked and "No recommendation" in asked
    missing = html[html.index("<h2>What is missing") : html.index("<h2>What is asked and not done")]
    assert (
        "was due 30 Sep 2026, 31 days ago (regulation 12(2)(b))" in missing and "No visit or review of this" in missing
    )


def test_a_month_without_an_owed_visit_is_missing_by_its_name(drawn):
    html = drawn(INSPECTED, VISITED).go("ready", home="Ash House", date=AS_AT).said
    missing = html[html.index("<h2>What is missing") : html.index("<h3>Dates that were missed")]
    assert f"<li>{UNVISITED}</li>" in missing


def test_what_came_back_is_named_and_who_said_so(sample):
    html = sample.go("ready", home="Cedar View", date=AS_AT).said
    again = html[html.index("Asked for again within 12 months") : html.index("Evidence for and against")]
    assert "before on 1 Oct 2025: by their words; nobody has said so yet" in again


def test_a_home_with_nothing_loaded_says_what_is_missing_and_counts_nothing(drawn):
    html = drawn().go("ready", home="Ash House", date=AS_AT).said
    assert "No full inspection is loaded; counted since it opened on 1 May 2015." in html
    for words in ("inspection is", "visit or review of this time is", "finding of this time is", "service plan is"):
        assert f"<li>No {'full ' * (words == 'inspection is')}{words} loaded.</li>" in html
    assert "No monthly return of this time is loaded." in html and "No action is loaded." in html
    assert html.count("<strong>No data</strong>") == 18 and "<strong>0" not in html
    assert "Nothing of this time is loaded" in standard(html, "Education") and "Ofsted has not judged it" in html


def test_a_home_that_was_never_inspected_is_counted_since_it_opened(sample):
    html = sample.go("ready", home="Elm Base", date=AS_AT).said
    assert "No full inspection is loaded; counted since it opened on 12 Jan 2026." in html
    assert "Counts are of 10 months, Jan 2026 to Oct 2026." in html and "You must add 1" not in html


def test_a_home_that_opened_last_month_has_no_whole_month_yet(drawn):
    page = drawn(homes=OPENED_LATELY)
    html = page.go("ready", home="Ash House", date="2026-10-28").said
    assert "No month of it is whole yet, so nothing can be counted." in html
    assert "You must add 20 to 28 Oct 2026" in html and "No monthly return" not in html
    html = page.go("ready", home="Ash House", date="2026-11-05").said
    assert "Counts are of 1 month, Oct 2026. You must add 1 to 5 Nov 2026" in html


def test_a_home_that_is_none_is_said(sample):
    html = sample.go("ready", home="Nowhere", date=AS_AT).html
    assert "No home of that name was open on 31 October 2026" in html


def test_another_home_is_chosen_in_the_list_and_goes_into_the_address(sample):
    sample.go("ready", home="Cedar View", date=AS_AT)
    sample.app.selectbox(key="home").select("Alder Lodge")
    assert "Alder Lodge: what it can show an inspector" in sample.run().html
    assert sample.app.query_params["home"] in ("Alder Lodge", ["Alder Lodge"])
