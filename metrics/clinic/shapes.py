"""What is said of an item of the clinic's agenda, of what clinics decided, and of a lesson."""

from datetime import date
from typing import TypedDict

from metrics.rag.shapes import Cell, ToldCell
from metrics.signals.shapes import Whole
from qa_data.source import Source


class Exceptional(TypedDict):
    """What a clinic should talk about, and why; `standard` is None for a home as a whole; `new`: a concern of it was
    raised in the last complete month; of a home as a whole its colour (`rag`) and, where it gets worse, what it shows
    (`whole`, as in `metrics.signals.as_whole`)."""

    key: str
    home: str
    standard: str | None
    why: str
    new: bool
    also: list[str]
    rag: str | None
    whole: Whole | None
    unseen: list[Cell]


class AgendaItem(Exceptional):
    """The same with its cell, None for a home as a whole. `of`: how many items there are with those left off, and
    `about`: how many ratings they are about."""

    cell: ToldCell | None
    of: int
    about: int


class OfClinic(TypedDict):
    """What a clinic decided; state: done, late, open, cancelled or refused."""

    home: str
    action: str
    owner: str | None
    decided_on: date
    due: date | None
    completed: date | None
    status: str
    state: str
    source: Source


class Decided(OfClinic):
    """The same under one of its standards."""

    standard: str


class DecidedAction(OfClinic):
    """The same with all of its standards and the reference of the action that it is."""

    reference: str
    standards: list[str]


class Meeting(TypedDict):
    """A clinic as it was held on a day. `present` is None where nobody said who was there; `became`: the decisions of
    the clinic before, as they stand on that day."""

    held_on: date
    present: str | None
    decided: list[DecidedAction]
    became: list[DecidedAction]


class Lesson(TypedDict):
    """A lesson and a home that it is put to (`asked`); answer, note, answered_on and answered_by are None while it
    waits. `days`: to the answer, or waiting."""

    lesson: str
    home: str | None
    about: str
    of: str | None
    text: str
    standards: list[str]
    put_on: date
    made_by: str | None
    asked: str
    answer: str | None
    note: str | None
    answered_on: date | None
    answered_by: str | None
    days: int


class Answers(TypedDict):
    """How many lessons a home was asked about, and how many it has answered."""

    home: str
    asked: int
    answered: int


class Loop(TypedDict):
    """How the loop closes: `days` is the median from question to answer, `waiting` the longest wait, each None without
    one."""

    lessons: int
    asked: int
    answered: int
    days: float | None
    waiting: int | None
    by_home: list[Answers]


class Candidate(TypedDict):
    """What may be put to the other homes, with a first wording."""

    home: str
    about: str
    of: str
    standards: list[str]
    title: str
    text: str
