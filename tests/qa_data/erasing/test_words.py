"""Words are found as whole words, however they are written, and nothing else is."""

import json

import pytest

from qa_data.erasing.words import MARK, NoWords, Words
from tests.qa_data.erasing.planted import ODD, WAYS


@pytest.mark.parametrize(
    ("words", "text", "without"),
    [
        ("Jayden Smith", "Then JAYDEN\r\n  smith left.", "Then [erased] left."),
        ("Jayden Smith", "Jayden-Smith’s room, Jay-\n  den Smith", "[erased]’s room, [erased]"),
        ("Jayden Smith", "jayden_smith_2.xlsx JaydenSmith2026", "[erased]_2.xlsx [erased]2026"),
        ("Jayden Smith", "Jayden Smithson, XJayden Smith", "Jayden Smithson, XJayden Smith"),
        ("Jayden", "Ja\u0301yden\u0301 Jay\u00adden Jáydén", "[erased] [erased] [erased]"),
        ("O'Neill", "O’Neill, ONEILL, O' Neill, Ó Néill; ONeills", "[erased], [erased], [erased], [erased]; ONeills"),
        ("Łukasz", "łukasz LUKASZ", "[erased] [erased]"),
        ("小明", "今天小明说", "今天[erased]说"),
        ("12", "12 a12b 123", "[erased] a[erased]b 123"),
        ("erased", "[erased] was erased, [erased 2]", "[erased] was [erased], [erased 2]"),
        ("name", "[name] has a name", "[name] has a [erased]"),
        ("a.*b", "a.*b axb ab", "[erased] axb [erased]"),
    ],
)
def test_the_words_go_and_the_rest_stays(words, text, without):
    assert Words(words).out_of(text) == without
    assert Words(words).holds(text) == (text != without)
    assert Words(words).out_of(without) == without


@pytest.mark.parametrize("way", WAYS)
def test_the_odd_words_are_found_in_every_way_that_they_are_planted(way):
    assert Words(ODD).out_of(f"x {way} y").startswith(f"x {MARK}")


def test_of_several_the_longest_goes_first():
    assert Words("Jayden", "Jayden Smith").out_of("Jayden Smith and Jayden") == "[erased] and [erased]"


def test_lists_and_what_is_written_as_json_are_looked_into():
    assert Words("José").out_of_value(["José", "Ann"]) == [MARK, "Ann"]
    told = Words("José").out_of_value(json.dumps([{"sheet": "José’s", "rows": 3}]))
    assert json.loads(told) == [{"sheet": "[erased]’s", "rows": 3}]


@pytest.mark.parametrize("nothing", ["", " - ", "’"])
def test_there_must_be_a_letter_or_a_digit(nothing):
    with pytest.raises(NoWords):
        Words(nothing)


@pytest.mark.parametrize("part", ["jay-", "jayden ", "j-\n", "jayden" + "\u00a0" * 9, "jayden\n-"])
def test_a_text_of_millions_of_letters_is_looked_through(part):
    """A pattern that grew worse than the text would not come to an end here."""
    assert not Words("Jayden Smith").holds(part * 60_000)
    assert not Words("Jayden Smith").holds(f"jayden{part[-1:] * 400_000}")
