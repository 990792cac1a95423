"""The tables that other programs are given, and what each of their columns is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from metrics.actions.tracker import lay_raised
from metrics.indicators.registry import INDICATORS
from metrics.indicators.settings import targets
from metrics.months.answered import MonthValues, indicators
from metrics.rag.shapes import Status
from metrics.rag.status import status
from metrics.signals.shapes import Signals
from metrics.signals.signals import signals
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)

TEXT, WHOLE, NUMBER, DAY, MONTH, YES_NO = "text", "whole number", "number", "date", "month", "yes/no"

Row = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column by name, its kind (of those above; a month is its first day), and what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True)
class Told:
    """What the tables are made of, each asked once."""

    indicators: MonthValues
    status: Status
    signals: Signals
    actions: list[Row]
    targets: dict[str, float | None]


@dataclass(frozen=True)
class Table:
    """A table by name, what a row of it is, its columns, and how its rows are made."""

    name: str
    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Told], Iterable[Mapping[str, Any]]]


AS_AT = Column("as_at", DAY, "The day that the row tells of: facts dated up to it")
HOME = Column("home", TEXT, "The home's name")
STANDARD = Column("standard", TEXT, "The quality standard, QS06 to QS14 by its regulation's number")
INDICATOR = Column("indicator", TEXT, "The indicator's id, as in the table definitions")
NUMERATOR = Column("numerator", WHOLE, "How many were counted")
DENOMINATOR = Column("denominator", WHOLE, "Of how many; of a rate the child-nights")
RAG = Column("rag", TEXT, "The council's own rating: red, amber, green or grey; never one of Ofsted's words")
SINCE = Column("since", MONTH, "The month in which what stands was raised")
BEGAN = Column("began", MONTH, "The likeliest first month of the change")
EVIDENCE = Column("evidence", NUMBER, "The evidence for a change, a logarithm; it is raised from the threshold on")
THRESHOLD = Column("threshold", NUMBER, "The evidence from which it is raised")


def _homes(told: Told) -> Iterable[Row]:
    as_whole: dict[str, Any] = {each["home"]: each for each in told.signals["homes"]}
    return [{**as_whole.get(home["home"], {}), **home} for home in told.status["homes"]]


def _reasons(told: Told) -> Iterable[Row]:
    rated: list[Any] = [*told.status["cells"], *told.status["homes"]]
    return [
        {**each, **reason, "place": place, "rows_behind": len(reason.get("sources", ()))}
        for each in rated
        for place, reason in enumerate(each["reasons"], 1)
    ]


def _definitions(told: Told) -> Iterable[Row]:
    return [each.as_json() | {"target_as_set": told.targets[each.id]} for each in INDICATORS]


TABLES = (
    Table(
        "indicators",
        "What was counted of an indicator at a home in a month",
        (HOME, STANDARD, INDICATOR, Column("month", MONTH, "The month counted"), NUMERATOR, DENOMINATOR),
        lambda told: told.indicators["values"],
    ),
    Table(
        "ratings",
        "A home against a standard",
        (
            HOME,
            STANDARD,
            RAG,
            Column("unrated", TEXT, "Why it is grey: which of two things it lacks; blank of every other rating"),
            Column("evidence", TEXT, "How much evidence there is: none, thin, some or strong"),
            Column("change", TEXT, "Against the end of the month before: worse, same, better or new"),
            Column("before", TEXT, "The rating at the end of the month before; blank where the home was not open"),
        ),
        lambda told: told.status["cells"],
    ),
    Table(
        "homes",
        "A home as a whole",
        (
            HOME,
            RAG,
            Column("stands", YES_NO, "Whether it gets worse in many things at once"),
            SINCE,
            BEGAN,
            EVIDENCE,
            THRESHOLD,
        ),
        _homes,
    ),
    Table(
        "reasons",
        "A reason for a rating, of a home against a standard or of a home as a whole",
        (
            HOME,
            replace(STANDARD, meaning=f"{STANDARD.meaning}; blank of a home as a whole"),
            RAG,
            Column("place", WHOLE, "Which of the rating's reasons it is, from 1"),
            Column("rule", TEXT, "The rule that fired, as on the page Definitions"),
            Column("text", TEXT, "What it found, in words"),
            Column("rows_behind", WHOLE, "How many rows of the uploads say so"),
        ),
        _reasons,
    ),
    Table(
        "signals",
        "The latest month of an indicator at a home, and the concern that stands on it",
        (
            HOME,
            STANDARD,
            INDICATOR,
            Column("month", MONTH, "The latest month known"),
            NUMERATOR,
            DENOMINATOR,
            Column("value", NUMBER, "In the indicator's unit; of method t months between events"),
            Column("method", TEXT, "The chart's method, as on the page Definitions"),
            Column("centre", NUMBER, "The chart's middle, in the unit of the value"),
            Column("lower", NUMBER, "The lower usual limit, in the unit of the value"),
            Column("upper", NUMBER, "The upper usual limit, in the unit of the value"),
            Column("variation", TEXT, "What the chart shows"),
            Column("tier", TEXT, "flag, watch or none"),
            Column("direction", TEXT, "worse, better or none"),
            SINCE,
            BEGAN,
            EVIDENCE,
            THRESHOLD,
            Column("new", YES_NO, "Whether it was raised in the latest complete month"),
            Column("over", MONTH, "The month in which a concern ended, where that is the latest"),
            Column("assurance", TEXT, "Whether the indicator keeps to its target: passing, failing, hit or miss, none"),
        ),
        lambda told: told.signals["signals"],
    ),
    Table(
        "actions",
        "An action raised by the day, whatever became of it",
        (
            HOME,
            Column("reference", TEXT, "Its reference"),
            Column("source", TEXT, "What it came from"),
            Column("source_date", DAY, "The day of what it came from"),
            Column("regulation", TEXT, "The regulation that it names"),
            Column("standards", TEXT, "The standards that it is under, by their codes"),
            Column("action", TEXT, "What is to be done; what identifies a child is masked"),
            Column("priority", TEXT, "As the tracker says"),
            Column("owner", TEXT, "Who does it"),
            Column("raised", DAY, "When it was raised"),
            Column("due", DAY, "By when it is due"),
            Column("completed", DAY, "When it was completed"),
            Column("status", TEXT, "As the tracker says"),
            Column("kind", TEXT, "requirement, recommendation or other"),
            Column(
                "state",
                TEXT,
                "Where it stands, as on the page Actions; blank where cancelled or completed over 12 months ago",
            ),
            Column("live", YES_NO, "Whether it is still to be done"),
            Column("evidenced", YES_NO, "Whether evidence of it is told"),
            Column("verified", YES_NO, "Whether somebody else than its owner verified it"),
            Column("days_overdue", WHOLE, "Days past its date; blank where it is not overdue"),
        ),
        lambda told: told.actions,
    ),
    Table(
        "definitions",
        "An indicator",
        (
            Column("id", TEXT, "Its id"),
            Column("standard", TEXT, "The standard that it is under"),
            Column("title", TEXT, "Its title"),
            Column("kind", TEXT, "proportion, a part of a whole, or rate, events for child-nights"),
            Column("measured", TEXT, "flow, what happened in a month, or stock, what stood at its end"),
            Column("numerator", TEXT, "What is counted"),
            Column("denominator", TEXT, "Of what"),
            Column("unit", TEXT, "The unit of its value"),
            Column("better", TEXT, "Which way is better"),
            Column("basis", TEXT, "Whose target it is: Legal, or the council's own"),
            Column("target", NUMBER, "The target before any of the council's settings"),
            Column("floor", NUMBER, "The value that makes it red, before any of the council's settings"),
            Column("target_as_set", NUMBER, "The target that the council goes by"),
        ),
        _definitions,
    ),
)
"""Columns are added at the end and never renamed: what other programs read stands on them. Each begins with `as_at`."""


def exported(store: Store, scope: Scope) -> dict[str, list[Row]]:
    """The rows of each of `TABLES` by its name, within the scope; months and days are dates, a blank is None."""
    with store.reading(scope) as cursor:
        lay_raised(cursor)
        actions = cursor.rows(SQL["actions"])
    told = Told(indicators(store, scope), status(store, scope), signals(store, scope), actions, targets(store, scope))
    return {
        table.name: [
            {AS_AT.name: scope.as_at} | {each.name: _value(each, row.get(each.name)) for each in table.columns}
            for row in table.rows(told)
        ]
        for table in TABLES
    }


def _value(column: Column, value: Any) -> Any:
    return date.fromisoformat(f"{value}-01") if column.kind == MONTH and isinstance(value, str) else value
