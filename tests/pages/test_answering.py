"""A concern is answered beside its chart, by whoever decides for its home; what was said can be taken back."""

import pytest

from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.asked import signed_in
from tests.pages.screen import AS_AT, Screen

AGENCY = {"home": "Cedar View", "standard": "QS13", "indicator": "LAM5"}

KEY = "answer Cedar View QS13 LAM5"

NAMES = {"acting": "Acting on it", "explained": "Explained", "new usual": "New usual"}


@pytest.fixture
def charted(own_sample) -> Screen:
    """The chart of agency shifts at Cedar View, on which a Flag stands since December 2025."""
    return own_sample.go("trends", date=AS_AT, **AGENCY)


def answered(screen: Screen, said: str, reason: str = "Two posts are *vacant*", by: str = "K. Ahmed") -> Screen:
    screen.app.radio(key=f"{KEY} said").set_value(said)
    screen.run()
    screen.app.text_input(key=f"{KEY} reason").set_value(reason)
    screen.app.text_input(key="answer by").set_value(by)
    return screen.press("Keep the answer")


def stored(database) -> list[tuple]:
    """What is stored of answers, oldest first."""
    rows = open_store(database).rows(of_every_home(), "from main.concern_answers order by moment")
    return [(row["answer"], row["made_by"], row["began"] and f"{row['began']:%Y-%m}") for row in rows]


def taken_back(screen: Screen, reason: str = "The posts are filled", by: str = "K. Ahmed") -> Screen:
    """What was said is taken back, in the form beside it."""
    for what, told in (("reason", reason), ("by", by)):
        [box] = [each for each in screen.app.text_input if each.key.startswith("take back") and each.key.endswith(what)]
        box.set_value(told)
    return screen.press("Take back")


def before(screen: Screen) -> list[str]:
    """The lines of who said what before."""
    return [each.value for each in screen.app.markdown if each.value.startswith("**")]


def test_the_concern_is_in_its_sentence_with_what_each_answer_does(charted):
    assert "<p>Up since about Nov 2025: 662 of 2,141 in 12 months where 143 is usual.</p>" in charted.said
    [radio] = charted.app.radio
    assert (radio.label, radio.options, radio.value) == ("Your answer", list(NAMES.values()), None)
    assert [each.split(":")[0] for each in radio.captions][1:] == ["For what is over", "For what will stay"]


def test_acting_on_it_is_kept_with_name_and_reason_and_taken_back(charted, database):
    screen = answered(charted, "acting")
    assert "Kept: Acting on it." in screen.app.success[0].value
    [line] = before(screen)
    assert line.startswith("**Acting on it** since it was raised in Dec 2025: Two posts are \\*vacant\\* (K\\. Ahmed, ")
    assert "What was said of concerns (1)" in screen.html and "Your answer" in {each.label for each in screen.app.radio}
    taken_back(screen)
    assert [each.value for each in screen.app.success] == ["Taken back: Acting on it."]
    assert before(screen) == [] and "What was said of concerns" not in screen.html
    [*_, row] = open_store(database).rows(of_every_home(), "from main.concern_answers order by moment")
    assert row["reason"] == "The posts are filled"
    assert stored(database) == [("acting", "K. Ahmed", None), ("open", "K. Ahmed", None)]


def test_an_explained_one_no_longer_shows_and_is_found_and_taken_back(charted, database):
    screen = answered(charted, "explained")
    assert not screen.app.radio and before(screen)[0].startswith("**Explained**, Nov 2025 to Oct 2026: ")
    elsewhere = screen.go("trends", date=AS_AT)
    assert "Explained, Nov 2025 to Oct 2026: Two posts are *vacant*" in elsewhere.said
    assert 'href="trends?date=2026-10-31&amp;home=Cedar+View&amp;standard=QS13&amp;indicator=LAM5"' in elsewhere.html
    taken_back(screen.go("trends", date=AS_AT, **AGENCY))
    assert screen.app.radio and before(screen) == []
    assert stored(database) == [("explained", "K. Ahmed", "2025-11"), ("open", "K. Ahmed", None)]


def test_the_new_usual_begins_in_a_month_that_is_chosen(charted):
    charted.app.radio(key=f"{KEY} said").set_value("new usual")
    charted.run()
    chosen = charted.app.selectbox(key=f"{KEY} from")
    assert f"{chosen.value:%Y-%m}" == "2025-11" and (chosen.options[0], chosen.options[-1]) == ("Oct 2026", "Nov 2024")
    chosen.select("Dec 2025")
    screen = answered(charted, "new usual")
    assert before(screen)[0].startswith("**New usual** from Dec 2025: ")
    assert "12 months before Nov 2025" not in screen.said
    taken_back(screen)
    assert "12 months before Nov 2025" in screen.said and before(screen) == []


@pytest.mark.parametrize(("said", "reason", "by"), [("acting", " ", "K. Ahmed"), ("explained", "Holidays", "")])
def test_an_answer_needs_a_name_and_a_reason(charted, database, said, reason, by):
    screen = answered(charted, said, reason, by)
    assert "An answer needs your name and a reason, for example: " in screen.app.error[0].value
    assert before(screen) == stored(database) == []


@pytest.mark.parametrize(("reason", "by"), [(" ", "K. Ahmed"), ("The posts are filled", " ")])
@pytest.mark.parametrize("said", ["acting", "new usual"])
def test_taking_back_needs_a_name_and_a_reason(charted, database, said, reason, by):
    """Both are asked for beside it, whoever answered before: no other form is pointed to."""
    screen = taken_back(answered(charted, said), reason, by)
    [told] = [each.value for each in screen.app.error]
    assert "back needs your name and a reason, for example: " in told and "above" not in told
    assert [each for each, _, _ in stored(database)] == ["acting"][: said == "acting"] and before(screen)


def test_nothing_chosen_is_no_answer(charted, database):
    charted.app.text_input(key=f"{KEY} reason").set_value("Holidays")
    charted.app.text_input(key="answer by").set_value("Jo")
    assert "Choose what to say of the concern" in charted.press("Keep the answer").app.error[0].value
    assert stored(database) == []


@pytest.mark.parametrize(("role", "homes", "may"), [("clinic", (), True), ("director", (), False)])
def test_who_may_decide_there_is_asked_and_nobody_else(own_sample, with_sign_in, role, homes, may):
    screen = Screen(signed_in("R. Bell", role, homes=homes)).go("trends", date=AS_AT, **AGENCY)
    assert bool(screen.app.radio) == may == ("Keep the answer" in [each.label for each in screen.app.button])


def test_by_a_sign_in_an_answer_is_kept_under_its_name(own_sample, database, with_sign_in):
    screen = Screen(signed_in("R. Bell", "manager", homes=("Cedar View",))).go("trends", date=AS_AT, **AGENCY)
    screen.app.radio(key=f"{KEY} said").set_value("acting")
    screen.run().app.text_input(key=f"{KEY} reason").set_value("Two posts are vacant")
    screen.press("Keep the answer")
    assert stored(database) == [("acting", "R. Bell", None)]
