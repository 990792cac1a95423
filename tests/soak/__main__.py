"""python -m tests.soak [--minutes 10] [--writers 4] [--readers 8] [--dashboards 2] [--kills 25]: many programs at once
on a PostgreSQL server of its own; what was lost, half seen or failed, counted.
"""

import sys
import time
from argparse import ArgumentParser

from tests.postgresql import database, serving
from tests.soak.soaking import soaked


def main() -> int:
    """The exit status: 1 where anything was lost, half seen or failed."""
    parser = ArgumentParser(prog="python -m tests.soak")
    for name, number in (("minutes", 10), ("writers", 4), ("readers", 8), ("dashboards", 2), ("kills", 25)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    with serving() as server, database(server, "soak") as address:
        until = time.monotonic() + asked.minutes * 60
        told = soaked(
            address,
            asked.writers,
            asked.readers,
            asked.kills,
            lambda: time.sleep(max(0, until - time.monotonic())),
            asked.dashboards,
        )
    lost = len(told.told - told.kept)
    print(f"Uploads told as kept: {len(told.told):,}, lost of them {lost}; kept in all: {len(told.kept):,}.")
    print(f"Rows without an upload, and uploads kept in part: {told.orphans}.")
    print(
        f"Questions: {told.asked:,}; a part of an upload seen by {told.half}, fewer rows than before by {told.fewer}."
    )
    pages, wrong = sum(each.pages for each in told.drawn), sum(len(each.wrong) for each in told.drawn)
    print(f"Pages drawn by dashboards: {pages:,}; with an error: {wrong}.")
    print(f"Programs that failed: {told.failed}.")
    return 0 if told.is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
