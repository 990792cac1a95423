"""Clinic: the agenda by exception, and a decision that becomes an action."""

import re
from datetime import date, timedelta

import pytest

from pages.parts.clinic.agenda import following
from pages.parts.clinic.room import BARE
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.wording import british
from tests.asked import signed_in
from tests.pages.screen import AS_AT, Screen

CEDAR = "Cedar View~QS12"


def test_the_agenda_is_the_exceptions_and_counts_the_rest(sample):
    html = sample.go("clinic", date=AS_AT).html
    assert "Performance clinic, position at 31 October 2026" in html and "ratings are not for discussion" in html
    agenda = html[html.index('class="agenda"') : html.index("</ol>")]
    assert (
        "Protection of children is red" in agenda
        and "Elm Base" in agenda
        and "5 standards without a rating cannot be seen" in agenda
    )


def test_what_is_left_off_the_agenda_is_counted_and_not_called_quiet(drawn):
    homes = ["Home|Service type|Registered places|Opened"]
    actions = ["Home|Reference|Source|Source date|Standard|Action|Raised|Due|Status"]
    for number in range(5):
        homes.append(f"Home {number}|Residential care|3|2015-05-01")
        actions.append(f"Home {number}|A1|Management check|2026-09-01|All|Mend it|2026-09-01|2026-10-01|Open")
    html = drawn("\n".join(actions), homes="\n".join(homes)).go("clinic", date=AS_AT).html
    assert "<h2>Agenda: the first 30 of 45 exceptions</h2>" in html
    assert "0 of 45 ratings are not for discussion" in html


def test_one_item_says_why_in_large_and_what_was_decided_before(sample):
    html = sample.go("clinic", date=AS_AT, item=CEDAR).html
    assert "<strong>Red because</strong>" in html and "Decided before" in html and 'rel="next"' in html


def test_an_item_without_data_lists_what_cannot_be_seen(sample):
    html = sample.go("clinic", date=AS_AT, item="Elm Base").html
    assert "5 standards without a rating" in html and "<strong>No rating:</strong> no recent evidence for" in html
    assert "Education: no recent evidence" in html and ": too few figures" not in html


def test_a_home_that_gets_worse_as_a_whole_says_what_makes_it_up(sample):
    html = sample.go("clinic", date=AS_AT, item="Cedar View").html
    assert "<h1>Cedar View: the home as a whole</h1>" in html
    assert "Cedar View is getting worse in many things at once" in html
    assert "<summary>What makes it up</summary>" in html
    assert "<strong>Protection of children: </strong>Missing episodes" in html


def decide(screen, decision="Ring the police each Monday", owner="S. Reid", by="Chair"):
    for key, text in (("decision", decision), ("decision owner", owner), ("decision by", by)):
        screen.app.text_input(key=key).set_value(text)
    screen.press("Record and go on")


TODAY = date.today()


def test_a_decision_is_an_action_of_the_day_of_the_meeting_and_the_next_clinic_shows_it(own_sample, database):
    own_sample.go("clinic", date=AS_AT, item=CEDAR)
    decide(own_sample)
    assert "Recorded as an action of Cedar View" in own_sample.app.success[0].value
    store = open_store(database)
    (row,) = store.rows(of_every_home(), "select * from actions where action = 'Ring the police each Monday'")
    told = {name: row[name] for name in ("source", "home", "standards", "owner", "source_date", "raised", "due")}
    assert told == {
        "source": "Performance clinic",
        "home": "Cedar View",
        "standards": ["QS12"],
        "owner": "S. Reid",
        "source_date": TODAY,
        "raised": TODAY,
        "due": TODAY + timedelta(days=14),
    }
    file = f"Performance clinic {british(TODAY)}"
    asked = "select made_by from uploads where file = $file"
    assert [each["made_by"] for each in store.rows(of_every_home(), asked, file=file)] == ["Chair"]
    store.close()
    later = own_sample.go("clinic", date=str(TODAY + timedelta(days=20)), item=CEDAR).html
    assert "Ring the police each Monday" in later and "Not done" in later[later.index("Ring the police") :]


def ticked(html: str) -> list[str]:
    return re.findall(r'aria-label="(\d+), decided today"', html)


