"""The page for young people: what it quotes, what it leaves out, what stands in its way, and who let it be made."""

import re
from datetime import date
from random import Random

import pytest

from metrics.clinic.lessons import NotRecorded
from metrics.young_people.answering import answer, moved_on, progress, show, take_back
from metrics.young_people.approving import approve, disapprove
from metrics.young_people.issues import issues
from metrics.young_people.page import NOT_KNOWN, OUT, QUOTE, SUBJECT, TOO_FEW, TOO_MANY, young_people_page
from metrics.young_people.reading_age import MOST
from metrics.young_people.wording import ASK_US, ENOUGH
from qa_data.scope import OutOfScope
from tests.drawn import HOMES, load_drawn, store_with
from tests.metrics.young_people.drawing import DAY, ON, THREE, acted, living, only, page, said
from tests.metrics.young_people.test_pointing import HARMLESS, POINTING

WIFI = said("2026-09-14 | QS06 | The wifi is slow.")

VISITED = "Home | Visit date | Visit type | Visitor | Children living\nAsh House | {day} | Reg 44 | Jo | {number}"


def quotes(store) -> bool:
    return any("“" in line for line in page(store).lines)


@pytest.mark.parametrize(
    ("tables", "is_quoted"),
    [
        ([THREE], True),
        ([living("Sep 2026 | 3")], True),
        ([VISITED.format(day="2026-09-02", number=3)], True),
        ([living("Aug 2026 | 3", "Sep 2026 | 2", "Oct 2026 | 3")], False),
        ([living("Aug 2026 | 3", "Sep 2026 | 3", "Oct 2026 | 2")], False),
        ([living("Aug 2026 | 1", "Sep 2026 | 3", "Oct 2026 | 3")], False),
        ([THREE, VISITED.format(day="2026-09-02", number=2)], False),
        ([THREE, VISITED.format(day="2026-09-02", number=0)], False),
        ([living("Aug 2026 | 3", "Oct 2026 | 3")], False),
        ([], False),
    ],
)
def test_nothing_is_quoted_where_fewer_than_three_lived_there_or_it_is_not_known(tables, is_quoted):
    store = store_with(WIFI, *tables)
    assert quotes(store) is is_quoted
    assert ("You said: “The wifi is slow.”" if is_quoted else "You told us about wifi and phones.") in page(store).lines
    [item] = page(store).items
    assert (QUOTE in item.may) is is_quoted and bool({TOO_FEW, NOT_KNOWN} & set(item.why)) is not is_quoted


def test_a_home_of_two_places_is_never_quoted():
    assert not quotes(store_with(WIFI, THREE, homes=HOMES.replace("| 3 ", "| 2 ")))


def test_what_points_at_one_is_never_quoted_though_somebody_chooses_to():
    rows = [
        f"2026-10-{day:02} | QS06 | {line.split(' | ')[1]}" for day, line in enumerate(POINTING.split("\n")[1:28], 1)
    ]
    store = store_with(said(*rows), THREE)
    for each in issues(store, ON):
        show(store, ON, "Jo", "Ash House", each["reference"], QUOTE, DAY)
    assert not quotes(store) and len(page(store).items) == 27


def test_protection_health_and_complaints_wait_for_somebody_to_put_them_in():
    store = store_with(said("2026-09-14 | QS12 | It is all right here.", "2026-09-15 | QS06 | They hit me."), THREE)
    assert [each.shown_as for each in page(store).items] == [OUT, OUT]
    for each in page(store).items:
        show(store, ON, "Jo", "Ash House", each.issue["reference"], SUBJECT, DAY)
    assert {"You told us about feeling safe.", "You told us about your home."} <= set(page(store).lines)
    assert not any("hit" in line for line in page(store).lines)


def test_an_item_is_left_out_by_choice_and_no_day_stands_on_the_page():
    store = store_with(WIFI, said("2026-09-15 | QS09 | More trips."), THREE)
    show(store, ON, "Jo", "Ash House", page(store).items[1].issue["reference"], OUT, DAY)
    assert any("More trips" in line for line in page(store).lines)
    assert not any("wifi" in line for line in page(store).lines)
    assert not re.search(r"\b\d{1,2}(?:st|nd|rd|th)? (?:Sep|Oct)|\d{4}-\d\d|/", " ".join(page(store).lines))


def test_beyond_twelve_the_newest_stand_on_the_page_unless_somebody_chose():
    store = store_with(
        said(*(f"2026-09-{day:02} | QS06 | The food is good, day {day}." for day in range(1, 16))), THREE
    )
    shown = [each.shown_as for each in page(store).items]
    assert shown == [QUOTE] * 12 + [OUT] * 3 and TOO_MANY in page(store).items[-1].why
    show(store, ON, "Jo", "Ash House", page(store).items[-1].issue["reference"], QUOTE, DAY)
    assert [each.shown_as for each in page(store).items] == [QUOTE] * 12 + [OUT] * 2 + [QUOTE]


