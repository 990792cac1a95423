"""A heading is read as its column in every form that says the same, and in none that leaves a word out which changes
the meaning; what is left alone is said, with the nearest column.
"""

import pytest

from loaders.matching import _forms, _known, read
from loaders.suggesting import suggested
from qa_data.dictionary import DATASETS, dataset
from tests.loaders.good import checked, only, raw

SAME = [
    ("restraints", "# restraints"),
    ("restraints", "Restraints #"),
    ("restraints", "NO OF RESTRAINTS"),
    ("restraints", "Number of restraints"),
    ("restraints", "Restraint"),
    ("restraints", "Restraints - number"),
    ("restraints", "Restraints (PIs)"),
    ("restraints", "Sum of Restraints"),
    ("restraints", "Count of restraint incidents"),
    ("child_nights", "Child nights (bed nights)"),
    ("child_nights", "Sum of Child-nights"),
    ("child_nights", "Nos. of child nights"),
    ("missing_episodes", "Missing episodes (in the month)"),
    ("missing_episodes", "No. of missing episodes (MFH)"),
    ("missing_episodes", "Count of Missing episode"),
    ("medication_errors", "Medication error"),
    ("notifiable_events", "Notifiable event"),
    ("placement_plans_current", "Placement plans (in date)"),
    ("verdict_qs06", "QS 6"),
    ("verdict_qs06", "Reg. 6 - Quality & purpose of care"),
    ("verdict_qs06", "Quality and purpose of care (Met / Partly met / Not met)"),
    ("verdict_qs09", "QS9"),
    ("verdict_qs09", "QS9 verdict"),
    ("verdict_qs10", "QS10"),
    ("verdict_qs14", "Regulation 14"),
    ("verdict_qs08", "Education (QS8)"),
    ("announced", "Announced (Y/N)?"),
    ("report_received", "Report received (dd/mm/yyyy)"),
    ("due", "Date due (DD/MM/YY)"),
    ("priority", "Priority [H/M/L]"),
]

OTHER = [
    "Total restraints",
    "Restraints (total)",
    "Restraints %",
    "% restraints",
    "Restraints \uff05",
    "Restraints per cent",
    "Restraint percentage",
    "Restraint rate",
    "Restraints (rate per 1,000 nights)",
    "Average of Restraints",
    "Restraints target",
    "Restraints (target)",
    "Restraints last month",
    "Restraints (previous month)",
    "Restraints YTD",
    "Restraints year to date",
    "Restraints (year-to-date)",
    "Total number of restraints",
    "Max of Restraints",
]

NOT_THE_SAME = [
    "Restraints (prone)",
    "Planned restraints",
    "Restraints (Ash House)",
    "Restraints Sep",
    "Restraints not seen",
]

BEGINNING = {"returns": ("Home", "Month"), "visits": ("Home", "Visit date", "Visit type"), "homes": ()}
FILLED = {"returns": ("Ash House", "2026-01"), "visits": ("Ash House", "14/10/2025", "Reg 44")}


def returned(*headings, rows=((2, 9, 4, 6),), **about):
    """A return with these headings and their values; its nights make it one where the others are left alone."""
    below = [(*FILLED["returns"], *row[: len(headings)], 30) for row in rows]
    return checked(raw([(*BEGINNING["returns"], *headings, "Child-nights"), *below], **about))


def holder(column: str):
    return next(each for each in DATASETS if column in each.names)


@pytest.mark.parametrize("column, heading", SAME)
def test_a_heading_that_says_the_same(column, heading):
    made = holder(column)
    must = [each.header for each in made.columns if each.must_stand]
    found = checked(raw([(*must, heading), (None,) * (len(must) + 1), ("Ash House", *["?"] * len(must))]))
    assert column in found.tables[0].letters and not any(each.code == "unknown-column" for each in found.problems)


@pytest.mark.parametrize("heading", OTHER)
def test_a_word_that_changes_the_meaning_is_never_left_out(heading):
    found = returned(heading)
    assert (
        only(found)[:3] == ("unknown-column", "Sheet1", "C1") and "makes it another figure" in found.problems[0].message
    )
    assert found.tables[0].columns["restraints"] == [None] and found.problems[0].suggestion is None


@pytest.mark.parametrize("heading", NOT_THE_SAME)
def test_what_is_not_surely_the_same_is_left_alone(heading):
    found = returned(heading)
    assert only(found)[0] == "unknown-column" and found.tables[0].columns["restraints"] == [None]


@pytest.mark.parametrize("other", ["Total restraints", "PIs", "No. of restraints", "Sum of restraints"])
def test_the_exact_name_wins_wherever_it_stands(other):
    for headings, rows in ((("Restraints", other), [(2, 9)]), ((other, "Restraints"), [(9, 2)])):
        found = returned(*headings, rows=rows)
        assert found.tables[0].columns["restraints"] == [2] and only(found)[0] == "unknown-column"


def test_a_column_that_stands_twice_with_different_values_is_refused():
    for headings in (("Restraints", "RESTRAINTS *"), ("PIs", "Physical interventions"), ("PIs", "No. of restraint")):
        assert only(returned(*headings)) == ("repeated-column", "Sheet1", "D1", "restraints", headings[1])
    message = returned("Restraints", "Restraints", rows=[(1, 1), (2, 9)]).problems[0].message
    assert "C1 and in D1" in message and "row 3 says 2 in the first and 9 in the second" in message


