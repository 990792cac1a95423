"""The Home page: one home, its standards, and the evidence behind the chosen one."""

from tests.pages.screen import AS_AT

VISITS = """
Home      | Visit date | Visit type | Visitor | QS12    | QS08 | Children living in the home | Children spoken to
Ash House | 2026-10-14 | Reg 44     | R. Hill | Not met | Met  | 3                           | 2
"""

OPENED_LATELY = """
Home      | Service type     | Registered places | Opened
Ash House | Residential care | 3                 | 2026-10-20
"""

ACTIONS = """
Home | Reference | Source | Source date | Standard | Action | Owner | Raised | Due | Completed | Status
Ash House | AH-1 | Reg 44 | 2026-09-10 | QS12 | Mend the log | Manager | 2026-09-12 | 2026-10-01 |  | Open
"""

RETURNS = """
Home      | Month    | Risk assessments | Risk assessments in date | Missing episodes | Child-nights
Ash House | Aug 2026 | 4                | 3                        | 1                | 31
Ash House | Oct 2026 | 4                | 3                        | 2                | 62
"""

INSPECTIONS = """
Home|Inspection date|Inspection type|Overall experiences and progress|Helped and protected|Leaders and managers
Ash House|2025-03-04|Full|Good|Good|RI
"""

FINDINGS = """
Home      | Date       | Source | Standard | Kind         | Finding
Ash House | 2026-10-14 | Reg 44 | QS12     | Concern      | No interview after an episode
Ash House | 2026-10-14 | Reg 44 | QS12     | Child's view | I feel safe
Ash House | 2025-10-01 | Reg 44 | QS12     | Concern      | A year ago and more
"""


def test_arrives_at_the_worst_standard_with_its_cell(drawn):
    html = drawn(VISITS).go("home", home="Ash House", date=AS_AT).said
    assert "Ash House: Protection of children is Red" in html and "<h2>Protection of children" in html
    assert (
        "<strong>Red on thin evidence:</strong> the independent visit of 14 Oct 2026 found the standard not met."
        in html
    )
    assert "<code>Drawn.xlsx › Sheet2!E2</code>" in html


def test_the_address_chooses_home_standard_and_indicator(sample):
    html = sample.go("home", home="Beech House", standard="QS08", indicator="EDU3", date=AS_AT).html
    assert (
        "Beech House: " in html
        and "<h2>Education" in html
        and "<h3>Personal education plans reviewed this term" in html
    )
    assert sample.app.selectbox(key="home").value == "Beech House"


def test_another_home_is_chosen_in_the_list(sample):
    sample.go("home", home="Beech House", date=AS_AT)
    sample.app.selectbox(key="home").select("Elm Base")
    assert "Elm Base: Care planning is Red" in sample.run().html


def test_a_home_that_is_none_is_said(sample):
    html = sample.go("home", home="Nowhere", date=AS_AT).html
    assert "No home of that name was open on 31 October 2026" in html


def test_figures_are_counts_first_and_too_few_are_not_rated(drawn):
    html = drawn(RETURNS).go("home", home="Ash House", standard="QS12", date=AS_AT).html
    assert "3 of 4 at 31 Oct 2026 (75 %)" in html and "3 in 93 nights (1.0 per 30)" in html
    assert "No target" in html and "No data" in html


def test_a_green_figure_leads_to_the_cells_that_it_was_counted_from(drawn):
    returned = RETURNS.replace("| 4                | 3 ", "| 40               | 40")
    html = drawn(returned).go("home", home="Ash House", standard="QS12", indicator="PRO4", date=AS_AT).said
    assert "Green" in html[html.index(">Risk assessments in date</a>") :].split("</tr>")[0]
    came_from = html[html.index("Where it comes from: 1 row") :].split("</details>")[0]
    assert "Oct 2026" in came_from and "<code>Drawn.xlsx › Sheet2!D3</code>" in came_from
    assert came_from.count("40 of 40") == 1


def test_a_flow_leads_to_the_cells_of_all_its_months(drawn):
    html = drawn(RETURNS).go("home", home="Ash House", standard="QS12", indicator="PRO1", date=AS_AT).said
    came_from = html[html.index("Where it comes from: 2 rows") :].split("</details>")[0]
    for month, cell in (("Aug 2026", "E2"), ("Oct 2026", "E3")):
        assert month in came_from and f"<code>Drawn.xlsx › Sheet2!{cell}</code>" in came_from


