"""What stands behind a standard: findings, visits, actions and the children's voice, each with its file, sheet and
row.
"""

from htpy import Element, Fragment, Node, br, details, div, fragment, h2, h3, li, p, section, span, summary, ul

from loaders.references import given
from pages.parts import marks, sources, tables
from pages.parts.lists import folded
from qa_data.dictionary import DATASETS, dataset
from qa_data.wording import british, counted, month_name

MOST = 5
"""So many are open to read; the rest unfold."""

FEW = 3
"""So many rows behind a figure stand open: those of a month's end, or of three months."""

MONTHLY = {*dataset("returns").names, "opened"}
"""The columns that tell of a month, not of a day."""

VERDICTS = {"Met": "green", "Partly met": "amber", "Not met": "red"}


def found(findings: list[dict], visits: list[dict]) -> Element:
    """Findings of the last 12 months and the visits with their verdict on the standard."""
    return section(".panel")[
        h2["What visits found"],
        _told(list(map(_finding, findings)), "finding", "No finding under this standard in 12 months."),
        h3["Visits and reviews"],
        _told(list(map(_visit, visits)), "visit", "No visit or review in 12 months."),
    ]


def _told(rows: list[Node], name: str, nothing: str) -> Node:
    return folded(rows, MOST, counted(len(rows) - MOST, f"more {name}")) if rows else p(".small")[nothing]


def _finding(row: dict) -> Element:
    return li[div[row["finding"], div(".source")[_said_by(row), " · ", sources.source(row["source"])]]]


def _said_by(row: dict) -> Node:
    reference = f" {row['reference']} ·" if row["reference"] else ""
    return span(".chip")[row["kind"]], f"{reference} {row['came_from']}, {british(row['found_on'])}"


def _visit(row: dict) -> Element:
    verdict = row["verdict"] if row["verdict"] in VERDICTS else None
    return li[
        marks.mark(VERDICTS.get(verdict, "grey"), 20, label=verdict or "No verdict"),
        div[
            f"{british(row['visit_date'])} · {row['visit_type']}: {verdict or 'no verdict on this standard'}",
            div(".source")[row["visitor"] or "Visitor not given", _spoken(row), " · ", sources.source(row["source"])],
        ],
    ]


def _spoken(row: dict) -> str:
    if None in (row["children_spoken_to"], row["children_living"]):
        return ""
    return f" · children spoken to: {row['children_spoken_to']} of {row['children_living']}"


HEADS = ("Reference", tables.head("Action and owner", "Action"), "Due")


CAME_FROM = ("When", "Heading", "Counted", "Where it stands")

HEADINGS = {column.name: column.header for each in reversed(DATASETS) for column in each.columns}
"""The heading of each column; where two datasets have a column of one name, that of the first."""


def came_from(rows: list[dict]) -> Fragment:
    """The rows that the chosen figure is counted from (as `metrics.rag.behind.rows_behind`); nothing without data."""
    return fragment[_rows(rows) if rows else None]


def _rows(rows: list[dict]) -> Element:
    return details(open=len(rows) <= FEW)[
        summary[f"Where it comes from: {counted(len(rows), 'row')}"],
        ul(".rows")[[li[f"{_when(row)}: {_counts(row)} ", sources.source(row["source"])] for row in rows]],
    ]


def rows_table(rows: list[dict]) -> Element:
    """The rows that a figure is counted from: when, what each counts, and where it stands."""
    told = [(_when(row), HEADINGS[row["named"]], _counts(row), sources.source(row["source"])) for row in rows]
    return tables.scrolled(CAME_FROM, told)


def _when(row: dict) -> str:
    return month_name(row["day"]) if row["named"] in MONTHLY else british(row["day"])


def _counts(row: dict) -> str:
    if row["named"] == "opened":
        return "Open all month, and none took place"
    return "One" if row["denominator"] is None else f"{row['numerator']:,} of {row['denominator']:,}"


def done_about_it(actions: list[dict]) -> Element:
    """The standard's actions: those still to be done, then those completed lately."""
    live, done = ([each for each in actions if each["live"] is state] for state in (True, False))
    return section(".panel")[
        h2["Actions"],
        tables.table(HEADS, map(_action, live)) if live else p(".small")["No action under this standard is open."],
        _completed(done) if done else None,
    ]


def _completed(done: list[dict]) -> Element:
    return details[
        summary[f"{counted(len(done), 'action')} completed in the last 3 months"],
        tables.table(HEADS, map(_action, done), "stack", headed=False),
    ]


def _action(row: dict) -> tuple:
    told = f"{_from(row)} · {row['owner'] or 'No owner'} · {_state(row)}"
    return (
        tables.cell(given(row["reference"]), class_="nowrap"),
        div[row["action"], div(".source")[told, br, sources.source(row["source"])]],
        span(".nowrap")[_due(row)],
    )


def _state(row: dict) -> str:
    """Its status, which is that of now: what was done only after the day looked at was still open on it."""
    return "Open" if row["live"] and row["completed"] else row["status"]


def _from(row: dict) -> str:
    return row["came_from"] + (f", regulation {row['regulation']}" if row["regulation"] else "")


def _due(row: dict) -> Node:
    if not row["live"]:
        return span(".small")[f"Completed {british(row['completed'])}"]
    if row["due"] is None:
        return span(".small")["No due date"]
    late = (br, span(".bad")[f"Overdue {counted(row['days_overdue'], 'day')}"]) if row["days_overdue"] else None
    return british(row["due"]), late


def voice(said: list[dict]) -> Element:
    """What children said, and what changed because of it."""
    nothing = p(".small")["Nothing that children said is recorded under this standard in 12 months."]
    return section(".panel")[h2["Children’s voice"], list(map(_quote, said[:MOST])) or nothing]


def _quote(row: dict) -> Element:
    return div(".quote")[row["finding"], div(".source")[_said_by(row), br, sources.source(row["source"])]]
