"""The contract's small files of councils' layouts, each with what must be true of it (`cases/CASES.csv`), on the sample
data. Skipped where the whole contract does not stand beside the project.
"""

from dataclasses import dataclass

import pytest

from loaders.loading import load
from metrics.rag.status import status
from qa_data.scope import of_every_home
from qa_data.store import open_store
from sample_data import WORKBOOKS
from tests.contract.tables import BESIDE, table

FOLDER = BESIDE / "cases"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason=f"the whole contract is not in {BESIDE}")
EVERY = of_every_home()

REG_44 = "Regulation 44 recommendation"


@dataclass(frozen=True)
class Case:
    """What must be true of a file: the rows taken in by dataset (none where it is refused), what is said, as
    code@cell=suggestion, and what the store then answers. `words`: of what is said first.
    """

    rows: dict[str, int]
    said: tuple[str, ...] = ()
    words: str = ""
    asked: str = ""
    held: tuple = ()


def read(*said: str, asked: str = "", held: tuple = (), words: str = "", **rows: int) -> Case:
    return Case(rows, said, words, asked, held)


def refused(*said: str, words: str = "") -> Case:
    return Case({}, said, words)


OF_HOME = "select home, strftime(month, '%b') as month, restraints from returns where upload_id = $id order by all"
DAYS = "select home, visit_date::varchar as day from visits where upload_id = $id order by all"
OF_ACTIONS = "select home, source, status, raised::varchar as raised from actions where upload_id = $id order by all"
FIGURES = """select child_nights, restraints, medication_errors, school_possible, school_attended from returns
where home = 'Beech House' and month = '2026-10-01'"""
VERDICTS = [
    f"unknown-choice@{letter}{row}={answer}"
    for letter, answer in (("E", "Met"), ("F", "Partly met"), ("G", "Not met"))
    for row in (2, 3)
]

