"""What is asked of the home and not done, what came back, and what is missing."""

from htpy import Element, Node, br, div, fragment, h2, h3, li, p, section, span, ul

from loaders.references import given
from metrics.warnings.clocks import RUNNING
from metrics.warnings.wording import clock_said
from pages.parts import sources
from pages.parts.lists import folded
from pages.parts.not_begun import not_begun
from pages.parts.ready.said import missing
from qa_data.wording import british, counted

MOST = 6

DECIDED = {"suggested": "by their words; nobody has said so yet", "confirmed": "confirmed", "dismissed": "dismissed"}
"""What people said of a recommendation that came back."""


def asked(requirements: list[dict], recommendations: list[dict], repeated: list[dict]) -> Element:
    """Open requirements and recommendations, and those that were made before."""
    return section(".panel")[
        h2["What is asked and not done"],
        _open("Requirements of Ofsted", "requirement", requirements),
        _open("Recommendations of Ofsted and of independent visitors", "recommendation", recommendations),
        h3["Asked for again within 12 months"],
        folded(list(map(_repeated, repeated)), MOST, counted(len(repeated) - MOST, "more"))
        if repeated
        else p(".small")["None is known."],
    ]


def _open(title: str, name: str, rows: list[dict]) -> Node:
    none = p(".small")[f"No {name} is known to be open."]
    return h3[title], folded(
        list(map(_action, rows)), MOST, counted(len(rows) - MOST, f"more {name}")
    ) if rows else none


def _action(row: dict) -> Element:
    return li[
        div[
            f"{row['action']} ",
            span(class_={"small": not row["days_overdue"], "bad": bool(row["days_overdue"])})[due(row)],
            div(".source")[cited(row), br, sources.source(row["source"])],
        ]
    ]


def due(row: dict) -> str:
    """Due 30 Sep 2026, overdue 31 days."""
    if row["due"] is None:
        return "No due date"
    late = f", overdue {counted(row['days_overdue'], 'day')}" if row["days_overdue"] else ""
    return f"Due {british(row['due'])}{late}"


def cited(row: dict) -> str:
    """CV-041 · Ofsted requirement of 14 Jul 2026, regulation 12(2)(b)."""
    law = f", regulation {row['regulation']}" if row["regulation"] else ""
    reference = f"{given(row['reference'])} · " if given(row["reference"]) else ""
    return f"{reference}{row['came_from']} of {british(row['source_date'])}{law}"


def _repeated(pair: dict) -> Element:
    return li[div[again(pair), div(".source")[sources.sources([pair["first"]["source"], pair["later"]["source"]])]]]


def again(pair: dict) -> str:
    """What was asked for, when, and when again."""
    first, later = pair["first"], pair["later"]
    return (
        f"“{later['action']}” ({later['came_from']}, {british(later['raised'])}; before on {british(first['raised'])}:"
        f" {DECIDED[pair['decision']]})"
    )


def gaps(span_of: dict, missed: dict, clocks: list[dict], unrecorded: list[dict]) -> Element:
    """What nothing tells of the time, and the dates of the law that were missed or come soon."""
    told, near = missing(span_of, missed), [each for each in clocks if each["state"] != RUNNING]
    return section(".panel")[
        h2["What is missing"],
        ul(".l")[[li[each] for each in told]]
        if told
        else p(".small")[
            "Every month has a return, no independent visit is known to be missed, and every standard was looked at."
        ],
        h3["Dates that were missed or come soon"],
        ul(".l")[[_clock(each) for each in near]]
        if near
        else p(".small")["No date of the law or of Ofsted’s, as far as the uploads tell."],
        fragment[not_begun(unrecorded)],
    ]


def _clock(clock: dict) -> Element:
    cited_at = div(".source")[sources.sources([clock["source"]])] if clock["source"] else None
    return li[div[span(class_={"bad": clock["days_left"] < 0})[clock_said(clock)], cited_at]]
