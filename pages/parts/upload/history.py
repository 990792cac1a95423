"""The upload page's right side: whose return is in, and every upload with a way to take it out and put it back."""

from datetime import date
from html import escape

import streamlit as st

from pages.parts import ask, marks
from pages.parts.changing import change
from pages.parts.links import static
from pages.parts.origin import settling
from pages.parts.words import local_day, moment
from qa_data.settled import settlements
from qa_data.uploads import ACCEPTED, Upload, restore, withdraw, withdrawals
from qa_data.words import counted

LATEST = 12
"""So many uploads are listed until all are asked for."""


def returns_in(facts: dict[str, dict], month: date) -> str:
    """Which homes' returns for the month are in, the missing ones first."""
    missing = [each for each in facts.values() if not each["return_in"]]
    received = [each for each in facts.values() if each["return_in"]]
    title = (
        f"{month:%B} returns: {counted(len(missing), 'missing', 'missing')}"
        if missing
        else f"{month:%B} returns: all received"
    )
    shown = missing[:LATEST] + received[:LATEST]
    rest = f'<p class="small">And {len(facts) - len(shown):,} more homes.</p>' if len(facts) > len(shown) else ""
    return f'<h2>{title}</h2><ul class="l">{"".join(map(_return, shown))}</ul>{rest}'


def _return(facts: dict) -> str:
    home = f"<strong>{escape(facts['home'])}</strong>"
    if facts["return_in"]:
        return (
            f'<li>{marks.mark("green", 20, "✓", "Received")}<div>{home} · Received<div class="small">Loaded'
            f" {local_day(facts['return_in'])}</div></div></li>"
        )
    return (
        f'<li>{marks.mark("red", 20, "!", "Not received")}<div>{home} · <span class="bad">Not'
        " received</span></div></li>"
    )


def history(uploads: list[Upload], by: str) -> None:
    """Every upload, newest first."""
    static('<h2>History</h2><p class="small">Nothing is deleted: what is withdrawn can be put back.</p>')
    newest = uploads[::-1]
    every = len(newest) <= LATEST or st.toggle(f"Show all {len(newest)} uploads", key="all_uploads")
    settled, changed = _by_upload(ask.answer(settlements)), _by_upload(ask.answer(withdrawals))
    for upload in newest if every else newest[:LATEST]:
        _upload(upload, by, _settled(settled.get(upload.upload_id, [])) + _changed(changed.get(upload.upload_id, [])))


def _by_upload(rows: list[dict]) -> dict[str, list[dict]]:
    told: dict[str, list[dict]] = {}
    for row in rows:
        told.setdefault(row["upload_id"], []).append(row)
    return told


def _upload(upload: Upload, by: str, more: str) -> None:
    accepted = upload.state == ACCEPTED
    told, button = st.columns([3, 1.2], vertical_alignment="center")
    rows = sum(sheet["rows"] for sheet in upload.sheets)
    state = "" if accepted else ' · <span class="worse">Withdrawn</span>'
    told.html(
        f'<div class="qa"><strong>{escape(upload.file)}</strong>{state}<div class="small">{moment(upload.moment)} ·'
        f" {escape(upload.made_by)} · "
        f"{counted(rows, 'row')}{more}</div></div>"
    )
    name, does = ("Withdraw", withdraw) if accepted else ("Put back", restore)
    button.button(
        name,
        key=f"state-{upload.upload_id}",
        disabled=not by,
        help=None if by else "Give your name first.",
        on_click=change,
        args=(does, ask.store(), upload.upload_id, by),
    )


def _settled(settled: list[dict]) -> str:
    if not settled:
        return ""
    made = "".join(f"<li>{escape(each['sheet'])}!{escape(settling(each))}</li>" for each in settled)
    return f"<details><summary>{len(settled)} settled before it was loaded</summary><ul>{made}</ul></details>"


def _changed(changed: list[dict]) -> str:
    return "".join(
        f"<div>{'Put back' if each['state'] == ACCEPTED else 'Withdrawn'} {moment(each['moment'])} by"
        f" {escape(each['made_by'])}</div>"
        for each in changed
    )