def test_a_figure_without_data_comes_from_nowhere(drawn):
    html = drawn().go("home", home="Ash House", standard="QS12", indicator="PRO4", date=AS_AT).html
    assert "Where it comes from" not in html


def test_a_month_without_a_visit_leads_to_the_row_by_which_the_home_was_open(drawn):
    visits = VISITS.replace("2026-10-14", "2026-03-14")
    html = drawn(visits).go("home", home="Ash House", standard="QS13", indicator="LAM7", date=AS_AT).said
    came_from = html[html.index("Where it comes from: 8 rows") :].split("</details>")[0]
    assert came_from.count("<code>Drawn.xlsx › Sheet1!D2</code>") == 7 and "Apr 2026" in came_from


def test_what_was_never_told_is_named_and_not_missed(drawn):
    page = drawn(VISITS)
    told = (
        "No Regulation 45 review and no Regulation 46 location review of Ash House has been loaded."
        ' Load the log, or say in <a href="settings?date=2026-10-31">Settings</a> from which day it counts.'
    )
    for where in ("home", "overview", "warnings", "visits", "upload"):
        html = page.go(where, home="Ash House", date=AS_AT).html
        assert told in html and "was due" not in html and ">✕<" not in html, where


def test_the_law_stands_with_its_regulation(drawn):
    html = drawn().go("home", home="Ash House", standard="QS11", date=AS_AT).html
    assert (
        '<span class="chip legal">Legal · reg 35(3)(a)</span>' in html
        and '<span class="chip local">Local</span>' in html
    )


def test_findings_visits_actions_and_voice_stand_behind(drawn):
    html = drawn(VISITS, ACTIONS, FINDINGS).go("home", home="Ash House", standard="QS12", date=AS_AT).said
    assert "No interview after an episode" in html and "A year ago and more" not in html
    assert "Regulation 44 visit: Not met" in html and "children spoken to: 2 of 3" in html
    assert "Mend the log" in html and "Overdue 30 days" in html and "<code>Drawn.xlsx › Sheet3!" in html
    assert '<div class="quote">I feel safe' in html


def test_judgements_are_listed_with_where_they_are_known_from(drawn):
    html = drawn(INSPECTIONS).go("home", home="Ash House", date=AS_AT).html
    assert (
        "Latest full inspection 4 Mar 2025" in html
        and "Requires improvement to be good" in html
        and "Council’s record" in html
    )


def test_a_day_before_an_inspection_does_not_know_it(drawn):
    assert "No full inspection is loaded." in drawn(INSPECTIONS).go("home", home="Ash House", date="2025-03-03").html


def test_the_day_in_the_sidebar_goes_into_the_address(sample):
    sample.go("home", home="Cedar View")
    sample.app.date_input(key="as_at").set_value("2025-06-30")
    assert "Position at 30 June 2025" in sample.run().html


def test_early_warnings_and_themes_stand_above_the_standards(sample):
    html = sample.go("home", date=AS_AT, home="Damson Cottage").html
    watched = html[html.index("6 early warnings") : html.index("Nine quality standards")]
    assert "Asked for on 26 Feb 2026 and again on 20 Sep 2026" in watched
    assert (
        "Medication" in watched
        and "At every visit: </strong>medication since" in watched
        and "3 of 3 visits, at most 1 expected; a concern since 31 Oct 2026" in watched
        and 'href="themes?date=2026-10-31&amp;home=Damson+Cottage"' in watched
    )


