"""What a session holds of the files that were chosen in it, in memory alone, and the forgetting of it: what nobody has
used for ten minutes is gone, whether or not the page is still open.
"""

import threading
from contextlib import suppress
from time import monotonic
from weakref import WeakSet

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from loaders.loading import LookedAt
from loaders.settling import Made

SECONDS = 600
"""So long what was chosen and checked is kept without being used."""

OFTEN = SECONDS / 20
"""So many seconds lie between two looks for what is to be forgotten."""

MOST = 5
"""So many answers of a session are kept: those of what was settled last."""

Place = tuple[str, str, str]


class Kept:
    """Of a session: the files and their contents' fingerprints, what is settled by fingerprint, and what was found."""

    def __init__(self) -> None:
        self.used, self.forgotten, self.times = monotonic(), False, 0
        self.files: dict = {}
        self.contents: dict[str, str] = {}
        self.settled: dict[str, dict[Place, Made]] = {}
        self.answers: dict[tuple, list[LookedAt]] = {}
        _EVERY.add(self)

    def hold(self, files: list) -> None:
        """Notes that these files are looked at."""
        self.used, self.forgotten = monotonic(), False
        self.files = {file.file_id: (file, get_script_run_ctx()) for file in files}
        _watched()

    def let_go(self, file) -> None:
        """Takes the file's content out of memory."""
        _, context = self.files.pop(file.file_id, (None, get_script_run_ctx()))
        with suppress(BufferError):
            file.truncate(0)
        if context:
            context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)

    def answered(self, asked: tuple, answers: list[LookedAt]) -> list[LookedAt]:
        """Keeps what was found, and no more than a few answers before it."""
        self.answers[asked] = answers
        for old in list(self.answers)[:-MOST]:
            del self.answers[old]
        return answers

    def forget(self) -> None:
        """Takes all of it out of memory: also where the page that was drawn last still holds it."""
        for answer in (each for answers in self.answers.values() for each in answers):
            answer.clear()  # type: ignore[attr-defined]
        if self.files:
            self.forgotten, self.times = True, self.times + 1
        for file, _ in list(self.files.values()):
            self.let_go(file)
        for each in (self.contents, self.settled, self.answers):
            each.clear()


_EVERY: "WeakSet[Kept]" = WeakSet()

_WATCHING = threading.Lock()


def kept() -> Kept:
    """What this session holds."""
    if "kept of files" not in st.session_state:
        st.session_state["kept of files"] = Kept()
    return st.session_state["kept of files"]


def forget_unused() -> bool:
    """Forgets what no session has used for so long; whether any other is still held."""
    for each in list(_EVERY):
        if monotonic() - each.used >= SECONDS:
            each.forget()
    return any(each.files for each in list(_EVERY))


def _watched() -> None:
    """Has a thread look for what is to be forgotten while there is any."""
    if _WATCHING.acquire(blocking=False):
        threading.Thread(target=_watch, name="forgetting", daemon=True).start()


def _watch() -> None:
    try:
        pause = threading.Event()
        while not pause.wait(OFTEN) and forget_unused():
            pass
    finally:
        _WATCHING.release()
