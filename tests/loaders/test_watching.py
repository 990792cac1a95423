"""Files that are dropped into a folder: what waits, what is loaded, and where it stands afterwards."""

from contextlib import closing

import pytest
from openpyxl import load_workbook

from loaders import watch_commands
from loaders.watching import ROUNDS, arrivals, taken
from qa_data.scope import of_every_home
from qa_data.store import open_store
from qa_data.uploads import uploads, withdraw
from tests.commands import command
from tests.loaders.good import good, sheet, workbook
from tests.qa_data.test_errands import held  # noqa: F401


@pytest.fixture
def empty():
    with closing(open_store(":memory:")) as store:
        yield store


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "incoming").mkdir()
    return tmp_path / "incoming"


def homes(folder, name="Homes.xlsx", **changes):
    return workbook(folder / name, sheet("homes", good("homes", **changes), title="Homes"))


def visits(folder, name="Visits.xlsx", **changes):
    return workbook(folder / name, sheet("visits", good("visits", **changes), title="Visits"))


def names(folder):
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


def test_what_is_still_being_copied_waits(folder):
    whole, rounds = homes(folder), arrivals(folder)
    half = folder / "Half.xlsx"
    half.write_bytes(whole.read_bytes()[:1000])
    growing = folder / "Growing.csv"
    for name in ("Later.csv.part", "~$Homes.xlsx", ".hidden.csv"):
        (folder / name).write_text("a,b\n")
    (folder / "Linked.csv").symlink_to(whole)
    (folder / "loaded").mkdir()
    growing.write_text("a,b\n")
    assert next(rounds) == []
    growing.write_text("a,b\n1,2\n")
    assert next(rounds) == [whole]
    assert next(rounds) == [growing, whole]
    half.write_bytes(whole.read_bytes())
    assert half not in next(rounds) and half in next(rounds)


def test_a_workbook_that_never_has_its_end_is_taken_at_last_and_refused(folder, empty):
    half = folder / "Half.xlsx"
    half.write_bytes(homes(folder).read_bytes()[:1000])
    rounds = arrivals(folder)
    assert not any(half in next(rounds) for _ in range(ROUNDS + 1)) and half in next(rounds)
    [answer] = taken(empty, of_every_home(), [half], "Jo")
    assert not answer["accepted"] and (folder / "refused/Half.xlsx").exists()


def test_each_stands_where_it_belongs_with_what_was_said_and_the_homes_come_first(folder, empty):
    files = [visits(folder), visits(folder, "Other.xlsx", home="Nowhere"), homes(folder)]
    assert [each["accepted"] for each in taken(empty, of_every_home(), files, "Jo")] == [True, False, True]
    assert names(folder) == [
        "loaded/Homes.xlsx",
        "loaded/Homes.xlsx.txt",
        "loaded/Visits.xlsx",
        "loaded/Visits.xlsx.txt",
        "refused/Other marked.xlsx",
        "refused/Other.xlsx",
        "refused/Other.xlsx.txt",
    ]
    assert "unknown-home" in (folder / "refused/Other.xlsx.txt").read_text()
    marked = load_workbook(folder / "refused/Other marked.xlsx")
    assert any(cell.comment for row in marked["Visits"] for cell in row)


def test_the_very_file_again_says_so_and_undoes_nothing(folder, empty):
    taken(empty, of_every_home(), [homes(folder, places=3)], "Jo")
    taken(empty, of_every_home(), [homes(folder, places=5)], "Ann")
    assert empty.rows(of_every_home(), "select places from homes") == [{"places": 5}]
    (folder / "loaded/Homes.xlsx").replace(folder / "Again.xlsx")
    assert taken(empty, of_every_home(), [folder / "Again.xlsx"], "Bob") == []
    assert "Again.xlsx: Jo loaded this very file on" in (folder / "loaded/Again.xlsx.txt").read_text()
    assert empty.rows(of_every_home(), "select places from homes") == [{"places": 5}]
    first, _ = uploads(empty, of_every_home())
    withdraw(empty, of_every_home(), first.upload_id, "Jo")
    (folder / "loaded/Again.xlsx").replace(folder / "Again.xlsx")
    assert [each["accepted"] for each in taken(empty, of_every_home(), [folder / "Again.xlsx"], "Bob")] == [True]
    assert len([name for name in names(folder) if name.startswith("loaded/Homes 20")]) == 2


def test_a_folder_is_watched_beside_whoever_has_the_store_open(folder, held, monkeypatch):  # noqa: F811
    homes(folder, home="Damson House", other_names=None)
    rested = []

    def rest(seconds):
        rested.append(seconds)
        if len(rested) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch_commands, "sleep", rest)
    assert command("loaders", "watch", folder, "--db", held[0], "--by", "Jo")[::2] == (130, "Stopped.\n")
    assert names(folder) == ["loaded/Homes.xlsx", "loaded/Homes.xlsx.txt"]
    assert "Jo  Homes.xlsx" in command("loaders", "history", "--db", held[0])[1]


def test_what_is_no_folder_is_said(tmp_path):
    status, _, error = command("loaders", "watch", tmp_path / "nothing", "--db", tmp_path / "a.duckdb")
    assert status == 2 and error.startswith("There is no folder") and error.count("\n") == 1