def test_a_home_that_gets_worse_as_a_whole_says_so_above_its_standards_and_each_has_its_concerns(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View", standard="QS12").html
    whole = html.index("Cedar View is getting worse in many things at once since about ")
    assert whole < html.index("What makes it up") < html.index("Nine quality standards")
    concerns = html[html.index("<h3>Concerns</h3>") :]
    assert concerns.index("Watch, new") < concerns.index("4 concerns since earlier, the first since May 2026")


def test_each_figure_says_whether_it_moves(sample):
    html = sample.go("home", date=AS_AT, home="Alder Lodge", standard="QS10").html
    row = html[html.index(">Medication errors</a>") :]
    assert 'aria-label="Concern, high"' in row[: row.index("</tr>")] and "Worse</strong>" in row[: row.index("</tr>")]


def test_the_home_as_a_whole_says_its_rating_and_why(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View").html
    assert "<strong>Red as a whole:</strong> Protection of children is red." in html


def test_a_home_whose_greys_lack_figures_does_not_say_that_evidence_is_lacking(drawn):
    codes = ("QS06", "QS07", "QS08", "QS09", "QS10", "QS11", "QS12", "QS13", "QS14")
    met = f"Home | Visit date | Visit type | {' | '.join(codes)}\nAsh House | 2026-10-24 | Reg 44 {'| Met ' * 9}"
    html = drawn(met, homes=OPENED_LATELY).go("home", date=AS_AT, home="Ash House").html
    assert "<strong>No rating as a whole:</strong> Four or more standards have no rating: too few figures for" in html
    assert "9 with too few figures." in html and "recent evidence" not in html[: html.index("Nine columns are")]


def test_what_every_visit_says_is_not_told_again_as_also_mentioned(drawn):
    html = drawn(
        """
        Home      | Visit date | Visit type | Concerns
        Ash House | 2026-08-14 | Reg 44     | The fire door was wedged open.
        Ash House | 2026-09-14 | Reg 44     | The fire door was wedged open.
        Ash House | 2026-10-14 | Reg 44     | The fire door was wedged open. Supervision was late.
        """
    )
    html = html.go("home", date=AS_AT, home="Ash House").html
    watched = html[html.index("What its visits say") : html.index("Nine quality standards")]
    assert "At every visit: </strong>fire safety since 14 Aug 2026" in watched
    assert "Also mentioned: Staff supervision 1 of 3." in watched


def test_what_stands_under_concerns_is_told_there_alone(sample):
    html = sample.go("home", home="Cedar View", standard="QS13", date=AS_AT).said
    why, concerns = html[html.index("<h3>Why</h3>") :].split("<h3>Concerns</h3>")
    flagged = "Agency share of shifts up since about Nov 2025: 662 of 2,141 in 12 months where 143 is usual."
    assert "3 Flags stand, told under Concerns." in why and flagged not in why and flagged in concerns
    assert "Sheet" not in why and "monthly figures.xlsx" in why.split("told under Concerns.")[1]


def test_that_a_home_gets_worse_as_a_whole_is_told_in_full_once_and_counted_apart(sample):
    html = sample.go("home", home="Cedar View", date=AS_AT).said
    assert html.count("in many things at once since about Oct 2025") == 1
    assert "It gets worse in many things at once, as told below." in html and "<h2>31 early warnings</h2>" in html


def test_a_flag_that_leads_is_counted_in_the_heading(sample):
    html = sample.go("home", home="Cedar View", standard="QS09", date=AS_AT).said
    assert "<strong>Amber –</strong> 1 Flag stands, told under Concerns." in html


def test_with_a_standard_chosen_it_comes_first_and_the_home_as_a_whole_is_folded(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View", standard="QS12").html
    fold = html[html.index("<summary>Red as a whole, and getting worse in many things at once") :].split("<nav")[0]
    assert "<strong>Red as a whole:</strong>" in fold and "Latest full inspection 14 Jul 2026" in fold
    assert "Registered manager" in fold and "13 Oct 2026" in fold
    order = ("<h3>Why</h3>", "<h2>What visits found", "<h2>31 early warnings", "<h2>What its visits say")
    assert [html.index(each) for each in order] == sorted(html.index(each) for each in order)


def test_without_one_the_home_as_a_whole_comes_first(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View").html
    assert html.index("<h2>Ofsted judgements") < html.index("Nine quality standards") < html.index("<h3>Why</h3>")


def test_what_else_is_warned_of_stands_under_its_standard(sample):
    html = sample.go("home", date=AS_AT, home="Cedar View", standard="QS12").html
    panel = html[html.index("<h3>Why</h3>") : html.index("<h2>What visits found")]
    warned = panel[panel.index("early warnings</summary>") :]
    assert "was due 31 Aug 2026" in warned and "Asked for on 14 Mar 2026 and again on 16 Jul 2026" in warned


def test_the_rows_of_a_figure_stand_open_above_its_chart_where_they_are_few(sample):
    few = sample.go("home", date=AS_AT, home="Cedar View", standard="QS12", indicator="PRO2").html
    assert "<details open><summary>Where it comes from: 3 rows" in few
    many = sample.go("home", date=AS_AT, home="Cedar View", standard="QS13", indicator="LAM7").html
    assert "<details><summary>Where it comes from: 12 rows" in many
