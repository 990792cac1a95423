"""The Upload page: choose, see every problem, confirm; withdraw and put back."""

import re
from io import BytesIO

import pytest
from openpyxl import Workbook

from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.drawn import drawn as rows_of
from tests.drawn import load_drawn
from tests.qa_data.test_trouble import no_room

HOMES = """
Home      | Service type     | Registered places | Opened
Ash House | Residential care | 3                 | 2015-05-01
"""

VISITS = """
Home    | Visit date | Visit type | QS12
{home}  | {day}      | Reg 44     | Not met
"""


def workbook(**sheets: str) -> bytes:
    """A workbook with these sheets."""
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows_of(table):
            sheet.append(row)
    book.save(file := BytesIO())
    return file.getvalue()


FAULTY = workbook(Homes=HOMES, Visits=VISITS.format(home="Ashe House", day="31/09/2026"))
MENDED = workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="14/10/2026"))


def choose(screen, *files: tuple[str, bytes], by: str = "L. Hartley"):
    """Opens the page, gives a name and chooses the files."""
    screen.go("upload")
    screen.app.text_input(key="by").set_value(by)
    for name, content in files:
        screen.app.file_uploader(key="files").upload(name, content)
    return screen.run()


def folds(screen) -> list[str]:
    """The titles of what is folded on the page."""
    return [each.label for each in screen.app.expander]


def unfold(screen, name: str):
    """Opens what is folded under a key that begins so."""
    for key in [key for key in screen.app.session_state if str(key).startswith(f"{name} ")]:
        screen.app.session_state[key] = True
    return screen.run()


def test_every_problem_is_named_with_its_cell_and_nothing_can_be_loaded(screen):
    html = choose(screen, ("October.xlsx", FAULTY)).html
    assert "October.xlsx: 2 problems to settle" in html
    assert "<code>Visits!A2</code>" in html and "Did you mean Ash House?" in html and "<code>Visits!B2</code>" in html
    assert screen.button("Load").disabled and "2 problems left." in html


def test_a_file_without_problems_is_loaded_and_said(screen):
    choose(screen, ("October.xlsx", MENDED))
    assert "October.xlsx: 2 rows new, 0 changed, nothing to settle" in screen.html
    screen.press("Load")
    assert "<strong>October.xlsx</strong> is loaded: 2 new rows, 0 changed, 0 unchanged." in screen.html
    assert "L. Hartley · 2 rows" in screen.html
    assert "1 of 1 home needs attention: Ash House" in screen.go(date="2026-10-31").html


def test_nobody_loads_without_a_name(screen):
    choose(screen, ("October.xlsx", MENDED), by="  ")
    assert screen.button("Load").disabled and "Give your name in step 1." in screen.html


def test_an_upload_is_withdrawn_and_put_back(screen):
    choose(screen, ("October.xlsx", MENDED)).press("Load")
    screen.press("Withdraw")
    assert "Withdrawn" in screen.html and "Nothing has been loaded yet" in screen.go().html
    screen.go("upload")
    screen.press("Put back")
    assert re.findall(r"(Withdrawn|Put back) \d+ \w+ \d{4}.{1,9} by L. Hartley", screen.html) == [
        "Withdrawn",
        "Put back",
    ]
    assert "needs attention: Ash House" in screen.go(date="2026-10-31").html


def test_one_file_may_name_the_homes_of_another_and_one_with_errors_stays_out(screen):
    homes, visits = workbook(Homes=HOMES), workbook(Visits=VISITS.format(home="Ash House", day="14/10/2026"))
    choose(screen, ("Homes.xlsx", homes), ("Visits.xlsx", visits), ("Bad.xlsx", b"not a workbook"))
    screen.press("Load the 2 files without errors")
    assert (
        "<strong>Homes.xlsx</strong> is loaded" in screen.html
        and "<strong>Visits.xlsx</strong> is loaded" in screen.html
    )
    assert "Bad.xlsx: 1 problem to settle" in screen.html


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.xlsx", "a" * 300 + ".xlsx", "Ünïcode – Mai & <b>.xlsx", ".xlsx", "two\nlines.xlsx"]
)
def test_any_name_of_a_file_is_taken(screen, name):
    assert "2 rows new" in choose(screen, (name, MENDED)).html


def test_what_is_no_table_is_left_alone_by_name(screen):
    html = choose(screen, ("October.xlsx", workbook(Homes=HOMES, Notes="hello | there"))).html
    assert "Left alone, since they are none of the sheets that the dashboard knows: October.xlsx: Notes." in html


def test_says_whose_return_is_missing(sample):
    html = sample.go("upload", date="2026-10-31").html
    assert "October returns: 1 missing" in html and html.index("Elm Base") < html.index("Alder Lodge")


