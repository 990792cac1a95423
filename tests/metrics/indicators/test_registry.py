"""The declared indicators: as the contract has them, and in agreement with the dictionary."""

import pytest

from metrics.indicators.registry import INDICATORS, indicator, of_standard
from qa_data.dictionary import dataset
from qa_data.standards import CODES
from tests.contract.tables import table

MAY_EXCEED = {"QPC2", "VWF4"}
"""More sessions and meetings can be held than were planned."""


@pytest.mark.parametrize("written", table("indicators.csv"), ids=lambda row: row["id"])
def test_every_definition_of_the_contract_is_ours(written):
    told = indicator(written["id"]).as_json()
    assert {name: "" if told[name] is None else str(told[name]) for name in written} == written


def test_ids_are_unique_and_each_says_why_it_matters():
    assert len({each.id for each in INDICATORS}) == len(INDICATORS) == len({each.why for each in INDICATORS})
    assert all(each.why.endswith(".") for each in INDICATORS)


@pytest.mark.parametrize("each", [each for each in INDICATORS if each.in_return], ids=lambda each: each.id)
def test_a_part_of_a_whole_is_one_in_the_dictionary_too(each):
    part = dataset("returns").column(each.numerator.removeprefix("returns."))
    stands = each.kind == "proportion" and each.denominator.removeprefix("returns.") in dataset("returns").names
    assert part.part_of == (each.denominator.removeprefix("returns.") if stands and each.id not in MAY_EXCEED else "")


@pytest.mark.parametrize("each", INDICATORS, ids=lambda each: each.id)
def test_a_target_lies_beyond_its_floor_on_the_better_side(each):
    if each.target is None:
        assert each.floor is None
    else:
        assert each.target <= each.floor if each.better == "lower" else each.target >= each.floor


def test_each_standard_has_its_own_indicators_and_the_three_of_every_standard():
    for code in CODES:
        assert [each.id for each in of_standard(code)][-3:] == ["STD1", "STD2", "STD3"]
        assert {each.standard for each in of_standard(code)} == {code, None}
    assert indicator("EDU1").standard == "QS08"


@pytest.mark.parametrize("each", INDICATORS, ids=lambda each: each.id)
def test_an_indicator_says_the_sheet_that_it_is_counted_from(each):
    """A column names its dataset; a sentence speaks of visits and reviews, or of actions and requirements."""
    words = f"{each.numerator} {each.denominator}"
    named = (
        "returns"
        if "returns." in words
        else "visits"
        if "visits." in words or "visit fell" in words or "review fell" in words
        else "actions"
    )
    assert each.dataset == named
