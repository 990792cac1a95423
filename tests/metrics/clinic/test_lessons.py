"""Lessons: what may be put to the other homes, who answered, and how the loop closes."""

from datetime import date

import pytest

from metrics.clinic.candidates import candidates
from metrics.clinic.lessons import NotRecorded, answer, lessons, loop, put
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store
from tests.filling import upload

AS_AT = of_every_home(date(2026, 10, 31))
REQUIREMENT = {
    "home": "Ash House",
    "reference": "A1",
    "source": "Ofsted requirement",
    "regulation": "12(2)(a)",
    "source_date": date(2026, 7, 14),
    "raised": date(2026, 7, 14),
    "standards": ["QS12"],
    "action": "Record all fire drills.",
    "status": "Open",
    "due": date(2026, 12, 1),
}


@pytest.fixture
def store():
    opened = open_store(MEMORY)
    homes = [{"home": name, "opened": date(2015, 1, 1)} for name in ("Ash House", "Elm Base", "Oak House")]
    homes += [
        {"home": "Closed", "opened": date(2015, 1, 1), "closed": date(2026, 1, 1)},
        {"home": "To come", "opened": date(2027, 1, 1)},
    ]
    upload(opened, homes=homes, actions=[REQUIREMENT])
    yield opened
    opened.close()


def placed(store, day=date(2026, 9, 1)) -> str:
    return put(
        store,
        of_every_home(),
        "K. Ahmed",
        "Ash House",
        "requirement",
        "Ash House A1",
        ["QS12"],
        "Are all fire drills recorded?",
        day,
    )


def test_a_requirement_is_a_candidate_until_it_is_put(store):
    assert [(each["title"], each["text"]) for each in candidates(store, AS_AT)] == [
        (
            "“Record all fire drills” at Ash House (regulation 12(2)(a))",
            "Ofsted required of Ash House (regulation 12(2)(a)): Record all fire drills. Does this apply to you?",
        )
    ]
    placed(store)
    assert candidates(store, AS_AT) == []


def test_what_was_required_ends_as_a_sentence():
    store = open_store(MEMORY)
    upload(
        store,
        homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}],
        actions=[REQUIREMENT | {"action": "Record all fire drills"}],
    )
    assert candidates(store, AS_AT)[0]["text"].endswith(": Record all fire drills. Does this apply to you?")


@pytest.mark.parametrize(
    "change",
    [
        {"status": "Cancelled"},
        {"raised": date(2025, 10, 31)},
        {"raised": date(2026, 11, 1)},
        {"source": "Regulation 44 recommendation"},
    ],
)
def test_what_is_no_candidate(change):
    opened = open_store(MEMORY)
    upload(opened, homes=[{"home": "Ash House", "opened": date(2015, 1, 1)}], actions=[REQUIREMENT | change])
    assert candidates(opened, AS_AT) == []


def test_it_is_put_to_every_other_open_home(store):
    placed(store)
    assert [(row["home"], row["asked"], row["answer"], row["days"]) for row in lessons(store, AS_AT)] == [
        ("Ash House", "Elm Base", None, 60),
        ("Ash House", "Oak House", None, 60),
    ]


def test_not_before_it_was_put(store):
    placed(store)
    assert lessons(store, of_every_home(date(2026, 8, 31))) == []


def test_the_newest_stands_first_within_a_day_too(store):
    put_in_turn = [placed(store) for _ in range(6)]
    assert [row["lesson"] for row in lessons(store, AS_AT) if row["asked"] == "Elm Base"] == put_in_turn[::-1]


def test_an_answer_is_kept_with_who_and_when_and_a_later_one_holds(store):
    lesson = placed(store)
    answer(
        store, of_every_home(), "S. Reid", lesson, "Oak House", "applies", "The log was looked at.", date(2026, 9, 11)
    )
    answer(
        store,
        of_every_home(),
        "S. Reid",
        lesson,
        "Oak House",
        "already in place",
        "The log is complete.",
        date(2026, 9, 21),
    )
    row = lessons(store, AS_AT)[1]
    assert (row["answer"], row["note"], row["answered_by"], row["days"]) == (
        "already in place",
        "The log is complete.",
        "S. Reid",
        20,
    )
    assert len(store.rows(of_every_home(), "select * from main.lesson_answers")) == 2


def test_an_answer_of_later_does_not_stand_yet(store):
    lesson = placed(store)
    answer(store, of_every_home(), "S. Reid", lesson, "Oak House", "applies", "Looked at.", date(2026, 11, 5))
    assert [row["answer"] for row in lessons(store, AS_AT)] == [None, None]


def test_the_loop_counts_answers_and_waiting(store):
    lesson = placed(store)
    answer(store, of_every_home(), "S. Reid", lesson, "Oak House", "applies", "Looked at.", date(2026, 9, 11))
    told = loop(lessons(store, AS_AT))
    assert (told["lessons"], told["asked"], told["answered"], told["days"], told["waiting"]) == (1, 2, 1, 10, 60)
    assert told["by_home"] == [
        {"home": "Elm Base", "asked": 1, "answered": 0},
        {"home": "Oak House", "asked": 1, "answered": 1},
    ]


def test_without_a_lesson_there_is_no_figure():
    assert loop([]) == {"lessons": 0, "asked": 0, "answered": 0, "days": None, "waiting": None, "by_home": []}


def test_what_is_needed(store):
    for by, text in (("", "Text"), ("K. Ahmed", " ")):
        with pytest.raises(NotRecorded, match="your name"):
            put(store, of_every_home(), by, "Ash House", "theme", "x", [], text, date(2026, 9, 1))
    with pytest.raises(NotRecorded, match="applies, already in place and does not apply"):
        answer(store, of_every_home(), "S. Reid", "1", "Oak House", "maybe", "Looked.", date(2026, 9, 1))


def test_the_samples_themes_and_requirements_are_candidates(sample):
    told = [each["title"] for each in candidates(sample, AS_AT)]
    assert {"Medication at Alder Lodge", "Medication at Damson Cottage"} < set(told)
    assert any(each.endswith(" at Cedar View (regulation 12(2)(b))") for each in told)
