"""What Annex A asks, what the figures give with their rows, and what somebody must add."""

from htpy import Element, Fragment, Node, details, div, fragment, h2, li, p, section, span, strong, summary, ul

from metrics.readiness.annex import ALSO, ANNEX_A, LIVING, Item
from pages.parts import sources, tables
from pages.parts.ready.said import counting, figure, header, since, summed
from qa_data.wording import british, counted, month_name

ASKED_BY = "Ofsted asks for it under section 31 of the Care Standards Act 2000."

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
    rows = [living] if item.number == LIVING and living else count["rows"] if count else []
    return (
        item.number,
        item.asks,
        div[strong[figure(item, count, living)], behind(rows)],
        span[item.add],
    )


def _also(count: dict) -> tuple[Node, ...]:
    return header(count["column"]), div[strong[summed(count)], behind(count["rows"])]


def behind(rows: list[dict]) -> Element | Fragment:
    """The rows that a count is made of; nothing without any."""
    if not rows:
        return fragment[()]
    told = [li[f"{_when(row)}: {row['count']:,} ", span(".source")[sources.source(row["source"])]] for row in rows]
    return details[summary[f"Where it comes from: {counted(len(rows), 'row')}"], ul[told]]


def _when(row: dict) -> str:
    return british(row["day"]) if "home" in row else month_name(row["day"])
