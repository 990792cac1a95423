"""The blank workbook, for all homes or for one."""

import streamlit as st
from htpy import fragment, h2, p

from loaders.template import template
from pages.parts import address, ask
from pages.parts.links import static

ALL = "All homes"


def offered(homes: list[str]) -> None:
    """A button that brings the template; for one home, with its open actions if wanted."""
    static(
        fragment[
            h2["Template"],
            p(".small")[
                "A workbook with a sheet for each kind of row: lists to choose from, checks as you type, help on each"
                " heading. Your own sheets load as well."
            ],
        ]
    )
    home = st.selectbox("For", [ALL, *homes], key="template home")
    with_actions = st.checkbox("With the actions that are open", key="template actions")
    # Said here: where the workbook is made, no page is being drawn.
    store, scope, chosen = ask.store(), ask.writing_scope().at(address.as_at()), None if home == ALL else home
    st.download_button(
        "Template (.xlsx)",
        lambda: template(store, scope, chosen, with_actions),
        file_name=f"Template{'' if chosen is None else ' ' + chosen}.xlsx",
        on_click="ignore",
    )
