"""The contract's small files of councils' layouts, each with what must be true of it (`cases/CASES.csv`), on the sample
data. Skipped where the whole contract does not stand beside the project.
"""

import pytest

from loaders.loading import load
from metrics.rag.status import status
from qa_data.scope import of_every_home
from qa_data.store import open_store
from sample_data import WORKBOOKS
from tests.contract.tables import BESIDE, table

CASES = BESIDE / "cases"
pytestmark = pytest.mark.skipif(not CASES.exists(), reason=f"the whole contract is not in {BESIDE}")
EVERY = of_every_home


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A database with the sample data."""
    path = tmp_path_factory.mktemp("cases") / "qa.duckdb"
    store = open_store(str(path))
    assert all([load(store, EVERY(), file, "Jo")["accepted"] for file in WORKBOOKS])
    store.close()
    return path.read_bytes()


@pytest.fixture
def store(sample, tmp_path):
    """A store of the test's own with the sample data."""
    (tmp_path / "qa.duckdb").write_bytes(sample)
    opened = open_store(str(tmp_path / "qa.duckdb"))
    yield opened
    opened.close()


@pytest.fixture
def loaded(store):
    """Loads a case; answers what was said of it."""
    return lambda name: load(store, EVERY(), CASES / name, "Jo")


def told(answer: dict, *parts: str) -> list[tuple]:
    """These parts of every problem, in the order of the cells."""
    return sorted(tuple(problem[part] for part in ("code", "cell", *parts)) for problem in answer["problems"])


def rows_of(answer: dict) -> int:
    """The rows that were taken in."""
    return sum(sheet["rows"] for sheet in answer["sheets"])


def test_every_case_here_stands_in_the_list():
    listed = " ".join(row["file"] for row in table("CASES.csv", CASES))
    assert [name for name in (*SOUND, *REFUSED, *SAID, *FOREIGN) if name not in listed] == []


SOUND = {"07a-checkbox-false.xlsx": 1, "07b-prenumbered.xlsx": 1, "07c-default-status.xlsx": 1, "15-utc.csv": 2,
         "47-iso-offset.xlsx": 1, "31-a-status.xlsx": 1, "31-b-status.xlsx": 1}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_loaded_with_nothing_to_say(loaded, name):
    answer = loaded(name)
    assert (answer["accepted"], answer["problems"], rows_of(answer)) == (True, [], SOUND[name])


REFUSED = {
    "01-percent.xlsx": [("percentage-not-count", cell, None) for cell in ("D2", "D3", "F2", "F3")],
    "28-future-month.xlsx": [("future-month", "B2", None)],
    "43-year-of-zeros.xlsx": [("future-month", cell, None) for cell in ("B10", "B11", "B12", "B13")],
    "12-ticks.xlsx": [
        ("unknown-choice", cell, answer)
        for cell, answer in (("E3", "No"), ("E4", "Yes"), ("E5", "Yes"), ("F4", "Yes"), ("F5", "No"))
    ],
    "44-emoji.xlsx": [
        ("unknown-choice", f"{letter}{row}", answer)
        for letter, answer in (("E", "Met"), ("F", "Partly met"), ("G", "Not met"))
        for row in (2, 3)
    ],
    "46-two-days.xlsx": [("not-a-date", "B2", "2 Jun 2026")],
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_the_cell_and_the_answer(loaded, name):
    answer = loaded(name)
    assert (answer["accepted"], told(answer, "suggestion")) == (False, REFUSED[name])


SAID = {
    "18-a-total.xlsx": (2, [("total-left-out", "A4")]),
    "18-b-total.xlsx": (2, [("total-left-out", "B4")]),
    "18-e-total.xlsx": (2, [("total-left-out", "B4")]),
    "18-h-total.xlsx": (2, [("total-left-out", "C4")]),
    "42-table-total.xlsx": (2, [("total-left-out", "A4")]),
    "40-us-swapped.xlsx": (8, [("dates-swapped", cell) for cell in ("B3", "B5", "B7", "B9")]),
    "13-colour-only.xlsx": (1, [("colours-not-read", "E2")]),
    "23-many-in-a-cell.xlsx": (1, [("several-in-a-cell", "F2")]),
    "43b-blank-month.xlsx": (0, [("blank-return", "B2")]),
}


@pytest.mark.parametrize("name", SAID)
def test_loaded_and_said(loaded, name):
    answer = loaded(name)
    assert (answer["accepted"], rows_of(answer), told(answer)) == (True, *SAID[name])
    assert not any("Also known as" in problem["message"] for problem in answer["problems"])


def test_colours_are_said_once_with_every_cell(loaded):
    [problem] = loaded("13-colour-only.xlsx")["problems"]
    assert "E2, F2 and G2" in problem["message"]


FOREIGN = {"24-report.docx": "a Word document", "24-report.pdf": "a PDF", "24-several.zip": "a zip"}


@pytest.mark.parametrize("name", FOREIGN)
def test_told_for_what_it_is(loaded, name):
    [problem] = loaded(name)["problems"]
    assert problem["code"] == "not-a-spreadsheet" and FOREIGN[name] in problem["message"]


@pytest.mark.parametrize("name", ["15-utc.csv", "47-iso-offset.xlsx"])
def test_a_moment_is_the_day_in_london(loaded, store, name):
    loaded(name)
    days = store.rows(EVERY(), "select visit_date from visits where home = 'Beech House' and visitor = 'A Visitor'")
    assert [str(row["visit_date"]) for row in days] == ["2026-07-01"]


@pytest.mark.parametrize("name, kept", [("31-a-status.xlsx", "Open"), ("31-b-status.xlsx", "Completed")])
def test_a_trackers_status_is_read_by_its_sense(loaded, store, name, kept):
    loaded(name)
    assert store.rows(EVERY(), "select status from actions where reference = 'R1'") == [{"status": kept}]


def test_ticks_and_crosses_are_read(loaded, store):
    """The others of the file are refused, so what was read is seen where nothing is said."""
    refused = {cell for _, cell in told(loaded("12-ticks.xlsx"))}
    assert refused.isdisjoint({"E2", "F2", "F3"})


def test_a_return_without_a_figure_is_not_received_and_no_evidence(loaded, store):
    def known() -> tuple:
        cells = status(store, EVERY())["cells"]
        stored = store.rows(
            EVERY(), "select count(*) as n from returns where home = 'Elm Base' and month >= '2026-10-01'"
        )
        return stored, [(cell["standard"], cell["evidence"]) for cell in cells if cell["home"] == "Elm Base"]

    before = known()
    assert loaded("43b-blank-month.xlsx")["accepted"] and known() == before
