"""What identifies a person is found in sentences of many kinds, and what only looks like it is left."""

import re

import pytest

from qa_data.personal import masked
from qa_data.personal.known import Known
from qa_data.personal.masking import replaced, united
from qa_data.personal.names import names
from qa_data.personal.words import GIVEN, HERE, NOT_IN_NAMES, SURNAMES, WORDS
from tests.qa_data.personal.measure import labelled, measured


def test_most_is_found_and_little_else():
    told = measured()
    assert told["sentences"] >= 200 and told["recall"] >= 0.95 and told["precision"] >= 0.95


def test_the_sentences_differ_and_no_word_is_both_a_name_and_none():
    texts = [text for text, _ in labelled()]
    assert len(set(texts)) == len(texts) and not GIVEN & NOT_IN_NAMES and WORDS <= SURNAMES


@pytest.mark.parametrize("people", ["sarah bell", "Sarah Bell".lower()])
def test_staff_visitors_and_homes_may_stand(people):
    assert masked(["Sarah Bell met Jayden Smith."], {people})[0] == ["Sarah Bell met [name]."]


def test_each_row_keeps_its_own_and_blanks_stay_blank():
    assert masked([None, "Leah Price left.", "", "Nothing."]) == (
        [None, "[name] left.", "", "Nothing."],
        [(1, "name", "Leah Price")],
    )


def test_what_many_rows_say_is_masked_in_each_and_also_where_it_goes_on_after_a_stop():
    told = ["Seen.", "Call 07700 900123. Seen.", "DOB: 12/3/2010. Seen.", "Met Jayden B. Smith. Call 07700 900123."]
    assert (
        masked(told * 2)[0]
        == [
            "Seen.",
            "Call [phone number]. Seen.",
            "[date of birth]. Seen.",
            "Met [name]. Call [phone number].",
        ]
        * 2
    )


def test_a_column_is_masked_as_each_of_its_texts_alone():
    texts = [text for text, _ in labelled()]
    assert masked(texts)[0] == [masked([text])[0][0] for text in texts]


@pytest.mark.parametrize("people", [(), {"unit 101"}, {"jayden 2044"}], ids=["nobody", "a home", "the same"])
def test_texts_that_differ_in_numbers_are_masked_as_each_alone(people):
    """Long numbers, which are looked at once, beside those that are ages or parts of a known name."""
    numbers = [*range(1, 25), 101, 140, 999, 1014, 2044, 10_000]
    said = ("Jayden ({0}) said so.", "Entry {0}: long walk. Jayden {0}", "Unit {0} was warm.", "Star, {0}, {0}.5% left")
    texts = [text.format(number) for text in said for number in numbers]
    assert masked(texts, people)[0] == [masked([text], people)[0][0] for text in texts]
    assert masked(texts, people)[0] == [_word_by_word(text, people) for text in texts]


def _word_by_word(text: str, people: set[str]) -> str:
    return replaced(text, united(names(text, Known(people))))


def test_no_list_has_a_long_number():
    """So that none is told by one: see `Known.without_numbers`."""
    assert not [path.name for path in HERE.glob("*.txt") if re.search(r"\d{3}", path.read_text("utf-8"))]


@pytest.mark.parametrize(
    "text", ["A" * 20_000, "Aa " * 10_000, "Jayden " * 5_000, "O'" * 10_000, "Mc-" * 8_000, "1 A " * 8_000]
)
def test_no_text_takes_long_or_breaks(text):
    assert masked([text])[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("On 3 May Jayden Smith left.", "On 3 May [name] left."),
        ("Grandmother Doreen Whitfield rang.", "Grandmother [name] rang."),
        ("SMITH, Jayden was late.", "[name] was late."),
        ("jayden smith was late", "[name] was late"),
        ("Rhys ap Gwilym and Chloe B. Harrison", "[name] and [name]"),
        ("Xyra Qelb's bedroom is cold.", "[name]'s bedroom is cold."),
        ("Alfie Ward met Victoria Ward.", "[name] met Victoria Ward."),
        ("Deputy Manager Sarah was told.", "Deputy Manager [name] was told."),
        ("will smith mark young", "will smith mark young"),
        ("In Sheffield, Jayden was seen.", "In Sheffield, [name] was seen."),
        ("Jayden, Leo and Mia", "[name], [name] and [name]"),
        ("Mrs Patel rang Dr Khan.", "Mrs [name] rang Dr [name]."),
        ("Van der Berg, Lotte is new.", "[name] is new."),
        ("J. Smith and T.O'B. ate.", "[name] and [initials] ate."),
        ("He is known as 'Jay' here.", "He is known as '[name]' here."),
        ("A room known as 'The Den' is warm.", "A room known as 'The Den' is warm."),
        ("May told me of 4 May. Will it do?", "[name] told me of 4 May. Will it do?"),
        ("Jordan borders Israel; Jordan was restrained.", "Jordan borders Israel; [name] was restrained."),
        ("Sam Fender tickets; Sam Fender was upset.", "Sam Fender tickets; [name] was upset."),
    ],
)
def test_where_a_name_begins_and_ends(text, kept):
    assert masked([text])[0] == [kept]


def test_initials_of_homes_and_of_who_is_confirmed_may_stand_but_for_a_childs():
    people = {"alder lodge", "zoe quinn"}
    told = "AL was painted by ZQ. YP ZQ was upset, AL (13) too, and KT."
    assert masked([told], people)[0] == [
        "AL was painted by ZQ. YP [initials] was upset, [initials] (13) too, and [initials]."
    ]
