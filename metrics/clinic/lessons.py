"""Lessons: what was learnt at one home is put to the others, and each says whether it applies."""

from datetime import date
from statistics import median
from typing import Any
from uuid import uuid4

from metrics.clinic.shapes import Answers, Candidate, Lesson, Loop
from metrics.themes.emerging import EMERGING, FIRST
from metrics.themes.shapes import RaisedTheme
from metrics.themes.themes import theme_counts
from qa_data.recorded import record
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store
from qa_data.wording import cited, ended, listed

THEME, REQUIREMENT = "theme", "requirement"

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


def candidates(store: Store, scope: Scope) -> list[Candidate]:
    """What may be put to the others and has not been: themes that emerge or are first mentioned at a home, then
    Ofsted's requirements of 12 months: home, about, of, standards, title and text (a first wording).
    """
    put = {row["of"] for row in store.rows(scope, SQL["put_of"], about=THEME)}
    themes = [
        (each["home"], each)
        for each in theme_counts(store, scope)["themes"]
        if each["home"] and each["state"] in (EMERGING, FIRST)
    ]
    return [_theme(home, each) for home, each in themes if _of_theme(home, each) not in put] + [
        _requirement(row) for row in store.rows(scope, SQL["required"])
    ]


def _of_theme(home: str, theme: RaisedTheme) -> str:
    return f"{home} {theme['theme']}"


def _theme(home: str, theme: RaisedTheme) -> Candidate:
    text = (
        f"Independent visits to {home} raise {theme['label'].lower()} as a concern ({theme['visits']} of"
        f" {theme['of']} visits in 3 months). Check your own practice: does this apply to you?"
    )
    return {
        "home": home,
        "about": THEME,
        "of": _of_theme(home, theme),
        "standards": list(theme["standards"]),
        "title": f"{theme['label']} at {home}",
        "text": text,
    }


def _requirement(row: dict[str, Any]) -> Candidate:
    regulation = f" (regulation {row['regulation']})" if row["regulation"] else ""
    return {
        "home": row["home"],
        "about": REQUIREMENT,
        "of": f"{row['home']} {row['reference']}",
        "standards": row["standards"],
        "title": f"{cited(row['action'])} at {row['home']}{regulation}",
        "text": f"Ofsted required of {row['home']}{regulation}: {ended(row['action'])} Does this apply to you?",
    }


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