def test_the_room_sees_its_own_decision_and_so_does_whoever_opens_the_page_again(own_sample):
    html = own_sample.go("clinic", date=AS_AT).html
    assert "Nothing is decided today." in html and ticked(html) == [] and "1 of 18 · <a" in html
    decide(own_sample)
    html = own_sample.html
    assert "Decided today (1)" in html and "Cedar View: Ring the police each Monday" in html
    assert ticked(html) == ["1"] and "2 of 18 · <a" in html
    again = Screen().go("clinic", date=AS_AT).html
    assert ticked(again) == ["1"] and "2 of 18 · <a" in again and "Decided today (1)" in again
    own_sample.go("upload").app.text_input(key="by").set_value("Chair")
    withdrawn = own_sample.run().press("Withdraw").go("clinic", date=AS_AT).html
    assert ticked(withdrawn) == [] and "Nothing is decided today." in withdrawn


def item(home: str, standard: str) -> dict:
    return {"key": f"{home}~{standard}", "home": home, "standard": standard, "whole": None, "unseen": []}


@pytest.mark.parametrize(
    ("place", "decided", "goes_to"),
    [
        (-1, "", "A"),
        (-1, "A", "B"),
        (0, "A", "B"),
        (0, "AB", "C"),
        (2, "C", "A"),
        (2, "AC", "B"),
        (1, "ABC", "B"),
        (-1, "ABC", "A"),
    ],
)
def test_the_agenda_goes_on_to_the_next_of_which_nothing_is_decided(place, decided, goes_to):
    items = [item(home, "QS12") for home in "ABC"]
    today = [{"home": home, "standards": ["QS12"]} for home in decided] + [{"home": "C", "standards": ["QS05"]}]
    assert following(items, place, today) == f"{goes_to}~QS12"


def test_who_is_here_is_kept_for_the_day_of_the_meeting(own_sample, database):
    own_sample.go("clinic", date=AS_AT).app.text_area[0].set_value("S. Reid (chair), K. Ahmed; ")
    own_sample.app.text_input(key="present by").set_value("Chair")
    own_sample.press("Keep who is here")
    assert own_sample.app.expander[0].label == "Who is here: 2 people"
    asked = "select held_on, present, made_by from attendances"
    row = {"held_on": TODAY, "present": "S. Reid (chair), K. Ahmed", "made_by": "Chair"}
    assert open_store(database).rows(of_every_home(), asked) == [row]


def test_nobody_is_at_no_meeting(own_sample, database):
    own_sample.go("clinic", date=AS_AT).press("Keep who is here")
    assert "Say who is here" in own_sample.app.error[0].value
    assert open_store(database).rows(of_every_home(), "from main.attendances") == []


def test_whoever_decides_for_one_home_sees_who_was_there_and_does_not_write_it(with_sign_in, sample):
    manager = Screen(signed_in("R. Bell", "manager", homes=("Cedar View",))).go("clinic", date=AS_AT)
    assert not manager.app.text_area and "Nobody has recorded it." in [each.value for each in manager.app.text]


def test_the_actions_of_an_item_are_worked_on_in_the_room(own_sample, database):
    screen = own_sample.go("clinic", date=AS_AT, item=CEDAR)
    assert "Work on its actions" in " ".join(each.label for each in screen.app.expander)
    screen.app.selectbox(key="work Cedar View QS12").set_value("CV-052")
    screen.run().app.text_input(key="work evidence Cedar View CV-052").set_value("Every plan was read")
    screen.app.text_input(key="work by").set_value("Chair")
    screen.press("Keep it")
    assert "It is kept as a version of the action" in [each.value for each in screen.app.success][0]
    asked = "select status, evidence from actions where reference = 'CV-052'"
    row = {"status": "Completed", "evidence": "Every plan was read"}
    assert open_store(database).rows(of_every_home(), asked) == [row]


def test_presenting_leaves_the_menu_off_until_it_is_ended(sample):
    screen = sample.go("clinic", date=AS_AT)
    assert BARE not in styles(screen)
    screen.press("Present")
    assert BARE in styles(screen) and "<h1>Cedar View: Children" in screen.html
    screen.press("Stop presenting")
    assert BARE not in styles(screen)


def styles(screen) -> str:
    return "".join(each.proto.body for each in screen.app.get("html") if each.proto.body.startswith("<style>"))


@pytest.mark.parametrize("missing", ["decision", "owner", "by"])
def test_what_is_missing_is_said_and_nothing_is_stored(own_sample, database, missing):
    own_sample.go("clinic", date=AS_AT, item=CEDAR)
    decide(own_sample, **{missing: "  "})
    assert "Say " in own_sample.app.error[0].value
    assert open_store(database).rows(
        of_every_home(), "select count(*) as n from uploads where file like 'Performance clinic%'"
    ) == [{"n": 0}]


def test_nothing_is_no_agenda(screen):
    assert "Nothing on the agenda" in screen.go("clinic").html
