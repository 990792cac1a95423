"""A council in which whatever is of one home holds a planted word, and all that a page sends, to look for it in."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from loaders.loading import load
from loaders.settling import Settlement
from metrics.clinic.lessons import answer, put
from metrics.signals.answering import EXPLAINED
from metrics.signals.answering import answer as answer_concern
from metrics.signals.rebasing import rebase
from metrics.visits.records import set_records
from metrics.young_people.issues import issues
from qa_data.dictionary import DATASETS, Dataset
from qa_data.recorded import record
from qa_data.scope import Scope, of_every_home
from qa_data.store import Store
from tests.loaders.good import good, sheet, workbook
from tests.pages.packs.reading import read
from tests.pages.screen import Screen, _within

DAY = date(2026, 10, 31)

OWN, OTHER = "Alder Lodge", "Beech House"
"""The home of whoever looks, and the one that they may not see."""

NAMES = rf"{OTHER}|Beech\s*Hous|Beechwood"

VOICE = ("childrens_views", "what_changed")


def plant(store: Store, folder: Path, word: str, rows: int = 2) -> dict[str, tuple[str, str, int]]:
    """Puts the word into whatever can be said of the other home; of each dataset where its first row stands: upload,
    sheet, row.
    """
    every = of_every_home(DAY)
    sheets = [_sheet(each, word, rows) for each in DATASETS]
    known = store.rows(every, "select * from homes where home = $home", home=OTHER)[0]
    sheets[0] = sheet("homes", _row(DATASETS[0], word, 0) | _as_before(known), title=f"{word}sheet homes")
    settled = (Settlement(f"{word}sheet visits", "A2", OTHER),)
    told = load(store, every, workbook(folder / f"{word}file.xlsx", *sheets), f"{word}by", settlements=settled)
    assert told["accepted"], told["problems"]
    _decide(store, word)
    return {each["dataset"]: (told["upload_id"], each["sheet"], 2) for each in told["sheets"]}


def _sheet(dataset: Dataset, word: str, rows: int):
    told = [_row(dataset, word, number) for number in range(rows)]
    if dataset.name == "visits":
        told[0]["home"] = f"{word}settled"
    return sheet(dataset.name, *told, title=f"{word}sheet {dataset.name}")


def _row(dataset: Dataset, word: str, number: int) -> dict:
    """A good row of the other home, of which every text that a person writes holds the word and the dataset's name."""
    told = {
        column.name: f"{word}{'voice' if column.name in VOICE else dataset.name} {column.name} {number}"
        for column in dataset.columns
        if column.type in ("text", "long text") and column.name not in ("urn", "home")
    }
    days = {
        column.name: date(2026, 10, 14 + number)
        for column in dataset.columns
        if column.type == "date" and column.is_key
    }
    months = {"month": date(2026, 8 + number, 1)} if dataset.name == "returns" else {}
    own = {"found_on": date(2026, 10, 14)} if dataset.name == "findings" else {}
    return good(dataset.name, home=OTHER) | told | days | months | own | UNPLANTED.get(dataset.name, {})


UNPLANTED: dict[str, dict] = {
    "visits": {"report_received": None, "report_sent_to_ofsted": None},
    "actions": {"source_date": date(2026, 9, 20), "raised": date(2026, 9, 20), "due": date(2026, 10, 1)}
    | {"completed": None, "status": "In progress"},
    "inspections": {"report_published": None},
}


def _as_before(known: dict) -> dict:
    kept = ("urn", "service_type", "places", "opened", "closed")
    return {name: known[name] for name in kept} | {"other_names": "Beechwood"}


def _decide(store: Store, word: str) -> None:
    every = of_every_home(DAY)
    rebase(store, every, f"{word}by", OTHER, "QS12", "PRO1", date(2026, 6, 1), f"{word}decided a new form")
    month, why = date(2026, 7, 1), f"{word}decided the holidays"
    answer_concern(store, every, f"{word}by", OTHER, "QS12", "PRO2", month, EXPLAINED, why, month, month)
    set_records(store, every, f"{word}by", OTHER, "Management check", date(2026, 1, 1), f"{word}decided")
    lesson = put(store, every, "Jo", OWN, "theme", f"{OWN} fire", ["QS12"], "Doors were wedged: do you?", DAY)
    answer(store, every, f"{word}by", lesson, OTHER, "applies", f"{word}decided", DAY)
    learnt = f"Doors at {OTHER} and Beechwood: do you?"
    put(store, every, f"{word}by", OTHER, "theme", f"{OTHER} {word}decided", ["QS12"], learnt, DAY)
    _tell_children(store, every, word)


def _tell_children(store: Store, every: Scope, word: str) -> None:
    [said, *_] = issues(store, every, OTHER)
    told, by = {"reference": said["reference"], "answered_on": DAY, "answer": "changed"}, f"{word}by"
    record(store, every, "child_answers", by, home=OTHER, text=f"{word}decided", **told)
    record(store, every, "page_choices", by, home=OTHER, reference=said["reference"], shown_as="subject")
    record(store, every, "plan_progress", by, home=OTHER, month=date(2026, 10, 1), looked_at=97, moved_on=96)
    lines = {"month": date(2026, 10, 1), "lines": [f"{word}decided"], "holds": True}
    record(store, every, "page_approvals", by, home=OTHER, **lines)


def sent(screen: Screen) -> str:
    """All that the page sends: every word, option, help, chart's data and style; no ids that are made by chance."""
    drawn = [screen.app._tree, *_within(screen.app._tree)]
    data = b"\n".join(each.proto.SerializeToString() for each in drawn if getattr(each, "proto", None) is not None)
    return re.sub(r"\b[0-9a-f]{32}\b", "", data.decode("utf-8", "replace"))


def words_of(document: bytes) -> str:
    """All that a file that is taken away holds: every part of a workbook or slides, the pages of a PDF."""
    if is_zipfile(BytesIO(document)):
        with ZipFile(BytesIO(document)) as parts:
            return "\n".join(f"{name} {parts.read(name).decode('utf-8', 'replace')}" for name in parts.namelist())
    if document.startswith(b"%PDF"):
        return read(document)[1]
    return document.decode("utf-8", "replace")


def found(text: str, pattern: str) -> set[str]:
    """What matches, with the words around it."""
    return {text[max(0, at.start() - 60) : at.end() + 40] for at in re.finditer(pattern, text)}
