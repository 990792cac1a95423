"""The contract's small files of what a sheet is (CASES.csv), loaded onto the sample data."""

import csv
import shutil

import pytest

from loaders.loading import load
from qa_data.scope import of_every_home
from qa_data.store import open_store
from sample_data import WORKBOOKS
from tests.contract.tables import BESIDE

CASES = BESIDE / "cases"
EVERY = of_every_home()

HELD = {
    "02": "select strftime(month, '%b') as month, restraints, source(row_at, 'restraints').cell from {now} order by 1",
    "03": "select home, month::varchar as month, restraints from {now} order by 1",
    "04": "select home, strftime(month, '%b') as month, restraints from {now} where home[1] = 'B' order by all",
    "05": "select home from {now}",
    "06": "select home, restraints from {now} order by 1",
    "08-": "select source, status, raised::varchar as raised from {now}",
    "08b": "select home, source from {now} order by 1",
    "11b": "select home, strftime(month, '%b') as month, restraints from {now} order by 1, month desc",
    "20": "select home, month::varchar as month, restraints from {now}",
    "48": "select home, visit_date::varchar as day from {now} order by day",
    "50": "select home, action, source_date::varchar as day from {now}",
}
"""What is asked of the store after each file: of the rows that this upload gave."""

REC = "Regulation 44 recommendation"
ANSWERS = {
    "02": ("returns", [("Apr", 1, "B5"), ("Jun", 2, "D5"), ("May", 0, "C5")]),
    "03": (
        "returns",
        [("Alder Lodge", "2026-10-01", 1), ("Beech House", "2026-10-01", 0), ("Cedar View", "2026-10-01", 2)],
    ),
    "04": ("returns", [("Beech House", "Aug", 1), ("Beech House", "Oct", 7), ("Beech House", "Sep", 2)]),
    "05": ("visits", [("Beech House",)]),
    "06": ("returns", [("Beech House", 2), ("Cedar View", 0)]),
    "08-": ("actions", [(REC, "Open", "2026-09-10")] * 2),
    "08b": ("actions", [("Beech House", REC), ("Cedar View", REC)]),
    "11b": (
        "returns",
        [("Beech House", "Sep", 1), ("Beech House", "Oct", 2), ("Cedar View", "Sep", 0), ("Cedar View", "Oct", 4)],
    ),
    "20": ("returns", [("Beech House", "2026-10-01", 2)]),
    "48": ("visits", [("Beech House", "2026-09-14"), ("Beech House", "2026-10-14"), ("Cedar View", "2026-10-15")]),
    "50": ("actions", [("Beech House", "Mend the fence", "2026-09-10")]),
}
SHEETS = {
    "05": ["visits"],
    "06": ["returns"],
    "08-": ["actions"],
    "08b": ["actions"],
    "10": ["visits", "inspections"],
    "11-": ["visits", "inspections"],
}
REFUSED = {
    "09": ("missing-column", "Standard"),
    "19-a": ("missing-column", "name the sheet Oct 2026"),
    "19-d": ("missing-column", "name the sheet Oct 2026"),
    "45": ("lies-on-its-side", "the Month"),
}
SAID = {"05": "sheet-left-alone", "06": "sheet-left-alone", "08-": "read-as", "08b": "read-as", "50": "read-as"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    if not CASES.exists():
        pytest.skip(f"the contract's cases are not in {CASES}")
    path = tmp_path_factory.mktemp("cases") / "sample.duckdb"
    store = open_store(str(path))
    assert all([load(store, EVERY, file, "Jo")["accepted"] for file in WORKBOOKS])
    store.close()
    return path


@pytest.fixture
def loaded(sample, tmp_path):
    """Loads the case whose name begins so; its answer, and the rows that it gave to what is asked."""
    shutil.copy(sample, tmp_path / "qa.duckdb")
    store = open_store(str(tmp_path / "qa.duckdb"))

    def run(begins: str, sql: str | None = None) -> tuple[dict, list[tuple]]:
        with (CASES / "CASES.csv").open(encoding="utf-8") as told:
            [name] = [row["file"] for row in csv.DictReader(told) if row["file"].startswith(begins)]
        answer = load(store, EVERY, CASES / name, "Jo")
        given = store.rows(EVERY, sql.replace("{id}", str(answer["upload_id"]))) if sql else []
        return answer, [tuple(row.values()) for row in given]

    yield run
    store.close()


@pytest.mark.parametrize("case", HELD)
def test_what_is_stored(case, loaded):
    dataset, rows = ANSWERS[case]
    answer, held = loaded(case, HELD[case].format(now=f"(from {dataset} where upload_id = '{{id}}')"))
    assert answer["accepted"] and held == rows


@pytest.mark.parametrize("case", SHEETS)
def test_as_what_it_is_read(case, loaded):
    answer, _ = loaded(case)
    assert answer["accepted"] and [sheet["dataset"] for sheet in answer["sheets"]] == SHEETS[case]


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused(case, loaded):
    code, words = REFUSED[case]
    [problem] = [each for each in loaded(case)[0]["problems"] if each["severity"] == "error"]
    assert problem["code"] == code and words in problem["message"] and "visits" not in problem["message"]


@pytest.mark.parametrize("case", SAID)
def test_what_is_said(case, loaded):
    assert [each["code"] for each in loaded(case)[0]["problems"] if each["code"] != "unknown-column"] == [SAID[case]]
