"""A file's problems, each in one place with its ways out: said once, chosen, mended in the file or looked at."""

import streamlit as st
from htpy import Element, h3, p, span, strong

from pages.parts import marks
from pages.parts.links import static
from pages.parts.upload import incoming
from pages.parts.upload.bulk import all_at_once
from pages.parts.upload.fold import CHECK, CHOOSE, MEND, ONCE, WAIT, Fold
from pages.parts.upload.folding import folded
from pages.parts.upload.found import DATASETS
from pages.parts.upload.line import APART, line
from pages.parts.upload.mapping import mapping
from pages.parts.upload.settled import settled
from qa_data.dictionary import Dataset
from qa_data.wording import counted

SHOWN = 6
"""So many problems of a kind are drawn until all are asked for: the first ones usually explain the rest."""

MOST = 200

TITLES = {
    ONCE: "Say once for a whole sheet",
    CHOOSE: "Choose or type what it should be",
    MEND: "Mend in the file, then choose it again",
    WAIT: "Waits for another file",
}


def problems(file, answer: dict, by: str, homes: list[str]) -> None:
    """All that is to be done about a file, in the order of doing it."""
    folds = folds_of(file, answer)
    read_as = {sheet["sheet"]: DATASETS[sheet["dataset"]] for sheet in answer["sheets"]}
    if not any(folds.values()) and not answer["headings"]:
        static(_none(answer))
    with st.container(key=f"settle-{incoming.content_of(file)[:12]}"):
        all_at_once(file, [fold for what in (CHOOSE, CHECK) for fold in folds[what]])
        _group(file, ONCE, folds[ONCE], read_as, homes)
        mapping(file, answer, by)
        for what in (CHOOSE, MEND, WAIT):
            _group(file, what, folds[what], read_as, homes)
    _to_check(file, folds[CHECK], read_as, homes, alone=not any(folds[what] for what in TITLES))
    settled(file, answer["settled"], read_as)


def folds_of(file, answer: dict) -> dict[str, list[Fold]]:
    """The file's problems by what is to be done, as far as they are folded in this session."""
    return folded(answer, st.session_state.get(APART, set()))


def _group(file, what: str, folds: list[Fold], read_as: dict[str, Dataset], homes: list[str]) -> None:
    if folds:
        static(h3[TITLES[what], span(".small")[f" · {_counts(folds)}"]])
        _lines(file, what, folds, read_as, homes)


def _counts(folds: list[Fold]) -> str:
    """71 problems in 23 decisions."""
    every = sum(len(fold.problems) for fold in folds)
    decisions = "" if every == len(folds) else f" in {counted(len(folds), 'decision')}"
    return f"{counted(every, 'problem')}{decisions}"


def _lines(file, what: str, folds: list[Fold], read_as: dict[str, Dataset], homes: list[str]) -> None:
    # Where it is kept is no widget's key, so that it outlives a page without the button.
    key = f"every {what} {incoming.content_of(file)[:12]}"
    most = MOST if st.session_state.get(key) else SHOWN
    for fold in folds[:most]:
        line(file, fold, read_as, homes)
    if (rest := len(folds) - most) > 0 and most < MOST:
        st.button(f"Show {rest:,} more", key=f"show {key}", on_click=st.session_state.update, args=({key: True},))
    elif rest > 0:
        static(p(".small")[f"And {rest:,} more, once these are settled."])


def _to_check(file, folds: list[Fold], read_as: dict[str, Dataset], homes: list[str], alone: bool) -> None:
    """What does not stop the file, folded while something else does; drawn once it is opened."""
    if not folds:
        return
    key = f"check {incoming.content_of(file)[:12]}"
    title = f"Please check {counted(len(folds), 'thing')}: the file loads without"
    with st.expander(title, expanded=alone, key=key, on_change="rerun") as shown:
        if shown.open:
            _lines(file, CHECK, folds, read_as, homes)


def _none(answer: dict) -> Element:
    """Where nothing is wrong; a value that would be gone is something to check all the same."""
    if blanked := sum(sheet["blanked"] for sheet in answer["sheets"]):
        check = marks.mark("amber", 20, "?", "Please check")
        gone = f": {counted(blanked, 'cell')} would be made blank, since the file has the column and nothing in it."
        return p[check, " ", strong[answer["file"]], gone, " They stand under step 2."]
    done = marks.mark("green", 20, "✓", "Done")
    return p[done, " ", strong[answer["file"]], ": nothing to settle and nothing to check."]
