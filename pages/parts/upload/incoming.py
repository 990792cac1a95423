"""Files on their way in: held in memory for as long as they are looked at, and never on a disk."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from loaders.loading import Answer, LookedAt, ToLoad, load_all, looked_at
from loaders.reading.held import Held
from loaders.settling import Given, Made
from pages.parts import ask
from pages.parts.upload.kept import Place, kept
from qa_data.access import Right
from qa_data.store import database_path

LONGEST = 60
"""So many letters of a file's name are kept."""


def checked(files: list) -> list[LookedAt]:
    """What each of the files chosen holds, as far as it is settled, and every problem in it, as
    `loaders.loading.looked_at` answers; kept until the store changes, or for ten minutes without use.
    """
    held = kept()
    held.hold(files)
    told = tuple((content_of(file), file.name, settlements(file)) for file in files)
    asked = told, ask.writing_scope(Right.LOAD), database_path(), ask.state()
    return held.answers.get(asked) or held.answered(asked, _checked(files))


def _checked(files: list) -> list[LookedAt]:
    with st.spinner("Reading and checking…"):
        return ask.write(Right.LOAD, looked_at, _to_load(files))


def loaded(files: list, by: str) -> list[Answer]:
    """Loads each of the files; an answer each, as `loaders load` gives it."""
    return ask.write(Right.LOAD, load_all, _to_load(files), by)


def _to_load(files: list) -> list[ToLoad]:
    return [(Held(_safe(file.name), file.getvalue()), settlements(file)) for file in files]


def forgotten(files: list) -> bool:
    """Whether one of the files, which a page drawn earlier shows, is held no longer."""
    return any(file.file_id not in kept().files for file in files)


def settle(file, made: Iterable[Made]) -> None:
    """Settles the file so, each over what was settled there before; nothing where it is held no longer."""
    if not forgotten([file]):
        _settled(file).update({_place(each): each for each in made})


def unsettle(file, made: Iterable[Made]) -> None:
    """Takes that back."""
    for each in () if forgotten([file]) else made:
        _settled(file).pop(_place(each), None)


def settlements(file) -> tuple[Made, ...]:
    """What has been settled in this session in a file with that content."""
    return tuple(_settled(file).values())


def content_of(file) -> str:
    """The file's content, told by its sha256: the same workbook chosen again has it again."""
    known = kept().contents
    if file.file_id not in known:
        known[file.file_id] = hashlib.sha256(file.getbuffer()).hexdigest()
    return known[file.file_id]


def _place(made: Made) -> Place:
    where = made.column if isinstance(made, Given) else made.cell
    return type(made).__name__, made.sheet, where


def _settled(file) -> dict[Place, Made]:
    return kept().settled.setdefault(content_of(file), {})


def _safe(name: str) -> str:
    """The file's name without what a path could be made of."""
    plain = Path(re.sub(r"[\x00-\x1f/\\]", "_", name))
    return (plain.stem.strip(". ")[:LONGEST] or "workbook") + plain.suffix.lower()[:6]
