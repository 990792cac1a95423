"""A concern is answered where it is told: on the page of its home, and in the clinic's item."""

import pytest

from tests.asked import signed_in
from tests.pages.screen import AS_AT, Screen
from tests.pages.test_answering import before, stored, taken_back

AT_HOME = {"home": "Cedar View", "standard": "QS13"}

WHOLE = "answer Cedar View"


def labels(screen: Screen) -> list[str]:
    return [each.label for each in screen.app.expander if each.label.startswith("Answer")]


def said_of(screen: Screen) -> list[str]:
    """The lines of who acts on something."""
    return [line for line in before(screen) if line.startswith("**Acting on it**")]


def answered(screen: Screen, key: str, box: str, said: str | None = None, by: str = "K. Ahmed") -> Screen:
    if said:
        screen.app.radio(key=f"{key} said").set_value(said)
        screen.run()
    screen.app.text_input(key=f"{key} reason").set_value("Two posts are vacant")
    screen.app.text_input(key=box).set_value(by)
    screen.app.button(key=f"{key} keep").click()
    return screen.run()


def test_on_the_homes_page_one_of_a_standards_concerns_is_chosen_answered_and_taken_back(own_sample, database):
    screen = own_sample.go("home", date=AS_AT, **AT_HOME)
    assert labels(screen) == ["Answer this concern", "Answer a concern"]
    which = screen.app.selectbox(key="answer which Cedar View QS13")
    assert len(which.options) == 4 and "Agency share of shifts" in which.options
    which.select("Agency share of shifts")
    screen.run()
    assert "Up since about Nov 2025: 662 of 2,141 in 12 months where 143 is usual." in screen.said
    answered(screen, "answer Cedar View QS13 LAM5", "answer by", "acting")
    assert [each.value for each in screen.app.success] == ["Kept: Acting on it."]
    assert "K. Ahmed has acted on it since" in screen.said and "1 concern that somebody acts on" in screen.said
    assert said_of(screen)[0].startswith("**Acting on it** since it was raised in Dec 2025: Two posts are vacant")
    taken_back(screen)
    assert said_of(screen) == [] and "has acted on it" not in screen.said
    assert stored(database) == [("acting", "K. Ahmed", None), ("open", "K. Ahmed", None)]


def test_a_home_as_a_whole_is_acted_on_alone_and_what_was_said_stands_under_its_own_form(own_sample, database):
    screen = own_sample.go("home", date=AS_AT, **AT_HOME)
    assert screen.app.radio(key=f"{WHOLE} said").options == ["Acting on it"]
    answered(screen, WHOLE, "answer by of the whole")
    assert "Kept: Acting on it." in screen.app.success[0].value
    assert "Cedar View is getting worse. K. Ahmed has acted on it since" in screen.said
    taken_back(screen)
    assert "Cedar View is getting worse. K. Ahmed" not in screen.said
    assert [said for said, _, _ in stored(database)] == ["acting", "open"]


def test_without_a_name_nothing_is_kept_and_it_is_said_beside_the_form(own_sample, database):
    screen = answered(own_sample.go("home", date=AS_AT, **AT_HOME), WHOLE, "answer by of the whole", by=" ")
    assert "An answer needs your name and a reason" in screen.app.error[0].value and stored(database) == []


def test_where_no_concern_stands_there_is_nothing_to_answer(sample):
    assert labels(sample.go("home", date=AS_AT, home="Beech House", standard="QS10")) == []


def test_in_the_clinic_what_is_answered_leaves_the_agenda_and_the_next_item_has_its_place(own_sample, database):
    screen = own_sample.go("clinic", date=AS_AT)
    place, key = next((place, item) for place, item in enumerate(agenda(screen)) if item == "Cedar View")
    following = agenda(screen)[place + 1]
    screen = screen.go("clinic", date=AS_AT, item=key)
    assert labels(screen) == ["Answer this concern"]
    answered(screen, WHOLE, "answer by of the whole")
    assert "Kept: Acting on it." in [each.value for each in screen.app.success]
    assert "Cedar View" not in agenda(screen) and agenda(screen)[place] == following
    assert f"{place + 1} of {len(agenda(screen))} · " in screen.said
    assert f"<h1>{following.partition('~')[0]}" in screen.said
    assert [said for said, _, _ in stored(database)] == ["acting"]


def test_in_the_clinic_a_standards_concern_is_answered(own_sample, database):
    screen = own_sample.go("clinic", date=AS_AT, item="Cedar View~QS13")
    screen.app.selectbox(key="answer which Cedar View QS13").select("Agency share of shifts")
    answered(screen.run(), "answer Cedar View QS13 LAM5", "answer by", "explained")
    assert [said for said, _, _ in stored(database)] == ["explained"]
    assert "Agency share of shifts" not in screen.app.selectbox(key="answer which Cedar View QS13").options


@pytest.mark.parametrize("page", ["home", "clinic"])
@pytest.mark.parametrize(("role", "homes", "may"), [("clinic", (), True), ("director", (), False)])
def test_who_may_not_decide_there_is_not_asked(own_sample, with_sign_in, page, role, homes, may):
    words = AT_HOME if page == "home" else {"item": "Cedar View~QS13"}
    screen = Screen(signed_in("R. Bell", role, homes=homes)).go(page, date=AS_AT, **words)
    assert bool(labels(screen)) == may and bool(screen.app.radio) == may


def agenda(screen: Screen) -> list[str]:
    """The keys of the items, in their order."""
    listed = screen.html[screen.html.index('class="agenda"') :].split("</ol>")[0]
    return [link.split('"')[0].split("&amp;")[0].replace("+", " ") for link in listed.split("item=")[1:]]
