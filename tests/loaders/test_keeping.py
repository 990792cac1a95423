"""What a sheet lacks is kept and what it leaves blank is gone: told before it is stored, and checked against."""

from datetime import date
from pathlib import Path

import pytest

from loaders.loading import check_all, load, load_all, looked_at
from qa_data.as_loaded import row_as_loaded
from qa_data.headings import map_heading
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store
from qa_data.uploads import restore, uploads, withdraw
from tests.contract.tables import BESIDE
from tests.drawn import load_drawn, store_with
from tests.loaders.good import good, raw, sheet, workbook

EVERY = of_every_home(date(2026, 10, 31))

HOME = """
Home      | Month   | Child-nights | Restraints | School sessions possible
Ash House | 2026-09 | 60           | 4          | 30
"""


@pytest.fixture
def store() -> Store:
    return store_with(HOME)


def book(folder: Path, *rows: tuple, name: str = "Later.xlsx") -> Path:
    return workbook(folder / name, raw(list(rows), "Returns"))


def checked(store: Store, *files: Path) -> list[dict]:
    return check_all(store, EVERY, list(files))


def faults(answer: dict) -> list[tuple]:
    return [(each["code"], each["cell"], each["column"]) for each in answer["problems"]]


def test_new_changed_kept_and_blanked_are_told_before_anything_is_stored(store, tmp_path):
    header = ("Home", "Month", "Restraints", "Child-nights", "Self-harm incidents")
    rows = ("Ash House", "2026-09", None, 61, 2), ("Ash House", "2026-10", 1, 62, 0)
    [answer] = checked(store, book(tmp_path, header, *rows))
    [taken] = answer["sheets"]
    assert [taken[name] for name in ("new", "changed", "unchanged", "blanked", "kept")] == [1, 1, 0, 1, 1]
    assert [(each["told"], each["sheet_row"]) for each in answer["new_rows"]] == [("1 Oct 2026", 3)]
    assert [(each["name"], each["old"], each["new"]) for each in answer["changes"]] == [
        ("restraints", "4", None),
        ("child_nights", "60", "61"),
        ("self_harm", None, "2"),
    ]
    [kept] = answer["kept"]
    assert (kept["name"], kept["old"], kept["standing"]["cell"]) == ("school_possible", "30", "E2")


@pytest.mark.parametrize(
    ("header", "value", "cell", "column"),
    [
        ("School sessions attended", 31, "C2", "school_attended"),
        ("Restraints planned in an EHC plan", 5, "C2", "restraints_exempt"),
        ("Restraints recorded within 24 hours", 5, "C2", "restraints_recorded_24h"),
    ],
)
def test_a_part_is_held_against_the_whole_that_is_kept(store, tmp_path, header, value, cell, column):
    rows = ("Home", "Month", header), ("Ash House", "2026-09", value)
    [answer] = checked(store, book(tmp_path, *rows))
    assert faults(answer) == [("part-over-whole", cell, column)]
    assert "An earlier file or another sheet gave" in answer["problems"][0]["message"]
    [fine] = checked(store, book(tmp_path, rows[0], ("Ash House", "2026-09", value - 1)))
    assert faults(fine) == []


def test_a_whole_below_the_part_that_is_kept_is_said_at_the_whole(store, tmp_path):
    load_drawn(store, "Home | Month | School sessions attended\nAsh House | 2026-09 | 30")
    [answer] = checked(
        store, book(tmp_path, ("Home", "Month", "School sessions possible"), ("Ash House", "2026-09", 29))
    )
    assert faults(answer) == [("contradicts-kept", "C2", "school_possible")] and answer["accepted"]
    assert "An earlier file or another sheet gave School sessions attended." in answer["problems"][0]["message"]


def test_what_a_file_before_it_in_the_same_call_gives_is_kept_too(store, tmp_path):
    whole = book(tmp_path, ("Home", "Month", "Reviews due"), ("Ash House", "2026-09", 2), name="1.xlsx")
    part = book(tmp_path, ("Home", "Month", "Reviews on time"), ("Ash House", "2026-09", 3), name="2.xlsx")
    assert [faults(each) for each in checked(store, whole, part)] == [
        [],
        [("part-over-whole", "C2", "reviews_on_time")],
    ]
    assert [each["accepted"] for each in load_all(store, EVERY, [(whole, ()), (part, ())], "Jo")] == [True, False]


def test_a_homes_sheet_without_other_names_leaves_them(tmp_path):
    store = store_with()
    load_drawn(
        store,
        "Home | Service type | Registered places | Opened | Also known as\n"
        "Ash House | Residential care | 3 | 2015-05-01 | Ashes",
    )
    again = sheet("homes", good("homes", home="Ash House"), without=["other_names"], title="Homes")
    visits = sheet("visits", good("visits", home="Ashes"), title="Visits")
    assert checked(store, workbook(tmp_path / "Again.xlsx", again, visits))[0]["problems"] == []


