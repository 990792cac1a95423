"""A refused file comes back as the person's own workbook, marked; mended, it loads."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from loaders.corrected import NotMarked, corrected
from loaders.loading import check_all
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, open_store


def book() -> Workbook:
    """Two sheets, a note, a formula and a width of the person's own; three faults."""
    made = Workbook()
    homes = made.active
    homes.title = "Homes"
    homes.append(["Home", "Service type", "Registered places", "Opened"])
    homes.append(["Ash House", "Residential care", 3, date(2020, 1, 6)])
    visits = made.create_sheet("Jo's visits")
    visits.append(["Home", "Visit date", "Visit type", "Children living in the home", "Children spoken to"])
    visits.append(["Ash Hous", "31/02/2026", "Reg 44", 3, 4])
    visits["B2"].comment = Comment("Ask Jo", "Sam")
    made.create_sheet("My notes")["A1"] = "=1+1"
    homes.column_dimensions["A"].width = 42
    return made


def saved(made: Workbook) -> bytes:
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def problems(content: bytes, folder, name="Visits.xlsx") -> list[dict]:
    (folder / name).write_bytes(content)
    return check_all(open_store(MEMORY), of_every_home(), [folder / name])[0]["problems"]


def coloured(sheet) -> str:
    """The cells that a rule of ours colours."""
    rules = [(str(each.sqref), rule) for each in sheet.conditional_formatting for rule in each.rules]
    return " ".join(cells for cells, rule in rules if rule.dxf.fill.bgColor.rgb == "FFF6D7D2")


def test_each_faulty_cell_is_marked_and_listed_and_all_else_stays(tmp_path):
    content = saved(book())
    found = problems(content, tmp_path)
    back = load_workbook(BytesIO(corrected(content, "Visits.xlsx", found)))
    assert {(each["sheet"], each["cell"]) for each in found} == {("Jo's visits", cell) for cell in ("A2", "B2", "E2")}
    for each in found:
        cell = back[each["sheet"]][each["cell"]]
        assert each["message"] in cell.comment.text and cell.coordinate in coloured(back[each["sheet"]])
    assert (
        back["Jo's visits"]["B2"].comment.text.startswith("Ask Jo")
        and back["My notes"]["A1"].value == "=1+1"
        and back["Homes"].column_dimensions["A"].width == 42
    )
    listed = back["Problems"]
    assert [listed.cell(row, 2).value for row in range(4, 7)] == [each["cell"] for each in found] and listed[
        "B4"
    ].hyperlink.location == f"'Jo''s visits'!{found[0]['cell']}"


def test_mended_and_uploaded_again_it_loads(tmp_path):
    content = saved(book())
    back = load_workbook(BytesIO(corrected(content, "Visits.xlsx", problems(content, tmp_path))))
    sheet = back["Jo's visits"]
    sheet["A2"], sheet["B2"], sheet["E2"] = "Ash House", date(2026, 2, 28), 3
    assert problems(saved(back), tmp_path, "Mended.xlsx") == []


def test_of_a_text_file_the_values_stand_in_their_cells(tmp_path):
    content = b"Home,Visit date,Visit type,Concerns\nAsh House,31/02/2026,Reg 44,=1+1\n"
    found = problems(content, tmp_path, "Visits.csv")
    back = load_workbook(BytesIO(corrected(content, "Visits.csv", found)))
    sheet = back["Visits"]
    assert (
        sheet["B2"].value == "31/02/2026"
        and sheet["B2"].comment
        and (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")
    )


def test_a_merged_cell_is_marked_where_it_can_be(tmp_path):
    made = book()
    made["Jo's visits"].append([None, date(2026, 3, 1), "Nonsense"])
    made["Jo's visits"].merge_cells("C2:C3")
    content = saved(made)
    found = problems(content, tmp_path) + [
        {"severity": "error", "sheet": "Jo's visits", "cell": "C3", "message": "Not a visit.", "value": None}
    ]
    assert (
        "Not a visit."
        in load_workbook(BytesIO(corrected(content, "Visits.xlsx", found)))["Jo's visits"]["C2"].comment.text
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 nothing"])
def test_what_cannot_be_read_cannot_be_marked(content):
    with pytest.raises(NotMarked, match="Mend it by the list"):
        corrected(content, "Broken.xlsx", [])
