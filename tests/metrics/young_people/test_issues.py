"""References, and the answers that name them: by an action, a visit or on screen."""

from datetime import date
from hashlib import sha256

import pytest

from metrics.clinic.lessons import NotRecorded
from metrics.young_people.answering import answer, take_back
from metrics.young_people.issues import issues, page_months, state
from qa_data.personal import masked
from qa_data.scope import OutOfScope
from tests.drawn import HOMES, load_drawn, store_with
from tests.metrics.young_people.drawing import DAY, ON, acted, only, said

WIFI = said("2026-09-14 | QS06 | The wifi is slow.")

TWO_HOMES = f"{HOMES.rstrip()}\nBirch | Residential care | 4 | 2015-05-01 | SC2\n"


def reference() -> str:
    return only(store_with(WIFI))["reference"]


def test_a_reference_is_the_same_in_every_file_whatever_stands_beside_it():
    alone, more = store_with(WIFI), store_with(said("2026-09-01 | QS08 | School is fine."))
    load_drawn(more, said("2026-09-14 | QS09 | More trips.", "2026-09-14 | QS06 | The wifi is slow."), file="More.xlsx")
    load_drawn(more, WIFI, file="Again.xlsx")
    told = {each["finding"]: each["reference"] for each in issues(more, ON)}
    digest = sha256(b"Child or young person|2026-09-14|thewifiisslow").hexdigest().upper()
    assert told["The wifi is slow."] == only(alone)["reference"] == "YP-978680" and digest.startswith("97868A")
    assert len(set(told.values())) == 3


def test_what_is_from_a_child_carries_one_and_nothing_else_does():
    heads, *rows = WIFI.splitlines()
    rows += [
        "Ash House | 2026-09-14 | Child or young person | QS06 | Concern | It is loud.",
        "Ash House | 2026-09-14 | Reg 44 | QS06 | Child's view | I like it.",
        "Ash House | 2026-09-14 | Reg 44 | QS06 | Concern | The log is not signed.",
    ]
    told = issues(store_with("\n".join([heads, *rows])), ON)
    assert {each["finding"] for each in told} == {"The wifi is slow.", "It is loud.", "I like it."}


def test_the_same_words_of_a_day_in_other_marks_carry_one_reference_and_that_is_said():
    told = issues(
        store_with(said("2026-09-14 | QS06 | The wifi is slow.", "2026-09-14 | QS06 | The WiFi is slow!")), ON
    )
    assert [each["alike"] for each in told] == [2, 2] and len({each["reference"] for each in told}) == 1


def test_no_reference_is_taken_for_a_name_or_a_number():
    days = store_with(said(*(f"2026-10-{day:02} | QS06 | More of {n}." for day in range(1, 31) for n in range(60))))
    codes = [each["reference"] for each in issues(days, ON)]
    assert len(set(codes)) > 1790
    texts = [f"{code}: a new router was bought." for code in codes] + [
        f"Answers {code} and the menu." for code in codes
    ]
    assert masked(texts, ())[0] == texts


ACTIONS = {
    "changed": "New router ({ref}) | Accepted | | 2026-09-20 | 2026-10-20 | 2026-10-10 | Completed | | It is fast now.",
    "working": "New router | Accepted | for {ref} | 2026-09-20 | 2026-10-20 | | Open | |",
    "unchanged": "New router, {ref} | Not accepted | No money now | 2026-09-20 | | | Cancelled | |",
}


@pytest.mark.parametrize("stands", ACTIONS)
def test_an_action_that_names_it_is_its_answer(stands):
    row = only(store_with(WIFI, acted(ACTIONS[stands].format(ref=reference()))))
    assert state(row["answers"]) == stands
    [told] = row["answers"]
    assert (told["told_by"], told["named"], told["source"]["cell"][0]) == ("action", "R1", "F")


@pytest.mark.parametrize("column", range(3))
@pytest.mark.parametrize("written", ["{ref}", "see {ref}.", "{ref} and more", "({ref})"])
def test_it_is_named_in_evidence_impact_or_reason_too(column, written):
    words = written.format(ref=reference().replace("-", "–" if column else "-").lower())
    cells = ["", "", ""]
    cells[column] = words
    reason, evidence, impact = cells
    line = (
        f"New router | Accepted | {reason} | 2026-09-20 | 2026-10-20 | 2026-10-10 | Completed | {evidence} | {impact}"
    )
    assert state(only(store_with(WIFI, acted(line)))["answers"]) == "changed"


def test_what_was_done_later_is_still_worked_on_and_another_homes_action_is_no_answer():
    ref = reference()
    later = f"New router, {ref} | Accepted | | 2026-09-20 | 2026-11-20 | 2026-11-10 | Completed | |"
    assert state(only(store_with(WIFI, acted(later)))["answers"]) == "working"
    of_birch = acted(later).replace("Ash House", "Birch")
    [row] = issues(store_with(WIFI, of_birch, homes=TWO_HOMES), ON)
    assert row["answers"] == []


def test_what_a_visit_says_has_changed_is_its_answer_where_it_names_it():
    heads = "Home | Visit date | Visit type | Visitor | What changed"
    named = f"{heads}\nAsh House | 2026-10-14 | Reg 44 | Jo | {reference()}: there is a new router."
    row = only(store_with(WIFI, named))
    assert [(each["told_by"], each["state"]) for each in row["answers"]] == [("visit", "changed")]
    assert only(store_with(WIFI, f"{heads}\nAsh House | 2026-10-14 | Reg 44 | Jo | More choice."))["answers"] == []


def test_an_answer_on_screen_holds_until_it_is_taken_back():
    store = store_with(WIFI, acted(ACTIONS["working"].format(ref=reference())))
    told = "Ash House", reference()
    answer(store, ON, "Jo", *told, "unchanged", "We have no money for it now. We will ask again.", DAY)
    assert state(only(store)["answers"]) == "unchanged" and len(only(store)["answers"]) == 2
    assert state(issues(store, ON.at(date(2026, 10, 30)))[0]["answers"]) == "working"
    take_back(store, ON, "Jo", *told, DAY)
    assert state(only(store)["answers"]) == "working"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "in a few plain words"),
        ("Management is currently investigating alternative accommodation arrangements.", "reads at age"),
        ("We told Jayden that it is done.", "a name or initials"),
        ("We did it for JS.", "a name or initials"),
        ("Your mum can ring now.", "family"),
        ("One child has a new bike.", "what somebody says of one child"),
    ],
)
def test_an_answer_that_is_hard_or_points_at_one_is_refused_with_why(words, why):
    with pytest.raises(NotRecorded, match=why):
        answer(store_with(WIFI), ON, "Jo", "Ash House", reference(), "changed", words, DAY)


def test_an_answer_needs_a_name_a_state_and_something_that_was_said():
    store, words = store_with(WIFI), "It is fast now."
    for by, ref, stands in (("", reference(), "changed"), ("Jo", reference(), ""), ("Jo", "YP-000000", "changed")):
        with pytest.raises(NotRecorded):
            answer(store, ON, by, "Ash House", ref, stands, words, DAY)
    with pytest.raises(OutOfScope):
        answer(store, ON.narrowed(["Birch"]), "Jo", "Ash House", reference(), "changed", words, DAY)
    assert only(store)["answers"] == []


def test_a_page_tells_of_the_last_three_whole_months():
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 28), date(2027, 1, 15)]
    assert {(*page_months(day),) for day in days[:3]} == {(date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1))}
    assert page_months(days[3]) == [date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)]
