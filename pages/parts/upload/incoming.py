"""Files on their way in: kept as temporary files for as long as they are checked or loaded, and no longer."""

import hashlib
import re
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from loaders.loading import Answer, LookedAt, load_all, looked_at
from loaders.settling import Given, Made
from pages.parts import ask
from qa_data.access import Right
from qa_data.scope import Scope
from qa_data.store import StoreUnavailable, database_path

LONGEST = 60
"""So many letters of a file's name are kept: file systems count bytes, and a letter can have four."""


def checked(files: list) -> list[LookedAt]:
    """What each of the files chosen holds, as far as it is settled, and every problem in it, as
    `loaders.loading.looked_at` answers; kept until the store changes.
    """
    names = tuple((content_of(file), file.name, settlements(file)) for file in files)
    return _checked(names, ask.writing_scope(Right.LOAD), database_path(), ask.state(), files)


@st.cache_data(show_spinner="Reading and checking…", max_entries=20)
def _checked(names: tuple, scope: Scope, path: str, change, _files: list) -> list[LookedAt]:
    with _on_disk(_files) as paths:
        # Within the very scope that is part of the key.
        return ask.write(Right.LOAD, looked_at, list(zip(paths, map(settlements, _files), strict=True)))


def loaded(files: list, by: str) -> list[Answer]:
    """Loads each of the files; an answer each, as `loaders load` gives it."""
    with _on_disk(files) as paths:
        return ask.write(Right.LOAD, load_all, list(zip(paths, map(settlements, files), strict=True)), by)


def settle(file, made: Iterable[Made]) -> None:
    """Settles the file so, each over what was settled there before."""
    _settled(file).update({_place(each): each for each in made})


def unsettle(file, made: Iterable[Made]) -> None:
    """Takes that back."""
    for each in made:
        _settled(file).pop(_place(each), None)


def settlements(file) -> tuple[Made, ...]:
    """What has been settled in this session in a file with that content."""
    return tuple(_settled(file).values())


def content_of(file) -> str:
    """The file's content, told by its sha256: the same workbook chosen again has it again."""
    known = st.session_state.setdefault("contents", {})
    if file.file_id not in known:
        known[file.file_id] = hashlib.sha256(file.getbuffer()).hexdigest()
    return known[file.file_id]


def _place(made: Made) -> tuple[str, str, str]:
    where = made.column if isinstance(made, Given) else made.cell
    return type(made).__name__, made.sheet, where


def _settled(file) -> dict[tuple[str, str, str], Made]:
    return st.session_state.setdefault("settled", {}).setdefault(content_of(file), {})


@contextmanager
def _on_disk(files: list):
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / str(place) / _safe(file.name) for place, file in enumerate(files)]
        for path, file in zip(paths, files, strict=True):
            _write(path, file)
        yield paths


def _write(path: Path, file) -> None:
    try:
        path.parent.mkdir()
        path.write_bytes(file.getvalue())
    except OSError as trouble:
        raise StoreUnavailable(
            f"{file.name} cannot be read here: there is no room for a copy of it while it is checked"
            f" ({trouble.strerror}). Nothing was stored. Make room on the disk, then choose the file again."
        ) from None


def _safe(name: str) -> str:
    """The file's name without what a path could be made of."""
    plain = Path(re.sub(r"[\x00-\x1f/\\]", "_", name))
    return (plain.stem.strip(". ")[:LONGEST] or "workbook") + plain.suffix.lower()[:6]
