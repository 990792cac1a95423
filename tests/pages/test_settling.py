"""Settling on the Upload page: typed, blanked, left out, all at once, said once; and kept by the file's content."""

import pytest

from tests.faulty import five, seventy_one
from tests.pages.test_upload import FAULTY, HOMES, VISITS, choose, folds, unfold, workbook

TWO_HOMES = HOMES + "Elm Base  | Residential care | 4                 | 2015-05-01\n"

REPEATED = """
Home     | Visit date | Visit type | QS12
Elm Bank | 14/10/2026 | Reg 44     | Met
Elm Bank | 15/10/2026 | Reg 44     | Met
Elm Bank | 16/10/2026 | Reg 44     | Partly
"""
FOUND = """
Home     | Date       | Source | Standard | Kind    | Finding
Elm Bank | 14/10/2026 | Reg 44 | QS12     | Concern | A gate was open
"""


def value(screen, cell: str, words: str):
    """Gives the cell a value."""
    return given(screen, f"Value for {cell}", words)


def given(screen, label: str, words: str):
    """Types into the field of that label, or chooses from its list."""
    fields = [*screen.app.text_input, *screen.app.selectbox]
    next(each for each in fields if each.label == label).set_value(words)
    return screen.run()


def labels(screen) -> list[str]:
    return [each.label for each in screen.app.button]


def test_a_value_is_typed_into_a_cell(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="31/09/2026"))))
    value(screen, "Visits!B2", "30/09/2026")
    assert "October.xlsx: 2 rows new" in screen.html
    unfold(screen, "settled")
    assert "Visits!B2, “31/09/2026”: taken as “30 Sep 2026”." in [each.value for each in screen.app.text]


def test_a_value_that_will_not_do_is_asked_for_again(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="31/09/2026"))))
    value(screen, "Visits!B2", "31/06/2026")
    assert "31/06/2026 is not a date" in screen.html and "1 problem left." in screen.html


def test_equal_faults_of_a_column_are_one_over_rows_and_sheets_and_settled_once(screen):
    choose(screen, ("October.xlsx", workbook(Homes=TWO_HOMES, Visits=REPEATED, Findings=FOUND)))
    assert "the same in 4 rows of 2 sheets" in screen.html and "4 problems left, in 1 decision." in screen.html
    assert "Visits!A2, A3, A4" in screen.html and "Findings!A2" in screen.html
    value(screen, "Visits!A2", "Elm Base")
    assert "October.xlsx: 6 rows new" in screen.html and "4 settled here" in folds(screen)


def test_equal_faults_can_be_settled_each_by_itself(screen):
    choose(screen, ("October.xlsx", workbook(Homes=TWO_HOMES, Visits=REPEATED, Findings=FOUND)))
    screen.press("Each by itself")
    value(screen, "Findings!A2", "Ash House")
    assert "3 problems left" in screen.html and "1 settled here" in folds(screen)


def test_all_suggestions_of_a_file_or_of_one_kind_are_taken_at_once(screen, tmp_path):
    returns = "Home | Month | Child-nights | Restraints\nAshe House | Oct 2026 | 90 nights | n/a\n"
    book = workbook(Homes=HOMES, Visits=VISITS.format(home="Ashe House", day="14/10/2026"), Returns=returns)
    choose(screen, ("October.xlsx", book))
    assert "Take all 4 suggestions" in labels(screen) and "Only the 2 of homes" in labels(screen)
    screen.press("Only the 2 of numbers")
    assert "2 problems left" in screen.html
    screen.press("Take all 2 suggestions")
    assert "October.xlsx: 3 rows new" in screen.html


def test_all_dates_that_can_be_read_in_two_ways_are_read_one_way_at_once(screen):
    visits = VISITS.format(home="Ash House", day="03/04/2026") + "Ash House | 05/06/2026 | Reg 44 | Met\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=visits)))
    screen.press("Read all 2 dates month first")
    unfold(screen, "settled")
    assert "Visits!B2, “03/04/2026”: taken as “4 Mar 2026”." in [each.value for each in screen.app.text]


def test_a_cell_is_left_blank_and_all_of_it_undone(screen):
    head = "Home | Month | Child-nights | Restraints\n"
    returns = f"{head}Ash House | Oct 2026 | 90 | some\nAsh House | Sep 2026 | 90 | few\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Returns=returns)))
    screen.press("Leave blank").press("Leave blank")
    assert "3 rows new" in screen.html
    unfold(screen, "settled").press("Undo all")
    assert "2 problems left" in screen.html and not any("settled" in each for each in folds(screen))


