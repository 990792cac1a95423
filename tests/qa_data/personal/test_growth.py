"""However a text repeats itself, one of four times the length takes about four times the work."""

import sys
import time

import pytest

from qa_data.personal import masked

REPEATED = [
    "AAAA-", "A", "a", "A b ", "van ", "Jayden van ", "O'", "0", "0 ", "07700 ", "Smith, ", "@", "a@b.", "a@",
    ".", "A.B.", "J. ", "\U0001f600", "e\u0301", "\u0301", "\u6f22\u5b57", "\u0645\u062d\u0645\u062f ",
    "JaydenSmith", " ", "\n", "\t", "Jayden Smith ", "jayden ", "jayden-", '"', "'", "known as \"",
    "called 'Ab' ", "Mr ", "Mr. ", "JS ", "JS and ", "a1 ", "dob ", "born 1 ", "+44 ", "(13) ", "St ",
    "SW1A 1A", "1 A ", "1 Aaaa Aaaa ", "Ab's ", "Ab (13) ", ": ", ". ", "[name] ",
    "dog Bella and Max, ", "Mia and ", "film Annie and ", "the Nisa ", "Dr de ", "Tom, Dick and ",
    "review of KMB ", "nan ", '"I hate it here" - ', "risk assessment (", "Ensure Zyrelle has ", "Zyrelle needs a new ",
    "Tiny and her older ",
    "JaydenSmith_", "@jaydensmith09 ", "jayden/", "https://a/jayden_smith ",
    "JKB - ", "the Doyle brothers ", "lacey-mae van der ",
]  # fmt: skip


def work(text: str) -> int:
    """How many lines and calls of Python the masking of a text takes."""
    steps = 0

    def count(frame, event, argument):
        nonlocal steps
        steps += 1
        return count

    sys.settrace(count)
    try:
        masked([text])
    finally:
        sys.settrace(None)
    return steps


@pytest.mark.parametrize("pattern", REPEATED, ids=ascii)
def test_the_work_grows_as_the_text(pattern):
    once, four = (work((pattern * length)[:length]) for length in (1_500, 6_000))
    assert four < 6 * once + 500


def time_of(text: str) -> float:
    """The least of three, in seconds of this process: regular expressions take no step that can be counted."""
    told = []
    for _ in range(3):
        start = time.process_time()
        masked([text])
        told.append(time.process_time() - start)
    return min(told)


@pytest.mark.parametrize("pattern", REPEATED, ids=ascii)
def test_so_does_the_time_of_its_regular_expressions(pattern):
    once, four = (time_of((pattern * length)[:length]) for length in (25_000, 100_000))
    assert four < 8 * once + 0.1
