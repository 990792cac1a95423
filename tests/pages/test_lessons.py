"""Lessons put to the homes and answered; recommendations that come back, decided by a person."""

import pytest

from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.pages.screen import AS_AT, Screen


@pytest.fixture
def lessons(own_sample) -> Screen:
    return own_sample.go("lessons", date=AS_AT)


def stored(database, sql: str) -> list[dict]:
    return open_store(database).rows(of_every_home(), sql)


def put(screen: Screen, by="K. Ahmed") -> Screen:
    screen.app.text_input(key="lesson by").set_value(by)
    return screen.press("Put it to the other homes")


def test_what_may_be_learnt_is_offered_with_a_first_wording(lessons):
    assert "No lesson has been put to the homes here yet" in lessons.html
    box = lessons.app.selectbox(key="lesson of")
    assert box.options[0] == "Medication at Alder Lodge"
    assert (
        "Independent visits to Alder Lodge raise medication as a concern (3 of 3 visits in 3 months)."
        in lessons.app.text_area[0].value
    )


def test_a_lesson_is_put_and_waits_for_every_other_home(lessons):
    html = put(lessons).html
    assert "0 of 4 (0 %) answers are in to 1 lesson" in html and html.count("Waiting 0 days") == 4
    assert "Medication at Alder Lodge" not in lessons.app.selectbox(key="lesson of").options


def test_a_second_press_does_not_put_it_twice(lessons, database):
    put(put(lessons), by="")
    assert "your name" in lessons.app.error[0].value
    assert len(stored(database, "select * from lessons")) == 1


def test_a_home_answers_and_the_loop_counts_it(lessons, database):
    screen = put(lessons)
    screen.app.radio(key="answer said").set_value("applies")
    screen.app.text_input(key="answer note").set_value("Stock was counted <b>twice</b>.")
    screen.app.text_input(key="answer by").set_value("S. Reid")
    html = screen.press("Keep the answer").html
    assert "1 of 4 (25 %) answers is in to 1 lesson" in html and "Stock was counted &lt;b&gt;twice&lt;/b&gt;." in html
    assert [row["answer"] for row in stored(database, "select answer from lesson_answers")] == ["applies"]


def test_an_answer_needs_to_be_chosen(lessons):
    screen = put(lessons).press("Keep the answer")
    assert "Choose one of the answers" in screen.app.error[0].value


def test_pairs_stand_side_by_side_with_both_dates(lessons):
    html = lessons.html
    assert "9 pairs ask for the same at the same home" in html
    assert (
        "Record fire drills and sign the door alarm log each night, as recommended in June." in html
        and "20 Sep 2026" in html
        and "Action tracker.xlsx › Tracker!F229" in html
    )


def test_a_person_dismisses_a_pair_and_the_decision_is_kept(lessons, database):
    lessons.app.radio(key="repeat decision").set_value("dismissed")
    lessons.app.text_input(key="repeat reason").set_value("Another log.")
    lessons.app.text_input(key="repeat by").set_value("K. Ahmed")
    html = lessons.press("Keep the decision").html
    assert "8 pairs ask for the same" in html and "dismissed by K. Ahmed" in html and "1 decided" in html
    assert [row["decision"] for row in stored(database, "select decision from repeat_decisions")] == ["dismissed"]


def test_a_decision_needs_a_choice_a_name_and_a_reason(lessons):
    assert "Choose whether it has come back" in lessons.press("Keep the decision").app.error[0].value
    lessons.app.radio(key="repeat decision").set_value("confirmed")
    assert "your name and a reason" in lessons.press("Keep the decision").app.error[0].value


def test_an_empty_store_says_what_to_upload(screen):
    html = screen.go("lessons", date=AS_AT).html
    assert (
        "loaded on the Upload page: visits, findings and actions" in html and "No recommendation or requirement" in html
    )
