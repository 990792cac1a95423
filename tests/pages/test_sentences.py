"""Sentences that are made of several parts, with none, one, two and many of each."""

import re
from html import unescape

import pytest

from metrics.indicators.registry import INDICATORS, indicator, titled
from metrics.warnings.warnings import WORDS
from pages.packs.scrutiny_said import still_to_meet
from pages.parts.clinic.item import _open
from pages.parts.meaning import what
from pages.parts.overview.headline import headline, lede
from pages.parts.position import Position
from qa_data.standards import CODES, standard
from qa_data.wording import counted, cut, ended, some


def red(code: str, change: str) -> dict:
    """A red cell of Ash House with its reason."""
    return {
        "home": "Ash House",
        "standard": code,
        "rag": "red",
        "unrated": None,
        "change": change,
        "reasons": [{"rule": "R1", "text": "The visit found it not met."}],
    }


def position(*reds: tuple[str, str], returned: str | None = "today") -> Position:
    """Ash House with these standards red."""
    cells = {("Ash House", code): red(code, change) for code, change in reds}
    homes = {"Ash House": {"home": "Ash House", "rag": "red" if reds else "green", "reasons": []}}
    return Position(cells, homes, {"Ash House": {"return_in": returned}}, ["Ash House"], [])


@pytest.mark.parametrize(
    ("reds", "said"),
    [
        ((("QS07", "worse"),), "Views is now Red – the visit found it not met."),
        ((("QS07", "same"),), "Views is Red – the visit found it not met."),
        ((("QS07", "new"),), "Views is Red – the visit found it not met."),
        (
            (("QS07", "worse"), ("QS08", "same")),
            "Views is now Red – the visit found it not met. 1 other standard is Red.",
        ),
        (
            (("QS07", "worse"), ("QS08", "worse")),
            "Views is now Red – the visit found it not met. 1 other standard is Red now.",
        ),
        (
            (("QS07", "worse"), ("QS08", "same"), ("QS09", "same"), ("QS10", "new")),
            "Views is now Red – the visit found it not met. 3 other standards are Red.",
        ),
        (
            (("QS07", "worse"), ("QS08", "worse"), ("QS09", "same"), ("QS10", "worse")),
            "Views is now Red – the visit found it not met. 3 other standards are Red, 2 of them newly.",
        ),
        (
            (("QS07", "worse"), ("QS08", "worse"), ("QS09", "worse")),
            "Views is now Red – the visit found it not met. 2 other standards are Red now.",
        ),
        (
            (("QS07", "same"), ("QS12", "same")),
            "Protection of children is Red – the visit found it not met. 1 other standard is Red.",
        ),
    ],
)
def test_why_a_home_needs_attention_says_what_has_turned(reds, said):
    named = said.replace("Views", standard("QS07").name)
    assert unescape(str(lede(position(*reds)))) == f"<strong>Ash House</strong>: {named}"


def test_a_return_that_is_lacking_is_said_after_the_reasons():
    assert str(lede(position(("QS08", "worse"), returned=None))).endswith(
        "not met. Its latest return has not been received."
    )


@pytest.mark.parametrize(
    ("live", "late", "said"),
    [
        (0, 0, "No requirement of Ofsted’s is known to be unmet."),
        (1, 0, "The homes have 1 requirement of Ofsted’s still to meet, not past its date."),
        (1, 1, "The homes have 1 requirement of Ofsted’s still to meet, past its date."),
        (2, 0, "The homes have 2 requirements of Ofsted’s still to meet, none of them past its date."),
        (4, 1, "The homes have 4 requirements of Ofsted’s still to meet, 1 of them past its date."),
        (4, 4, "The homes have 4 requirements of Ofsted’s still to meet, 4 of them past their dates."),
    ],
)
def test_the_homes_have_requirements_to_meet_not_ofsted(live, late, said):
    assert still_to_meet(live, late) == said


@pytest.mark.parametrize(
    ("live", "late", "said"),
    [
        (0, [], ("None open", "actions")),
        (1, [], ("1 open", "action, not overdue")),
        (1, [1], ("1 open", "action: 1 overdue, the oldest by 1 day")),
        (2, [], ("2 open", "actions, none overdue")),
        (2, [3], ("2 open", "actions: 1 overdue, the oldest by 3 days")),
        (12, [3, 40], ("12 open", "actions: 2 overdue, the oldest by 40 days")),
    ],
)
def test_actions_are_one_or_many(live, late, said):
    rows = [{"state": "overdue", "live": True, "days_overdue": days} for days in late]
    rows += [{"state": "open", "live": True, "days_overdue": None}] * (live - len(late))
    rows.append({"state": "completed", "live": False, "days_overdue": None})
    still, of_them = _open({"home": "Ash House", "standard": "QS12"}, rows)
    assert (re.sub("<[^>]*>", "", str(still)), of_them) == said


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("number", [1, 2, 12])
def test_a_count_of_warnings_says_what_it_counts(kind, number):
    named = counted(number, *WORDS[kind]).split()[1]
    assert named.startswith(("date", "standard", "home", "Flag", "Watch", "point"))
    assert named.endswith("s") == (number > 1)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("id", ["STD1", "STD2", "STD3"])
def test_what_every_standard_has_names_it(id, code):
    assert standard(code).name in titled(id, code) and "the standard" not in titled(id, code)


def test_what_one_standard_has_is_called_as_declared():
    assert titled("LAM5", "QS13") == "Agency share of shifts"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], "No home needs attention"),
        (["Ash House"], "1 of 2 homes needs attention: Ash House"),
        (["Ash House", "Oak House"], "2 of 2 homes need attention: Ash House and Oak House"),
    ],
)
def test_which_homes_need_attention(names, said):
    cells = {(name, "QS08"): red("QS08", "same") | {"home": name} for name in names}
    every = ("Ash House", "Oak House")
    homes = {name: {"home": name, "rag": "amber" if name in names else "green", "reasons": []} for name in every}
    assert headline(Position(cells, homes, {}, [], [])) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and 1 more")],
)
def test_some_are_named_and_the_rest_counted(words, said):
    assert some(words, 2) == said


@pytest.mark.parametrize(("text", "said"), [("Mend it", "Mend it."), ("Mend it.", "Mend it."), ("Is it?", "Is it?")])
def test_a_text_ends_as_a_sentence_once(text, said):
    assert ended(text) == said


@pytest.mark.parametrize("id", [each.id for each in INDICATORS])
def test_what_a_number_means_is_whole_sentences(id):
    said = re.sub("<[^>]*>", "", str(what(indicator(id))))
    assert not re.search(r"[a-z)] (Higher is better|Lower is better|Neither way is better)", said), said
    assert "Of those" not in said and "of Child-nights" not in said


@pytest.mark.parametrize(
    ("text", "said"),
    [("", ""), ("Mend it", "Mend it"), ("Mend the log", "Mend the …"), ("Mendthelogagain", "Mendthel …")],
)
def test_a_text_that_is_too_long_ends_after_a_word(text, said):
    assert cut(text, 8 if " " not in text else 9) == said