def test_a_corrected_file_shows_what_would_change_and_what_it_lacks_before_it_is_loaded(screen, database):
    two = VISITS.format(home="Ash House", day="14/10/2026") + "Ash House | 21/10/2026 | Reg 44 | Met\n"
    choose(screen, ("First.xlsx", workbook(Homes=HOMES, Visits=two)))
    screen.press("Load")
    corrected = VISITS.format(home="Ash House", day="14/10/2026").replace("Not met", "Met")
    choose(screen, ("Corrected.xlsx", workbook(Visits=corrected)))
    assert (
        "1 cell would change" in screen.html
        and "<mark>Not met</mark>" in screen.html
        and "<mark>Met</mark>" in screen.html
    )
    assert "1 row that an earlier file had" in screen.html and "First.xlsx" in screen.html
    screen.app.checkbox(key="remove lacking").check()
    screen.press("Load")
    store = open_store(database)
    assert [str(row["visit_date"]) for row in store.rows(of_every_home(), "select visit_date from visits")] == [
        "2026-10-14"
    ]
    store.close()
    assert "Rows removed that First.xlsx had" in "".join(each.proto.body for each in screen.app.get("html"))


def test_the_same_file_again_changes_nothing_and_says_so(screen):
    choose(screen, ("Mended.xlsx", MENDED))
    screen.press("Load")
    choose(screen, ("Again.xlsx", MENDED))
    assert "Again.xlsx: nothing new, all of it is stored already" in screen.html


def test_an_older_file_again_says_that_it_was_loaded_and_what_it_would_undo(screen):
    first = workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="14/10/2026"))
    choose(screen, ("First.xlsx", first))
    screen.press("Load")
    choose(
        screen,
        (
            "Corrected.xlsx",
            workbook(Visits=VISITS.format(home="Ash House", day="14/10/2026").replace("Not met", "Met")),
        ),
    )
    screen.press("Load")
    choose(screen, ("First again.xlsx", first))
    assert "is the very file that" in screen.html and "to load it again would undo 1 later correction" in screen.html


def test_what_somebody_else_loaded_meanwhile_is_shown_before_anything_is_stored(screen, database):
    load_first = workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="14/10/2026"))
    choose(screen, ("Mine.xlsx", load_first))
    store = open_store(database)
    load_drawn(store, HOMES, VISITS.format(home="Ash House", day="14/10/2026").replace("Not met", "Met"))
    screen.press("Load")
    assert (
        any("Somebody else has changed the store meanwhile" in each.value for each in screen.app.error)
        and "1 cell would change" in screen.html
    )
    assert store.rows(of_every_home(), "select verdict_qs12 from visits") == [{"verdict_qs12": "Met"}]
    store.close()


def test_what_somebody_else_loaded_of_another_home_stops_no_load(screen, database):
    choose(screen, ("Mine.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="14/10/2026"))))
    store = open_store(database)
    load_drawn(store, HOMES.replace("Ash House", "Elm House"))
    screen.press("Load")
    assert not screen.app.error
    assert store.rows(of_every_home(), "select home from homes order by home") == [
        {"home": "Ash House"},
        {"home": "Elm House"},
    ]
    store.close()


def test_two_files_that_share_what_an_earlier_one_had_lack_nothing_of_each_other(screen, database):
    visit = VISITS.format(home="Ash House", day="14/10/2026")
    choose(
        screen,
        (
            "First.xlsx",
            workbook(
                Homes=HOMES,
                Visits=visit + "Ash House | 21/10/2026 | Reg 44 | Met\nAsh House | 28/10/2026 | Reg 44 | Met\n",
            ),
        ),
    )
    screen.press("Load")
    choose(screen, ("A.xlsx", workbook(Visits=visit)), ("B.xlsx", workbook(Visits=visit.replace("14/10", "21/10"))))
    assert (
        screen.app.checkbox(key="remove lacking").label
        == "Also remove 1 row that an earlier file had and this one lacks"
    )
    screen.app.checkbox(key="remove lacking").check()
    screen.press("Load")
    store = open_store(database)
    assert [
        row["visit_date"].day
        for row in store.rows(of_every_home(), "select visit_date from visits order by visit_date")
    ] == [14, 21]
    store.close()


def test_what_may_identify_a_child_is_masked_by_default(screen, database):
    named = "Home | Visit date | Visit type | Concerns\nAsh House | 14/10/2026 | Reg 44 | Jayden Smith was late\n"
    choose(screen, ("Named.xlsx", workbook(Homes=HOMES, Visits=named)))
    assert "1 place that may identify a child" in screen.html
    assert "Names in columns for people, such as Owner or Visitor, are kept as they stand." in screen.html
    screen.press("Mask and load")
    assert b"Jayden" not in database.read_bytes() and not any(
        b"Jayden" in path.read_bytes() for path in database.parent.iterdir()
    )


def test_a_refused_file_can_be_had_back_marked(screen):
    choose(screen, ("Faulty.xlsx", FAULTY))
    assert any(
        each.label.startswith("Your workbook with every problem marked") for each in screen.app.get("download_button")
    )


def test_says_what_is_owed_with_a_reminder_to_copy(sample):
    screen = sample.go("upload", date="2026-10-31")
    assert (
        "Still owed by" in screen.html
        and "Elm Base" in screen.app.code[0].value + screen.html
        and "To the manager of" in screen.app.code[0].value
    )
    assert "still owed by" in sample.go("overview", date="2026-10-31").html


def test_a_suggestion_is_taken_or_a_row_left_out_and_the_source_shows_both(screen, database):
    two = VISITS.format(home="Ashe House", day="14/10/2026") + "Ash House | 31/09/2026 | Reg 44 | Met\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=two)))
    assert screen.button("Load").disabled
    screen.press("Use “Ash House”").press("Leave row 3 out")
    assert "2 settled here" in folds(screen) and "October.xlsx: 2 rows new" in screen.html
    unfold(screen, "settled").press("Undo")
    assert "October.xlsx: 1 problem to settle" in screen.html
    screen.press("Leave row 3 out").press("Load")
    assert (
        "2 settled" in screen.said
        and "A2 held “Ashe House”: settled as “Ash House” by L. Hartley" in screen.said
        and "31/09/2026" in screen.html
        and "row left out by L. Hartley" in screen.said
    )
    assert (
        "A2 held “Ashe House”: settled as “Ash House” by L. Hartley"
        in screen.go("home", home="Ash House", standard="QS12", date="2026-10-31").said
    )


def test_a_blank_that_is_suggested_is_taken(screen):
    returns = "Home | Month | Child-nights | Restraints\nAsh House | Oct 2026 | 90 | n/a\n"
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Returns=returns)))
    unfold(screen.press("Leave the cell blank"), "settled")
    assert "Returns!D2, “n/a”: left blank." in "".join(each.value for each in screen.app.text)
    assert "2 rows new" in screen.html


