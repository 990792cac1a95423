"""The one table of all pages: heads, a header at each row, and on a phone each cell under its column's label."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import htpy
from htpy import Attribute, Element, Node, div, p, tbody, td, th, thead, tr

from qa_data.wording import counted

STACKED = "main stack"
"""A table whose rows stand one under the other on a phone, each cell beside its label."""

LABELLED = {"stack", "matrix"}
"""The looks in which a phone shows no heads: each cell says its label itself."""


@dataclass(frozen=True)
class Head:
    """A column: what stands at its head, and the `label` of its cells on a phone where that is another."""

    content: Node
    label: str | None
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


@dataclass(frozen=True)
class Cell:
    """A cell with attributes of its own."""

    content: Node
    attributes: Mapping[str, Attribute]


@dataclass(frozen=True)
class Row:
    """A row with attributes of its own."""

    cells: tuple[Node | Cell, ...]
    attributes: Mapping[str, Attribute]


def head(content: Node, label: str | None = None, **attributes: Attribute) -> Head:
    """A head that is more than its words: with a shorter label, a class, or HTML in it."""
    return Head(content, label if label is not None or not isinstance(content, str) else content, attributes)


def cell(content: Node, **attributes: Attribute) -> Cell:
    """A cell with a class, a title or a span; `data_l=None` takes its label away."""
    return Cell(content, attributes)


def row(*cells: Node | Cell, **attributes: Attribute) -> Row:
    """A row with a class, or `aria_current="true"` where it is the chosen one."""
    return Row(cells, attributes)


def table(
    heads: Iterable[str | Head],
    rows: Iterable[Row | Iterable[Node | Cell]],
    look: str = STACKED,
    caption: str | None = None,
    header: int | None = 0,
    headed: bool = True,
) -> Element:
    """The table; `look` its classes beside `t`, `header` the place of the cell that names its row (None for none),
    `headed` whether the heads are drawn. A row is its cells, or a `row`; a cell what stands in it, or a `cell`.
    """
    columns = [each if isinstance(each, Head) else head(each) for each in heads]
    labels = [each.label if LABELLED & set(look.split()) else None for each in columns]
    return htpy.table(class_=f"t {look}".strip())[
        caption and htpy.caption(".hidden")[caption],
        thead[tr[[th(scope="col", **each.attributes)[each.content] for each in columns]]] if headed else None,
        tbody[[_row(each if isinstance(each, Row) else row(*each), labels, header) for each in rows]],
    ]


def scrolled(*words, **named) -> Element:
    """The same `table`, wider than its panel where it must be."""
    return div(".scroll")[table(*words, **named)]


def _row(told: Row, labels: list[str | None], header: int | None) -> Element:
    return tr(**told.attributes)[
        [
            _cell(each if isinstance(each, Cell) else cell(each), label, place == header)
            for place, (each, label) in enumerate(zip(told.cells, labels, strict=False))
        ]
    ]


def _cell(told: Cell, label: str | None, header: bool) -> Element:
    if header:
        return th(scope="row", **told.attributes)[told.content]
    return td(**({"data_l": label or None} | dict(told.attributes)))[told.content]


def more_homes(found: int, most: int) -> Element | None:
    """How many homes a table has left out; nothing where it has them all."""
    return p(".small")[f"And {counted(found - most, 'more home')}: choose one above."] if found > most else None
