"""What is said of concerns: how often chance shows them, since when they stand, what is part of a home as a whole, and
the rows behind that.
"""

import re
from datetime import date

import pytest

from metrics.rag.status import status
from metrics.signals import signals
from metrics.signals.moving import moving
from metrics.signals.wording import as_whole, by_chance, meaning, since_when
from qa_data.scope import of_every_home

AS_AT = of_every_home(date(2026, 10, 31))

CHANCE = "as chance alone would have it"


@pytest.mark.parametrize(
    ("watch", "flag", "said"),
    [
        (0.5, 0.1, "every two months and one new Flag every ten months;"),
        (0.4, 0.08, "every two and a half months and one new Flag every 12 and a half months;"),
        (0.3, 0.06, "every three and a half months and one new Flag every 16 and a half months;"),
        (0.8, 0.02, "a month and one new Flag every 50 months;"),
        (3, 1, "3 times a month and one new Flag a month;"),
    ],
)
def test_how_often_chance_shows_one_is_the_number_that_the_command_tells(watch, flag, said):
    told = by_chance({"watch": watch, "flag": flag, "homes": 0}, 4)
    assert told.split("about one new Watch ")[1].startswith(said)


@pytest.mark.parametrize(("each", "said"), [(0.08, "12 and a half months"), (0.1, "ten months"), (0.02, "50 months")])
def test_a_home_as_a_whole_says_how_often_too(each, said):
    whole = {"home": "Ash House", "began": "2026-05", "made_of": [], "standards": [], "themes": True}
    whole |= {"of_indicators": 30, "of_verdicts": 9}
    assert as_whole(whole, 4, each).endswith(f"one of four homes would show this about once in {said}.")


@pytest.mark.parametrize(
    ("new", "raised", "said"),
    [
        (True, "2026-04", "new this month"),
        (False, "2026-04", "since Apr 2026"),
        (True, "2026-10", "new this month; a Watch since Apr 2026"),
        (False, "2026-09", "since Sep 2026; a Watch since Apr 2026"),
    ],
)
def test_since_when_a_concern_stands_and_since_when_it_is_a_flag(new, raised, said):
    assert since_when({"new": new, "raised": raised, "since": "2026-04"}) == said


def test_what_makes_a_home_worse_as_a_whole_is_not_called_as_usual(sample):
    """Return home interviews at Cedar View have no concern of their own."""
    told = signals(sample, AS_AT)
    [home] = [each for each in told["homes"] if each["stands"]]
    parts = {(each["standard"], each["indicator"]) for each in home["made_of"]}
    own = [each for each in told["signals"] if each["home"] == home["home"]]
    assert [each for each in own if each["of_whole"] != ((each["standard"], each["indicator"]) in parts)] == []
    without = [each for each in own if each["of_whole"] and each["tier"] == "none"]
    assert without and not [each for each in without if CHANCE in meaning(each)]
    assert any("part of what makes the home worse as a whole" in meaning(each) for each in without)
    elsewhere = [each for each in told["signals"] if each["home"] != home["home"]]
    assert not any(each["of_whole"] for each in elsewhere) and any(CHANCE in meaning(each) for each in elsewhere)


def test_nor_does_it_stand_among_what_is_as_usual(sample):
    shown = moving(sample, AS_AT, "Cedar View")["shown"]
    assert {each["grouped"] for each in shown if each["of_whole"]} <= {"new", "standing", "over", "whole"}
    assert any(each["grouped"] == "whole" for each in shown)
    assert not [each for each in shown if each["grouped"] == "whole" and not each["of_whole"]]


def test_that_a_home_gets_worse_as_a_whole_is_told_with_its_rows(sample):
    """Returns and visits of the months since the change began, and of no other home."""
    homes = status(sample, AS_AT)["homes"]
    [reason] = [each for home in homes for each in home["reasons"] if each["rule"] == "H7"]
    files = {each["sheet"] for each in reason["sources"]}
    assert len(reason["sources"]) > 50 and len(files) >= 2
    assert all(re.fullmatch(r"[A-Z]+\d+", each["cell"]) for each in reason["sources"] if each["cell"])
