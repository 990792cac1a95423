"""The audit in HTML: whether it is whole, and its entries."""

from datetime import UTC, datetime

import streamlit as st
from htpy import Fragment, Node, div, fragment, h1, h2, li, p, span, ul

from pages.parts.registered import REGISTERED
from pages.parts.tables import STACKED, table
from pages.parts.wording import moment
from qa_data.access import ROLE
from qa_data.audit import entries, gaps, hashed
from qa_data.audit.entries import Entry
from qa_data.audit.kept import kept
from qa_data.audit.reading import about
from qa_data.wording import counted

MOST = 60
"""So many entries are drawn; all of those chosen can be taken away."""

HERE = "whoever sat at the machine"
"""Where nobody signs in: who may everything."""

NOTED = (
    "Noted are who signed in or was refused, each page and home looked at, searches (their words only as a hash), what"
    " was taken away, loaded, withdrawn, settled, decided, set and erased. Entries are only added; each holds the hash"
    " of the one before."
)


def headline(wrong: list[str], number: int, months: float | None, where: str) -> Fragment:
    """Whether the audit is whole, and how long it is kept."""
    kept = f"kept for {months:g} months" if months else "kept until a number of months is set on the Settings page"
    return fragment[
        h1[f"The audit is not whole: {counted(len(wrong), 'gap')}" if wrong else "The audit is whole"],
        p(".lede")[NOTED],
        wrong and div(role="alert")[ul(".l")[(li[each] for each in wrong[:20])]],
        p(".small")[
            f"{counted(number, 'entry', 'entries')} in {where}, {kept}. It can be checked without the dashboard: python"
            " -m qa_data audit --verify"
        ],
    ]


def listed(chosen: list[Entry]) -> Fragment:
    """The newest of the entries, and how many are left out."""
    if not chosen:
        return fragment[p["No entry is as chosen. Choose an earlier day, or everybody."]]
    more = len(chosen) - MOST
    return fragment[
        h2[counted(len(chosen), "entry", "entries")],
        table(("When", "Who", "As", "What", "Where", "About"), map(_row, chosen[: -MOST - 1 : -1]), look=STACKED),
        more > 0 and p(".small")[f"{more:,} earlier ones are left out here, not in what is taken away."],
    ]


def _row(entry: Entry) -> tuple[Node, ...]:
    return (
        span(".nowrap")[moment(at(entry))],
        span(".nowrap")[entry["person"] or "not told"],
        HERE if {*entry["roles"]} == {*ROLE} else ", ".join(entry["roles"]),
        span(".nowrap")[entry["what"]],
        " · ".join(filter(None, (_titled(entry["page"]), entry["home"]))),
        about(entry),
    )


def _titled(page: str | None) -> str | None:
    return REGISTERED[page].title if page in REGISTERED else page and page.capitalize()


def at(entry: Entry) -> datetime:
    """When it was (UTC, no zone)."""
    return datetime.fromisoformat(entry["moment"]).astimezone(UTC).replace(tzinfo=None)


def read(database: str) -> tuple[list[Entry], list[str]]:
    """Every entry, and where the audit is not whole; kept until the audit changes."""
    return _read(database, kept(database).changed())


@st.cache_data(show_spinner="Reading the audit…", max_entries=1, scope="session")
def _read(database: str, changed: object) -> tuple[list[Entry], list[str]]:
    return entries(database), gaps(database)


def with_words(database: str, chosen: list[Entry], words: str) -> list[Entry]:
    """The searches for those words."""
    looked_for = hashed(database, words)
    return [entry for entry in chosen if entry["about"].get("words") == looked_for]
