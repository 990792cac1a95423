"""Patterns that are compiled at their first use."""

import re

import pytest

from qa_data.late import late


def test_a_late_pattern_finds_what_its_own_would():
    told, own = late(r"(\d+) rooms?", re.IGNORECASE), re.compile(r"(\d+) rooms?", re.IGNORECASE)
    for text in ("3 ROOMS", "12 rooms and 1 room", "none"):
        assert [match.span(1) for match in told.finditer(text)] == [match.span(1) for match in own.finditer(text)]
        assert (told.search(text) is None) == (own.search(text) is None)
    assert told.pattern == own.pattern and told.flags == own.flags


def test_nothing_is_compiled_before_it_is_asked():
    told = late("(")
    with pytest.raises(re.error):
        told.match("")
