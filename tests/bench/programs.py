"""Whole programs, from their start to their end: loading and checking files, the history, the first page."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import Cost, program
from tests.bench.workbook import large_workbook, real_sentences

ROOT = Path(__file__).parents[2]

CALAMINE = (
    "import sys, python_calamine as c; b = c.CalamineWorkbook.from_path(sys.argv[1]);"
    " [b.get_sheet_by_name(n).to_python() for n in b.sheet_names]"
)
OPENPYXL = "import sys, pandas as p; p.read_excel(sys.argv[1], sheet_name=None, engine='openpyxl')"
LOAD = """
import os, runpy, sys
if os.path.exists(sys.argv[1]): os.remove(sys.argv[1])
sys.argv = ["loaders", "load", *sys.argv[2:], "--db", sys.argv[1]]
runpy.run_module("loaders", run_name="__main__")
"""
OVERVIEW = """
import os, sys
os.environ["QA_DATABASE"] = sys.argv[2]
from streamlit.testing.v1 import AppTest
app = AppTest.from_file(sys.argv[1], default_timeout=300)
app.query_params["date"] = "2026-10-31"
assert not app.run().exception
"""

Line = tuple[str, str, str, str]
"""What was measured, what was seen, the bar, and what it is held against."""


def programs(folder: Path) -> Iterator[Line]:
    """A line each; the files that are needed go into the folder."""
    yield from _large(folder)
    yield from _of_a_month(folder)


def _large(folder: Path) -> Iterator[Line]:
    plain, told, store = folder / "Findings.xlsx", folder / "Sentences.xlsx", str(folder / "load.duckdb")
    large_workbook(plain)
    large_workbook(told, text=real_sentences(50_000))
    loads = []
    for book, what, most in ((plain, "", 3), (told, ", real sentences and 50 personal items", 4)):
        calamine, load = program("-c", CALAMINE, str(book)), program("-c", LOAD, store, str(book))
        loads.append(load)
        yield (
            f"read, check, store 50,000 rows{what}",
            load.told(),
            f"at most {most} × calamine's processors, under 300 MB",
            _times(load, calamine, "calamine"),
        )
    pandas = program("-c", OPENPYXL, str(plain), runs=1)
    yield "pandas with openpyxl only to read them", pandas.told(), "at least 5 × load", _times(pandas, loads[0], "load")


def _of_a_month(folder: Path) -> Iterator[Line]:
    month, store = folder / "Month.xlsx", str(folder / "sample.duckdb")
    large_workbook(month, rows=300)
    books = sorted(str(book) for book in (ROOT / "sample_data" / "workbooks").iterdir())
    yield f"{len(books)} workbooks loaded in one go", program("-c", LOAD, store, *books).told(), "", ""
    check = program("-m", "loaders", "check", str(month), "--db", store)
    yield "a monthly workbook of 300 rows checked", check.told(), "under 0.35 s of the processors", ""
    yield "the history", program("-m", "loaders", "history", "--db", store).told(), "", ""
    overview = program("-c", OVERVIEW, str(ROOT / "dashboard.py"), store)
    yield "the first Overview of a cold server", overview.told(), "under 3 s of the processors", ""


def _times(cost: Cost, other: Cost, called: str) -> str:
    return f"{cost.processor / other.processor:.1f} × {called} ({other.told()})"
