"""An inspection is checked by the judgement scheme of its day."""

from datetime import date

import pytest

from loaders.ofsted import convert
from loaders.reading.book import Sheet
from qa_data.scope import of_every_home
from tests.drawn import drawn, store_with
from tests.loaders.good import checked, good, sheet
from tests.schemes import BEGINS, without_overall

LAST = date(2026, 3, 31)


@pytest.fixture(autouse=True)
def _drawn_scheme(monkeypatch):
    without_overall(monkeypatch)


def codes(**told) -> list[tuple]:
    found = checked(sheet("inspections", good("inspections", report_published=None, **told)))
    return [(each.code, each.column) for each in found.problems]


@pytest.mark.parametrize(
    ("day", "overall", "expected"),
    [
        (BEGINS, None, []),
        (LAST, "Good", []),
        (LAST, None, [("missing-value", "overall")]),
        (BEGINS, "Good", [("judgement-not-graded", "overall")]),
    ],
)
def test_an_overall_judgement_is_asked_for_where_the_scheme_of_the_day_gives_one(day, overall, expected):
    assert codes(inspection_date=day, overall=overall, protection="Good", leadership="Good") == expected


def test_what_is_not_given_is_refused_in_words():
    found = checked(
        sheet("inspections", good("inspections", inspection_date=BEGINS, overall="Good", report_published=None))
    )
    assert found.problems[0].message == (
        "Ofsted gives no judgement on Overall experiences and progress since 1 Apr 2026. Take Good out, or correct the"
        " date."
    )


def test_the_limiting_rule_has_nothing_to_limit_without_an_overall_judgement():
    assert codes(inspection_date=BEGINS, overall=None, protection="Inadequate", leadership="Inadequate") == []


def test_an_inspection_without_an_overall_judgement_is_stored():
    store = store_with(
        """
        Home      | Inspection date | Inspection type | Helped and protected | Leaders and managers
        Ash House | 2026-05-12      | Full            | RI                   | Good
        """
    )
    rows = store.rows(of_every_home(date(2026, 10, 31)), "select overall, protection, leadership from full_inspections")
    assert rows == [{"overall": None, "protection": "Requires improvement to be good", "leadership": "Good"}]


PUBLISHED = """
URN | Provision type  | Local authority | Sector          | Latest full inspection date | Leaders and managers
SC1 | Children's home | York            | Local Authority | 12/05/2026                  | Good
"""


@pytest.mark.parametrize(("as_at", "expected"), [(date(2026, 9, 30), []), (LAST, ["overall"])])
def test_a_published_file_may_lack_the_column_that_its_scheme_does_not_give(as_at, expected):
    rows = drawn(PUBLISHED)
    _, problems = convert(Sheet("Sheet1", rows, [1, 2]), "providers.csv", as_at)
    assert [each.column for each in problems if each.code == "missing-column"] == expected
