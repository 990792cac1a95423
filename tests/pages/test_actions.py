"""Actions: counts lead to their rows, and what is downloaded loads again."""

from datetime import date

from loaders.checking import check_file
from loaders.council import known_council
from loaders.writing import workbook
from metrics.actions.tracker import tracked
from qa_data.dictionary import dataset
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.wording import british
from tests.asked import signed_in
from tests.drawn import HOMES
from tests.pages.screen import AS_AT, Screen

ACTIONS = """
Home|Reference|Source|Source date|Regulation|Standard|Action|Raised|Due|Status
Ash House|A1|Ofsted requirement|2026-09-01|12|QS12, QS6|=HYPERLINK("http://x","y")|2026-09-01|2026-10-01|Open
Ash House|A2|Reg 44|2026-09-01||QS13|<script>alert(1)</script>|2026-09-01||Open
"""


def test_the_headline_and_the_counts(sample):
    html = sample.go("actions", date=AS_AT).html
    assert "are overdue</h1>" in html and "Ofsted requirements are overdue" in html
    assert 'href="actions?date=2026-10-31&amp;kind=requirement&amp;state=overdue"' in html


def test_a_count_leads_to_its_actions(sample):
    html = sample.go("actions", date=AS_AT, kind="requirement", state="overdue").html
    table = html[html.index("Ofsted requirements: overdue") : html.index("How long open")]
    assert "Cedar View" in table and "Recommendation" not in table and "Overdue" in table


def test_hostile_text_is_shown_as_text(drawn):
    html = drawn(ACTIONS).go("actions", date=AS_AT).html
    assert "&lt;script&gt;" in html and "<script" not in html and "1 of 2 open actions is overdue" in html


DONE = """
Home|Reference|Source|Source date|Standard|Action|Decision|Raised|Due|Completed|Status
Ash House|A1|Reg 44|2026-09-01|QS12|Mend it||2026-09-01|2026-10-01|2026-09-20|Completed
"""


def test_nothing_open_is_said_in_words(drawn):
    html = drawn(DONE).go("actions", date=AS_AT).html
    assert "<h1>No action is open</h1>" in html and "No action waits for a decision" in html


def test_none_under_one_standard_is_not_none_at_the_home(drawn):
    html = drawn(DONE).go("actions", date=AS_AT, home="Ash House", standard="QS08").html
    assert "<h1>No action is known yet under Education at Ash House</h1>" in html and "Upload a workbook" not in html
    html = drawn(DONE).go("actions", date=AS_AT, home="Ash House", standard="QS12").html
    assert "<h1>No action is open under Protection of children at Ash House</h1>" in html


def test_what_waits_for_a_decision_is_counted_whatever_it_is(drawn):
    waiting = "Ash House|A{}|{}|2026-09-01|QS12|Mend it|To be decided|2026-09-01|2026-11-01||Open"
    rows = [waiting.format(number, source) for number, source in enumerate(("Reg 44", "Complaint"), 2)]
    html = drawn("\n".join([DONE.strip(), *rows])).go("actions", date=AS_AT).html
    assert "2 actions wait for a decision" in html and "<h2>Actions still to be done or decided</h2>" in html


def test_what_is_downloaded_loads_again_and_changes_nothing(own_drawn, database, tmp_path):
    own_drawn(ACTIONS)
    store = open_store(database)
    rows = [row | {"source": row["came_from"]} for row in tracked(store, of_every_home(date(2026, 10, 31)))]
    book = tmp_path / "Actions.xlsx"
    book.write_bytes(workbook(dataset("actions"), rows))
    checked = check_file(book, "Actions.xlsx", lambda: known_council(store, of_every_home()), None)
    assert checked.accepted and not [each for each in checked.problems if each.severity == "error"], checked.problems


def test_the_headline_names_the_standard_and_agrees_with_its_count(drawn):
    screen = drawn(ACTIONS)
    late = screen.go("actions", date=AS_AT, home="Ash House", standard="QS12").html
    assert "The one open action under Protection of children at Ash House is overdue</h1>" in late
    open_still = screen.go("actions", date=AS_AT, standard="QS13").html
    assert "The one open action under Leadership and management is not overdue</h1>" in open_still


