"""What Ofsted asks for: requirements, recommendations, and its visits that give no grade."""

from htpy import Element, Fragment, div, fragment, h2, li, p, section, span, strong, ul

from pages.parts import sources
from pages.parts.places import place
from qa_data.wording import british

UNDERTAKEN = {"Not accepted": "Not accepted", "To be decided": "Waiting for a decision"}
"""Decisions by which something is not, or not yet, to be done."""


def required(rows: list[dict]) -> Element:
    """What Ofsted requires and recommends, with due dates."""
    return div(".panels.wide")[
        _asked(
            "Requirements",
            "A breach of a regulation, with the date by which to put it right.",
            [row for row in rows if row["required"]],
        ),
        _asked(
            "Recommendations",
            "To improve practice; no date in law, and no breach.",
            [row for row in rows if not row["required"]],
        ),
    ]


def _asked(title: str, what: str, rows: list[dict]) -> Element:
    none = li(".small")["None is live or of the last 12 months."]
    return section(".panel")[h2[title], p(".small")[what], ul(".l")[[_action(row) for row in rows] or none]]


def _action(row: dict) -> Element:
    return li[
        div[
            place(row["home"], row["standards"][0]),
            div[row["action"]],
            div(".source")[
                f"Regulation {row['regulation']} · " if row["regulation"] else None,
                span(class_={"bad": row["late"]})[f"{_due(row)}{', overdue' if row['late'] else ''}"],
                f" · inspected {british(row['source_date'])} · ",
                sources.source(row["source"]),
            ],
        ]
    ]


def _due(row: dict) -> str:
    due = f"Due {british(row['due'])}" if row["due"] else "No due date"
    if stands := _stands(row):
        return f"{stands} · {due[0].lower()}{due[1:]}"
    return due


def _stands(row: dict) -> str:
    """Where it stands if it is not to be done; nothing where it is."""
    if row["completed"] and not row["live"]:
        return f"Completed {british(row['completed'])}"
    return UNDERTAKEN.get(row["decision"], "")


def others(rows: list[dict]) -> Element | Fragment:
    """Assurance, monitoring and interim inspections."""
    if not rows:
        return fragment[()]
    return section(".panel")[
        h2["Assurance and monitoring"],
        p(".small")["These give no grade."],
        ul(".l")[[_other(row) for row in rows]],
    ]


def _other(row: dict) -> Element:
    return li[
        div[
            strong[row["home"]],
            f", {british(row['inspection_date'])}: {row['inspection_type']}",
            div[row["summary"]],
            div(".source")[sources.source(row["source"])],
        ]
    ]
