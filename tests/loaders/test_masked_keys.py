"""A key with a name in it, which is masked: rows keep who they are, in whatever order they stand."""

import pytest

from loaders.references import MADE
from qa_data.dictionary import dataset
from tests.drawn import HOMES, store_with
from tests.loaders.test_met import ACTIONS, FINDINGS, checked


def test_a_reference_with_a_name_in_it_counts_as_not_given_and_is_warned_of():
    rows = ACTIONS.replace("A1 ", "Jayden Walsh 1 ").replace("A2 ", "[name] ")
    found = checked(store_with(), rows)
    assert all(MADE.fullmatch(reference) for reference in found.tables[0].columns["reference"])
    [problem] = [each for each in found.problems if each.column == "reference"]
    assert problem.cell == "B2" and "counts as not given" in problem.message and found.accepted


KEYS = {
    "actions": (
        ["Kayleigh Okafor", "Tyrone Blackwood", "Amina Yusuf"],
        """
Home      | Reference | Source                       | Source date | Standard | Action | Raised     | Status
{}
""",
        "Ash House | {0} | Regulation 44 recommendation | 2026-09-01 | QS12 | Mend gate {1} | 2026-09-01 | Open",
    ),
    "findings": (
        ["Kayleigh Okafor did well", "Tyrone Blackwood did well", "Amina Yusuf did well"],
        """
Home      | Date       | Source              | Standard | Kind    | Finding
{}
""",
        "Ash House | 2026-09-01 | Regulation 44 visit | QS{2} | Concern | {0}",
    ),
    "plan": (
        ["Kayleigh Okafor is safe", "Tyrone Blackwood is safe", "Amina Yusuf is safe"],
        """
Home      | Standard | Outcome for children | How we deliver it
{}
""",
        "Ash House | QS12 | {0} | By plan {1}",
    ),
}


@pytest.mark.parametrize("name", KEYS)
def test_rows_whose_keys_are_masked_are_the_same_rows_in_whatever_order_they_stand(name):
    names, table, row = KEYS[name]
    lines = [row.format(told, place, place + 6) for place, told in enumerate(names)]
    orders = [[lines[at] for at in order] for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0), (2, 1, 0))]
    stored = [_rows(checked(store_with(), table.format("\n".join(order)))) for order in orders]
    assert len(stored[0]) == 3 and all(each == stored[0] for each in stored)
    keys = [column.name for column in dataset(name).keys]
    assert len({tuple(dict(each)[key] for key in keys) for each in stored[0]}) == 3


def test_what_is_masked_alike_at_another_home_changes_no_key():
    other = f"{FINDINGS}Oak House | 2026-09-01 | Regulation 44 visit | QS12 | Concern | Aaron Walsh did well"
    store = store_with(homes=f"{HOMES}Oak House | Residential care | 4 | 2015-05-01 | SC2")
    [table] = checked(store, other.format("Zoe Walsh did well")).tables
    assert table.columns["home"] == ["Ash House", "Oak House"]
    assert table.columns["finding"] == ["[name] did well", "[name] did well"]


def test_references_that_are_masked_and_actions_that_are_alike_are_said_to_be_the_same():
    rows = ACTIONS.replace("A1 ", "Kayleigh Okafor").replace("A2 ", "Tyrone Blackwood")
    found = checked(store_with(), rows.replace("Paint the hall", "Tyrone Blackwood to mend the gate"))
    assert [each.code for each in found.problems if each.severity == "error"] == ["duplicate-key"]


def _rows(found):
    [table] = found.tables
    assert found.accepted
    rows = zip(*table.columns.values(), strict=True)
    return {tuple((name, str(each)) for name, each in zip(table.columns, row, strict=True)) for row in rows}
