"""What the council's own headings stand for: each beside the dashboard's column, decided once for every later file."""

import streamlit as st
from htpy import p

from pages.parts import ask, who
from pages.parts.changing import change
from pages.parts.links import static
from pages.parts.wording import as_text
from qa_data.access import Right
from qa_data.dictionary import dataset
from qa_data.headings import LEAVE_ALONE, map_heading
from qa_data.wording import counted, listed

MOST = 20
"""So many headings are asked about at a time."""


def mapping(file, answer: dict, by: str) -> None:
    """Asks what the headings are that the file has and the dashboard does not know; open where a column is near."""
    headings = answer["headings"][:MOST]
    if not headings:
        return
    if not who.may(Right.KEEP):
        static(p(".small")[_left_alone(answer["headings"])])
        return
    near = [place for place, each in enumerate(headings) if each["suggestion"]]
    # Its key keeps it open while its headings become fewer.
    with st.expander(
        f"Say what {counted(len(answer['headings']), 'heading')} of {as_text(answer['file'])} stand for",
        expanded=bool(near),
        key=f"map {file.file_id}",
        on_change="rerun",
    ):
        static(
            p(".small")[
                "What you choose is kept with your name and used for every later file. Until then these columns are"
                " left alone."
            ]
        )
        keys = [_asked(file, each, place) for place, each in enumerate(headings)]
        _buttons(file, headings, keys, near, by)


def _asked(file, heading: dict, place: int) -> str:
    """A heading with some of its values and the columns to choose from; the key of what is chosen."""
    columns = [each.header for each in dataset(heading["dataset"]).columns]
    choices = [*columns, LEAVE_ALONE]
    key = f"heading {file.file_id} {heading['dataset']} {heading['heading']} {place}"
    told, chosen = st.columns([1, 1], vertical_alignment="bottom")
    sheets, values = heading["sheets"], ", ".join(heading["values"])
    others = f" and {counted(len(sheets) - 1, 'more sheet')}" if len(sheets) > 1 else ""
    told.text(f"{heading['heading']}\n{sheets[0]}{others}{f': {values}' if values else ''}")
    chosen.selectbox(
        f"“{as_text(heading['heading'])}” is",
        choices,
        index=choices.index(heading["suggestion"] or LEAVE_ALONE),
        key=key,
    )
    return key


def _buttons(file, headings: list[dict], keys: list[str], near: list[int], by: str) -> None:
    why = None if by else "Give your name in step 1 first."
    if why:
        static(p(".small")[why])
    every = list(range(len(headings)))
    with st.container(horizontal=True):
        for label, places, taken in (
            (f"Take {_suggestions(len(near))}", near, True),
            ("Keep all as chosen", every, False),
        ):
            if places:
                st.button(
                    label,
                    key=f"{label} {file.file_id}",
                    disabled=not by,
                    help=why,
                    on_click=_keep,
                    args=([headings[place] for place in places], [keys[place] for place in places], taken),
                )


def _left_alone(headings: list[dict]) -> str:
    named = listed([f"“{each['heading']}”" for each in headings[:MOST]])
    return f"Left alone, since nobody has said what it stands for: {named}. A keeper of the dashboard can say it."


def _suggestions(count: int) -> str:
    return "the suggestion" if count == 1 else f"all {count} suggestions"


def _keep(headings: list[dict], keys: list[str], taken: bool) -> None:
    """Keeps what is suggested, or what is chosen."""
    for each, key in zip(headings, keys, strict=True):
        column = each["suggestion"] if taken else st.session_state[key]
        # The same heading on sheets of two kinds may be two columns: what is said here is said of this kind.
        change(_map, each["heading"], None if column == LEAVE_ALONE else column, dataset(each["dataset"]).title)


def _map(heading: str, column: str | None, sheet: str | None) -> None:
    ask.write(Right.KEEP, map_heading, who.name("by"), heading, column, sheet)
