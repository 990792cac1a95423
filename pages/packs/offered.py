"""The buttons that make a pack when they are pressed, not before."""

from collections.abc import Callable
from importlib import import_module

import streamlit as st

from pages.parts import ask
from qa_data.scope import Scope
from qa_data.wording import british

PACKS = {"Clinic": "content.clinic", "Practice learning": "learning.learning", "Scrutiny": "scrutiny.scrutiny"}
"""What makes the content of each, and below what writes it, as module and function: only a pack that is asked for has
its libraries imported.
"""

WRITTEN = {
    "PDF": ("pdf.pdf", "pdf", "application/pdf"),
    "Slides": ("slides.slides", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "Workbook": ("workbook.workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def offered(kinds: tuple[str, ...], home: str | None = None) -> None:
    """A row of buttons a kind of pack (of `PACKS`); `home` where it is of one home."""
    with st.expander("Packs to take away"):
        for kind in kinds:
            st.markdown(f"**{kind}**" + (" (all homes together, small numbers hidden)" if kind == "Scrutiny" else ""))
            for column, written in zip(st.columns(len(WRITTEN), width=480), WRITTEN, strict=True):
                _button(column, kind, written, ask.scope(), home)


def _button(column, kind: str, written: str, asked: Scope, home: str | None) -> None:
    _, ending, mime = WRITTEN[written]
    name = f"{kind} pack {f'{home} ' if home else ''}{british(asked.as_at)}.{ending}"
    column.download_button(
        written,
        data=lambda: made(kind, written, asked, home),
        file_name=name,
        mime=mime,
        key=f"pack {kind} {written}",
        help=f"{kind} as {written}",
        on_click="ignore",
    )


def made(kind: str, written: str, asked: Scope, home: str | None = None) -> bytes:
    """The pack of that kind, written that way (of `WRITTEN`), as asked."""
    with ask.of(asked):
        return _named(WRITTEN[written][0])(_named(PACKS[kind])(asked.as_at, home))


def _named(name: str) -> Callable:
    module, function = name.split(".")
    return getattr(import_module(f"pages.packs.{module}"), function)
