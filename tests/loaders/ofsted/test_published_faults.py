"""What is wrong in a published file is said with its cell; what only differs from file to file is taken."""

from datetime import date, datetime

import pytest

from loaders.ofsted import convert
from loaders.reading.book import Sheet

HEAD = ("URN", "Provision type", "Local authority", "Sector", "Places", "Inspection date", "Overall effectiveness")
GOOD = ("SC1", "Children's home", "Kent", "Private", "4", "24/06/2016", "Good")


def converted(*rows, head=HEAD, errors=None):
    return convert(
        Sheet("Data", [(), head, *rows], [1, 2, *range(5, 5 + len(rows))], errors=errors or {}), "march_2024.csv", None
    )


def with_cell(header, value):
    return tuple(value if name == header else cell for name, cell in zip(HEAD, GOOD, strict=True))


@pytest.mark.parametrize(
    "header, value, code, cell, column",
    [
        ("Inspection date", "31/02/2016", "not-a-date", "F5", "inspection_date"),
        ("Inspection date", "06/24/2016", "not-a-date", "F5", "inspection_date"),
        ("Inspection date", "24/06/0216", "not-a-date", "F5", "inspection_date"),
        ("Inspection date", "soon", "not-a-date", "F5", "inspection_date"),
        ("Inspection date", "01/01/2999", "future-date", "F5", "inspection_date"),
        ("Overall effectiveness", "Goood", "unknown-choice", "G5", "overall"),
        ("Places", "four", "not-a-number", "E5", "places"),
        ("URN", None, "missing-value", "A5", "urn"),
        ("Provision type", " ", "missing-value", "B5", "provision_type"),
    ],
)
def test_a_fault_in_a_cell(header, value, code, cell, column):
    _, [problem] = converted(with_cell(header, value))
    assert (problem.code, problem.sheet, problem.cell, problem.column) == (code, "Data", cell, column)
    assert problem.value == (value if value and value.strip() else None)


def test_an_unknown_judgement_suggests_the_nearest():
    assert converted(with_cell("Overall effectiveness", "Goood"))[1][0].suggestion == "Good"


def test_two_rows_for_one_provider():
    _, [problem] = converted(GOOD, with_cell("Sector", "Voluntary"))
    assert (problem.code, problem.cell, problem.value) == ("duplicate-key", "A6", "SC1")


def test_every_missing_column_is_named_at_the_header():
    tables, problems = converted(GOOD, head=(None, "URN", "Provision type", "Registration status", "Local authority"))
    assert tables == []
    assert {(each.code, each.cell, each.column) for each in problems} == {
        ("missing-column", "B2", name) for name in ("sector", "inspection_date", "overall")
    }


def test_a_failed_formula_is_no_blank():
    _, [problem] = converted(with_cell("Overall effectiveness", None), errors={(2, 6): "#REF!"})
    assert (problem.code, problem.cell, problem.value) == ("formula-error", "G5", "#REF!")


@pytest.mark.parametrize(
    "written",
    [
        "24/06/2016",
        "24-06-2016",
        "2016-06-24",
        "24 June 2016",
        " 24/06/2016 00:00",
        42545,
        42545.0,
        "42545",
        date(2016, 6, 24),
        datetime(2016, 6, 24),
    ],
)
def test_dates_are_day_first_however_they_are_written(written):
    (providers, _), problems = converted(with_cell("Inspection date", written))
    assert (providers.columns["inspection_date"], problems) == ([date(2016, 6, 24)], [])


@pytest.mark.parametrize(
    "written, kept",
    [
        ("SC012345", "SC012345"),
        (1027076, "1027076"),
        (1027076.0, "1027076"),
        ("1027076.0", "1027076"),
        (" 1027076 ", "1027076"),
    ],
)
def test_a_urn_is_text(written, kept):
    assert converted(with_cell("URN", written))[0][0].columns["urn"] == [kept]


@pytest.mark.parametrize(
    "written, kept",
    [
        ("Requires Improvement to be good", "Requires improvement to be good"),
        ("Requires improvement", "Requires improvement to be good"),
        ("Adequate", "Adequate"),
        ("Satisfactory", "Satisfactory"),
        ("Not judged", None),
        (" ", None),
        ("[z]", None),
    ],
)
def test_a_homes_judgement(written, kept):
    (providers, _), problems = converted(with_cell("Overall effectiveness", written))
    assert (providers.columns["overall"], problems) == ([kept], [])


def test_other_kinds_of_provider_keep_their_own_words():
    school = ("SC2", "Boarding School", "Kent", "Private", None, "24/06/2016", "Meets the standards")
    lodging = ("SC3", "Supported Accommodation", "Kent", "Private", None, "24/06/2016", None, "Consistently strong")
    (providers, inspections), problems = converted(school, lodging, head=(*HEAD, "Supported Accommodation outcome"))
    assert problems == []
    assert (
        providers.columns["overall"] == inspections.columns["overall"] == ["Meets the standards", "Consistently strong"]
    )


@pytest.mark.parametrize("written", ["Children's home", "Children's Home", "CHILDREN’S HOME", "Children\x90s home "])
def test_a_childrens_home_is_spelled_in_one_way(written):
    assert converted(with_cell("Provision type", written))[0][0].columns["provision_type"] == ["Children's home"]


def test_a_home_not_inspected_yet_is_a_provider_without_inspection():
    (providers, inspections), problems = converted(GOOD[:5] + (None, None))
    assert (providers.rows, inspections.rows, problems) == ([5], [], [])
    assert providers.columns["overall"] == [None]


def test_blank_rows_and_notes_below_are_no_providers():
    (providers, _), problems = converted(GOOD, (), (None,) * 40, (" ", "  "), (None, None, "Source: Ofsted"))
    assert (providers.rows, problems) == ([5], [])


@pytest.mark.parametrize(
    "written, kept",
    [
        ("Y", True),
        ("Short breaks only", True),
        ("Short-break-only children's home", True),
        ("Long term care only", False),
        (None, False),
    ],
)
def test_short_breaks(written, kept):
    head = (*HEAD, "Short breaks only")
    assert converted((*GOOD, written), head=head)[0][0].columns["short_breaks"] == [kept]


def test_a_year_that_does_not_say_whether_a_home_gives_short_breaks_is_no_data():
    assert converted(GOOD)[0][0].columns["short_breaks"] == [None]


def test_nothing_that_leads_to_a_home_is_kept():
    head = (*HEAD, "Name", "Address 1", "Town", "Postcode", "Organisation which owns the provider")
    (providers, inspections), _ = converted(
        (*GOOD, "Rose House", "1 High St", "Ashford", "TN1 1AA", "Rose Ltd"), head=head
    )
    kept = [value for table in (providers, inspections) for values in table.columns.values() for value in values]
    assert not {"Rose House", "1 High St", "Ashford", "TN1 1AA", "Rose Ltd"} & set(kept)