def test_a_row_that_is_the_only_one_of_its_month_is_lacking_too(store, tmp_path):
    header = ("Home", "Month", "Restraints")
    files = [
        book(tmp_path, header, *(("Ash House", month, 1) for month in months)) for months in [("2026-08", "2026-10")]
    ]
    [answer] = checked(store, *files)
    assert [(each["told"], each["sheet_row"]) for each in answer["lacking"]] == [("1 Sep 2026", 2)]
    load(store, EVERY, files[0], "Jo")
    assert len(store.rows(EVERY, "select month from returns")) == 3


def test_the_row_as_loaded_says_what_is_kept_and_what_holds_in_part(store):
    [first] = store.rows(EVERY, "select upload_id, sheet, sheet_row from returns")
    later = load_drawn(store, "Home | Month | Restraints\nAsh House | 2026-09 | 5")
    [before] = row_as_loaded(store, EVERY, *first.values())
    [now] = row_as_loaded(store, EVERY, later, "Sheet1", 2)
    assert (before["state"], now["state"]) == ("holds in part", "holds")
    values = {each["name"]: (each["value"], each["kept"] and each["kept"]["cell"]) for each in now["values"]}
    assert (values["restraints"], values["child_nights"], values["self_harm"]) == ((5, None), (60, "C2"), (None, None))
    assert [[each["name"] for each in version["differing"]] for version in now["before"]] == [["restraints"]]
    assert [[each["name"] for each in version["differing"]] for version in before["since"]] == [["restraints"]]
    load_drawn(store, HOME)
    assert row_as_loaded(store, EVERY, *first.values())[0]["state"] == "replaced"


CELLS = """select child_nights, restraints, self_harm, source(row_at, 'child_nights').cell as nights,
source(row_at, 'restraints') as source from returns"""


def test_a_table_on_its_side_keeps_what_it_lacks_and_is_kept_with_its_own_cells(store, tmp_path):
    lying = [("Ash House", None), ("Measure", "Sep 2026"), ("Self-harm incidents", 1), ("Restraints", 3)]
    upload = load(store, EVERY, book(tmp_path, *lying), "Jo")["upload_id"]
    [row] = store.rows(EVERY, CELLS)
    assert (row["child_nights"], row["nights"], row["restraints"], row["self_harm"]) == (60, "C2", 3, 1)
    load_drawn(store, "Home | Month | Child-nights\nAsh House | 2026-09 | 59")
    [row] = store.rows(EVERY, CELLS)
    assert (row["child_nights"], row["restraints"]) == (59, 3)
    assert [row["source"][name] for name in ("sheet", "row", "cell", "upload_id")] == ["Returns", 4, "B4", upload]
    [told] = row_as_loaded(store, EVERY, upload, "Returns", 4)
    values = {each["name"]: (each["value"], each["cell"]) for each in told["values"] if each["value"] is not None}
    assert told["state"] == "holds in part" and values["restraints"] == (3, "B4")


def test_two_tables_of_a_sheet_keep_each_what_it_lacks(store, tmp_path):
    rows = [("Home", "Month", "Restraints"), ("Ash House", "2026-09", 3), (None,) * 3]
    rows += [("Home", "Month", "Self-harm incidents"), ("Ash House", "2026-10", 1)]
    [answer] = checked(store, book(tmp_path, *rows))
    assert [(each["rows"], each["blanked"], each["kept"]) for each in answer["sheets"]] == [(2, 0, 2)]


def test_a_homes_sheet_that_is_known_by_what_was_decided_comes_first(tmp_path):
    store = open_store(MEMORY)
    map_heading(store, EVERY, "Jo", "Unit name", "Home")
    homes = sheet("homes", title="Units")
    homes.rows[0] = ("Unit name", *homes.rows[0][1:])
    files = [workbook(tmp_path / "1.xlsx", sheet("returns")), workbook(tmp_path / "2.xlsx", homes)]
    assert [each["accepted"] for each in load_all(store, EVERY, [(file, ()) for file in files], "Jo")] == [True, True]


def test_homes_come_first_whatever_the_order_and_answers_stand_in_that_of_the_files(tmp_path):
    store = open_store(MEMORY)
    months = [date(2026, month, 1) for month in range(1, 11)]
    returns = [
        workbook(tmp_path / f"{month:%m}.xlsx", sheet("returns", good("returns", month=month))) for month in months
    ]
    files = [*returns, workbook(tmp_path / "Homes.xlsx", sheet("homes", title="Homes"))]
    told = looked_at(store, EVERY, [(file, ()) for file in files])
    assert [(each["file"], each["accepted"]) for each in told] == [(file.name, True) for file in files]
    loaded = load_all(store, EVERY, [(file, ()) for file in files], "Jo")
    assert [(each["file"], each["accepted"]) for each in loaded] == [(file.name, True) for file in files]
    assert len(store.rows(EVERY, "from returns")) == 10


BEECH = """
Home        | Service type     | Registered places | Opened
Beech House | Residential care | 4                 | 2015-05-01
Cedar View  | Residential care | 4                 | 2015-05-01
"""

FIGURES = "select child_nights, restraints, medication_errors, school_possible, school_attended from returns"


