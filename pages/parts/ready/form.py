"""What Annex A asks, what the figures give with their rows, and what somebody must add."""

from htpy import Element, Node, details, div, h2, li, p, section, span, strong, summary, ul

from metrics.readiness.annex import ALSO, ANNEX_A, LIVING, Item
from pages.parts import sources, tables
from pages.parts.opening import months_open
from pages.parts.ready.said import counting, figure, header, since, summed
from qa_data.wording import british, counted, month_name

ASKED_BY = "Ofsted asks for it under section 31 of the Care Standards Act 2000."

MOST = 12
"""So many months unfold in their place; more open over the page."""

HEADS = ("No.", "Asked", "The figures", "You must add or check")


def form(span_of: dict, counts: list[dict], living: dict | None) -> Element:
    """The form's items, then what the return counts beside them."""
    by_column = {each["column"]: each for each in counts}
    return section(".panel")[
        h2["What Ofsted asks at a full inspection (Annex A)"],
        p(".small")[since(span_of), " ", counting(span_of), " ", ASKED_BY],
        tables.scrolled(HEADS, [_item(each, by_column.get(each.column), living) for each in ANNEX_A], "stack"),
        details[
            summary["What else the returns of this time count"],
            tables.scrolled(("Counted", "The figures"), [_also(by_column[name]) for name in ALSO], "stack"),
        ],
    ]


def _item(item: Item, count: dict | None, living: dict | None) -> tuple[Node, ...]:
    where = _unfolded([living]) if item.number == LIVING and living else _behind(count) if count else None
    return (
        item.number,
        item.asks,
        div[strong[figure(item, count, living)], where],
        span[item.add],
    )


def _also(count: dict) -> tuple[Node, ...]:
    return header(count["column"]), div[strong[summed(count)], _behind(count)]


def _behind(count: dict) -> Node:
    """The months that a count is made of; nothing without any."""
    if len(count["rows"]) <= MOST:
        return _unfolded(count["rows"]) if count["rows"] else None
    return div[months_open(count["home"], count["column"], _where(count["rows"]))]


def _unfolded(rows: list[dict]) -> Element:
    return details[summary[_where(rows)], months(rows)]


def _where(rows: list[dict]) -> str:
    return f"Where it comes from: {counted(len(rows), 'row')}"


def months(rows: list[dict]) -> Element:
    """Each row that a count is made of."""
    return ul[[li[f"{_when(row)}: {row['count']:,} ", span(".source")[sources.source(row["source"])]] for row in rows]]


def _when(row: dict) -> str:
    return british(row["day"]) if "home" in row else month_name(row["day"])
