"""What is looked at of the machine: rights of files, room on the disk, versions of Python and of the packages."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from qa_data.copying import LOG
from qa_data.doctor.check import Check, Found, Level, Where, ok
from qa_data.private import OF_OTHERS
from qa_data.program import ROOT
from qa_data.where import beside
from qa_data.wording import counted

LOCK = ROOT / "requirements.lock"
LOCKED = re.compile(r"^([\w.-]+)(?:\[[^]]*\])?==([^\s;\\]+)( ;)?", re.MULTILINE)
"""A package, its version, and whether it is for some machines alone."""
OLDEST = 3, 11
INSTALL = "python -m pip install --require-hashes -r requirements.lock"
ROOM = 500_000_000
"""Bytes that should be free beside what a copy of the database takes."""


def _rights(where: Where) -> Iterator[Found]:
    if os.name == "nt":
        return
    path = beside(where.database).absolute()
    files = [each for each in path.parent.glob("*") if each.is_file() and each.name.startswith((path.name, path.stem))]
    wide = [each for each in sorted(files) if each.stat().st_mode & OF_OTHERS]
    yield from (Found(Level.WRONG, f"other accounts can read {each}", f"chmod 600 '{each}'") for each in wide)
    if path.parent.is_dir() and path.parent.stat().st_mode & OF_OTHERS:
        yield Found(Level.LOOK, f"other accounts can look into {path.parent}", f"chmod 700 '{path.parent}'")
    elif not wide:
        yield ok(f"{counted(len(files), 'file')} and their folder are for this account alone")


def _writing(where: Where) -> Iterator[Found]:
    path = beside(where.database).absolute()
    closed = [
        each
        for each in (path, path.parent)
        if not os.access(each, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
    ]
    for each in closed:
        do = f"give the account the right, for example chmod u+w '{each}', or start it as the account that has it"
        yield Found(Level.WRONG, f"nothing can be stored: this account may not write to {each}", do)
    if not closed:
        yield ok("this account may write to the database and its folder")


def _disk(where: Where) -> Iterator[Found]:
    path = beside(where.database).absolute()
    free = shutil.disk_usage(next(each for each in path.parents if each.is_dir())).free
    needed = ROOM + sum(Path(f"{path}{each}").stat().st_size for each in ("", LOG) if Path(f"{path}{each}").exists())
    said = f"{free / 1e9:,.1f} GB free; a copy of the database with some room takes {needed / 1e9:,.1f} GB"
    yield ok(said) if free >= needed else Found(Level.LOOK, said, "make room, or move old copies “before …” elsewhere")


def _python(where: Where) -> Iterator[Found]:
    said = f"Python {'.'.join(map(str, sys.version_info[:3]))}"
    needed = ".".join(map(str, OLDEST))
    yield ok(said) if sys.version_info >= OLDEST else Found(Level.WRONG, said, f"install Python {needed} or newer")


def _packages(where: Where) -> Iterator[Found]:
    if not LOCK.is_file():
        yield Found(Level.LOOK, "there is no requirements.lock to compare with", "take it from the release")
        return
    locked = LOCKED.findall(LOCK.read_text(encoding="utf-8"))
    there = {name: _version(name) for name, _, _ in locked}
    missing = [name for name, _, some in locked if there[name] is None and not some]
    other = [
        f"{name} {there[name]} instead of {wanted}" for name, wanted, _ in locked if there[name] not in (None, wanted)
    ]
    if missing:
        yield Found(Level.WRONG, f"not installed: {', '.join(missing)}", INSTALL)
    if other:
        yield Found(Level.LOOK, f"other versions than tried: {', '.join(other)}", INSTALL)
    if not missing and not other:
        yield ok(f"{counted(len(locked), 'package')}, each of the version in requirements.lock")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


CHECKS = (
    Check("rights", "who may read the files", _rights, of_store=True),
    Check("writing", "whether anything can be stored", _writing, of_store=True),
    Check("disk", "room on the disk", _disk),
    Check("python", "the version of Python", _python),
    Check("packages", "the packages against requirements.lock", _packages),
)
