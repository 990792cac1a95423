"""What is chosen on the Actions page, and the workbook of what is listed."""

import streamlit as st

from loaders.writing import workbook
from metrics.evidence.tracker import KINDS, STATES
from pages.parts import address
from qa_data.dictionary import dataset
from qa_data.standards import CODES, standard

EVERY = "All"

STATED = (*STATES, "unowned")


def chosen(homes: list[str]) -> tuple[str | None, str | None, str | None, str | None]:
    """Home, standard, kind and state, as the address says; None for all."""
    first, second = st.columns(2, width=700)
    home = _choice(first, "Home", "home", homes, str)
    code = _choice(second, "Standard", "standard", list(CODES), lambda code: standard(code).name)
    return home, code, _said("kind", KINDS), _said("state", STATED)


def _said(name: str, known) -> str | None:
    return address.said(name) if address.said(name) in known else None


def _choice(column, label: str, name: str, options: list[str], words) -> str | None:
    asked = _said(name, options)
    st.session_state[f"actions {name}"] = asked or EVERY
    column.selectbox(label, [EVERY, *options], key=f"actions {name}", format_func=lambda each: EVERY if each == EVERY else words(each),
                     on_change=lambda: address.say(**{name: None if st.session_state[f"actions {name}"] == EVERY else st.session_state[f"actions {name}"]}))
    return asked


def download(rows: list[dict]) -> None:
    """The actions listed as a workbook that loads again."""
    st.download_button("Download these actions (.xlsx)", lambda: workbook(dataset("actions"), [row | {"source": row["came_from"]} for row in rows]),
                       file_name=f"Actions {address.as_at():%Y-%m-%d}.xlsx", disabled=not rows)