def test_what_is_no_spreadsheet_is_told_in_the_words_of_the_command(screen):
    choose(screen, ("Report.pdf", b"%PDF-1.7 and so on"))
    assert "The file is no spreadsheet but a PDF. Ask whoever made it for the workbook behind it" in screen.html


def test_both_readings_of_a_date_are_offered(screen):
    choose(screen, ("October.xlsx", workbook(Homes=HOMES, Visits=VISITS.format(home="Ash House", day="03/04/2026"))))
    unfold(screen.press("Use “3 Apr 2026”"), "settled")
    assert (
        "Visits!B2, “03/04/2026”: taken as “3 Apr 2026”." in "".join(each.value for each in screen.app.text)
        and "2 rows new" in screen.html
    )


@pytest.mark.parametrize("room", [0, len(MENDED)], ids=["none", "for the file alone"])
def test_a_full_disk_is_said_on_the_page_and_nothing_is_lost(screen, room):
    choose(screen, ("October.xlsx", MENDED))
    with no_room(room):
        screen.press("Load")
    assert "Make room on the disk" in screen.app.error[0].value and "nothing to settle" in screen.html
    screen.press("Load")
    assert "<strong>October.xlsx</strong> is loaded" in screen.html and not screen.app.error


def test_a_template_is_offered_in_full_and_as_the_short_form(sample):
    sample.go("upload", date="2026-10-31")
    form = next(radio for radio in sample.app.radio if radio.label == "Form")
    assert form.options == ["Full", "Short"] and "type the figures" in sample.html
    form.set_value("Short")
    sample.run()


OWNED = """
Home      | Reference | Source           | Source date | Standard | Action                 | Raised     | Owner      | Status
Ash House | A1        | Management check | 2026-09-01  | QS12     | Asha Patel mends it    | 2026-09-01 | Asha Patel | Open
"""  # noqa: E501 (drawn as it is read)


def test_a_name_that_is_masked_and_stands_in_owner_is_kept_once_it_is_confirmed(screen):
    choose(screen, ("Actions.xlsx", workbook(Homes=HOMES, Actions=OWNED)))
    [button] = [each for each in screen.app.button if each.label == "Mask and load"]
    assert not button.disabled and "stand in columns for people too" in screen.html
    [choice] = [each for each in screen.app.multiselect if each.key == "people upload"]
    assert choice.options == ["Asha Patel: in Owner, masked 1 time"]
    choice.set_value(["Asha Patel"])
    screen.run()
    screen.press("Confirm as staff")
    assert "Mask and load" not in [each.label for each in screen.app.button]
    screen.press("Load")
    [row] = open_store().rows(of_every_home(), "select action from actions")
    assert row["action"] == "Asha Patel mends it"


def test_a_childs_name_in_the_files_name_is_not_shown_in_the_history(screen):
    choose(screen, ("Jayden Smith October.xlsx", MENDED))
    assert "name has what looks like a person" in screen.html
    screen.press("Mask and load")
    assert "[name] October.xlsx" in screen.html and "Jayden" not in screen.html
