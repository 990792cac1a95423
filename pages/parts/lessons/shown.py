"""Lessons: how the loop closes, and each lesson with what every home answered."""

from itertools import groupby

from htpy import Element, Node, Renderable, a, div, fragment, h1, h2, p, section, span

from pages.parts.address import link
from pages.parts.tables import head, table
from qa_data.standards import standard
from qa_data.wording import british, counted, listed, share

MARKS = {"applies": "●", "already in place": "✓", "does not apply": "–", None: "?"}

HEADS = ("Home", "Answer", head("What was checked", "Checked"))


def headline(told: dict) -> Renderable:
    """What the loop says, as the page's heading and its first sentence."""
    if not told["lessons"]:
        return _none_yet()
    waiting = f" The longest wait is {counted(told['waiting'], 'day')}." if told["waiting"] is not None else ""
    days = (
        f" Half of the answers came within {counted(round(told['days']), 'day')}." if told["days"] is not None else ""
    )
    return fragment[
        h1[
            f"{share(told['answered'], told['asked'])} answers {'is' if told['answered'] == 1 else 'are'} in to"
            f" {counted(told['lessons'], 'lesson')}"
        ],
        p(".lede")[f"A lesson is learnt when every home has said whether it applies.{days}{waiting}"],
    ]


def _none_yet() -> Renderable:
    return fragment[
        h1["No lesson has been put to the homes here yet"],
        p(".lede")[
            "What one home learns can spare another the same. Choose a theme or a requirement below and ask the others:"
            " does this apply to you? Actions that a sheet says came from another home’s lesson stand under Actions."
        ],
    ]


def by_home(told: dict) -> Renderable:
    """How many of the lessons put to it each home has answered."""
    rows = [[each["home"], share(each["answered"], each["asked"])] for each in told["by_home"]]
    return fragment[rows and section(".panel")[h2["Who has answered"], table(("Home", "Answered"), rows)]]


def answers(rows: list[dict]) -> Element:
    """Each lesson with every home's answer, the newest first."""
    return div(".pairs")[[_lesson(list(told)) for _, told in groupby(rows, lambda row: row["lesson"])]]


def _lesson(rows: list[dict]) -> Element:
    lesson = rows[0]
    named = listed([standard(code).name for code in lesson["standards"]])
    by = f"by {lesson['made_by']}, " if lesson["made_by"] else ""
    return section(".panel")[
        h2["From ", _learnt_at(lesson["home"])],
        p(".quote")[lesson["text"]],
        p(".source")[f"{named} · put {by}{british(lesson['put_on'])}"],
        table(HEADS, map(_answer, rows)),
    ]


def _learnt_at(home: str | None) -> Element | str:
    return a(href=link(home=home))[home] if home else "another home"


def _answer(row: dict) -> list[Node]:
    if not row["answer"]:
        return [row["asked"], span(".bad")[f"Waiting {counted(row['days'], 'day')}"], None]
    who = span(".source")[f"{row['answered_by']}, {british(row['answered_on'])}"]
    return [row["asked"], f"{MARKS[row['answer']]} {row['answer'].capitalize()}", span[f"{row['note']} ", who]]
