"""Two findings in one sentence: each is masked, whichever comes first and whether or not anything stands between."""

from itertools import product

import pytest

from qa_data.personal import masked
from qa_data.personal.kinds import KINDS

EACH = {
    "name": ["Jayden Smith", "Kacper", "leah walsh", "Smith, Jayden"],
    "initials": ["JS", "J.S."],
    "postcode": ["SW1A 1AA"],
    "phone number": ["07700 900123"],
    "NHS number": ["943 476 5919"],
    "e-mail address": ["leah@example.org"],
    "date of birth": ["dob 12/03/2011"],
    "address": ["14 Station Road"],
}
BETWEEN = (" ", ", ", " and ", " is with ", ". ")


def test_there_is_an_example_of_every_kind():
    assert {kind.name for kind in KINDS} <= set(EACH)


@pytest.mark.parametrize("between", BETWEEN, ids=repr)
@pytest.mark.parametrize(("first", "second"), [*product(EACH, EACH)])
def test_neither_hides_the_other(first, second, between):
    for one, other in product(EACH[first], EACH[second]):
        [kept], found = masked([f"Seen were {one}{between}{other} in May."])
        told = " ".join(words for _, _, words in found)
        assert all(part in told for part in f"{one} {other}".replace(",", "").split()), (one, other, kept)
        assert kept.startswith("Seen were [") and kept.endswith("] in May.") or "]. in May." in kept, kept


def test_a_name_after_a_postcode_is_masked_where_it_stands_alone():
    told = "young person SW1A 1AA Jayden Smith did well."
    assert masked([told])[0] == ["young person [postcode] [name] did well."]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("jayden.smith@example.org rang", "[e-mail address] rang"),
        ("Lives at 14 Jayden Road today", "Lives at [address] today"),
    ],
)
def test_of_two_that_overlap_the_longer_says_what_it_is(text, kept):
    assert masked([text])[0] == [kept]


@pytest.mark.parametrize("name", ["Sky", "Zyrelle", "JKB", "Grace", "Jordan"])
@pytest.mark.parametrize("other", ["postcode", "phone number", "NHS number", "e-mail address", "date of birth"])
@pytest.mark.parametrize("rest", ["was restrained twice", "told the visitor so", "uses they/them"])
def test_what_is_said_of_somebody_is_read_past_the_other(name, other, rest):
    [kept], found = masked([f"{name} {EACH[other][0]} {rest}"])
    assert name in [words for _, _, words in found] and kept.endswith(f" [{other}] {rest}"), kept


def test_a_nickname_before_a_date_of_birth_is_masked():
    assert masked(['"Tiny" dob 12/03/2011'])[0] == ['"[name]" [date of birth]']
