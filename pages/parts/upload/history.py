"""The upload page's right side: whose return is in, and every upload with a way to take it out and put it back."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st
from htpy import Element, Node, Renderable, details, div, fragment, h2, li, p, span, strong, summary, ul

from pages.parts import ask, marks, who
from pages.parts.changing import change
from pages.parts.links import static
from pages.parts.opening import row_opens
from pages.parts.sources import settling
from pages.parts.wording import local_day, moment
from qa_data.access import Right
from qa_data.settled import settlements
from qa_data.uploads import ACCEPTED, ERASED, Upload, restore, withdraw, withdrawals
from qa_data.wording import counted

MOST = 12
"""So many homes of a kind are named."""

LATEST = 5
"""So many uploads are listed until all are asked for."""


def returns_in(facts: dict[str, dict], month: date) -> Renderable:
    """Which homes' returns for the month are in, the missing ones first."""
    missing = [each for each in facts.values() if not each["return_in"]]
    received = [each for each in facts.values() if each["return_in"]]
    shown = missing[:MOST] + received[:MOST]
    rest = len(facts) - len(shown)
    return fragment[
        h2[f"{month:%B} returns: {counted(len(missing), 'missing', 'missing') if missing else 'all received'}"],
        ul(".l")[[_return(each) for each in shown]],
        rest > 0 and p(".small")[f"And {counted(rest, 'more home')}."],
    ]


def _return(facts: dict) -> Element:
    if facts["return_in"]:
        return li[
            marks.mark("green", 20, "✓", "Received"),
            div[strong[facts["home"]], " · Received", div(".small")[f"Loaded {local_day(facts['return_in'])}"]],
        ]
    return li[
        marks.mark("red", 20, "!", "Not received"),
        div[strong[facts["home"]], " · ", span(".bad")["Not received"]],
    ]


def history(uploads: list[Upload], by: str) -> None:
    """Every upload, newest first."""
    static(fragment[h2["History"], p(".small")["What is withdrawn can be put back; what is erased is gone."]])
    newest = uploads[::-1]
    every = len(newest) <= LATEST or st.toggle(f"Show all {len(newest)} uploads", key="all_uploads")
    settled = _by_upload(ask.answer(settlements))
    changed = _by_upload(ask.answer(withdrawals))
    for upload in newest if every else newest[:LATEST]:
        _upload(upload, by, [_settled(settled.get(upload.upload_id, [])), _changed(changed.get(upload.upload_id, []))])


def _by_upload(rows: list[dict]) -> dict[str, list[dict]]:
    told: dict[str, list[dict]] = {}
    for row in rows:
        told.setdefault(row["upload_id"], []).append(row)
    return told


def _upload(upload: Upload, by: str, more: Node) -> None:
    accepted = upload.state == ACCEPTED
    told, button = st.columns([3, 1.2], vertical_alignment="center")
    told.html(str(_told(upload, more)))
    name, does = ("Withdraw", withdraw) if accepted else ("Put back", restore)
    if _may_change(upload):
        button.button(
            name,
            key=f"state-{upload.upload_id}",
            disabled=not by,
            help=None if by else "Give your name first.",
            on_click=change,
            args=(_changed_now, does, upload.upload_id),
        )


def _may_change(upload: Upload) -> bool:
    """A keeper may take out and put back any upload, whoever else decides for a home what they loaded themselves; of
    one that is erased nothing is left.
    """
    if upload.state == ERASED:
        return False
    return who.may(Right.KEEP) or (who.may(Right.DECIDE) and upload.made_by == who.name("by"))


def _changed_now(does: Callable, upload_id: str) -> None:
    by = who.name("by")
    if who.may(Right.KEEP):
        ask.write(Right.KEEP, does, upload_id, by)
    else:
        ask.write(Right.DECIDE, partial(does, own=True), upload_id, by)


def _told(upload: Upload, more: Node) -> Element:
    rows = counted(sum(sheet["rows"] for sheet in upload.sheets), "row")
    return div(".qa")[
        strong[upload.file],
        upload.state != ACCEPTED and [" · ", span(".worse")[upload.state.capitalize()]],
        div(".small")[f"{moment(upload.moment)} · {upload.made_by} · {rows}", more, _erased(upload)],
    ]


def _erased(upload: Upload) -> Element | None:
    told = upload.erased
    return told and div[f"Erased {moment(told['moment'])} by {told['by']}: {told['reason']}"]


def _settled(settled: list[dict]) -> Element | None:
    if not settled:
        return None
    return details[
        summary[f"{len(settled)} settled before it was loaded"],
        ul[[li[_cell(each), f" {settling(each)}"] for each in settled]],
    ]


def _cell(each: dict) -> Node:
    """The cell's name, which opens its row; a row that was left out was not stored."""
    if each["cell"] is None:
        return f"{each['sheet']}: {each['column']} of all rows"
    named = f"{each['sheet']}!{each['cell']}"
    if each["settled"] is None:
        return named
    return row_opens(each["upload_id"], each["sheet"], each["sheet_row"], each["cell"], named)


def _changed(changed: list[dict]) -> list[Element]:
    return [
        div[f"{'Put back' if each['state'] == ACCEPTED else 'Withdrawn'} {moment(each['moment'])} by {each['made_by']}"]
        for each in changed
    ]
