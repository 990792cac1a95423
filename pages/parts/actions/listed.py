"""The actions themselves: each with where it stands and where it is told; and those that came back."""

from collections.abc import Collection

from htpy import Element, Fragment, Node, a, div, fragment, h2, li, p, span, ul

from loaders.references import given
from metrics.actions.tracker import KINDS, STATES
from pages.parts import address, sources
from pages.parts.address import link
from pages.parts.tables import cell, scrolled
from qa_data.standards import standard
from qa_data.wording import british, counted

STILL = {
    "soon": "Due soon",
    "dated": "Open",
    "undated": "Open, without a date",
    "undecided": "Waiting for a decision",
}
"""Where an action stands that is neither done nor late."""

MOST_BACK = 20


def listed(rows: list[dict], kind: str | None, state: str | None, most: int, theirs: Collection[str]) -> Fragment:
    """The actions, each with where it came from and where its row stands; those of the homes that are theirs with a
    link to work on it.
    """
    stated = "" if not state else ": no owner" if state == "unowned" else f": {STATES[state]}"
    shown = f"the first {most:,}, the longest overdue first" if len(rows) == most else counted(len(rows), "action")
    return fragment[
        h2[f"{KINDS.get(kind, 'Actions still to be done or decided')}{stated}"],
        p(".small")[shown, (kind or state) and [" · ", a(href=link("actions"))["show all"]]],
        scrolled(
            ("Reference", "Home", "Action", "Owner", "Due", "Where it stands"),
            [_row(row, row["home"] in theirs) for row in rows],
        ),
    ]


def _row(row: dict, is_theirs: bool) -> tuple:
    return (
        cell(given(row["reference"]), class_="nowrap"),
        a(href=link(home=row["home"], standard=row["standards"][0]))[row["home"]],
        div[row["action"], _source(row)],
        row["owner"] or _none("No owner"),
        cell(british(row["due"]) if row["due"] else _none("No due date"), class_="nowrap"),
        div[_state(row), is_theirs and _work(row)],
    )


def _work(row: dict) -> Element:
    kept = {name: address.said(name) for name in ("home", "standard", "kind", "state")}
    href = link("actions", **kept, work=f"{row['home']}~{row['reference']}")
    return div[a(href=href, aria_label=f"Work on it: {row['action'][:60]}")["Work on it"]]


def _source(row: dict) -> Element:
    regulation = f", regulation {row['regulation']}" if row["regulation"] else ""
    named = ", ".join(standard(code).name for code in row["standards"])
    return div(".source")[
        f"{row['came_from']}{regulation}, {british(row['source_date'])} · {named} · ",
        f"{row['decision_reason']} · " if row["live"] and row["decision_reason"] else None,
        sources.source(row["source"]),
    ]


def _none(words: str) -> Element:
    return span(".small")[words]


def _state(row: dict) -> Node:
    if row["state"] == "completed":
        proof = "with evidence" if row["evidenced"] else "without evidence"
        verified = f"verified by {row['verified_by']}" if row["verified"] else "not verified by another"
        return f"Completed {british(row['completed'])}, {proof}, {verified}"
    if row["state"] == "overdue":
        return span(".bad.nowrap")[f"Overdue {counted(row['days_overdue'], 'day')}"]
    if row["state"] == "refused":
        return f"Not accepted: {row['decision_reason'] or 'no reason given'}"
    return STILL[row["state"]]


def came_back(pairs: list[dict], home: str | None, code: str | None) -> Fragment:
    """What was completed and asked for again: the action may be closed, what it was for is not."""
    back = [
        pair
        for pair in pairs
        if _came_back(pair) and home in (None, pair["home"]) and code in (None, *pair["standards"])
    ]
    none = "Nothing that was completed has been asked for again in 12 months, as far as the words tell."
    return fragment[
        h2[f"Closed and came back ({len(back):,})"],
        p(".small")[
            "Completed, and a requirement or recommendation within 12 months asks for the same at the same home. ",
            a(href=link("lessons"))["Confirm or dismiss them"],
            ".",
        ],
        ul(".l")[[_back(pair) for pair in back[:MOST_BACK]] or li(".small")[none]],
        len(back) > MOST_BACK and p(".small")[f"And {len(back) - MOST_BACK:,} more."],
    ]


def _came_back(pair: dict) -> bool:
    completed = pair["first"]["completed"]
    return pair["decision"] != "dismissed" and bool(completed) and completed <= pair["later"]["raised"]


def _back(pair: dict) -> Element:
    first, later = pair["first"], pair["later"]
    return li[
        div[
            a(href=link(home=pair["home"], standard=pair["standards"][0]))[pair["home"]],
            f": {later['action']}",
            div(".source")[
                f"completed {british(first['completed'])}, asked for again {british(later['raised'])} · ",
                sources.sources([first["source"], later["source"]]),
            ],
        ]
    ]
