"""Whoever may see one home is told of no other: every question is asked, and whatever is written is checked."""

import re
from datetime import date
from importlib import import_module
from shutil import copy

import pytest

from metrics.clinic.lessons import lessons
from qa_data.headings import map_heading
from qa_data.recorded import record
from qa_data.register import confirm
from qa_data.scope import OutOfScope, of_every_home
from qa_data.settled import settled_rows, settlements
from qa_data.store import Store, open_store
from qa_data.uploads import last_change, uploads, withdraw, withdrawals
from tests.questions import answers, writes
from tests.scoped import DAY, FILE, HOMES, SHEET, fill, naming_others, one_home, strings, written_of

EVERY = of_every_home(DAY)


@pytest.fixture(scope="module")
def filled(tmp_path_factory, sample_store) -> tuple[Store, str]:
    folder = tmp_path_factory.mktemp("filled")
    opened = open_store(copy(sample_store, folder / "qa.duckdb"))
    upload = fill(opened, folder)
    confirm(opened, EVERY, "Jo", "Asha Patel", "staff")
    map_heading(opened, EVERY, "Jo", "YP seen", "Children spoken to")
    yield opened, upload
    opened.close()


@pytest.fixture
def store(filled) -> Store:
    return filled[0]


def of_file(store: Store, home: str | None):
    """The file that names several homes, as who may see that home, or every home, is told of it."""
    return [each for each in uploads(store, one_home(home) if home else EVERY) if each.made_by == "Jo"]


@pytest.mark.parametrize("home", HOMES[:2])
def test_no_question_of_one_home_names_another(store, home):
    naming, written = naming_others(store, home), written_of(store, home)
    found = {
        (question, text)
        for question, told in answers(store, one_home(home))
        for text in strings(told)
        if naming.search(text) and not any(text in each for each in written)
    }
    assert found == set()


def test_the_probe_finds_what_is_not_hidden(store):
    naming = naming_others(store, "Beech House")
    assert naming.search(FILE) and naming.search(SHEET)
    assert any(naming.search(text) for text in strings(lessons(store, EVERY)))
    assert not naming.search("Beech House and The Beeches")


def test_a_lesson_is_told_without_where_it_was_learnt(store):
    [row] = lessons(store, one_home("Beech House"))
    assert (row["asked"], row["answer"], row["home"], row["of"]) == ("Beech House", "applies", None, None)
    assert row["text"] == "another home and another home store medication apart: do you?"


def test_what_may_be_seen_may_be_named_where_some_homes_are_asked_about(store):
    assert lessons(store, EVERY.narrowed(["Beech House"]))[0]["home"] == "Cedar View"
    assert lessons(store, one_home("Beech House").narrowed(["Beech House", "Cedar View"]))[0]["home"] is None


def test_an_upload_is_told_to_the_homes_that_it_is_about(store):
    assert [len(of_file(store, home)) for home in HOMES] == [0, 1, 0, 1, 0]
    [told] = of_file(store, "Beech House")
    assert told.file == "another home, another home and another home.xlsx"
    assert [(sheet["sheet"], sheet["rows"]) for sheet in told.sheets] == [("another home and another home", 1)]
    assert of_file(store, None)[0].file == FILE and of_file(store, None)[0].sheets[0]["rows"] == 2


def test_settlements_are_told_of_rows_that_may_be_seen(store):
    assert [(each["original"], each["settled"]) for each in settlements(store, EVERY)][0] == ("Elm Base", "Beech House")
    told = settlements(store, one_home("Beech House"))
    assert [(each["cell"], each["original"]) for each in told] == [("A2", "another home")]
    assert list(settled_rows(store, one_home("Beech House"))) == [(told[0]["file"], told[0]["sheet"], 2)]
    assert settlements(store, one_home("Damson Cottage")) == settlements(store, one_home("Cedar View")) == []


def test_withdrawals_are_told_of_uploads_that_may_be_seen(store):
    told = {home: len(withdrawals(store, one_home(home))) for home in HOMES}
    assert [told[home] for home in HOMES] == [0, 2, 0, 2, 0]


JULY = date(2026, 7, 1)

