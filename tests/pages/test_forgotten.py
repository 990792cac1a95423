"""What was chosen and checked is held in memory alone, and forgotten when nobody has used it for ten minutes."""

import os
import tempfile
from pathlib import Path

import pytest

from pages.parts.upload import kept
from tests.pages.test_upload import FAULTY, MENDED, choose, folds

NAME = "Jayden Smith October.xlsx"


@pytest.fixture
def clock(monkeypatch):
    """A clock that is drawn: seconds that are added to it."""
    now = [0.0]
    monkeypatch.setattr(kept, "monotonic", lambda: now[0])
    return now


def held(screen) -> kept.Kept:
    return screen.app.session_state["kept of files"]


def test_after_ten_minutes_without_use_memory_holds_nothing_of_it(screen, clock):
    choose(screen, (NAME, FAULTY))
    shelf = held(screen)
    (answer,) = next(iter(shelf.answers.values()))
    ((file, context),) = shelf.files.values()
    assert answer["problems"] and file.getvalue() == FAULTY
    clock[0] += kept.SECONDS - 1
    assert kept.forget_unused() and file.getvalue() == FAULTY
    clock[0] += 2
    kept.forget_unused()
    assert (file.getvalue(), answer) == (b"", {}) and not (
        shelf.files or shelf.contents or shelf.settled or shelf.answers
    )
    assert context.uploaded_file_mgr.get_files(context.session_id, [file.file_id]) == []


def test_what_is_used_meanwhile_stays(screen, clock):
    choose(screen, (NAME, FAULTY))
    for _ in range(3):
        clock[0] += kept.SECONDS - 1
        screen.run()
        kept.forget_unused()
    assert "2 problems to settle" in screen.html


def test_whoever_comes_back_is_told_and_can_choose_again(screen, clock):
    choose(screen, (NAME, MENDED))
    clock[0] += kept.SECONDS
    kept.forget_unused()
    screen.press("Mask and load")
    assert not screen.app.error and "Choose it again" in screen.app.info[0].value and "is loaded" not in screen.html
    screen.app.file_uploader(key="files 1").upload(NAME, MENDED)
    assert "Choose it again" not in "".join(each.value for each in screen.run().app.info)
    assert "is loaded" in screen.press("Mask and load").html


def test_a_correction_of_what_is_forgotten_is_none_and_goes_wrong_nowhere(screen, clock):
    choose(screen, (NAME, FAULTY))
    clock[0] += kept.SECONDS
    kept.forget_unused()
    screen.press("Use “Ash House”")
    assert not screen.app.error and folds(screen) is not None and "Choose it again" in screen.app.info[0].value


def test_what_is_loaded_is_let_go_at_once(screen):
    choose(screen, (NAME, MENDED))
    ((file, _),) = held(screen).files.values()
    screen.press("Mask and load")
    assert file.getvalue() == b"" and "[name] October.xlsx</strong> is loaded" in screen.html


def test_a_file_that_is_chosen_is_never_on_a_disk(screen, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    made = []
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, *rest, **more: made.append(str(path)) or opened(path, *rest, **more))
    choose(screen, (NAME, FAULTY))
    assert "2 problems to settle" in screen.html and [path for path in made if "Jayden" in path] == []
    assert [path for path in Path(tmp_path).rglob("*") if "qa.duckdb" not in path.name] == []


def test_the_watching_begins_with_a_file_and_ends_with_it(screen, monkeypatch):
    monkeypatch.setattr(kept, "OFTEN", 0.01)
    monkeypatch.setattr(kept, "_WATCHING", kept.threading.Lock())  # Another test's watch may still be waiting.
    monkeypatch.setattr(kept, "SECONDS", 0.0)
    choose(screen, (NAME, FAULTY))
    shelf = held(screen)
    for _ in range(1000):
        if not shelf.files:
            break
        kept.threading.Event().wait(0.02)
    assert not shelf.files and shelf.forgotten