def test_a_column_that_stands_twice_with_one_value_is_read_once_and_said():
    for rows in ([(2, 2)], [(2, None)]):
        found = returned("Restraints", "Restraints", rows=rows)
        assert only(found)[:3] == ("unknown-column", "Sheet1", "D1") and found.tables[0].columns["restraints"] == [2]
    assert returned("Restraints", "Restraints", rows=[(None, 2)]).problems[0].code == "repeated-column"


def test_a_word_over_a_heading_is_never_left_out():
    above = [(None, None, "Actual", None, "Target"), ("Home", "Month", "Restraints", "Admissions", "Restraints")]
    found = checked(raw([*above, (*FILLED["returns"], 2, 1, 0)]))
    assert only(found)[:3] == ("unknown-column", "Sheet1", "E2")
    assert found.tables[0].columns["restraints"] == [2] and "Target" in found.problems[0].message


def test_a_title_over_a_table_changes_nothing():
    title = [("Total number of incidents at the home, target nil",), ("Home", "Month", "Restraints")]
    assert checked(raw([*title, (*FILLED["returns"], 2)])).problems == []


@pytest.mark.parametrize(
    "dataset, heading, column",
    [
        ("returns", "Restraints used", "Restraints"),
        ("returns", "Missing from home episodes", "Missing episodes"),
        ("returns", "Nights occupied", "Child-nights"),
        ("returns", "RHIs in 72 hrs", "Return home interviews within 72 hours"),
        ("visits", "YP seen", "Children spoken to"),
        ("visits", "Staff spoken with", "Staff spoken to"),
        ("visits", "Parents/carers contacted", "Families contacted"),
        ("returns", "Weather", None),
        ("returns", "Restraints within 36 hours", None),
        ("visits", "Next visit date", None),
    ],
)
def test_the_nearest_column_is_suggested(dataset, heading, column):
    found = checked(raw([(*BEGINNING[dataset], heading), (*FILLED[dataset], 1)]))
    assert found.problems[0].suggestion == column and (column or "") in found.problems[0].message


def test_no_column_is_suggested_twice_or_where_it_stands():
    found = returned("Restraints", "Restraints used", "Medication mistakes", "Medication errors made")
    assert [(each.value, each.suggestion) for each in found.problems] == [
        ("Restraints used", None),
        ("Medication mistakes", None),
        ("Medication errors made", "Medication errors"),
    ]


@pytest.mark.parametrize("name", [each.name for each in DATASETS])
def test_no_two_columns_are_alike_without_plurals_and_words_of_counting(name):
    known = _known(dataset(name))
    for column in dataset(name).columns:
        for each in (column.header, *column.also):
            whole, folded, uncounted = _forms(each)
            assert {*known.own, *known.others} >= {whole} and known.folded[folded] == column.name
            assert known.counts.get(uncounted, column.name) == column.name or column.type != "whole number"


def test_a_heading_of_a_hundred_thousand_letters_is_none():
    found = returned("(" * 100_000, "Restraints" + " (" * 50_000, "no of " * 20_000)
    assert {each.code for each in found.problems} <= {"unknown-column"}


@pytest.mark.parametrize(
    "name, heading, column",
    [
        ("returns", "# of restraints", "restraints"),
        ("returns", "# of missing episodes", "missing_episodes"),
        ("returns", "No. self-harm incidents", "self_harm"),
        ("returns", "Nos. admissions", "admissions"),
        ("returns", "Restraints recorded in 24 hours", "restraints_recorded_24h"),
        ("returns", "RHI within 72 hrs", "rhi_72h"),
        ("visits", "No. YP seen alone", "children_in_private"),
        ("visits", "Nr of YP spoken to", "children_spoken_to"),
        ("returns", "No restraints", None),
        ("visits", "No children spoken to", None),
        ("actions", "Done on", "completed"),
    ],
)
def test_words_that_only_say_that_it_is_a_count(name, heading, column):
    told = read(dataset(name), heading)
    assert (told and told.column) == column


TURNED = [
    "Risk assessments (out of date)", "Medication errors this year", "Admissions (quarter)", "Restraints (children)",
    "Restraints variance", "Agency shifts (hours)", "Shifts worked (hours)", "Allegations (unfounded)",
    "Repairs open (at start of month)", "Count of endings", "YP seen", "Missing episodes (boys)",
    "Complaints upheld", "Restraints per week",
]  # fmt: skip


@pytest.mark.parametrize("heading", TURNED)
def test_a_suggestion_leaves_out_no_word_or_bracket_that_changes_the_meaning(heading):
    assert suggested(dataset("returns"), frozenset(), (heading,)) == {}


@pytest.mark.parametrize(
    "name, heading, column",
    [
        ("homes", "Reg date", "Opened"),
        ("actions", "Date of Reg 44 visit", "Source date"),
        ("visits", "Staff spoken with", "Staff spoken to"),
    ],
)
def test_a_heading_in_other_words_is_still_suggested(name, heading, column):
    assert suggested(dataset(name), frozenset(), (heading,)) == {heading: column}
