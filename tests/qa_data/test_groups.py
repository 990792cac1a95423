"""The groups of columns in a form, and the figures that its short form asks for."""

import pytest

from qa_data.dictionary import DATASETS, dataset
from qa_data.dictionary.groups import GROUPS, RETURNS, SHORT_BREAKS, groups
from qa_data.dictionary.short_form import MOST, asked, short_form

SERVICES = dataset("homes").column("service_type").choices


@pytest.mark.parametrize("name", GROUPS)
def test_every_column_but_those_that_name_the_row_stands_in_one_group_in_order(name):
    keys = [column.name for column in dataset(name).keys]
    grouped = [column for group in groups(dataset(name)) for column in group.columns]
    assert grouped == [column for column in dataset(name).names if column not in keys]


def test_a_dataset_that_is_short_has_none():
    assert {each.name for each in DATASETS if groups(each)} == set(GROUPS)


def test_short_breaks_are_not_asked_for_what_the_law_takes_out_and_all_others_for_everything():
    assert {group.not_for for group in RETURNS} == {"", SHORT_BREAKS} and SHORT_BREAKS in SERVICES
    left_out = {"school_possible", "school_attended", "school_lost", "peps_eligible", "peps_current"} | {
        "health_eligible",
        "health_current",
        "dental_eligible",
        "dental_current",
    }
    for service in (None, *SERVICES):
        missing = set(asked()) - set(asked(service))
        assert missing == (left_out if service == SHORT_BREAKS else set())


@pytest.mark.parametrize("service", [None, *SERVICES])
def test_the_short_form_asks_for_part_of_them_in_the_same_order(service):
    short = short_form(service)
    assert MOST - 2 < len(short) <= MOST and list(short) == [name for name in asked(service) if name in short]