def test_each_answer_stands_under_what_became_of_it():
    heard = said(
        "2026-09-01 | QS09 | More trips.", "2026-09-02 | QS08 | School is dull.", "2026-09-03 | QS06 | It is cold."
    )
    store = store_with(WIFI, heard, THREE)
    told = {each["finding"]: each["reference"] for each in issues(store, ON)}
    answer(store, ON, "Jo", "Ash House", told["The wifi is slow."], "changed", "We bought a new router.", DAY)
    answer(store, ON, "Jo", "Ash House", told["More trips."], "working", "We will plan some with you.", DAY)
    answer(store, ON, "Jo", "Ash House", told["It is cold."], "unchanged", "The heat is on. Tell us if it is off.", DAY)
    sections = {each.heading: each.items for each in page(store).sections}
    assert sections["What changed"] == (("You said: “The wifi is slow.”", "What we did: We bought a new router."),)
    assert sections["What we are working on"][0][1] == "Our plan: We will plan some with you."
    assert sections["What did not change, and why"][0][1].startswith("Why: The heat is on.")
    assert sections["What you said"] == (("You said: “School is dull.”", "We have not told you yet what we will do."),)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Buy a router {ref} | Not accepted | - | 2026-09-20 | | | Cancelled | |", "why it did not change"),
        ("Buy a router {ref} | Accepted | | 2026-09-20 | | | Cancelled | |", "why it did not change"),
        ("Commission independent accommodation consultation {ref} | Accepted | | 2026-09-20 | | | Open | |", "age"),
        ("Jayden gets a new router {ref} | Accepted | | 2026-09-20 | | | Open | |", "point at one child"),
        ("Check the tablets {ref} | Accepted | | 2026-09-20 | | | Open | |", "protection, health or complaint"),
        ("Ask her what to get {ref} | Accepted | | 2026-09-20 | | | Open | |", "what somebody says of one child"),
    ],
)
def test_what_a_tracker_says_stands_in_the_way_until_it_is_said_in_plain_words(line, why):
    ref = only(store_with(WIFI))["reference"]
    store = store_with(WIFI, THREE, acted(line.format(ref=ref)))
    [wrong] = page(store).wrong
    assert why in wrong and wrong.startswith(ref)
    with pytest.raises(NotRecorded, match="cannot be approved yet"):
        approve(store, ON, "Jo", "Ash House", page(store).digest, DAY)
    answer(store, ON, "Jo", "Ash House", ref, "working", "We will get a new one.", DAY)
    assert page(store).wrong == ()


def test_a_tracker_in_plain_words_is_told_without_its_reference():
    ref = only(store_with(WIFI))["reference"]
    told = page(store_with(WIFI, THREE, acted(f"{ref}: buy a new router | Accepted | | 2026-09-20 | | | Open | |")))
    assert (
        "Our plan: Buy a new router." in told.lines
        and told.wrong == ()
        and not any("YP-" in each for each in told.lines)
    )


def moved(living_there: str | None, looked: int, forward: int) -> str:
    store = store_with(WIFI, living(f"Oct 2026 | {living_there}") if living_there else THREE.replace("Oct", "Jul"))
    moved_on(store, ON, "Jo", "Ash House", date(2026, 10, 1), looked, forward)
    return page(store).sections[-1].text


@pytest.mark.parametrize(
    ("living_there", "looked", "forward", "told"),
    [
        ("6", 6, 3, "In October we looked at 6 plans with you. 3 of you moved forward. Well done!"),
        ("3", 3, 3, "In October we looked at 3 plans with you. 3 of you moved forward. Well done!"),
        ("4", 4, 0, "In October we looked at 4 plans with you. No one has moved forward yet."),
        ("6", 6, 5, "Some of you moved forward on your plan."),
        ("6", 6, 4, "Some of you moved forward on your plan."),
        ("6", 5, 2, "Some of you moved forward on your plan."),
        ("6", 4, 1, "Some of you moved forward on your plan."),
        ("4", 2, 2, "Some of you moved forward on your plan."),
        ("4", 2, 0, ASK_US),
        ("2", 2, 2, ASK_US),
        ("1", 1, 1, ASK_US),
        (None, 4, 0, ASK_US),
    ],
)
def test_progress_is_counted_where_it_points_at_nobody(living_there, looked, forward, told):
    assert moved(living_there, looked, forward).startswith(told)


