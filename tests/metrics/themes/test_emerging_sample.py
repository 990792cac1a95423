"""What the sample data tells: concerns about medicines at two homes from August 2026, in many words."""

from datetime import date

import pytest

from metrics.themes import themes
from metrics.themes.linked import theme_actions
from metrics.themes.sources import theme_findings
from metrics.themes.strengths import theme_strengths
from metrics.themes.wording import told
from qa_data.scope import of_every_home
from tests.drawn import store_with

AS_AT = of_every_home(date(2026, 10, 31))


@pytest.fixture(scope="module")
def store(sample):
    return sample


@pytest.fixture(scope="module")
def answer(store):
    return themes(store, AS_AT)


def test_medication_emerges_and_what_emerged_at_cedar_view_stands(answer):
    emerging = {
        (each["home"], each["theme"], each["since"]) for each in answer["themes"] if each["state"] == "emerging"
    }
    assert emerging == {
        (None, "medication", "2026-09-30"),
        (None, "restraint-records", "2026-07-31"),
        ("Alder Lodge", "medication", "2026-10-31"),
        ("Damson Cottage", "medication", "2026-10-31"),
        ("Cedar View", "premises", "2026-08-31"),
        ("Cedar View", "restraint-records", "2026-07-31"),
    }


def test_from_one_day_to_the_next_nothing_falls_back_without_a_new_row(store):
    """A visit that leaves the three months is no sign that a concern was mended."""
    for day in range(1, 27):
        told = themes(store, of_every_home(date(2026, 11, day)))["themes"]
        assert (None, "medication", "emerging") in {(each["home"], each["theme"], each["state"]) for each in told}


def test_it_is_new_at_every_visit_to_two_homes(answer):
    first = answer["themes"][0]
    assert (first["visits"], first["of"], first["before"], first["before_of"]) == (6, 15, 0, 54)
    assert first["new"] and first["homes"] == ["Alder Lodge", "Damson Cottage"] and first["eb05"] > 1


def test_its_sentences_come_from_both_files_with_their_cells(answer):
    found = answer["themes"][0]["findings"]
    assert {each["file"] for each in found} == {
        "Independent visits 2023-26.xlsx",
        "Independent visits findings export Apr-Oct 2026.csv",
    }
    assert all(each["cell"] and each["marks"] and "2026-08-01" <= each["date"] <= "2026-10-31" for each in found)


def test_in_july_nothing_had_begun(store):
    assert not [
        each for each in themes(store, of_every_home(date(2026, 7, 31)))["themes"] if each["theme"] == "medication"
    ]


def test_the_findings_of_one_theme_are_those_of_the_answer(store, answer):
    rows = theme_findings(store, AS_AT, "medication")
    assert [{name: value for name, value in row.items() if name not in ("theme", "source")} for row in rows] == answer[
        "themes"
    ][0]["findings"]


def test_an_action_that_speaks_of_the_theme_comes_first(store):
    found = theme_actions(store, AS_AT, "medication", ("Alder Lodge", "Damson Cottage"))
    assert (
        found[0]["about"]
        and "medicines" in found[0]["action"]
        and {each["home"] for each in found} <= {"Alder Lodge", "Damson Cottage"}
    )


def test_strengths_are_counted_apart(store):
    found = theme_strengths(store, AS_AT)
    assert found and all(0 < each["strengths"] <= each["of"] == 15 for each in found)


def test_the_command_says_it_in_a_line(answer):
    lines = told(answer).splitlines()
    assert lines[0].startswith("Themes of concern in independent visits, 1 Aug 2026 to 31 Oct 2026: 6 themes emerging")
    assert (
        lines[1]
        == "All homes, Medication: emerging since 30 Sep 2026, never before. 6 of 15 visits (40 %), 0.1 expected"
        and "Visits log!" in lines[2]
    )


def test_the_command_calls_no_theme_steady_that_nothing_can_be_compared_with():
    store = store_with(
        """
        Home      | Visit date | Visit type | Concerns
        Ash House | 2026-10-14 | Reg 44     | Medication was not signed for.
        """
    )
    line = told(themes(store, AS_AT)).splitlines()[1]
    assert line == "All homes, Medication: not tested. 1 of 1 visit (100 %); too few visits before to compare with"
