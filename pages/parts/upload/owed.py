"""Which home owes what, and a reminder to copy."""

from datetime import date
from itertools import groupby

import streamlit as st
from htpy import Renderable, div, fragment, h2, li, p, strong, ul

from metrics.warnings.owed import MONTHS, WHAT
from pages.parts import meaning
from pages.parts.links import static
from qa_data.wording import british, counted, listed, month_name

MOST = 20


def owed(rows: list[dict], day: date) -> None:
    """The list by home, and the text of a reminder for each."""
    homes = {home: list(told) for home, told in groupby(rows, lambda row: row["home"])}
    static(_list(homes) if homes else _nothing())
    if not homes:
        return
    with st.expander("A reminder to copy"):
        home = st.selectbox("To", list(homes), key="reminder")
        st.code(reminder(home, homes[home], day), language=None, wrap_lines=True)


def _nothing() -> Renderable:
    return fragment[
        h2["Nothing is owed"],
        p(".small")[f"Every return, visit, report and plan that is known to be due of {MONTHS} months is in."],
        meaning.owed(),
    ]


def _list(homes: dict[str, list[dict]]) -> Renderable:
    rest = len(homes) - MOST
    return fragment[
        h2[f"Still owed by {counted(len(homes), 'home')}"],
        p(".small")[
            f"The last {MONTHS} complete months. A report that came without its day counts as owed: fill in Report"
            " received."
        ],
        meaning.owed(),
        ul(".l")[[li[div[strong[home], div["; ".join(_lines(rows))]]] for home, rows in list(homes.items())[:MOST]]],
        rest > 0 and p(".small")[f"And {counted(rest, 'more home')}."],
    ]


def _lines(missing: list[dict]) -> list[str]:
    """A line each kind of thing, with its months."""
    told = {
        what: [month_name(row["month"]) for row in rows if row["month"]]
        for what, rows in ((what, list(rows)) for what, rows in groupby(missing, lambda row: row["what"]))
    }
    return [f"{WHAT[what]}: {listed(months)}" if months else WHAT[what] for what, months in told.items()]


def reminder(home: str, missing: list[dict], day: date) -> str:
    """The words of a message to the home's manager."""
    lines = "\n".join(f"- {line}" for line in _lines(missing))
    return (
        f"To the manager of {home}\n\nOn {british(day)} these are still missing from the quality assurance"
        f" dashboard:\n{lines}\n\nPlease upload them on the Upload page; the template there has a sheet for each. Thank"
        " you."
    )
