"""The blank workbook, for all homes or for one."""

import streamlit as st
from htpy import fragment, h2, p

from loaders.template import template
from pages.parts import ask, meaning
from pages.parts.links import static
from pages.parts.noted import taken_away
from qa_data.access import Right
from qa_data.dictionary.short_form import MOST

ALL = "All homes"
FULL, SHORT = "Full", "Short"


def offered(homes: list[str]) -> None:
    """A button that brings the template: for all homes or for one, full or as the short form, with the actions that
    are open if wanted.
    """
    static(
        fragment[
            h2["Template"],
            p(".small")[
                "A workbook with lists to choose from, checks as you type, help on each heading. For one home it opens"
                " with the home and the months that it owes: type the figures. Your own sheets load as well."
            ],
            meaning.owed(),
        ]
    )
    home = st.selectbox("For", [ALL, *homes], key="template home")
    form = st.radio("Form", [FULL, SHORT], key="template form", horizontal=True, help=MEANT) if homes else FULL
    with_actions = st.checkbox("With the actions that are open", key="template actions")
    # Said here: where the workbook is made, no page is being drawn.
    chosen = None if home == ALL else home
    taken_away(
        "Template (.xlsx)",
        ask.when_pressed(Right.LOAD, template, chosen, with_actions, form == SHORT),
        "template",
        chosen,
        file_name=f"{_named(form, chosen)}.xlsx",
        on_click="ignore",
    )


MEANT = (
    f"Full: a sheet for each kind of row. Short: one screen and five minutes, at most {MOST} figures, those that bring"
    " the most indicators; a sheet a home."
)


def _named(form: str, home: str | None) -> str:
    return " ".join(filter(None, ("Short form" if form == SHORT else "Template", home)))