CLOSED = """
Home      | Service type     | Registered places | Opened     | Closed
Ash House | Residential care | 3                 | 2015-05-01 |
Oak House | Residential care | 3                 | 2015-05-01 | 2026-09-20
"""

LEFT_OPEN = """
Home      | Reference | Source | Source date | Standard | Action       | Raised     | Due        | Status
Ash House | A1        | Reg 44 | 2026-09-01  | QS12     | Mend the log | 2026-09-01 | 2026-12-01 | Open
Oak House | O1        | Reg 44 | 2026-09-01  | QS12     | Mend the log | 2026-09-01 | 2026-10-01 | Open
"""


def test_what_is_left_to_do_at_a_closed_home_is_said_to_be_so(drawn):
    screen = drawn(LEFT_OPEN, homes=CLOSED)
    html = screen.go("actions", date=AS_AT).html
    assert "1 of 2 open actions is overdue</h1>" in html
    assert "Counted too: what is left to do at Oak House, not open on this day." in html
    before = screen.go("actions", date="2026-09-10").html
    assert "None of the 2 open actions is overdue</h1>" in before and "Counted too" not in before


WORKED = """
Home|Reference|Source|Source date|Standard|Action|Owner|Raised|Due|Status
Ash House|A1|Reg 44|2026-09-01|QS12|Mend it|S. Reid|2026-09-01|2026-10-01|Open
"""


def test_an_action_is_completed_verified_and_opened_again_on_the_page(own_drawn, database):
    screen = own_drawn(WORKED).go("actions", date=AS_AT)
    assert "work=Ash+House~A1" in screen.html and not screen.app.radio
    screen.go("actions", date=AS_AT, work="Ash House~A1")
    screen.app.text_input(key="work evidence Ash House A1").set_value("The log was read")
    screen.app.text_input(key="work by").set_value("S. Reid")
    screen.press("Keep it")
    assert "It is kept as a version of the action" in screen.app.success[0].value
    assert f"Completed {british(date.today())}" in screen.html and "Overdue 30 days" in screen.html
    screen.press("Keep it")
    assert "that of S. Reid, who owns this action" in screen.app.error[0].value
    screen.app.text_input(key="work by").set_value("R. Bell")
    screen.press("Keep it")
    assert stored(database)["verified_by"] == "R. Bell"
    screen.app.text_input(key="work reason Ash House A1").set_value("Not signed")
    screen.press("Keep it")
    assert stored(database)["status"] == "Open"


def test_an_action_is_given_to_somebody_else_until_another_day(own_drawn, database):
    screen = own_drawn(WORKED).go("actions", date=AS_AT, work="Ash House~A1")
    screen.app.radio[0].set_value("reassign")
    screen.run().app.text_input(key="work owner Ash House A1").set_value("K. Ahmed")
    screen.app.date_input(key="work due Ash House A1").set_value(date(2026, 12, 1))
    screen.app.text_input(key="work by").set_value("R. Bell")
    screen.press("Keep it")
    row = stored(database)
    assert (row["owner"], row["due"]) == ("K. Ahmed", date(2026, 12, 1))


def stored(database) -> dict:
    return open_store(database).rows(of_every_home(), "from actions where reference = 'A1'")[0]


def test_whoever_only_reads_works_on_nothing_and_a_manager_on_their_own(with_sign_in, drawn):
    homes = f"{HOMES.rstrip()}\nOak House | Residential care | 3 | 2015-05-01 | SC2"
    drawn(WORKED, homes=homes)
    asked = {"date": AS_AT, "work": "Ash House~A1"}
    for roles, home, may in ((["director"], "", False), (["manager"], "Ash House", True), (["clinic"], "", True)):
        screen = Screen(signed_in("R. Bell", *roles, homes=(home,))).go("actions", **asked)
        assert bool(screen.app.radio) is may and ("Work on it" in screen.html) is may
    both = Screen(signed_in("R. Bell", "manager", "director", homes=("Oak House",))).go("actions", **asked)
    assert "Mend it" in both.html and not both.app.radio and "Work on it" not in both.html
