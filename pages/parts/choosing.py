"""Which home and which standard the Home page shows: what the address says, else the worst."""

import streamlit as st

from metrics.rag import status
from metrics.rag.order import WORST_FIRST, worst_first
from pages.parts import address, ask
from qa_data.standards import CODES, standard

EVERY = "All"


def chosen_home(names: list[str]) -> str | None:
    """The picker, on the home of the address or the worst one; None where the address names none of the homes."""
    asked = address.said("home")
    home = asked or _worst()
    st.session_state["home"] = home if home in names else None
    st.selectbox(
        "Home",
        names,
        key="home",
        placeholder="Choose a home",
        width=320,
        on_change=lambda: address.say(home=st.session_state["home"], standard=None, indicator=None),
    )
    return st.session_state["home"]


def _worst() -> str:
    cells = ask.answer(status.cells)
    return worst_first(status.homes(cells), cells)[0]["home"]


def chosen_cell(cells: list[dict]) -> dict:
    """The cell of the standard in the address; else the worst, protection first."""
    asked = [cell for cell in cells if cell["standard"] == address.said("standard")]
    return (
        asked[0]
        if asked
        else min(
            cells, key=lambda cell: (WORST_FIRST[cell["rag"]], cell["change"] != "worse", cell["standard"] != "QS12")
        )
    )


def filters(
    page: str, homes: list[str], names: tuple[str, ...] = ("home", "standard")
) -> tuple[str | None, str | None]:
    """Pickers of a home and a standard, or of one of them, as the address says; None for all."""
    columns = dict(zip(names, st.columns(2, width=700), strict=False))
    offered = {"home": (homes, str), "standard": (list(CODES), lambda code: standard(code).name)}
    home, code = (
        _filter(columns[name], page, name, *offered[name]) if name in names else None for name in ("home", "standard")
    )
    return home, code


def _filter(column, page: str, name: str, options: list[str], words) -> str | None:
    asked, key = address.said(name), f"{page} {name}"
    st.session_state[key] = asked if asked in options else EVERY
    column.selectbox(
        name.capitalize(),
        [EVERY, *options],
        key=key,
        format_func=lambda each: EVERY if each == EVERY else words(each),
        on_change=lambda: address.say(**{name: None if st.session_state[key] == EVERY else st.session_state[key]}),
    )
    return asked if asked in options else None
