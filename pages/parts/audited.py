"""The audit in HTML: whether it is whole, and its entries."""

from datetime import UTC, datetime

from htpy import Fragment, div, fragment, h1, h2, li, p, ul

from pages.parts.tables import STACKED, table
from pages.parts.wording import moment
from qa_data.audit.entries import Entry
from qa_data.wording import counted

MOST = 200
"""So many entries are drawn; all of those chosen can be taken away."""

NOTED = (
    "Noted are who signed in or was refused, each page and home looked at, searches (their words only as a hash), what"
    " was taken away, loaded, withdrawn, settled, decided, set and erased. Entries are only added; each holds the hash"
    " of the one before."
)


def headline(gaps: list[str], entries: int, months: float | None, file: str) -> Fragment:
    """Whether the audit is whole, and how long it is kept."""
    kept = f"kept for {months:g} months" if months else "kept until a number of months is set on the Settings page"
    return fragment[
        h1[f"The audit is not whole: {counted(len(gaps), 'gap')}" if gaps else "The audit is whole"],
        p(".lede")[NOTED],
        gaps and div(role="alert")[ul(".l")[(li[each] for each in gaps[:20])]],
        p(".small")[
            f"{counted(entries, 'entry', 'entries')} in {file}, {kept}. It can be checked without the dashboard: python"
            " -m qa_data audit --verify"
        ],
    ]


def listed(entries: list[Entry]) -> Fragment:
    """The newest of the entries, and how many are left out."""
    if not entries:
        return fragment[p["No entry is as chosen. Choose an earlier day, or everybody."]]
    more = len(entries) - MOST
    return fragment[
        h2[counted(len(entries), "entry", "entries")],
        table(("When", "Who", "As", "What", "Where", "About"), map(_row, entries[: -MOST - 1 : -1]), look=STACKED),
        more > 0 and p(".small")[f"{more:,} earlier ones are left out here, not in what is taken away."],
    ]


def _row(entry: Entry) -> tuple:
    return (
        moment(at(entry)),
        entry["person"] or "not told",
        ", ".join(entry["roles"]),
        entry["what"],
        " · ".join(filter(None, (entry["page"], entry["home"]))),
        about(entry),
    )


def at(entry: Entry) -> datetime:
    """When it was (UTC, no zone)."""
    return datetime.fromisoformat(entry["moment"]).astimezone(UTC).replace(tzinfo=None)


def about(entry: Entry) -> str:
    """What it was done to, in a line; of a search that it was one, since its words stand there as a hash."""
    told = {name: value for name, value in entry["about"].items() if name not in ("words", "ended")}
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in told.items())
