"""A store in which every home's name stands beside every other's, and what of an answer names a home."""

import re
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from loaders.loading import load
from loaders.settling import Settlement
from metrics.actions.repeats import decide
from metrics.clinic.attendance import attend
from metrics.clinic.lessons import answer, put
from metrics.signals.answering import EXPLAINED
from metrics.signals.answering import answer as answer_concern
from metrics.signals.rebasing import rebase
from qa_data.schema import STORED
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store
from qa_data.uploads import restore, withdraw
from tests.loaders.good import good, sheet, workbook

DAY = date(2026, 10, 31)

HOMES = ("Alder Lodge", "Beech House", "Cedar View", "Damson Cottage", "Elm Base")

FILE, SHEET = "Alder_Lodge, Cedar View and elm-base.xlsx", "CEDAR VIEW and Damson"


def one_home(home: str) -> Scope:
    """Who may see that home alone, on the day of the sample data."""
    return Scope(DAY, None, frozenset({home}))


def fill(store: Store, folder: Path) -> str:
    """Puts decisions and a file that name several homes into a store of the sample data; the file's id."""
    every = of_every_home(DAY)
    upload = _load_a_file_of_two(store, folder)
    withdraw(store, every, upload, "Jo")
    restore(store, every, upload, "Jo")
    text = "Cedar View and Elm Outreach store medication apart: do you?"
    lesson = put(store, every, "Jo", "Cedar View", "theme", "Cedar View medication", ["QS10"], text, DAY)
    attend(store, every, "Jo", DAY, "S. Reid (Cedar View), K. Ahmed of Elm Base")
    for home in HOMES:
        rebase(store, every, "Jo", home, "QS12", "PRO1", date(2026, 5, 1), "A new form")
        month = date(2026, 7, 1)
        answer_concern(store, every, "Jo", home, "QS12", "PRO2", month, EXPLAINED, "A new form", month, month)
        decide(store, every, "Jo", home, "A1", "A2", "dismissed", "Another log")
        if home != "Cedar View":
            answer(store, every, "Jo", lesson, home, "applies", "It was looked at", DAY)
    return upload


def _load_a_file_of_two(store: Store, folder: Path) -> str:
    homes = ("Elm Base", "Damson Cottage", "Alder Lodge")
    unsent = {"report_received": None, "report_sent_to_ofsted": None}
    visits = [good("visits", home=home, visit_date=date(2026, 10, 20), **unsent) for home in homes]
    settled = (Settlement(SHEET, "A2", "Beech House"), Settlement(SHEET, "A4"))
    book = workbook(folder / FILE, sheet("visits", *visits, title=SHEET))
    told = load(store, of_every_home(), book, "Jo", settlements=settled)
    assert told["accepted"], told["problems"]
    return told["upload_id"]


def names(store: Store) -> dict[str, set[str]]:
    """The names of every home: its own and those it also goes by."""
    rows = store.rows(of_every_home(DAY), "select home, other_names from homes")
    return {row["home"]: {row["home"], *(row["other_names"] or ())} for row in rows}


def naming_others(store: Store, home: str) -> re.Pattern:
    """What finds the name of any home but that one."""
    others = [name for other, told in names(store).items() if other != home for name in told]
    return re.compile(rf"(?i)(?<![^\W_])(?:{'|'.join(map(re.escape, others))})(?![^\W_])")


def written_of(store: Store, home: str) -> set[str]:
    """Every text that a sheet's author wrote in a row about that home: evidence stands as it was written."""
    found = set()
    for dataset in STORED:
        if "home" in dataset.names:
            rows = store.rows(of_every_home(DAY), f"from main.{dataset.name} where home = $home", home=home)
            found |= {row[column.name] for row in rows for column in dataset.columns if column.type == "long text"}
    return found - {None}


def strings(told: Any) -> Iterator[str]:
    """Every string anywhere in an answer."""
    if is_dataclass(told):
        told = asdict(told)
    if isinstance(told, np.ndarray):
        told = told.tolist()
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        yield from strings([*told, *told.values()])
    elif isinstance(told, list | tuple | set | frozenset):
        for each in told:
            yield from strings(each)
