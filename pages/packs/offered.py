"""The buttons that make a pack when they are pressed, not before."""

from collections.abc import Callable
from datetime import date
from importlib import import_module

import streamlit as st

from metrics.clinic import last_held
from metrics.export.tables import exported
from metrics.together import ratings_together
from pages.parts import address, ask
from pages.parts.noted import taken_away
from qa_data.scope import Every
from qa_data.wording import british

SCRUTINY = "Scrutiny"

MINUTES, READY, DRAFT = "Minutes", "Ready for inspection", "Regulation 45 draft"

YOUNG = "For young people"

PACKS = {
    "Clinic": "minutes.clinic_pack",
    MINUTES: "minutes.minutes",
    "Practice learning": "learning.learning",
    READY: "ready.ready",
    DRAFT: "review.review",
    YOUNG: "young_people.young_people",
    SCRUTINY: "scrutiny.scrutiny",
}
"""What makes the content of each, and below what writes it, as module and function: only a pack that is asked for has
its libraries imported.
"""

WRITTEN = {
    "PDF": ("pdf.pdf", "pdf", "application/pdf"),
    "Word": ("word.word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "Slides": ("slides.slides", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "Workbook": ("workbook.workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}

BRIEF = {("Clinic", "Slides"): ("briefing.briefing", "slides.brief")}
"""What is said and written in a way of its own."""

ONLY = {MINUTES: ("Word", "PDF"), DRAFT: ("Word",), YOUNG: ("PDF", "Word")}
"""What is not offered in every way: minutes are gone on with, or filed; a draft is there to be written on."""

OF_ONE_HOME = (READY, DRAFT, YOUNG)


def offered(kinds: tuple[str, ...], home: str | None = None) -> None:
    """A row of buttons a kind of pack (of `PACKS`); `home` where it is of one home. Scrutiny's is of all homes together
    or not at all, and some are `OF_ONE_HOME`. Data are of homes: who may read none is offered none.
    """
    every = ask.scope(ratings_together).homes is Every.HOME
    reads = bool(ask.scope().homes)
    left_out = (() if every else (SCRUTINY,)) + (() if home else OF_ONE_HOME)
    with st.expander("Packs to take away"):
        for kind in [each for each in kinds if each not in left_out]:
            st.markdown(f"**{kind}**" + (" (all homes together, small numbers hidden)" if kind == SCRUTINY else ""))
            for column, written in zip(st.columns(len(WRITTEN), width=640), ONLY.get(kind, WRITTEN), strict=False):
                _button(column, kind, written, address.as_at(), home)
        if reads:
            _data(address.as_at(), home)


def offered_alone(kind: str, home: str) -> None:
    """The buttons of one kind of pack of one home, in the open."""
    for column, written in zip(st.columns(len(WRITTEN), width=640), ONLY[kind], strict=False):
        _button(column, kind, written, address.as_at(), home)


def _button(column, kind: str, written: str, day: date, home: str | None) -> None:
    _, ending, mime = WRITTEN[written]
    title = kind if kind == MINUTES else f"{kind} pack"
    name = f"{title} {f'{home} ' if home else ''}{british(_day_of(kind, day))}.{ending}"
    taken_away(
        written,
        lambda: made(kind, written, day, home),
        title.lower() if kind == MINUTES else title,
        home,
        column,
        file_name=name,
        mime=mime,
        key=f"pack {kind} {written}",
        help=f"{kind} as {written}",
        on_click="ignore",
    )


def _data(day: date, home: str | None) -> None:
    st.markdown("**Data for other programs** (every figure, rating, reason, signal and action, with a dictionary)")
    taken_away(
        "CSV and Parquet",
        lambda: data(home),
        "data",
        home,
        file_name=f"Data {f'{home} ' if home else ''}{british(day)}.zip",
        mime="application/zip",
        key="data",
        help="One .zip with a table a file, for Power BI and the like",
        on_click="ignore",
    )


def data(home: str | None = None) -> bytes:
    """The exported tables, of all homes or of one, as files in one .zip."""
    from metrics.export.files import files, zipped  # only once it is asked for, like what writes packs

    return zipped(files(ask.answer(exported, homes=[home] if home else None)))


def _day_of(kind: str, day: date) -> date:
    """The day by which a pack is called: minutes by that of the clinic, whatever day it looked at."""
    return (ask.answer(last_held, date.today()) or date.today()) if kind == MINUTES else day


def made(kind: str, written: str, day: date, home: str | None = None) -> bytes:
    """The pack of that kind, written that way (of `WRITTEN`), on that day."""
    says, writes = BRIEF.get((kind, written), (PACKS[kind], WRITTEN[written][0]))
    return _named(writes)(_named(says)(day, home))


def _named(name: str) -> Callable:
    module, function = name.split(".")
    return getattr(import_module(f"pages.packs.{module}"), function)
