"""python -m tests.bench [--england HOMES]: measures the bars of the design and prints a table."""

import argparse
import os
import tempfile
from functools import partial
from pathlib import Path

import numpy as np

from metrics.indicators.settings import default_of
from metrics.signals import homes_stand, stands
from metrics.signals.evidence.counted import counted, together
from metrics.signals.evidence.standing import series_known, stood, threshold
from qa_data.store import open_store
from tests.bench.england import AS_AT, database, month_values, table
from tests.bench.made_up import fill
from tests.bench.measure import median_seconds, once
from tests.bench.programs import programs
from tests.bench.readers import readers
from tests.bench.themes import themes_bench
from tests.metrics.signals.worlds import CHANCE, services

ROOT = Path(__file__).parent.parent.parent
ENGLAND = 4_000


def figures(folder: Path, homes: int, bar: str) -> Path:
    """The figures of so many homes over five years, from nothing."""
    path = folder / "homes.duckdb"
    store = open_store(str(path))
    fill(store, homes)
    seconds = once(partial(month_values, store, AS_AT))
    line(f"figures of {homes:,} homes from nothing", f"{seconds:.2f} s", bar)
    store.close()
    return path


def evidence_bench() -> None:
    """The evidence for concerns, of arrays alone: a month more of many series, and a council's three years."""
    rng = np.random.default_rng(1)
    five = services(rng, CHANCE, 1, 36).arguments()
    line("concerns of five homes over 36 months", f"{median_seconds(partial(stands, *five)):.3f} s", "under 0.1 s")
    homes = median_seconds(partial(homes_stand, *five))
    line("five homes as a whole over 36 months", f"{homes:.3f} s", "under 0.1 s")
    events, exposure, parts, home, key, stock, worse = services(rng, CHANCE, 20_000 // len(five[0]), 36).arguments()
    told = together(counted(events, exposure, parts, stock, worse), key)
    reach = [threshold(series_known(told, home), default_of(f"signals.{tier}")) for tier in ("watch", "flag")]
    begun = stood(told, reach, 1)[1]
    seconds = median_seconds(partial(stood, told, reach, 1, begun, 35))
    line(f"one month more of {len(events):,} series", f"{seconds:.2f} s", "under 3 s")


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
        for each in programs(folder):
            line(*each)
        pages(figures(folder, 5, "under 0.5 s"), 5, "under 150 ms warm")
        for row in readers(folder / "sample.duckdb", folder):
            line(*row)
        line(*themes_bench())
        evidence_bench()
        if england:
            for row in table(folder, [england // 4, england // 2, england]):
                line(*row)
            pages(database(folder, england), england, "under 1 s warm, 3 s first")


if __name__ == "__main__":
    main()