def test_what_is_settled_is_known_again_of_the_same_workbook_chosen_after_leaving_the_page(screen):
    faulty = workbook(Homes=HOMES, Visits=VISITS.format(home="Ashe House", day="14/10/2026"))
    choose(screen, ("October.xlsx", faulty)).press("Use “Ash House”")
    screen.go("overview")
    choose(screen, ("Again.xlsx", faulty))
    assert "Again.xlsx: 2 rows new" in screen.html and "1 settled here" in folds(screen)
    choose(screen, ("Other.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home="Ashe House", day="15/10/2026"))))
    assert "1 problem left" in screen.html


def test_a_column_that_is_missing_is_said_once(screen):
    visits = "Visit date | Visit type | QS12\n14/10/2026 | Reg 44 | Met\n15/10/2026 | Reg 44 | Met\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=visits)))
    given(screen, "All rows of Visits have", "Ash House")
    assert "October.xlsx: 3 rows new" in screen.html
    unfold(screen, "settled")
    assert "All of Visits: Home is “Ash House”." in [each.value for each in screen.app.text]
    screen.press("Undo")
    assert "1 problem left" in screen.html
    given(screen, "All rows of Visits have", "Ash House").press("Load")
    assert "Visits: home of all rows was blank: settled as “Ash House” by L. Hartley" in screen.said


def test_several_recommendations_in_a_cell_are_split(screen):
    actions = (
        "Home | Reference | Source | Source date | Standard | Raised | Status | Action\n"
        "Ash House | A-1 | Reg 44 | 14/10/2026 | QS12 | 14/10/2026 | Open | 1. Mend the gate. 2. Paint the hall.\n"
    )
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Actions=actions)))
    assert "2 rows new" in screen.html
    unfold(screen, "check").press("Split into rows")
    assert "3 rows new" in screen.html
    screen.press("Load")
    assert "1 settled before it was loaded" in screen.html


def test_a_heading_that_stands_twice_is_settled_in_the_row_of_headings(screen):
    visits = "Home | Visit date | Visit type | QS12 | QS12\nAsh House | 14/10/2026 | Reg 44 | Met | Not met\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=visits)))
    assert "1 problem left" in screen.html and not any(each.endswith(" out") for each in labels(screen))
    screen.press("Leave blank")
    assert "2 rows new" in screen.html


def test_what_was_settled_in_an_earlier_upload_is_offered_and_never_taken_by_itself(screen):
    first = VISITS.format(home="Ashe Hose", day="14/10/2026")
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=first)))
    value(screen, "Visits!A2", "Ash House").press("Load")
    two = VISITS.format(home="Ashe Hose", day="21/10/2026") + "Ashe Hose | 28/10/2026 | Reg 44 | Met\n"
    choose(screen, ("November.xlsx", workbook(Visits=two)))
    assert "2 problems left" in screen.html and "L. Hartley took it as “Ash House” on" in screen.html
    screen.press("Take all 2 as settled before")
    assert "November.xlsx: 2 rows new" in screen.html


def test_the_marked_workbook_has_what_is_settled(screen):
    choose(screen, ("October.xlsx", FAULTY))
    screen.press("Use “Ash House”")
    assert any(each.label.startswith("Your workbook with every problem") for each in screen.app.get("download_button"))
    value(screen, "Visits!B2", "30/09/2026")
    assert any("what is settled written in" in each.label for each in screen.app.get("download_button"))


def test_what_a_file_holds_is_never_drawn_as_markup(screen):
    marked = "**Ash** :red[House] <b>x</b>"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home=marked, day="14/10/2026"))))
    value(screen, "Visits!A2", "Ash House")
    unfold(screen, "settled")
    assert f"Visits!A2, “{marked}”: taken as “Ash House”." in [each.value for each in screen.app.text]
    assert "<b>" not in screen.html


@pytest.mark.parametrize(("draw", "said"), [(five, "5 problems left."), (seventy_one, "71 problems left, in 23 ")])
def test_the_bar_counts_what_is_left_and_names_the_next(sample, tmp_path, draw, said):
    choose(sample, ("October.xlsx", draw(tmp_path / "drawn.xlsx").read_bytes()))
    assert said in sample.html and "Next: Visits!A2: " in sample.html


def test_more_problems_are_drawn_on_demand(sample, tmp_path):
    choose(sample, ("October.xlsx", seventy_one(tmp_path / "drawn.xlsx").read_bytes()))
    assert sample.html.count('class="problem"') == 6
    sample.press("Show 17 more")
    assert sample.html.count('class="problem"') == 23


