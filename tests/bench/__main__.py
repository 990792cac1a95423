"""python -m tests.bench [--england HOMES]: measures the bars of the design and prints a table."""

import argparse
import os
import tempfile
from datetime import date
from functools import partial
from pathlib import Path

from qa_data.scope import of_every_home
from qa_data.store import open_store
from tests.bench.made_up import fill
from tests.bench.measure import median_seconds, once, process_seconds
from tests.bench.themes import themes_bench
from tests.bench.workbook import large_workbook

ROOT = Path(__file__).parent.parent.parent
AS_AT = of_every_home(date(2026, 10, 31))
ENGLAND = 4_000

CALAMINE = (
    "import sys, python_calamine as c; b = c.CalamineWorkbook.from_path(sys.argv[1]);"
    " [b.get_sheet_by_name(n).to_python() for n in b.sheet_names]"
)
OPENPYXL = "import sys, pandas as p; p.read_excel(sys.argv[1], sheet_name=None, engine='openpyxl')"
LOAD = """
import os, runpy, sys
if os.path.exists(sys.argv[2]): os.remove(sys.argv[2])
sys.argv = ["loaders", "load", sys.argv[1], "--db", sys.argv[2]]
try: runpy.run_module("loaders", run_name="__main__")
except SystemExit as end: sys.exit(end.code)
"""


def loading(folder: Path) -> None:
    """A 50,000-row workbook, as whole processes."""
    book = folder / "Findings.xlsx"
    large_workbook(book)
    calamine, _ = process_seconds(CALAMINE, str(book))
    load, memory = process_seconds(LOAD, str(book), str(folder / "load.duckdb"))
    pandas, _ = process_seconds(OPENPYXL, str(book), runs=1)
    line(
        "read, check, store 50,000 rows",
        f"{load:.2f} s, {memory:.0f} MB",
        "at most 3 × calamine, under 500 MB",
        f"{load / calamine:.1f} × calamine ({calamine:.2f} s)",
    )
    line(
        "the same against pandas with openpyxl",
        f"{pandas:.2f} s to read only",
        "at least 4 × faster",
        f"{pandas / load:.1f} × faster",
    )


def figures(folder: Path, homes: int, bar: str) -> Path:
    """The figures of so many homes over five years, from nothing."""
    from metrics.months.values import month_values

    path = folder / "homes.duckdb"
    store = open_store(str(path))
    fill(store, homes)
    seconds = once(lambda: store.rows(AS_AT, f"select count(*) from ({month_values(store, AS_AT)})"))
    line(f"figures of {homes:,} homes from nothing", f"{seconds:.2f} s", bar)
    store.close()
    return path


def moving(path: Path, homes: int) -> None:
    """What every other question stands on: signals, repeats and warnings of so many homes, from nothing and again."""
    from metrics.actions.repeats import repeats
    from metrics.signals import signals
    from metrics.warnings.warnings import warnings

    store = open_store(str(path))
    for question, bar in ((signals, "under 30 s at 4,000 homes"), (repeats, ""), (warnings, "")):
        first, again = once(partial(question, store, AS_AT)), once(partial(question, store, AS_AT))
        line(f"{question.__name__} of {homes:,} homes", f"{first:.2f} s from nothing, {again:.2f} s again", bar)
    store.close()


def first_run(app, page: Path) -> None:
    """Opens the page by the front door."""
    app.run()
    if page.stem != "overview":
        app.switch_page(f"pages/{page.name}").run()


def pages(path: Path, homes: int, bar: str) -> None:
    """Each page's script through the front door, warm."""
    from streamlit.logger import set_log_level
    from streamlit.testing.v1 import AppTest

    set_log_level("ERROR")
    os.environ["QA_DATABASE"] = str(path)
    for page in sorted((ROOT / "pages").glob("*.py")):
        if page.stem == "__init__":
            continue
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=300)
        app.query_params["date"] = AS_AT.as_at.isoformat()
        first = once(partial(first_run, app, page))
        assert not app.exception, app.exception
        line(
            f"{page.stem} with {homes:,} homes",
            f"{median_seconds(app.run) * 1000:.0f} ms warm, {first:.2f} s first",
            bar,
        )


def one_more(path: Path) -> None:
    """What one home's upload adds to the next question."""
    from metrics.months.values import month_values

    store = open_store(str(path))
    with store.writing(of_every_home()) as cursor:
        cursor.run(
            "insert into main.uploads values ('one-more', 'One.xlsx', '', 'bench', now()::timestamp, '[]', false)"
        )
        cursor.run(
            "insert into main.returns select * replace ('one-more' as upload_id) from returns where home = 'Home 0001'"
        )
    seconds = once(lambda: month_values(store, AS_AT))
    line("one home's upload, at the next question", f"{seconds:.2f} s", "at most 1 s")
    store.close()


def line(what: str, seen: str, bar: str, more: str = "") -> None:
    """A row of the table."""
    print(f"| {what} | {seen} | {bar} | {more} |", flush=True)


def main() -> None:
    """Everything, in a folder that goes afterwards."""
    parser = argparse.ArgumentParser(description="Measures the bars of the design.")
    parser.add_argument(
        "--england",
        type=int,
        default=ENGLAND,
        metavar="HOMES",
        help="homes in the large store (default 4,000; 0 for none)",
    )
    england = parser.parse_args().england
    print("| what | seen | bar | |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loading(folder)
        pages(figures(folder, 5, "under 0.5 s"), 5, "under 150 ms warm")
        for size in sorted({england // 4, england // 2, england} - {0}):
            path = figures(folder, size, "under 60 s at 4,000 homes; no worse than linear")
        line(*themes_bench())
        if england:
            moving(path, england)
            one_more(path)
            pages(path, england, "under 1 s")


if __name__ == "__main__":
    main()
