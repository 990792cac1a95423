"""Reading ages by the published formula, and how a hard text is to be mended."""

import pytest

from metrics.young_people import wording
from metrics.young_people.plain_words import PLAIN
from metrics.young_people.reading_age import MOST, reading_age, sentences, too_hard
from metrics.young_people.subjects import BY_STANDARD, BY_WORDS
from metrics.young_people.syllables import syllables


@pytest.mark.parametrize(
    ("text", "words", "parts", "heard"),
    [
        ("The cat sat on the mat.", 6, 1, 6),
        ("We bought a new router. The wifi is fast now.", 10, 2, 12),
        ("Children participate in decisions\nWe listen", 6, 2, 13),
    ],
)
def test_the_age_is_the_grade_of_flesch_and_kincaid_and_five(text, words, parts, heard):
    assert reading_age(text) == round(0.39 * words / parts + 11.8 * heard / words - 15.59 + 5, 1)


def test_no_words_have_no_age():
    assert reading_age(" … ") is None and too_hard("") == ""


def test_lines_marks_and_colons_end_a_sentence():
    assert sentences("Our plan: mend it. Now!\nThen… rest") == ["Our plan:", "mend it.", "Now!", "Then…", "rest"]


def test_a_hard_text_is_told_with_its_hardest_sentence_and_how_to_mend_it():
    told = too_hard("We like it. Management will implement additional consultation regarding accommodation. Good.")
    assert "“Management will implement additional consultation regarding accommodation.”" in told
    assert "Say “managers” for “management”, “do” for “implement” and “more” for “additional”." in told
    long = too_hard("The other members of the team will have a look at all of this again together in September maybe.")
    assert "Make it shorter: it has 19 words." in long and "“together”" in long


def test_plain_words_are_plainer():
    assert [hard for hard, plain in PLAIN.items() if sum(map(syllables, plain.split())) > syllables(hard) + 1] == []


def test_each_sentence_that_the_page_says_of_itself_can_be_read_at_nine():
    fixed = [
        *wording.SIGNS.values(),
        *wording.NOTHING.values(),
        wording.UNANSWERED,
        wording.THANKS,
        wording.SAYING_MORE,
        wording.ASK_US,
        wording.KEY,
        *(f"{wording.HEADINGS[sign]}." for sign in wording.HEADINGS),
        *(f"You told us about {each}." for each in [*BY_STANDARD.values(), *(name for name, _ in BY_WORDS)]),
    ]
    assert {each: reading_age(each) for each in fixed if (reading_age(each) or 0) > MOST} == {}
