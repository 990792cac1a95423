"""Every year's layout gives the same provider and the same inspection."""

from datetime import date

import pytest

from loaders.ofsted import convert, is_published
from loaders.reading.book import Sheet

YEARS = (2016, 2017, 2018, 2019, 2021, 2022, 2023, 2024, 2025, 2031)
HOME = {
    "urn": "SC037984",
    "provision_type": "Children's home",
    "local_authority": "Darlington",
    "sector": "Local Authority",
    "places": 6,
    "inspection_date": date(2022, 8, 22),
    "overall": "Inadequate",
    "protection": "Good",
    "leadership": "Outstanding",
}


def row(table, number=0):
    return {name: values[number] for name, values in table.columns.items()}


@pytest.mark.parametrize("year", YEARS)
def test_a_layout_is_recognised_and_read(drawn, year):
    sheet = drawn(year)
    assert is_published(sheet)
    (providers, inspections), problems = convert(sheet, f"provider_at_march_{year}.csv", None)
    assert problems == []
    assert row(providers).items() >= {**HOME, "as_at": date(year, 3, 31)}.items()
    assert (
        row(inspections).items()
        >= {
            "urn": "SC037984",
            "inspection_date": date(2022, 8, 22),
            "overall": "Inadequate",
            "inspection_type": "Full inspection",
        }.items()
    )
    assert providers.rows == inspections.rows == [len(sheet.rows)]


def test_the_previous_inspection_is_an_inspection_like_any_other(drawn):
    before = {"Previous full inspection event date": "14/08/2019", "Previous overall": "Good"}
    (providers, inspections), _ = convert(drawn(2024, before), "x.csv", None)
    assert row(providers)["inspection_date"] == date(2022, 8, 22)
    assert [(row(inspections, n)["inspection_date"], row(inspections, n)["overall"]) for n in (0, 1)] == [
        (date(2022, 8, 22), "Inadequate"),
        (date(2019, 8, 14), "Good"),
    ]


def test_a_previous_inspection_that_is_the_latest_one_is_told_once(drawn):
    (_, inspections), problems = convert(drawn(2024, {"date": "14/08/2019"}), "x.csv", None)
    assert (len(inspections.rows), problems) == (1, [])


def test_a_band_above_the_header_marks_the_previous_inspection():
    head = ("URN", "Provision type", "Local authority", "Sector") + ("Inspection date", "Overall effectiveness") * 2
    rows = [
        (None,) * 4 + ("Latest Full Inspection", None, "Previous Full Inspection", None),
        head,
        ("SC1", "Children's home", "Kent", "Private", "02/03/2020", "Good", "02/03/2019", "Inadequate"),
    ]
    (_, inspections), _ = convert(Sheet("S", rows, [1, 2, 3]), "march_2020.csv", None)
    assert inspections.columns["overall"] == ["Good", "Inadequate"]


def test_columns_about_visits_that_are_not_graded_are_left_alone():
    head = (
        "Latest monitoring inspection date",
        "URN",
        "Provision type",
        "Local authority",
        "Sector",
        "Inspection date",
        "Overall effectiveness",
    )
    rows = [head, ("05/05/2020", "SC1", "Children's home", "Kent", "Private", "02/03/2020", "Good")]
    (providers, _), _ = convert(Sheet("S", rows, [1, 2]), "march_2020.csv", None)
    assert providers.columns["inspection_date"] == [date(2020, 3, 2)]


@pytest.mark.parametrize(
    "header",
    [
        ("Home", "Inspection date", "Inspection type", "Overall effectiveness"),
        ("Home", "URN", "Service type", "Status", "Local authority", "Inspection date", "Overall effectiveness"),
        ("URN", "School name", "Phase"),
    ],
)
def test_a_councils_own_sheet_is_not_taken_for_ofsteds(header):
    assert not is_published(Sheet("Inspections", [header], [1]))


def test_a_header_below_the_thirtieth_row_is_not_looked_for(drawn):
    published = drawn(2025)
    assert is_published(Sheet("S", [()] * 26 + published.rows, list(range(1, 32))))
    assert not is_published(Sheet("S", [()] * 27 + published.rows, list(range(1, 33))))
