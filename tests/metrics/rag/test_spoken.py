"""What speaks against a standard is told while no colour tells it."""

import pytest

from metrics.rag.spoken import passed_over, spoken_against
from metrics.rag.status import cells
from qa_data.standards import CODES
from tests.drawn import store_with
from tests.metrics.rag.test_status import AS_AT, INADEQUATE, SAFE, asked_on, check, visit

MONITORED = check("Not met", "QS09", "Contract monitoring", "2026-09-03")
CHECKED = check("Met", "QS09", day="2026-10-08")


@pytest.mark.parametrize(
    ("tables", "standards"),
    [
        ([MONITORED, CHECKED], ["QS09"]),
        # Amber by A7 tells it, and so does red by R1 and R6.
        ([MONITORED], []),
        ([visit(QS09="Not met")], []),
        ([check("No", SAFE)], []),
        ([MONITORED, CHECKED, asked_on("2026-09-03", code="QS09")], []),
        ([check("No", "Conduct promotes well-being", "Reg 46")], ["QS13"]),
        ([check("No", SAFE, "Reg 46")], ["QS12"]),
        ([INADEQUATE.format(day="2026-05-01")], list(CODES)),
        ([], []),
    ],
)
def test_what_no_colour_tells(tables, standards):
    store = store_with(*tables)
    found = passed_over(spoken_against(store, AS_AT), cells(store, AS_AT))
    assert [row["standard"] for row in found] == standards
    assert all(row["sources"] and row["text"].endswith("no action that stands has been raised since.") for row in found)


def test_each_begins_as_a_sentence():
    [row] = spoken_against(store_with(MONITORED, CHECKED), AS_AT)
    assert row["text"].startswith("The contract monitoring of 3 Sep 2026 found the standard not met, and")
