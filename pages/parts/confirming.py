"""Saying who is staff or a visitor, so that their names may stand in texts; and taking it back."""

import streamlit as st
from htpy import Element, div, strong

from pages.parts import ask, who
from pages.parts.changing import NOT_KEPT, change
from pages.parts.wording import moment
from qa_data.access import Right
from qa_data.register import KINDS, VISITOR, Confirmed, NotConfirmed, confirm, withdraw_confirmation
from qa_data.wording import counted


def confirming(names: dict[str, str], box: str, key: str) -> None:
    """Names to choose from, each with where it stands, and a button for what they are; `box` holds who confirms."""
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
                disabled=not (chosen and who.name(box)),
                help=None if who.name(box) else "Give your name first.",
                on_click=change,
                args=(_confirm, box, chosen, kind),
            )


def _confirm(box: str, names: list[str], kind: str) -> None:
    # Whoever keeps the register confirms for every home; a manager for a home of theirs.
    keeps = who.may(Right.KEEP)
    right, home = (Right.KEEP, None) if keeps else (Right.DECIDE, next(iter(ask.scope().named or ()), None))
    try:
        for name in names:
            ask.write(right, confirm, who.name(box), name, kind, home)
    except NotConfirmed as why:
        st.session_state[NOT_KEPT] = str(why)


def register(people: list[Confirmed], box: str) -> None:
    """Who is confirmed, each with a button that takes it back."""
    for each in people:
        told, button = st.columns([3, 1], vertical_alignment="center")
        told.html(str(_told(each)))
        button.button(
            "Withdraw",
            key=f"withdraw {each['name']}",
            disabled=not who.name(box),
            help=None if who.name(box) else "Give your name first.",
            on_click=change,
            args=(_withdraw, box, each["name"]),
        )


def _withdraw(box: str, name: str) -> None:
    ask.write(Right.KEEP, withdraw_confirmation, who.name(box), name)


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
