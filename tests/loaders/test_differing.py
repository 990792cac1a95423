"""What a corrected file would change, what it lacks, and rows removed and put back."""

from datetime import date

import pytest

from loaders.checking import check_book
from loaders.council import known_council
from loaders.differing import differences
from loaders.loading import load_all
from loaders.reading.book import Book, Sheet
from loaders.removing import remove
from loaders.wording import told
from qa_data.scope import of_every_home
from qa_data.uploads import restore, uploads, withdraw
from tests.drawn import drawn, load_drawn, store_with
from tests.loaders.good import raw, workbook

FIRST = """
Home      | Visit date | Visit type | QS12    | Children spoken to
Ash House | 2026-10-05 | Reg 44     | Not met | 2
Ash House | 2026-10-19 | Reg 44     | Met     |
Ash House | 2026-09-02 | Reg 44     | Met     | 1
"""

CORRECTED = """
Home      | Visit date | Visit type | QS12 | Children spoken to
Ash House | 2026-10-05 | Reg 44     | Met  |
Ash House | 2026-10-28 | Reg 44     | Met  |
"""


def checked(store, table: str):
    rows = drawn(table)
    return check_book(
        Book("Corrected.xlsx", "", (Sheet("Visits", rows, list(range(1, len(rows) + 1))),)),
        "Corrected.xlsx",
        known_council(store, of_every_home()),
        None,
    )


EVERY = of_every_home()

NOTHING: dict = {"new_rows": [], "changes": [], "changed": 0, "kept": [], "lacking": []}


def visits(store, scope=EVERY) -> list[str]:
    return [
        row["visit_date"].isoformat() for row in store.rows(scope, "select visit_date from visits order by visit_date")
    ]


def test_changed_cells_side_by_side():
    store = store_with(FIRST)
    found = differences(store, of_every_home(), checked(store, CORRECTED))["changes"]
    assert [(each["told"], each["name"], each["old"], each["new"], each["sheet_row"]) for each in found] == [
        ("5 Oct 2026, Regulation 44 visit", "children_spoken_to", "2", None, 2),
        ("5 Oct 2026, Regulation 44 visit", "verdict_qs12", "Not met", "Met", 2),
    ]


def test_what_the_same_home_had_in_the_same_month_and_this_file_lacks():
    store = store_with(FIRST)
    found = differences(store, of_every_home(), checked(store, CORRECTED))["lacking"]
    assert [(each["home"], each["told"], each["file"], each["sheet_row"]) for each in found] == [
        ("Ash House", "19 Oct 2026, Regulation 44 visit", "Drawn.xlsx", 3)
    ]


def test_the_same_file_again_differs_in_nothing():
    store = store_with(FIRST)
    assert differences(store, of_every_home(), checked(store, FIRST)) == NOTHING


def test_rows_are_kept_until_a_person_removes_them_and_that_can_be_undone():
    store = store_with(FIRST)
    lacking = differences(store, of_every_home(), checked(store, CORRECTED))["lacking"]
    load_drawn(store, CORRECTED)
    assert visits(store) == ["2026-09-02", "2026-10-05", "2026-10-19", "2026-10-28"]
    removal = remove(store, of_every_home(), "Jo", lacking)
    assert visits(store) == ["2026-09-02", "2026-10-05", "2026-10-28"]
    told = uploads(store, of_every_home())[-1]
    assert (told.made_by, told.file) == ("Jo", "Rows removed that Drawn.xlsx had: Sheet2 row 3") and visits(
        store, of_every_home(known_at=uploads(store, of_every_home())[-2].moment)
    )[2] == "2026-10-19"
    withdraw(store, of_every_home(), removal, "Jo")
    assert "2026-10-19" in visits(store)
    restore(store, of_every_home(), removal, "Jo")
    assert "2026-10-19" not in visits(store)


def test_a_later_file_that_has_the_row_brings_it_back():
    store = store_with(FIRST)
    remove(store, of_every_home(), "Jo", differences(store, of_every_home(), checked(store, CORRECTED))["lacking"])
    found = differences(store, of_every_home(), checked(store, FIRST))
    assert found["changes"] == [] and "2026-10-19" not in visits(store)
    load_drawn(store, FIRST)
    assert "2026-10-19" in visits(store)


OTHERS = """
Home      | Visit date | Visit type | QS12
Ash House | 2026-10-19 | Reg 44     | Met
"""


def test_what_another_file_or_sheet_of_the_same_load_has_is_not_lacking():
    store = store_with(FIRST)
    one, other = checked(store, CORRECTED), checked(store, OTHERS)
    assert (
        differences(store, of_every_home(), one, [other])["lacking"] == []
        and [each["told"][:5] for each in differences(store, of_every_home(), other, [one])["lacking"]] == []
    )
    sheets = [
        Sheet(name, rows, list(range(1, len(rows) + 1)))
        for name, rows in (("A", drawn(CORRECTED)), ("B", drawn(OTHERS)))
    ]
    assert (
        differences(
            store,
            of_every_home(),
            check_book(Book("Both.xlsx", "", tuple(sheets)), "Both.xlsx", known_council(store, of_every_home()), None),
        )["lacking"]
        == []
    )


def test_all_that_is_lacking_is_told_and_how_many_cells_change():
    header = "Home | Visit date | Visit type | Staff spoken to\n"
    days = [
        f"Ash House | 2026-{month:02}-{day:02} | {kind} | "
        for month in range(1, 10)
        for day in range(1, 27)
        for kind in ("Reg 44",)
    ]
    store = store_with(header + "\n".join(f"{each}1" for each in days))
    assert (
        len(
            differences(
                store,
                of_every_home(),
                checked(
                    store, header + "\n".join(f"Ash House | 2026-{month:02}-01 | Reg 44 | 1" for month in range(1, 10))
                ),
            )["lacking"]
        )
        == len(days) - 9
        > 200
    )
    found = differences(store, of_every_home(), checked(store, header + "\n".join(f"{each}2" for each in days)))
    assert found["changed"] == len(days) and len(found["changes"]) == 200


MORE = [
    [("Home", "Visit date", "Visit type"), ("Ash House", date(2026, 10, 5), "Reg 44")],
    [("Home", "Visit date", "Visit type"), ("Ash House", date(2026, 10, 19), "Reg 44")],
    [("Home", "Visit date", "Visit type"), ("Ash House", date(2026, 9, 2), "Reg 44")],
    [("Home", "Visit date", "Visit type"), ("Ash House", date(2026, 8, 2), "Reg 44")],
]


@pytest.mark.parametrize("sheets, kept", [
    ([MORE[0]], [["19 Oct 2026, Regulation 44 visit"]]),
    ([MORE[0], MORE[1]], [[], []]),
    ([MORE[2]], [[]]),
    ([MORE[3]], [[]]),
    ([MORE[1], MORE[3]], [["5 Oct 2026, Regulation 44 visit"], []]),
])  # fmt: skip
def test_loading_tells_what_the_files_lack_too(tmp_path, sheets, kept):
    store = store_with(FIRST)
    files = [(workbook(tmp_path / f"{at}.xlsx", raw(rows)), ()) for at, rows in enumerate(sheets)]
    answers = load_all(store, EVERY, files, "Jo")
    assert [[each["told"] for each in answer["lacking"]] for answer in answers] == kept
    for answer, lacks in zip(answers, kept, strict=True):
        assert told(answer).count("Kept, though this file lacks the row") == len(lacks)
