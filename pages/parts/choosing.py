"""Which home and which standard the Home page shows: what the address says, else the worst."""

import streamlit as st

from metrics.homes.named import meant
from metrics.rag import status
from metrics.rag.order import WORST_FIRST, worst_first
from pages.parts import address, ask, noted
from pages.parts.wording import long_day
from qa_data.standards import CODES, standard

EVERY = "All"


def asked_home() -> str | None:
    """The home of the address, by whichever of its names; None where it says none, or what is no home's."""
    asked = address.said("home")
    return ask.answer(meant, asked)["home"] if asked else None


def no_such_home(names: list[str]) -> str:
    """Why none of these homes is that of the address; nothing where the address names one of them, or none."""
    asked = address.said("home")
    if not asked:
        return ""
    found = ask.answer(meant, asked)
    if found["home"] is None:
        return found["why"]
    return "" if found["home"] in names else f"{found['home']} was not open on {long_day(address.as_at())}."


def chosen_home(names: list[str]) -> str | None:
    """The picker, on the home of the address or the worst one; None where the address names none of the homes."""
    home = asked_home() if address.said("home") else _worst()
    st.session_state["home"] = home if home in names else None
    st.selectbox(
        "Home",
        names,
        key="home",
        placeholder="Choose a home",
        width=320,
        on_change=lambda: address.say(home=st.session_state["home"], standard=None, indicator=None),
    )
    noted.of_home(st.session_state["home"])
    return st.session_state["home"]


def _worst() -> str:
    cells = ask.shared(status.cells)
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
    noted.of_home(home)
    return home, code


def _filter(column, page: str, name: str, options: list[str], words) -> str | None:
    asked, key = asked_home() if name == "home" else address.said(name), f"{page} {name}"
    if name == "home" and (why := no_such_home(options)):
        st.warning(f"{why} All homes are shown.")
    st.session_state[key] = asked if asked in options else EVERY
    column.selectbox(
        name.capitalize(),
        [EVERY, *options],
        key=key,
        format_func=lambda each: EVERY if each == EVERY else words(each),
        on_change=lambda: address.say(**{name: None if st.session_state[key] == EVERY else st.session_state[key]}),
    )
    return asked if asked in options else None