CASES = {
    "01-percent.xlsx": refused(*(f"percentage-not-count@{cell}" for cell in ("D2", "D3", "F2", "F3"))),
    "37-percent-header.xlsx": read("unknown-column@D1", "unknown-column@F1", returns=1),
    "17-sum-of.csv": read(returns=2, asked=OF_HOME, held=(("Beech House", "Oct", 2), ("Cedar View", "Oct", 0))),
    "17b-typo-headers.xlsx": read("unknown-column@D1=Restraints", "unknown-column@E1=Missing episodes", returns=1),
    "27a-home.xlsx + 27b-education.xlsx": read(returns=1, asked=FIGURES, held=((93, 4, 2, 120, 100),)),
    "43b-blank-month.xlsx": read("blank-return@B2", returns=0),
    "43-year-of-zeros.xlsx": refused(*(f"future-month@B{row}" for row in (10, 11, 12, 13))),
    "28-future-month.xlsx": refused("future-month@B2"),
    "15-utc.csv": read(visits=2, asked=DAYS, held=(("Beech House", "2026-07-01"), ("Cedar View", "2026-11-03"))),
    "47-iso-offset.xlsx": read(visits=1, asked=DAYS, held=(("Beech House", "2026-07-01"),)),
    "04-merged-months.xlsx": read(
        returns=6,
        asked=OF_HOME,
        held=(
            *(("Beech House", month, count) for month, count in (("Aug", 1), ("Oct", 7), ("Sep", 2))),
            *(("Cedar View", month, count) for month, count in (("Aug", 0), ("Oct", 0), ("Sep", 1))),
        ),
    ),
    "38b-total-before.xlsx": read("unknown-column@C1", returns=1, asked=OF_HOME, held=(("Beech House", "Oct", 2),)),
    "06-summary-sheet.xlsx": read(
        "sheet-left-alone@A2", returns=2, asked=OF_HOME, held=(("Beech House", "Oct", 2), ("Cedar View", "Oct", 0))
    ),
    "05-lists-sheet.xlsx": read("sheet-left-alone@A1", visits=1),
    "08-reg44-tracker.xlsx": read(
        "read-as@A1",
        "unknown-column@F1",
        "unknown-column@J1",
        actions=2,
        asked=OF_ACTIONS,
        held=(("Beech House", REG_44, "Open", "2026-09-10"),) * 2,
    ),
    "08b-tracker-with-type.xlsx": read("read-as@A1", "unknown-column@J1", actions=2),
    "09-row-a-recommendation.xlsx": refused("missing-column@A1", words="Standard"),
    "10-side-by-side.xlsx": read(visits=2, inspections=3),
    "11-stacked.xlsx": read(visits=1, inspections=1),
    "11b-stacked-homes.xlsx": read(
        returns=4,
        asked=OF_HOME,
        held=(
            *(("Beech House", "Oct", 2), ("Beech House", "Sep", 1)),
            *(("Cedar View", "Oct", 4), ("Cedar View", "Sep", 0)),
        ),
    ),
    "48-month-heading-rows.xlsx": read(
        visits=3,
        asked=DAYS,
        held=(("Beech House", "2026-09-14"), ("Beech House", "2026-10-14"), ("Cedar View", "2026-10-15")),
    ),
    "07a-checkbox-false.xlsx": read(visits=1),
    "07b-prenumbered.xlsx": read(actions=1),
    "07c-default-status.xlsx": read(actions=1),
    "40-us-swapped.xlsx": read(
        *("dates-swapped@B3=11 Feb 2026", "dates-swapped@B5=9 Apr 2026"),
        *("dates-swapped@B7=3 Jun 2026", "dates-swapped@B9=7 Aug 2026"),
        visits=8,
    ),
    "13-colour-only.xlsx": read("colours-not-read@E2", words="E2, F2 and G2", visits=1),
    "12-ticks.xlsx": refused(
        *("unknown-choice@E3=No", "unknown-choice@E4=Yes", "unknown-choice@E5=Yes"),
        *("unknown-choice@F4=Yes", "unknown-choice@F5=No"),
    ),
    "44-emoji.xlsx": refused(*VERDICTS),
    "18-a-total.xlsx": read("total-left-out@A4", returns=2),
    "18-b-total.xlsx": read("total-left-out@B4", returns=2),
    "18-e-total.xlsx": read("total-left-out@B4", returns=2),
    "18-h-total.xlsx": read("total-left-out@C4", returns=2),
    "42-table-total.xlsx": read("total-left-out@A4", actions=2),
    "02-wide-months.xlsx": read(
        returns=3,
        asked="select restraints, source(row_at, 'restraints').cell as cell from returns where upload_id = $id"
        " order by month",
        held=((1, "B5"), (0, "C5"), (2, "D5")),
    ),
    "03-homes-across.xlsx": read(
        returns=3,
        asked=OF_HOME,
        held=(("Alder Lodge", "Oct", 1), ("Beech House", "Oct", 0), ("Cedar View", "Oct", 2)),
    ),
    "20-form.xlsx": read(returns=1, asked=OF_HOME, held=(("Beech House", "Oct", 2),)),
    "45-pivot.xlsx": refused("lies-on-its-side@A1", words="Month"),
    "19-a-sheet.xlsx": refused("missing-column@A1", words="name the sheet Oct 2026"),
    "19-d-sheet.xlsx": refused("missing-column@A1", words="name the sheet Oct 2026"),
    "46-two-days.xlsx": refused("not-a-date@B2=2 Jun 2026"),
    "24-report.docx": refused("not-a-spreadsheet@None", words="a Word document"),
    "24-report.pdf": refused("not-a-spreadsheet@None", words="a PDF"),
    "24-several.zip": refused("not-a-spreadsheet@None", words="a zip"),
    "23-many-in-a-cell.xlsx": read("several-in-a-cell@F2", actions=1),
    "31-a-status.xlsx": read(actions=1, asked=OF_ACTIONS, held=(("Beech House", REG_44, "Open", "2026-10-14"),)),
    "31-b-status.xlsx": read(actions=1, asked=OF_ACTIONS, held=(("Beech House", REG_44, "Completed", "2026-10-14"),)),
    "50-actions-usual-words.xlsx": read(
        "read-as@A1",
        "unknown-column@L1",
        actions=1,
        asked=OF_ACTIONS,
        held=(("Beech House", REG_44, "Open", "2026-09-10"),),
    ),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A database with the sample data."""
    path = tmp_path_factory.mktemp("cases") / "qa.duckdb"
    store = open_store(str(path))
    assert all([load(store, EVERY, file, "Jo")["accepted"] for file in WORKBOOKS])
    store.close()
    return path.read_bytes()


@pytest.fixture
def store(sample, tmp_path):
    """A store of the test's own with the sample data."""
    (tmp_path / "qa.duckdb").write_bytes(sample)
    opened = open_store(str(tmp_path / "qa.duckdb"))
    yield opened
    opened.close()


def test_every_case_of_the_list_is_here():
    assert sorted(CASES) == sorted(row["file"] for row in table("CASES.csv", FOLDER))


@pytest.mark.parametrize("files", CASES)
def test_what_must_be_true_afterwards(files, store):
    case = CASES[files]
    *_, answer = [load(store, EVERY, FOLDER / name, "Jo") for name in files.split(" + ")]
    said = [each for each in answer["problems"] if each["code"] != "contradicts-kept"]
    said = [each for each in said if answer["accepted"] or each["severity"] == "error"]
    assert sorted(map(_told, said)) == sorted(case.said)
    assert case.words in (said[0]["message"] if said else "")
    assert not any("Also known as" in each["message"] for each in said)
    assert ({each["dataset"]: each["rows"] for each in answer["sheets"]} if answer["accepted"] else {}) == case.rows
    assert not answer["accepted"] or not any(each["blanked"] for each in answer["sheets"])
    if case.asked:
        parameters = {"id": answer["upload_id"]} if "$id" in case.asked else {}
        assert tuple(tuple(row.values()) for row in store.rows(EVERY, case.asked, **parameters)) == case.held


def _told(problem: dict) -> str:
    suggestion = problem["suggestion"]
    return f"{problem['code']}@{problem['cell']}" + (f"={suggestion}" if suggestion is not None else "")


def test_a_return_without_a_figure_is_not_received_and_no_evidence(store):
    def known() -> tuple:
        returns = "select count(*) as n from returns where home = 'Elm Base' and month >= '2026-10-01'"
        cells = [each for each in status(store, EVERY)["cells"] if each["home"] == "Elm Base"]
        return store.rows(EVERY, returns), [(each["standard"], each["evidence"]) for each in cells]

    before = known()
    assert load(store, EVERY, FOLDER / "43b-blank-month.xlsx", "Jo")["accepted"] and known() == before
