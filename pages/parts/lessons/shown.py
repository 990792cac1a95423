"""Lessons in HTML: how the loop closes, and each lesson with what every home answered."""

from html import escape
from itertools import groupby

from pages.parts.address import link
from qa_data.standards import standard
from qa_data.words import british, counted, listed, share

MARKS = {"applies": "●", "already in place": "✓", "does not apply": "–", None: "?"}


def finding(told: dict) -> str:
    """What the loop says, as the page's heading and its first sentence."""
    if not told["lessons"]:
        return (
            '<h1>No lesson has been put to the homes here yet</h1><p class="lede">Actions that a sheet says came from'
            " another home’s lesson stand under Actions. What one home learns can spare another the same. Choose a"
            " theme or a requirement below and ask the others: does this apply to you?</p>"
        )
    waiting = f" The longest wait is {counted(told['waiting'], 'day')}." if told["waiting"] is not None else ""
    days = (
        f" Half of the answers came within {counted(round(told['days']), 'day')}." if told["days"] is not None else ""
    )
    return (
        f"<h1>{share(told['answered'], told['asked'])} answers are in to {counted(told['lessons'], 'lesson')}</h1><p"
        f' class="lede">A lesson is learnt when every home has said whether it applies.{days}{waiting}</p>'
    )


def by_home(told: dict) -> str:
    """How many of the lessons put to it each home has answered."""
    rows = "".join(
        f'<tr><th scope="row">{escape(each["home"])}</th><td'
        f' data-l="Answered">{share(each["answered"], each["asked"])}</td></tr>'
        for each in told["by_home"]
    )
    return (
        '<section class="panel"><h2>Who has answered</h2><table class="t main stack"><thead><tr><th'
        f' scope="col">Home</th><th scope="col">Answered</th></tr></thead><tbody>{rows}</tbody></table></section>'
        if rows
        else ""
    )


def answers(rows: list[dict]) -> str:
    """Each lesson with every home's answer, the newest first."""
    return (
        "<div"
        f' class="pairs">{"".join(_lesson(list(told)) for _, told in groupby(rows, lambda row: row["lesson"]))}</div>'
    )


def _lesson(rows: list[dict]) -> str:
    lesson = rows[0]
    named = listed([standard(code).name for code in lesson["standards"]])
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Home", "Answer", "What was checked"))
    return (
        '<section class="panel"><h2>From <a'
        f' href="{escape(link(home=lesson["home"]))}">{escape(lesson["home"])}</a></h2><p'
        f' class="quote">{escape(lesson["text"])}</p><p class="source">{escape(named)} · put by'
        f' {escape(lesson["made_by"])}, {british(lesson["put_on"])}</p><table class="t main'
        f' stack"><thead><tr>{heads}</tr></thead><tbody>{"".join(map(_answer, rows))}</tbody></table></section>'
    )


def _answer(row: dict) -> str:
    said = (
        f"{MARKS[row['answer']]} {row['answer'].capitalize()}"
        if row["answer"]
        else f'<span class="bad">Waiting {counted(row["days"], "day")}</span>'
    )
    who = (
        f'<span>{escape(row["note"])} <span class="source">{escape(row["answered_by"])},'
        f" {british(row['answered_on'])}</span></span>"
        if row["answer"]
        else ""
    )
    return (
        f'<tr><th scope="row">{escape(row["asked"])}</th><td data-l="Answer">{said}</td><td'
        f' data-l="Checked">{who}</td></tr>'
    )
