"""python -m tests.qa_data.damaging FOLDER FIRST STEP: damages copies of a store in many ways, opens each by the
commands, puts a backup back and prints what came of it, a line of JSON each. In a process of its own: a damaged file
could abort the one that opens it.
"""

import json
import re
import shutil
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import duckdb

from qa_data.scope import of_every_home
from qa_data.store import StoreUnavailable, open_store
from sample_data import WORKBOOKS
from tests.commands import command

TIMES = 50

BLOCK = 262_144


def truncated(path: Path, rng: Random) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: rng.randrange(13, len(content))])


def flipped(path: Path, rng: Random) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(rng.randrange(1, 50)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    path.write_bytes(content)


def zeroed(path: Path, rng: Random) -> None:
    _over(path, rng, bytes(rng.choice([512, 4096, BLOCK])))


def junk_within(path: Path, rng: Random) -> None:
    _over(path, rng, rng.randbytes(4096))


def _over(path: Path, rng: Random, told: bytes) -> None:
    content = bytearray(path.read_bytes())
    start = rng.randrange(len(content) - len(told))
    content[start : start + len(told)] = told
    path.write_bytes(content)


def wrong_header(path: Path, rng: Random) -> None:
    content = path.read_bytes()
    start = rng.randrange(12_000)
    path.write_bytes(content[:start] + rng.randbytes(64) + content[start + 64 :])


def text(path: Path, rng: Random) -> None:
    path.write_text("permission lock quota no space too large " * rng.randrange(1, 500))


def spreadsheet(path: Path, rng: Random) -> None:
    shutil.copyfile(rng.choice(WORKBOOKS), path)


def empty(path: Path, rng: Random) -> None:
    path.write_bytes(b"")


def sparse(path: Path, rng: Random) -> None:
    path.write_bytes(b"")
    with path.open("r+b") as file:
        file.truncate(rng.randrange(1, 50_000_000))


def a_folder(path: Path, rng: Random) -> None:
    path.unlink()
    path.mkdir()
    (path / "lock").write_text("in use")


def of_another_program(path: Path, rng: Random) -> None:
    path.unlink()
    with duckdb.connect(str(path)) as made:
        made.execute("create table uploads (lock int, permission int)")


def of_a_newer_duckdb(path: Path, rng: Random) -> None:
    content = bytearray(path.read_bytes())
    content[12:20] = rng.randrange(200, 1000).to_bytes(8, "little")
    path.write_bytes(content)
    try:
        duckdb.connect(str(path))
    except duckdb.IOException as wrong:  # which tells the checksum that it should have had
        content[:8] = int(re.search(r"computed checksum (\d+)", str(wrong))[1]).to_bytes(8, "little")
    path.write_bytes(content)


def log_of_words(path: Path, rng: Random) -> None:
    _log(path).write_text("permission lock quota no space " * rng.randrange(1, 50))


def log_flipped(path: Path, rng: Random) -> None:
    shutil.copyfile(path.with_name("logged.wal"), _log(path))
    shutil.copyfile(path.with_name("logged"), path)
    flipped(_log(path), rng)


def log_truncated(path: Path, rng: Random) -> None:
    shutil.copyfile(path.with_name("logged.wal"), _log(path))
    shutil.copyfile(path.with_name("logged"), path)
    truncated(_log(path), rng)


def log_of_another(path: Path, rng: Random) -> None:
    shutil.copyfile(path.with_name("other.wal"), _log(path))


def _log(path: Path) -> Path:
    return Path(f"{path}.wal")


WAYS = (
    truncated,
    flipped,
    zeroed,
    junk_within,
    wrong_header,
    text,
    spreadsheet,
    empty,
    sparse,
    a_folder,
    of_another_program,
    of_a_newer_duckdb,
    log_of_words,
    log_flipped,
    log_truncated,
    log_of_another,
)

COUNTED = ("uploads", "homes", "visits", "findings", "actions", "returns", "inspections", "sheet_columns")


def counts(path: Path) -> list[int]:
    """How many rows stand in each of the store's tables. StoreUnavailable where they cannot be read."""
    with closing(open_store(path)) as store:
        return [
            store.rows(of_every_home(), f"select count(*) as rows, max(t::varchar) as all from main.{name} t")[0][
                "rows"
            ]
            for name in COUNTED
        ]


def came_of(folder: Path, seed: int) -> dict:
    """What the commands say of a damaged store, and what is there once the backup is back."""
    rng, way, path = Random(seed), WAYS[seed % len(WAYS)], folder / f"lock permission quota {seed}.duckdb"
    shutil.copyfile(folder / "kept.duckdb", path)
    way(path, rng)
    status, _, said = command("loaders", "history", "--db", path)
    read = None
    if not status:
        try:
            read = counts(path)
        except StoreUnavailable as why:
            status, said = 2, str(why)
    restored, _, why_not = command("qa_data", "restore", folder / "kept.duckdb", "--db", path)
    answered = command("loaders", "history", "--json", "--db", path)[1]
    back = counts(path) if not restored else None
    said, why_not = (each.replace(str(path), "PATH").strip() for each in (said, why_not))
    return {
        "seed": seed,
        "way": way.__name__,
        "status": status,
        "said": said,
        "read": read,
        "restored": restored,
        "why_not": why_not,
        "back": back,
        "history": answered,
    }


if __name__ == "__main__":
    for number in range(int(sys.argv[2]), TIMES, int(sys.argv[3])):
        print(json.dumps(came_of(Path(sys.argv[1]), number)), flush=True)
