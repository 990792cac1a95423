"""Nine tiles, one a standard, in the matrix's order; they are the tabs of the Home page."""

from htpy import Element, a, b, nav, span

from pages.parts import marks
from pages.parts.address import link
from pages.parts.wording import because
from qa_data.standards import standard
from qa_data.wording import counted, cut, listed

REASON = 133
"""So many characters of a reason stand on a tile; the chosen standard has all of it."""


def tiles(cells: list[dict], chosen: str, pooled: list[dict]) -> Element:
    """The tiles, each a link to its standard."""
    return nav(".tiles", aria_label="Nine quality standards")[
        [
            _tile(
                cell,
                cell["standard"] == chosen,
                [each["rag"] for each in pooled if each["standard"] == cell["standard"]],
            )
            for cell in cells
        ]
    ]


def _tile(cell: dict, chosen: bool, colours: list[str]) -> Element:
    href = link(home=cell["home"], standard=cell["standard"])
    return a(".tile", href=href, aria_current="true" if chosen else None)[
        span(".top")[marks.of(cell), marks.arrow(cell["change"]), marks.dots(cell["evidence"])],
        b[standard(cell["standard"]).name],
        span(".why")[marks.led(*_short(*because(cell)))],
        span(".source")[_counts(colours)],
    ]


def _short(lead: str, text: str) -> tuple[str, str]:
    room = REASON - len(lead) - 1
    return lead, cut(text, room)


def _counts(colours: list[str]) -> str:
    found = [f"{colours.count(rag)} {rag}" for rag in ("red", "amber", "green") if rag in colours]
    return (
        f"{listed(found)} of {counted(len(colours), 'indicator')}"
        if found
        else f"None of {len(colours)} indicators is rated"
    )
