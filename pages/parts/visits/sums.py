"""What the visits of each home or visitor brought: reports, whom a visit reached, opinions and cost."""

from htpy import Element, Fragment, Node, a, br, fragment, h2, p, section, span

from pages.parts.address import leads, link
from pages.parts.opening import cells_open
from pages.parts.tables import scrolled
from qa_data.standards import CODES
from qa_data.wording import counted, share

NOT_RECORDED = "Not recorded"
"""Of dates that no visit has: the log does not keep them, which is no breach."""

HOMES = 60
"""So many homes are drawn; the rest are found by choosing one."""


COUNTED = (
    ("visit_date",),
    ("report_received",),
    ("report_sent_to_ofsted",),
    ("report_quality",),
    ("children_spoken_to", "children_living"),
    ("children_in_private", "children_spoken_to"),
    ("families_contacted",),
    ("professionals_contacted",),
    ("staff_spoken_to",),
    ("concerns", *(f"verdict_{code.lower()}" for code in CODES)),
    ("safeguarded",),
    ("wellbeing_promoted",),
)
"""The columns that each count is made of."""


def sums(rows: list[dict], who: str, days: int, cost: float | None) -> Element | Fragment:
    """What the visits of each home or visitor brought in 12 months."""
    if not rows:
        return fragment[()]
    heads = (
        who,
        "Visits",
        f"Report in {days} days (local)",
        "Sent to Ofsted",
        "Report clear",
        "Children spoken to",
        "In private",
        "Families",
        "Professionals",
        "Staff",
        "Found nothing to improve",
        "Safeguarded (44(4)(a))",
        "Well-being (44(4)(b))",
    )
    return section(".panel")[
        h2[f"By {who.lower()}"],
        scrolled(heads, [_sums(row, who) for row in rows[:HOMES]]),
        p(".small")["The opinions (regulation 44(4)) are the last Yes or No; of several homes the worst of theirs."],
        who == "Visitor" and p(".small")[_cost(rows, cost)],
    ]


def _sums(row: dict, who: str) -> list:
    counts = (
        [f"{row['visits']:,}", who == "Visitor" and _beside(span(".nowrap")[counted(row["homes"], "home")])],
        [_of(row["on_time"], row["timed"]), _undated(row)] if row["received"] else NOT_RECORDED,
        _of(row["sent"], row["visits"]) if row["sent"] else NOT_RECORDED,
        _of(row["clear"], row["judged"]),
        _of(row["spoken"], row["living"]),
        _of(row["private"], row["spoken_known"]),
        *(_contacts(row, name) for name in ("families", "professionals", "staff")),
        _of(row["nothing"], row["visits"]),
        *(_opinion(row, name) for name in ("safeguarded", "wellbeing_promoted")),
    )
    named = a(href=link(home=row["who"]))[row["who"]] if who == "Home" else row["who"]
    opened = zip(COUNTED, counts, strict=True)
    return [named, *(span[cells_open("visits", columns, who.lower(), row["who"], each)] for columns, each in opened)]


def _beside(text: Node) -> Node:
    """Smaller words under a number: beside it they would read as one with it."""
    return br, span(".small")[text]


def _of(part: int | None, whole: int | None) -> str:
    return share(part, whole) if whole else "No data"


def _undated(row: dict) -> Node:
    undated = row["timed"] - row["received"]
    return _beside(span(".nowrap")[f"{undated} not dated"]) if undated else None


def _contacts(row: dict, name: str) -> Node:
    known, none = row[f"{name}_known"], row[f"{name}_none"]
    if not known:
        return "No data"
    return [f"{row[f'{name}_sum']:,}", _beside(f"none at {none} of {counted(known, 'visit')}") if none else None]


def _opinion(row: dict, name: str) -> Node:
    worst, unstated = row[f"{name}_worst"], row[f"{name}_unstated"]
    if unstated == row["visits"]:
        return NOT_RECORDED
    return [
        span(".bad")[worst] if worst == "No" else str(worst),
        _beside(f"{unstated} of {row['visits']} not stated") if unstated else None,
    ]


def _cost(rows: list[dict], cost: float | None) -> str:
    visits = sum(row["visits"] for row in rows)
    if cost is None:
        where = "is set on the Settings page" if leads("settings") else "has been set by a keeper"
        return f"What a visit costs is told when the contract’s value {where}."
    return f"The contract of £{cost:,.0f} a year brought {counted(visits, 'visit')}: £{cost / visits:,.0f} a visit."
