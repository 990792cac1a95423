"""How pages say things: days, judgements, reasons and changes."""

import re
from datetime import UTC, date, datetime

from pages.parts.marks import CHANGES, EVIDENCE, rated
from qa_data.standards import standard
from qa_data.wording import british, some

RECORDS = {"council": "Council’s record", "Ofsted": "Ofsted’s published file"}
"""Where an inspection is known from."""

MOVED = "A4"
"""The rule whose words are a heading and what moved, no clause that could follow "because"."""

NAMED = 3
"""So many homes are named in a headline; the rest are counted."""


def long_day(day: date) -> str:
    """31 October 2026."""
    return f"{day.day} {day:%B %Y}"


def moment(at: datetime) -> str:
    """5 Nov 2026, 14:05, by this machine's clock; `at` is UTC without its zone."""
    local = at.replace(tzinfo=UTC).astimezone()
    return f"{british(local)}, {local:%H:%M}"


def local_day(at: datetime) -> str:
    """The day of a moment by this machine's clock."""
    return british(at.replace(tzinfo=UTC).astimezone())


def named(homes: list[str]) -> str:
    """Cedar View and Elm Base; from the fourth on they are counted."""
    return some(homes, NAMED)


def lower(text: str) -> str:
    """The sentence as it goes on after "because": a small first letter unless it begins with a name or a number."""
    return text[0].lower() + text[1:] if text[:1].isupper() and not text.startswith(("Ofsted", "Regulation")) else text


def because(cell: dict) -> tuple[str, str]:
    """Why a standard has its colour: the words that lead, with how sure anyone can be where that is little, and the
    first reason; of a standard without a rating all that it lacks.
    """
    if cell["rag"] == "grey":
        lack, _, text = _told(cell).partition(": ")
        return f"{lack}:", text
    text = lower(_told(cell))
    if cell["reasons"][0]["rule"] == MOVED:
        return f"{rated(cell)} –", text
    if cell["evidence"] in ("thin", "none"):
        return f"{rated(cell)} on {EVIDENCE[cell['evidence']].lower()}:", text
    return f"{rated(cell)} because", text


def _told(cell: dict) -> str:
    return " ".join(reason["text"] for reason in cell["reasons"][: None if cell["rag"] == "grey" else 1])


def sentence(cell: dict) -> str:
    """A cell of the matrix for a screen reader."""
    return (
        f"{cell['home']}, {standard(cell['standard']).name}: {rated(cell)}. {CHANGES[cell['change']]}. "
        f"{EVIDENCE[cell['evidence']]}. {_told(cell)}"
    )


def as_text(value: str) -> str:
    """What a person wrote, for a button's label, which would otherwise draw its marks (**bold**, :red[red], $x$)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", value)
