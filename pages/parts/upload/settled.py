"""What was settled in a file here, folded, with a way back."""

from itertools import groupby

import streamlit as st

from loaders.settling import Given, Made, Settlement, Split
from pages.parts.upload import incoming
from pages.parts.upload.options import column_of
from qa_data.dictionary import Dataset

MOST_CELLS = 4


def settled(file, told: list[dict], read_as: dict[str, Dataset]) -> None:
    """All that is settled, equal outcomes in one line with Undo; drawn once it is opened."""
    if not told:
        return
    key = incoming.content_of(file)[:12]
    with st.expander(f"{len(told):,} settled here", key=f"settled {key}", on_change="rerun") as shown:
        if not shown.open:
            return
        if len(told) > 1:
            _undo("Undo all", file, told, key)
        for _, same in groupby(sorted(told, key=_outcome), _outcome):
            _line(file, list(same), read_as, key)


def _line(file, same: list[dict], read_as: dict[str, Dataset], key: str) -> None:
    words, button = st.columns([5, 1], vertical_alignment="center")
    words.text(f"{_where(same)}{_what(same[0], read_as)}.")
    with button:
        _undo("Undo", file, same, f"{key} {_where(same)}")


def _undo(label: str, file, told: list[dict], key: str) -> None:
    st.button(
        label,
        key=f"{label} {key}",
        on_click=incoming.unsettle,
        args=(file, [made for each in told for made in _made(each)]),
    )


def _made(told: dict) -> list[Made]:
    """The settlements that this may tell of."""
    if told["cell"] is None:
        return [Given(told["sheet"], told["column"], "")]
    return [Settlement(told["sheet"], told["cell"]), Split(told["sheet"], told["cell"])]


def _outcome(told: dict) -> tuple:
    return (
        told["sheet"],
        told.get("column") if told["cell"] is None else "",
        told["original"] or "",
        told["settled"] is not None,
        told["settled"] or "",
        told.get("split") or 0,
    )


def _where(same: list[dict]) -> str:
    sheet, cells = same[0]["sheet"], [each["cell"] for each in same if each["cell"]]
    rest = len(cells) - MOST_CELLS
    named = f"{sheet}!{', '.join(cells[:MOST_CELLS])}" if cells else f"All of {sheet}"
    return named + (f" and {rest:,} more" if rest > 0 else "")


def _what(told: dict, read_as: dict[str, Dataset]) -> str:
    if told["cell"] is None:
        column = column_of(told, read_as)
        return f": {column.header if column else told['column']} is “{told['settled']}”"
    stood = f"“{told['original']}”" if told["original"] else "blank"
    return f", {stood}: {_became(told)}"


def _became(told: dict) -> str:
    if told.get("split"):
        return f"split into {told['split']} rows"
    if told["settled"] is None:
        return "left out with its row"
    return f"taken as “{told['settled']}”" if told["settled"] else "left blank"
