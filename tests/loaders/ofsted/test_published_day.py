"""The day that a file describes: its title, else its name, else what the person says."""

from datetime import date

import pytest

from loaders.ofsted import convert
from loaders.ofsted.as_at import as_at_of, day_in


@pytest.mark.parametrize(
    "text, day",
    [
        ("provider_at_march_2018.csv", date(2018, 3, 31)),
        ("Provider_level_data_as_at_31_March_2021.ods", date(2021, 3, 31)),
        ("Provider level 31st Mar 2019 v2.csv", date(2019, 3, 31)),
        ("providers-2022-03-31.csv", date(2022, 3, 31)),
        ("providers 31.03.2017.ods", date(2017, 3, 31)),
        ("as at 29 February 2024", date(2024, 2, 29)),
        ("as at 31 February 2024", None),
        ("providers_2019.csv", None),
        ("marchwood 2019.csv", None),
    ],
)
def test_a_day_in_a_name(text, day):
    assert day_in(text) == day


def test_the_title_comes_before_the_name_and_the_name_before_what_is_given():
    title = [(None, "Provider level as at 31 March 2023"), ("Published at a later date",)]
    assert as_at_of(title, "march_2022.csv", date(2021, 3, 31)) == date(2023, 3, 31)
    assert as_at_of(title[1:], "march_2022.csv", date(2021, 3, 31)) == date(2022, 3, 31)
    assert as_at_of([], "providers.csv", date(2021, 3, 31)) == date(2021, 3, 31)


def test_when_nobody_says_the_file_is_refused_with_what_to_do(drawn):
    tables, [problem] = convert(drawn(2018), "providers.csv", None)
    assert tables == []
    assert (problem.code, problem.sheet, problem.cell, problem.column) == ("missing-value", None, None, "as_at")
    assert "--as-at 2025-03-31" in problem.message