@pytest.fixture
def cases() -> Path:
    folder = BESIDE / "cases"
    if not folder.exists():
        pytest.skip(f"the contract's cases are not in {folder}")
    return folder


@pytest.mark.parametrize("turned", [False, True])
def test_two_files_of_one_month_with_other_columns(cases, turned):
    store = store_with(homes=BEECH)
    files = [(cases / name, ()) for name in ("27a-home.xlsx", "27b-education.xlsx")]
    load_all(store, EVERY, files[::-1] if turned else files, "Jo")
    [row] = store.rows(EVERY, FIGURES)
    assert list(row.values()) == [93, 4, 2, 120, 100]
    [home] = [each for each in uploads(store, EVERY) if each.file == "27a-home.xlsx"]
    withdraw(store, EVERY, home.upload_id, "Jo")
    [row] = store.rows(EVERY, FIGURES)
    assert list(row.values()) == [None, None, None, 120, 100]
    restore(store, EVERY, home.upload_id, "Jo")
    assert list(store.rows(EVERY, FIGURES)[0].values()) == [93, 4, 2, 120, 100]


def test_a_column_that_could_not_be_read_blanks_nothing(cases):
    store = store_with("Home | Month | Child-nights | Restraints\nBeech House | 2026-10 | 80 | 9", homes=BEECH)
    load(store, EVERY, cases / "17-sum-of.csv", "Jo")
    [row] = store.rows(EVERY, "select child_nights, restraints from returns where home = 'Beech House'")
    assert None not in row.values()


SCHOOL = ("Home", "Month", "School sessions possible", "School sessions attended")
CARE = ("Home", "Month", "Child-nights", "Restraints")


def of_two(folder: Path, care: tuple, school: tuple, name: str = "Both.xlsx") -> Path:
    months = ("2026-09", "2026-10")
    each = (
        raw([head, *(("Ash House", month, *values) for month, values in zip(months, told, strict=True))], title)
        for title, head, told in (("Care", CARE, care), ("School", SCHOOL, school))
    )
    return workbook(folder / name, *each)


def returned(store: Store) -> list[tuple]:
    names = ("child_nights", "restraints", "school_possible", "school_attended")
    rows = store.rows(EVERY, f"select {', '.join(names)} from returns order by month")
    return [tuple(row[name] for name in names) for row in rows]


def test_two_sheets_of_a_file_each_tell_a_part_of_a_return(store, tmp_path):
    both = of_two(tmp_path, ((61, 0), (62, 1)), ((40, 38), (44, None)))
    first = load(store, EVERY, both, "Jo")
    assert first["accepted"] and returned(store) == [(61, 0, 40, 38), (62, 1, 44, None)]
    [again] = checked(store, both)
    assert [(sheet["new"], sheet["changed"], sheet["unchanged"]) for sheet in again["sheets"]] == [(0, 0, 2), (0, 0, 2)]
    later = load(store, EVERY, of_two(tmp_path, ((63, 0), (62, 1)), ((40, 39), (44, 41)), "Later.xlsx"), "Jo")
    assert later["accepted"] and returned(store) == [(63, 0, 40, 39), (62, 1, 44, 41)]
    withdraw(store, EVERY, later["upload_id"], "Jo")
    assert returned(store) == [(61, 0, 40, 38), (62, 1, 44, None)]
    withdraw(store, EVERY, first["upload_id"], "Jo")
    assert returned(store) == [(60, 4, 30, None)]


def test_each_figure_of_two_sheets_leads_to_its_own_cell(store, tmp_path):
    load(store, EVERY, of_two(tmp_path, ((61, 0), (62, 1)), ((40, 38), (44, 43))), "Jo")
    [row] = store.rows(EVERY, "select row_at from returns where month = '2026-10-01'")
    places = {
        name: store.rows(EVERY, f"select source(row_at, '{name}') as told from returns where month = '2026-10-01'")[0][
            "told"
        ]
        for name in ("child_nights", "school_attended")
    }
    assert [(each["sheet"], each["cell"]) for each in places.values()] == [("Care", "C3"), ("School", "D3")]


def test_a_part_on_one_sheet_is_held_against_the_whole_on_the_other(store, tmp_path):
    path = workbook(
        tmp_path / "Both.xlsx",
        raw([("Home", "Month", "School sessions possible"), ("Ash House", "2026-10", 40)], "Possible"),
        raw([("Home", "Month", "School sessions attended"), ("Ash House", "2026-10", 41)], "Attended"),
    )
    [answer] = checked(store, path)
    assert faults(answer) == [
        ("contradicts-kept", "C2", "school_possible"),
        ("part-over-whole", "C2", "school_attended"),
    ]


def test_the_same_column_on_two_sheets_is_a_row_told_twice(store, tmp_path):
    path = workbook(
        tmp_path / "Both.xlsx",
        raw([CARE, ("Ash House", "2026-10", 61, 0)], "Care"),
        raw([("Home", "Month", "Restraints", "Self-harm incidents"), ("Ash House", "2026-10", 3, 0)], "More"),
    )
    [answer] = checked(store, path)
    assert faults(answer) == [("duplicate-key", "A2", "home")]
