"""Clinic: the agenda by exception, and a decision that becomes an action."""

import pytest

from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.pages.screen import AS_AT

CEDAR = "Cedar View~QS12"


def test_the_agenda_is_the_exceptions_and_counts_the_rest(sample):
    html = sample.go("clinic", date=AS_AT).html
    assert "Performance clinic, 31 October 2026" in html and "ratings are not for discussion" in html
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
    assert "<h1>The home as a whole</h1>" in html and "Cedar View is getting worse in many things at once" in html
    assert "<summary>What makes it up</summary>" in html
    assert "<strong>Protection of children: </strong>Missing episodes" in html


def decide(screen, decision="Ring the police each Monday", owner="S. Reid", by="Chair"):
    for key, text in (("decision", decision), ("decision owner", owner), ("decision by", by)):
        screen.app.text_input(key=key).set_value(text)
    screen.press("Record and go on")


def test_a_decision_becomes_an_action_and_the_next_clinic_shows_it(own_sample, database):
    own_sample.go("clinic", date=AS_AT, item=CEDAR)
    decide(own_sample)
    assert "Recorded as an action of Cedar View" in own_sample.app.success[0].value
    store = open_store(database)
    (row,) = store.rows(of_every_home(), "select * from actions where action = 'Ring the police each Monday'")
    assert (row["source"], row["home"], row["standards"], str(row["source_date"]), row["owner"]) == (
        "Performance clinic",
        "Cedar View",
        ["QS12"],
        AS_AT,
        "S. Reid",
    )
    assert [
        each["made_by"]
        for each in store.rows(
            of_every_home(), "select made_by from uploads where file = 'Performance clinic 31 Oct 2026'"
        )
    ] == ["Chair"]
    store.close()
    later = own_sample.go("clinic", date="2026-11-20", item=CEDAR).html
    assert "Ring the police each Monday" in later and "Not done" in later[later.index("Ring the police") :]


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