WRITES = {
    "loaders.decided.decide": ("Cedar View", ["QS12"], "Ring", "S. Reid", DAY, DAY),
    "loaders.worked.complete": ("Cedar View", "CV-052", DAY, "Signed"),
    "loaders.worked.reassign": ("Cedar View", "CV-052", "S. Reid", DAY),
    "loaders.worked.reopen": ("Cedar View", "CV-052", "Not signed"),
    "loaders.worked.verify": ("Cedar View", "CV-052"),
    "metrics.actions.repeats.decide": ("Cedar View", "A1", "A2", "confirmed", "Words"),
    "metrics.clinic.attendance.attend": (DAY, "S. Reid, K. Ahmed"),
    "metrics.clinic.lessons.answer": ("1", "Elm Base", "applies", "Words", DAY),
    "metrics.clinic.lessons.put": ("Cedar View", "theme", "x", [], "Words", DAY),
    "metrics.indicators.settings.change_setting": ("EDU1.floor", 40, "Agreed"),
    "metrics.signals.answering.answer": ("Cedar View", "QS12", "PRO1", JULY, "acting", "Words"),
    "metrics.signals.rebasing.rebase": ("Cedar View", "QS12", "PRO1", JULY, "Words"),
    "metrics.visits.records.set_records": ("Cedar View", "Regulation 44 visit", JULY, "Words"),
    "metrics.young_people.answering.answer": ("Cedar View", "YP-978680", "changed", "It is done.", DAY),
    "metrics.young_people.answering.moved_on": ("Cedar View", JULY, 3, 3),
    "metrics.young_people.answering.show": ("Cedar View", "YP-978680", "out", DAY),
    "metrics.young_people.answering.take_back": ("Cedar View", "YP-978680", DAY),
    "metrics.young_people.approving.approve": ("Cedar View", "0", DAY),
    "metrics.young_people.approving.disapprove": ("Cedar View", JULY),
    "qa_data.headings.map_heading": ("YP seen", "Children spoken to"),
    "qa_data.headings.forget_heading": ("YP seen",),
    "qa_data.register.confirm": ("Tom Birch", "staff"),
    "qa_data.register.withdraw_confirmation": ("Asha Patel",),
    "qa_data.recorded.record": ("lesson_answers", "Jo"),
    "qa_data.retention.keep_for": ("visits", 6, "Agreed"),
    "qa_data.uploads.restore": ("the file of several homes", "Jo"),
    "qa_data.uploads.withdraw": ("the file of several homes", "Jo"),
}
"""Every write but those of files (tests/loaders/test_scope.py), each of what whoever may see Beech House alone may not
write.
"""

OF_FILES = {
    "loaders.loading.load",
    "loaders.loading.load_all",
    "loaders.watching.taken",
    "loaders.one_action.store_action",
    "loaders.removing.remove",
    "loaders.storing.store_file",
}


def test_every_write_there_is_is_tried():
    assert {f"{each.__module__}.{each.__name__}" for each in writes()} == set(WRITES) | OF_FILES


@pytest.mark.parametrize("write", WRITES)
def test_nothing_is_written_of_a_home_that_may_not_be_seen(filled, write):
    store, upload = filled
    module, name = write.rsplit(".", 1)
    words = [upload if word == "the file of several homes" else word for word in WRITES[write]]
    values = {"lesson": "1", "home": "Elm Base", "answer": "applies"} if name == "record" else {}
    by = [] if module in ("qa_data.recorded", "qa_data.uploads") else ["Jo"]
    assert refused(store, getattr(import_module(module), name), *by, *words, **values)


def refused(store: Store, does, *words, **values) -> bool:
    """Whether it is refused in a sentence, and nothing was stored."""
    before = last_change(store, EVERY)
    try:
        [why] = does(store, one_home("Beech House"), *words, **values)
    except OutOfScope as outside:
        why = str(outside)
    unknown = r"“Cedar View” is not a home that you load for \(Beech House\)\. .+\."
    said = re.fullmatch(rf"Nothing was (kept|changed): .+\.|{unknown}", why)
    return bool(said) and last_change(store, EVERY) == before


def test_only_whoever_loaded_a_file_takes_it_back(tmp_path, sample_store):
    store = open_store(copy(sample_store, tmp_path / "qa.duckdb"))
    upload = fill(store, tmp_path)
    with pytest.raises(OutOfScope, match="^Nothing was changed: somebody else loaded the file. "):
        withdraw(store, EVERY, upload, "Another", own=True)
    withdraw(store, EVERY, upload, "Jo", own=True)
    assert [each.state for each in uploads(store, EVERY) if each.upload_id == upload] == ["withdrawn"]


def test_what_is_of_the_home_alone_is_written(tmp_path, sample_store):
    store = open_store(copy(sample_store, tmp_path / "qa.duckdb"))
    fill(store, tmp_path)
    [mine] = [each for each in uploads(store, one_home("Alder Lodge")) if each.file.startswith("Alder")]
    withdraw(store, one_home("Alder Lodge"), mine.upload_id, "Jo")
    assert [each.state for each in uploads(store, EVERY) if each.upload_id == mine.upload_id] == ["withdrawn"]
    record(store, one_home("Alder Lodge"), "lesson_answers", "Jo", lesson="1", home="Alder Lodge", answer="applies")
