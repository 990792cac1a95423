"""Which home owes what, and a reminder to copy."""

from datetime import date
from html import escape
from itertools import groupby

import streamlit as st

from metrics.warnings.owed import MONTHS, WHAT
from pages.parts.links import static
from qa_data.words import british, counted, listed, month_name

MOST = 20


def owed(rows: list[dict], day: date) -> None:
    """The list by home, and the text of a reminder for each."""
    homes = {home: list(told) for home, told in groupby(rows, lambda row: row["home"])}
    if not homes:
        static(
            f'<h2>Nothing is owed</h2><p class="small">Returns, visits, their reports and plans of {MONTHS} months are'
            " in.</p>"
        )
        return
    told = "".join(
        f"<li><div><strong>{escape(home)}</strong><div>{'; '.join(_lines(missing))}</div></div></li>"
        for home, missing in list(homes.items())[:MOST]
    )
    more = f'<p class="small">And {len(homes) - MOST:,} more homes.</p>' if len(homes) > MOST else ""
    static(
        f'<h2>Still owed by {counted(len(homes), "home")}</h2><p class="small">The last {MONTHS} complete months. A'
        f' report that came without its day counts as owed: fill in Report received.</p><ul class="l">{told}</ul>{more}'
    )
    with st.expander("A reminder to copy"):
        home = st.selectbox("To", list(homes), key="reminder")
        st.code(reminder(home, homes[home], day), language=None, wrap_lines=True)


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