def test_of_eleven_files_the_first_with_something_to_do_is_open(screen, tmp_path):
    homes = {day: "Ashe House" if day in (14, 16) else "Ash House" for day in range(11, 21)}
    drawn = {day: VISITS.format(home=home, day=f"{day} Oct 2026") for day, home in homes.items()}
    files = [(f"{day}.xlsx", workbook(Visits=visits)) for day, visits in drawn.items()]
    choose(screen, *files, ("Homes.xlsx", workbook(Homes=HOMES)))
    told = [each for each in folds(screen) if ".xlsx" in each]
    assert told[:2] == ["14\\.xlsx: 1 problem to settle", "16\\.xlsx: 1 problem to settle"]
    assert told[2:] == [f"{day}\\.xlsx: nothing to settle" for day in (11, 12, 13, 15, 17, 18, 19, 20)] + [
        "Homes\\.xlsx: nothing to settle"
    ]
    assert screen.html.count('class="problem"') == 1
    screen.press("Use “Ash House”")
    assert screen.html.count('class="problem"') == 1 and "1 problem left" in screen.html
    screen.press("Use “Ash House”").press("Load")
    assert screen.html.count("is loaded:") == 11


def test_the_same_workbook_chosen_twice_is_settled_once(screen):
    faulty = workbook(Homes=HOMES, Visits=VISITS.format(home="Ashe House", day="14/10/2026"))
    choose(screen, ("October.xlsx", faulty), ("Copy.xlsx", faulty))
    unfold(screen, "file")
    assert any("The same workbook stands above" in each.value for each in screen.app.text)
    screen.press("Use “Ash House”")
    assert "left" not in screen.html.split("status")[-1]


def test_a_day_is_typed_as_it_is_written_in_britain(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="31/09/2026"))))
    value(screen, "Visits!B2", "09/06/2026")
    unfold(screen, "settled")
    assert "Visits!B2, “31/09/2026”: taken as “9 Jun 2026”." in [each.value for each in screen.app.text]


def test_nothing_is_typed_over_another_column_where_the_sheet_has_none_of_that_name(screen):
    actions = (
        "Reference | Home | Source | Source date | Standard | Action | Raised | Status | Decision\n"
        "7 | Ash House | Reg 44 | 14/10/2026 | QS12 | Mend the gate | 15/10/2026 | Open | Not accepted\n"
    )
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Actions=actions)))
    assert "The sheet has no column Reason: add it to your file" in screen.html
    assert not [each for each in screen.app.text_input if each.label.startswith("Value for")]
    assert "Leave row 2 out" in labels(screen) and "Leave blank" not in labels(screen)


def test_of_two_rows_that_say_the_same_either_is_left_out(screen):
    returns = "Home | Month | Restraints\nAsh House | Oct 2026 | 4\nAsh House | Oct 2026 | 5\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Returns=returns)))
    assert "Leave row 3 out" in labels(screen)
    screen.press("Leave row 2 of Returns out instead")
    assert "October.xlsx: 2 rows new" in screen.html
    unfold(screen, "settled")
    assert any("Returns!A2" in each.value and "left out with its row" in each.value for each in screen.app.text)


def test_a_row_of_a_sheet_that_lies_on_its_side_is_never_left_out(screen):
    months = "Ash House | | |\nMeasure | Sep 2026 | Oct 2026 | Dec 2026\n"
    figures = f"{months}Child-nights | 80 | 79 | 0\nRestraints | some | 1 | 0\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Figures=figures)))
    assert not [label for label in labels(screen) if label.startswith("Leave row")]
    screen.press("Leave this out").press("Leave blank")
    assert "October.xlsx: 3 rows new" in screen.html


def test_a_file_that_waits_for_another_s_homes_is_no_problem_of_its_own(screen):
    visits = workbook(Visits=VISITS.format(home="Ash House", day="14/10/2026"))
    homes = workbook(Homes=HOMES.replace("| 3 ", "| x "))
    choose(screen, ("Visits.xlsx", visits), ("Homes.xlsx", homes))
    assert "2 files: 1 problem to settle" in screen.html and "1 problem left." in screen.html
    titles = [each.replace("\\", "") for each in folds(screen)]
    assert titles[0] == "Homes.xlsx: 1 problem to settle" and "Visits.xlsx: waits for another file" in titles
    assert "Next: Homes!C2" in screen.html
    value(screen, "Homes!C2", "3")
    assert "2 files: 2 rows new" in screen.html


def test_a_sheet_that_a_problem_names_is_not_called_unknown(screen):
    near = "Home | Ref | Recommendation | Due\nAsh House | 1 | Mend the gate | 1/11/2026\n"
    notes = "Words\nnothing\n"
    book = workbook(Homes=HOMES, Log=near, Notes=notes)
    told = choose(screen, ("October.xlsx", book)).html
    assert "October.xlsx: Notes." in told and "it has the columns Home, Reference, Action, Due" in told


def test_the_next_problem_is_the_first_of_the_file_that_is_drawn_first(screen):
    visits = workbook(Visits=VISITS.format(home="Ash House", day="31/09/2026"))
    choose(screen, ("Visits.xlsx", visits), ("Homes.xlsx", workbook(Homes=HOMES.replace("| 3 ", "| x "))))
    assert "2 problems left." in screen.html and "Next: Homes!C2" in screen.html
