"""Saying who is staff or a visitor, so that their names may stand in texts; and taking it back."""

import streamlit as st
from htpy import Element, div, strong

from pages.parts import ask
from pages.parts.changing import NOT_KEPT, change
from pages.parts.wording import moment
from qa_data.register import KINDS, VISITOR, Confirmed, NotConfirmed, confirm, withdraw_confirmation
from qa_data.wording import counted


def confirming(names: dict[str, str], by: str, key: str) -> None:
    """Names to choose from, each with where it stands, and a button for what they are."""
    chosen = st.multiselect(
        "Who of these is staff or a visitor?",
        list(names),
        format_func=lambda name: f"{name}: {names[name]}",
        key=f"people {key}",
        placeholder="Choose one, several or all",
    )
    with st.container(horizontal=True, gap="small"):
        for kind in KINDS:
            st.button(
                f"Confirm as {'visitors' if kind == VISITOR else 'staff'}",
                key=f"confirm {kind} {key}",
                disabled=not (chosen and by),
                help=None if by else "Give your name first.",
                on_click=change,
                args=(_confirm, by, chosen, kind),
            )


def _confirm(by: str, names: list[str], kind: str) -> None:
    try:
        for name in names:
            confirm(ask.store(), ask.writing_scope(), by, name, kind)
    except NotConfirmed as why:
        st.session_state[NOT_KEPT] = str(why)


def register(people: list[Confirmed], by: str) -> None:
    """Who is confirmed, each with a button that takes it back."""
    for each in people:
        told, button = st.columns([3, 1], vertical_alignment="center")
        told.html(str(_told(each)))
        button.button(
            "Withdraw",
            key=f"withdraw {each['name']}",
            disabled=not by,
            help=None if by else "Give your name first.",
            on_click=change,
            args=(withdraw_confirmation, ask.store(), ask.writing_scope(), by, each["name"]),
        )


def _told(each: Confirmed) -> Element:
    where = f" at {each['home']}" if each["home"] else ""
    return div(".qa")[
        strong[each["name"]],
        f": {each['kind']}{where}",
        div(".small")[f"{moment(each['moment'])} · {each['made_by']}", each["reason"] and f" · {each['reason']}"],
    ]


def stands(columns: list[str], times: int) -> str:
    """Owner and Verified by, 12 cells."""
    return f"{', '.join(columns)}, {counted(times, 'cell')}"
