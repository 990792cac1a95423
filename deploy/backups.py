"""Backups of the store by the day, each tried: put back elsewhere and asked for every figure. One that cannot be put
back counts for nothing; the oldest go only after a newer one was tried.
"""

import argparse
import json
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

PROGRAM = Path(__file__).parents[1]
NAMED, PATTERN = "qa %Y-%m-%d %H%M%S.duckdb", "qa *.duckdb"
PAUSE = 600
"""Seconds until it is looked again whether a backup is due, also after one that failed."""
LATE = timedelta(hours=26)
"""A newest backup older than this is reported by `fresh`."""


class Failed(Exception):
    """There is no backup that could be put back; the message says why."""


def made(folder: Path) -> datetime | None:
    """The moment of the newest backup there that was tried; None where there is none."""
    return max((datetime.strptime(each.name, NAMED) for each in kept(folder)), default=None)


def kept(folder: Path) -> list[Path]:
    """The backups there that were tried, the oldest first."""
    return sorted(each for each in folder.glob(PATTERN) if noted(each).exists())


def noted(backup: Path) -> Path:
    """What a backup answered when it was tried, beside it; there is none while it was not."""
    return backup.with_suffix(".txt")


def due(newest: datetime | None, now: datetime, at: str) -> bool:
    """Whether the time of day `at` (02:15) has come since the newest backup, also where nobody was awake then."""
    last = datetime.combine(now.date(), datetime.strptime(at, "%H:%M").time())
    return newest is None or newest < (last if last <= now else last - timedelta(days=1))


def back_up(folder: Path, keep: int, now: datetime) -> str:
    """Makes a backup, tries it, and takes away all but the newest `keep` and any that failed: a sentence of what was
    done. Failed.
    """
    for failed in set(folder.glob(PATTERN)) - set(kept(folder)):
        failed.unlink()
    backup = folder / f"{now:{NAMED}}"
    _asked("qa_data", "backup", str(backup))
    told = f"Put back elsewhere and asked: {tried(backup)}"
    noted(backup).write_text(f"{told}\n", encoding="utf-8")
    for old in kept(folder)[:-keep]:
        noted(old).unlink()
        old.unlink()
    return f"{backup} {told}"


def tried(backup: Path) -> str:
    """What a store answers that the backup is put back into, in a few words. Failed where it does not answer."""
    with TemporaryDirectory(prefix="tried ", dir=backup.parent) as elsewhere:
        store = ("--db", f"{elsewhere}/qa.duckdb")
        _asked("qa_data", "restore", str(backup), *store)
        uploads = json.loads(_asked("loaders", "history", "--json", *store))
        status = json.loads(_asked("metrics", "status", "--json", *store))
    return f"{len(uploads)} uploads, {len({each['home'] for each in status['cells']})} homes"


def _asked(program: str, *words: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-m", program, *words], cwd=PROGRAM, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise Failed(f"No backup: python -m {program} {words[0]} ended with {ended.returncode}. {ended.stderr.strip()}")
    return ended.stdout


def now(told: argparse.Namespace) -> int:
    """One backup at once."""
    try:
        print(back_up(told.folder, told.keep, datetime.now()), flush=True)
        return 0
    except Failed as why:
        print(why, file=sys.stderr, flush=True)
        return 1


def daily(told: argparse.Namespace) -> int:
    """One each day, until the container stops."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    while True:
        if due(made(told.folder), datetime.now(), told.at):
            now(told)
        time.sleep(PAUSE)


def fresh(told: argparse.Namespace) -> int:
    """Whether the newest backup is of the last day."""
    newest = made(told.folder)
    if newest and datetime.now() - newest < LATE:
        return 0
    print(f"The newest backup that could be put back is of {newest or 'never'}. The log says why.", file=sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """What the words may be."""
    takes = argparse.ArgumentParser(description=__doc__)
    takes.add_argument("does", choices=["daily", "now", "fresh"])
    takes.add_argument("--at", default="02:15", help="the time of day (default: %(default)s)")
    takes.add_argument("--keep", type=int, default=30, help="how many stay (default: %(default)s)")
    takes.add_argument("--folder", type=Path, default=Path("/backups"))
    return takes


def main() -> int:
    """What the words ask for."""
    told = parser().parse_args()
    return {"daily": daily, "now": now, "fresh": fresh}[told.does](told)


if __name__ == "__main__":
    sys.exit(main())
