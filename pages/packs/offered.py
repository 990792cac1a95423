"""The buttons that make a pack when they are pressed, not before."""

from collections.abc import Callable
from datetime import date
from importlib import import_module

import streamlit as st

from metrics.together import ratings_together
from pages.parts import address, ask
from pages.parts.noted import taken_away
from qa_data.scope import Every
from qa_data.wording import british

SCRUTINY = "Scrutiny"

READY, DRAFT = "Ready for inspection", "Regulation 45 draft"

PACKS = {
    "Clinic": "content.clinic",
    "Practice learning": "learning.learning",
    READY: "ready.ready",
    DRAFT: "review.review",
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

OF_ONE_HOME = (READY, DRAFT)

WRITTEN_AS = {DRAFT: ("Word",)}
"""Of these packs only these files are offered: a draft is there to be written on."""


def offered(kinds: tuple[str, ...], home: str | None = None) -> None:
    """A row of buttons a kind of pack (of `PACKS`); `home` where it is of one home. Scrutiny's is of all homes together
    or not at all, and some are `OF_ONE_HOME`.
    """
    every = ask.scope(ratings_together).homes is Every.HOME
    left_out = (() if every else (SCRUTINY,)) + (() if home else OF_ONE_HOME)
    with st.expander("Packs to take away"):
        for kind in [each for each in kinds if each not in left_out]:
            st.markdown(f"**{kind}**" + (" (all homes together, small numbers hidden)" if kind == SCRUTINY else ""))
            files = WRITTEN_AS.get(kind, WRITTEN)
            for column, written in zip(st.columns(len(WRITTEN), width=640), files, strict=False):
                _button(column, kind, written, address.as_at(), home)


def _button(column, kind: str, written: str, day: date, home: str | None) -> None:
    _, ending, mime = WRITTEN[written]
    name = f"{kind} pack {f'{home} ' if home else ''}{british(day)}.{ending}"
    taken_away(
        written,
        lambda: made(kind, written, day, home),
        f"{kind} pack",
        home,
        column,
        file_name=name,
        mime=mime,
        key=f"pack {kind} {written}",
        help=f"{kind} as {written}",
        on_click="ignore",
    )


def made(kind: str, written: str, day: date, home: str | None = None) -> bytes:
    """The pack of that kind, written that way (of `WRITTEN`), on that day."""
    return _named(WRITTEN[written][0])(_named(PACKS[kind])(day, home))


def _named(name: str) -> Callable:
    module, function = name.split(".")
    return getattr(import_module(f"pages.packs.{module}"), function)
