"""Sheets with more faults than are listed: what refuses a file is cut short, what does not loses nothing."""

from loaders.faults import MOST_FAULTS
from tests.loaders.good import checked, good, sheet


def actions(count: int, **changes) -> list[dict]:
    return [good("actions", **{"reference": f"A{number}", "due": "ongoing"} | changes) for number in range(count)]


def test_a_sheet_with_thousands_of_warnings_is_whole_and_so_are_those_after_it():
    found = checked(sheet("actions", *actions(MOST_FAULTS + 2), title="Actions"), sheet("visits", title="Visits"))
    assert found.accepted and [problem.code for problem in found.problems] == ["no-due-date"] * (MOST_FAULTS + 2)
    assert [table.dataset.name for table in found.tables] == ["actions", "visits"]
    assert set(found.tables[0].columns["status"]) == {"Completed"}


def test_an_error_after_thousands_of_warnings_still_refuses():
    rows = actions(MOST_FAULTS + 1) + [good("actions", reference="A0")]
    found = checked(sheet("actions", *rows))
    assert not found.accepted and found.problems[-1].code == "duplicate-key"


def test_thousands_of_errors_are_cut_short_and_say_so():
    found = checked(sheet("actions", *actions(MOST_FAULTS + 9, due="someday")), sheet("visits"))
    assert len(found.problems) == MOST_FAULTS + 1 and "no more are listed" in found.problems[-1].message
    assert not found.accepted and len(found.tables) == 1


def test_faults_stand_in_the_order_of_the_workbook():
    wrong = good("visits", report_received="someday", visitor_name="")
    found = checked(
        sheet("actions", good("actions", raised="never"), title="Plan"),
        sheet("visits", wrong, good("visits", home="Nowhere", visit_date="14/10/2026"), title="Log"),
        sheet("homes", good("homes", opened="?"), title="Homes"),
    )
    stood = [(["Plan", "Log", "Homes"].index(each.sheet), int(each.cell[1:])) for each in found.problems]
    assert stood == sorted(stood) and {place for place, _ in stood} == {0, 1, 2} and len(stood) > 3
