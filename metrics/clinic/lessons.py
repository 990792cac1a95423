"""Lessons: what was learnt at one home is put to the others, and each says whether it applies."""

from datetime import date
from statistics import median
from uuid import uuid4

from metrics.clinic.shapes import Answers, Lesson, Loop
from qa_data.recorded import record
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store
from qa_data.wording import listed

ANSWERS = ("applies", "already in place", "does not apply")

SQL = queries(__file__)


class NotRecorded(Exception):
    """What was said cannot be kept; the message says why and what to do."""


def lessons(store: Store, scope: Scope) -> list[Lesson]:
    """A row a lesson and home that it is put to, the newest lesson first: lesson, home (where it was learnt), about,
    of, text, standards, put_on, made_by, asked (the home), answer (None while it waits), note, answered_on,
    answered_by, days (to the answer, or waiting). Where it was learnt at a home that whoever asks may not see, home, of
    and made_by are None and the text names no such home.
    """
    return store.rows(scope, SQL["put"])


def loop(rows: list[Lesson]) -> Loop:
    """How the loop closes, of the rows of `lessons`: lessons, asked, answered, days (the median from question to
    answer; None without one), waiting (the longest wait in days; None without one) and by_home: home, asked,
    answered.
    """
    answered, waiting = ([row["days"] for row in rows if (row["answer"] is None) == open] for open in (False, True))
    homes = dict.fromkeys(sorted(row["asked"] for row in rows))
    return {
        "lessons": len({row["lesson"] for row in rows}),
        "asked": len(rows),
        "answered": len(answered),
        "days": median(answered) if answered else None,
        "waiting": max(waiting, default=None),
        "by_home": [_of(home, [row for row in rows if row["asked"] == home]) for home in homes],
    }


def _of(home: str, rows: list[Lesson]) -> Answers:
    return {"home": home, "asked": len(rows), "answered": sum(row["answer"] is not None for row in rows)}


def put(
    store: Store, scope: Scope, by: str, home: str, about: str, of: str, standards: list[str], text: str, day: date
) -> str:
    """Puts a lesson to the other homes from that day on; its id. NotRecorded without a name or a text, OutOfScope where
    it was learnt at a home that is not in the scope.
    """
    _needed(by, text, "A lesson needs its wording and your name")
    lesson = uuid4().hex
    record(
        store,
        scope,
        "lessons",
        by.strip(),
        lesson=lesson,
        home=home,
        about=about,
        of=of,
        text=text.strip(),
        standards=[code for code in CODES if code in standards],
        put_on=day,
    )
    return lesson


def answer(store: Store, scope: Scope, by: str, lesson: str, home: str, said: str, note: str, day: date) -> None:
    """Keeps what a home answers (of `ANSWERS`). NotRecorded without a name or a note, or for an answer that there is
    not; OutOfScope for a home that is not in the scope.
    """
    if said not in ANSWERS:
        raise NotRecorded(f"Choose one of the answers: {listed(list(ANSWERS))}.")
    _needed(by, note, "An answer needs what was checked and your name")
    record(
        store,
        scope,
        "lesson_answers",
        by.strip(),
        lesson=lesson,
        home=home,
        answer=said,
        note=note.strip(),
        answered_on=day,
    )


def _needed(by: str, text: str, sentence: str) -> None:
    if not by.strip() or not text.strip():
        raise NotRecorded(
            f"{sentence}, for example: all risk assessments were read against it on 14 Oct 2026; K. Ahmed."
        )