@pytest.mark.parametrize(
    ("looked", "forward", "why"), [(2, 3, "two whole numbers"), (4, None, "two whole numbers"), (4, 1, "More plans")]
)
def test_numbers_that_cannot_be_are_refused(looked, forward, why):
    store = store_with(WIFI, THREE)
    with pytest.raises(NotRecorded, match=why):
        moved_on(store, ON, "Jo", "Ash House", date(2026, 10, 1), looked, forward)
    assert progress(store, ON) == []


def test_progress_is_corrected_and_taken_back():
    store = store_with(WIFI, THREE)
    for numbers in ((3, 1), (3, 2), (None, None)):
        moved_on(store, ON, "Jo", "Ash House", date(2026, 10, 14), *numbers)
        told = [(each["looked_at"], each["moved_on"], each["living"]) for each in progress(store, ON)]
        assert told == ([(*numbers, 3)] if numbers[0] else [])


def approved():
    store = store_with(WIFI, said("2026-09-15 | QS09 | More trips."), THREE)
    approve(store, ON, "Jo", "Ash House", page(store).digest, DAY)
    assert page(store).may_be_made and page(store).approval.by == "Jo"
    return store


CHANGES = {
    "an answer": lambda store, ref: answer(store, ON, "Jo", "Ash House", ref, "working", "We will ask you.", DAY),
    "a choice": lambda store, ref: show(store, ON, "Jo", "Ash House", ref, SUBJECT, DAY),
    "progress": lambda store, ref: moved_on(store, ON, "Jo", "Ash House", date(2026, 10, 1), 3, 3),
    "something said": lambda store, ref: load_drawn(store, said("2026-10-02 | QS08 | School is fine."), file="B.xlsx"),
    "an action": lambda store, ref: load_drawn(
        store, acted(f"Buy one, {ref} | Accepted | | 2026-09-20 | | | Open | |"), file="B.xlsx"
    ),
    "a count of children": lambda store, ref: load_drawn(store, living("Sep 2026 | 2"), file="B.xlsx"),
    "taking it back": lambda store, ref: disapprove(store, ON, "Jo", "Ash House", page(store).month),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_approval_is_of_just_that_page(change):
    store = approved()
    CHANGES[change](store, page(store).items[0].issue["reference"])
    now = page(store)
    assert not now.may_be_made
    assert now.approval is None if change == "taking it back" else now.approval.new or now.approval.gone


def test_an_approval_holds_again_once_the_page_says_again_what_was_approved():
    store = approved()
    ref = page(store).items[0].issue["reference"]
    CHANGES["an answer"](store, ref)
    take_back(store, ON, "Jo", "Ash House", ref, DAY)
    assert page(store).may_be_made


def test_only_the_page_that_was_seen_is_approved_by_a_name_for_a_home_of_theirs():
    store = store_with(WIFI, THREE)
    seen = page(store).digest
    with pytest.raises(NotRecorded, match="something else by now"):
        approve(store, ON, "Jo", "Ash House", "0" * 64, DAY)
    with pytest.raises(NotRecorded, match="your name"):
        approve(store, ON, " ", "Ash House", seen, DAY)
    with pytest.raises(OutOfScope):
        approve(store, ON.narrowed(["Birch"]), "Jo", "Ash House", seen, DAY)
    assert page(store).approval is None


def test_a_page_with_nothing_to_tell_cannot_be_approved():
    assert page(store_with()).wrong[0].startswith("There is nothing to tell")


def test_the_page_of_another_day_and_of_another_scope_are_their_own():
    store = approved()
    assert page(store, date(2026, 9, 10)).items == () and page(store, date(2027, 2, 10)).items == ()
    hidden = young_people_page(store, ON.narrowed(["Birch"]), "Ash House")
    assert hidden.items == () and hidden.approval is None and not any("wifi" in line for line in hidden.lines)


def test_every_page_of_a_drawn_council_reads_at_nine_and_quotes_nobody_it_may_not():
    rng, sentences = (
        Random(44),
        [each.split(" | ")[-1] for each in f"{HARMLESS}{POINTING}".strip().splitlines() if each],
    )
    homes = [f"Home {letter}" for letter in "PQRSTUVW"]
    rows = [f"{home} | Residential care | {rng.randint(1, 6)} | 2015-05-01 | SC{at}" for at, home in enumerate(homes)]
    store = store_with(homes="\n".join(["Home | Service type | Registered places | Opened | URN", *rows]))
    heard, lived, few = [], [], {}
    for home in homes:
        counts = [rng.choice([None, 1, 2, 3, 4, 5]) for _ in range(3)]
        few[home] = any(count is not None and count < ENOUGH for count in counts) or set(counts) == {None}
        lived += [
            f"{home} | {month} 2026 | {count or ''}" for month, count in zip(("Aug", "Sep", "Oct"), counts, strict=True)
        ]
        told = rng.sample(sentences, 24)
        heard += [
            f"{home} | 2026-{rng.randint(8, 10):02}-{rng.randint(1, 30):02} | Child or young person"
            f" | QS{rng.randint(6, 14):02} | Child's view | {each}"
            for each in told
        ]
    load_drawn(
        store,
        "\n".join([said().splitlines()[0], *heard]),
        "\n".join(["Home | Month | Children living | Restraints", *(f"{line} | 0" for line in lived)]),
    )
    harmless, quoted = set(HARMLESS.strip().splitlines()), 0
    for home in homes:
        told = page(store, home=home)
        words = [each for line in told.lines for each in re.findall("“(.*)”", line)]
        assert told.age <= MOST and told.wrong == () and told.items
        assert set(words) <= harmless and not (few[home] and words)
        quoted += len(words)
    assert quoted > 0


VISITS = "Home | Visit date | Visit type | Visitor | Children's views | What changed\n"


def _with_change(views: str, changed: str):
    return store_with(THREE, f"{VISITS}Ash House | 2026-09-02 | Reg 44 | Jo | {views} | {changed}")


def test_what_a_visit_says_has_changed_stands_on_the_page_where_children_can_read_it():
    store = _with_change("The wifi is slow.", "We bought a new router.")
    lines = page(store).lines
    assert lines.index("You said: “The wifi is slow.”") + 1 == lines.index("What we did: We bought a new router.")
    assert "What we did: We bought a new router." in page(_with_change("", "We bought a new router.")).lines


@pytest.mark.parametrize(
    "changed",
    [
        "Procurement of telecommunications infrastructure was subsequently authorised by the responsible individual.",
        "Casey has a new bed in her room.",
    ],
)
def test_what_a_visitor_wrote_for_grown_ups_is_left_out_until_somebody_says_it_plainly(changed):
    store = _with_change("The wifi is slow.", changed)
    [item] = page(store).items
    assert (item.shown_as, item.wrong, page(store).wrong == ()) == (OUT, "", False) and item.why
    answer(store, ON, "Jo", "Ash House", item.issue["reference"], "changed", "The wifi is fast now.", DAY)
    assert "What we did: The wifi is fast now." in page(store).lines and page(store).wrong == ()


def test_praise_is_thanked_for_and_asks_for_no_answer():
    store = store_with(
        THREE, said("2026-09-14 | QS11 | I trust my key worker.", "2026-09-15 | QS06 | The food is horrible.")
    )
    states = {item.issue["finding"]: (item.state, item.answer) for item in page(store).items}
    assert states["I trust my key worker."] == ("liked", "Thank you for telling us.")
    assert states["The food is horrible."] == (None, "We have not told you yet what we will do.")


@pytest.mark.parametrize("told", ["You wanted that the wifi is slow no more: we want better biscuits is done."])
def test_an_answer_repeats_no_words_that_may_not_be_quoted(told):
    store = store_with(said("2026-09-14 | QS06 | We want better biscuits."), living("Sep 2026 | 2"))
    ref = only(store)["reference"]
    answer(store, ON, "Jo", "Ash House", ref, "changed", told, DAY)
    [wrong] = page(store).wrong
    assert "repeats what a child said" in wrong
    answer(store, ON, "Jo", "Ash House", ref, "changed", "You have new ones now.", DAY)
    assert page(store).wrong == ()


def test_what_is_answered_stands_before_what_is_newer_and_the_page_says_that_there_is_more():
    store = store_with(
        said(*(f"2026-09-{day:02} | QS06 | The food is good, day {day}." for day in range(1, 16))), THREE
    )
    oldest = page(store).items[-1].issue["reference"]
    answer(store, ON, "Jo", "Ash House", oldest, "unchanged", "It costs too much.", DAY)
    assert [each.shown_as for each in page(store).items].count(QUOTE) == 12
    assert {"Why: It costs too much.", "You told us more than is on this page. Ask us about it."} <= set(
        page(store).lines
    )


def test_a_change_whose_words_name_no_subject_is_about_the_home():
    lines = page(_with_change("", "We have it now.")).lines
    assert "What we did: We have it now." in lines


def test_a_change_stands_though_the_views_that_led_to_it_are_sensitive():
    lines = page(_with_change("One child said they feel less worried.", "Children chose the menu this month.")).lines
    assert "What we did: Children chose the menu this month." in lines and not any("worried" in line for line in lines)
