"""The pack for practice learning: what works, what children changed, what visitors raise, and the lessons."""

from collections import Counter
from datetime import date

from metrics.clinic.lessons import lessons
from metrics.themes.emerging import EMERGING, FIRST
from metrics.themes.themes import theme_counts
from metrics.themes.wording import state
from metrics.visits.strengths import strengths, strengths_by_home
from metrics.visits.voice import said
from pages.packs.content import standards_of, standing, table
from pages.packs.pack import BESIDE, Pack, Paragraph, Section, Table
from pages.parts import ask
from pages.parts.themes.said import nothing_moves
from qa_data.standards import STANDARDS
from qa_data.wording import capital

STRENGTHS, VIEWS = 60, 60
"""So many of the latest, of findings and of visits."""


def learning(day: date, home: str | None = None) -> Pack:
    """The practice learning pack: what works and what is being learnt. Homes are named only for what they do well,
    and in the lessons put to them; in the pack of one home that home alone.
    """
    sections = (
        Section("What works", (*_spread(home), *_strengths(home))),
        Section("What changed because of children’s views", _changed(home)),
        Section(
            "What visitors raise more often than before",
            (*_shared_themes(), Paragraph("No home is named here: a theme is everybody’s to learn from.")),
        ),
        Section("Lessons and their answers", _lessons(home)),
    )
    return Pack("Practice learning", standing(day), sections)


def _spread(home: str | None) -> tuple[Table] | tuple[()]:
    """How much good practice was seen under each standard."""
    seen = Counter()
    for each in ask.answer(strengths_by_home):
        seen[each["standard"]] += each["strengths"] * (home in (None, each["home"]))
    return (
        (
            Table(
                "Where good practice was seen",
                ("Standard", "Findings of good practice"),
                tuple((each.name, seen[each.code]) for each in STANDARDS),
                BESIDE,
            ),
        )
        if seen.total()
        else ()
    )


def _strengths(home: str | None) -> tuple:
    """What a visitor wrote once and ticked under a standard is told once, under the standard."""
    told = {
        (each["home"], each["found_on"], each["finding"]): each
        for each in sorted(ask.answer(strengths, home, None, None, STRENGTHS), key=lambda each: bool(each["standards"]))
    }
    rows = sorted(
        ((each["home"], each["found_on"], standards_of(each), each["finding"]) for each in told.values()),
        key=lambda row: (row[1], row[0]),
        reverse=True,
    )
    return table(
        "Good practice", ("Home", "Seen on", "Standard", "What was seen"), rows, "No good practice has been recorded."
    )


def _changed(home: str | None) -> tuple:
    return table(
        "You said, we did",
        ("Home", "Day", "Children said", "What changed"),
        (
            (each["home"], each["day"], each["said"], each["changed"])
            for each in ask.answer(said, home, VIEWS)
            if each["changed"]
        ),
        "No change because of children’s views has been recorded.",
    )


def _shared_themes() -> tuple:
    answer = ask.answer(theme_counts)
    return table(
        "Themes",
        ("Theme", "State", "Visits that raise it"),
        (
            (each["label"], capital(state(each)), f"{each['visits']} of {each['of']}")
            for each in answer["themes"]
            if each["home"] is None and each["state"] in (EMERGING, FIRST)
        ),
        nothing_moves(answer["themes"], answer["visits"]),
    )


def _lessons(home: str | None) -> tuple:
    return table(
        "Lessons",
        ("Put on", "Lesson", "Home asked", "Answer", "What was checked"),
        (
            (each["put_on"], each["text"], each["asked"], (each["answer"] or "waiting").capitalize(), each["note"])
            for each in ask.answer(lessons)
            if home in (None, each["asked"])
        ),
        f"No lesson has been put to {home or 'the homes'} yet.",
    )
