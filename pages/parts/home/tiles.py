"""Nine tiles, one a standard, in the matrix's order; they are the tabs of the Home page."""

from htpy import Element, Renderable, a, b, fragment, nav, span

from metrics.warnings.concerned import FLAG, WATCH
from metrics.warnings.warnings import WORDS
from pages.parts import marks
from pages.parts.address import link
from pages.parts.wording import because
from qa_data.standards import standard
from qa_data.wording import counted, cut, in_words, listed

REASON = 133
"""So many characters of a reason stand on a tile; the chosen standard has all of it."""


def tiles(cells: list[dict], chosen: str, pooled: list[dict], warning: dict) -> Renderable:
    """The tiles, each a link to its standard, with the key to their marks; `warning` the home's of
    `metrics.warnings.warnings`."""
    drawn = nav(".tiles", aria_label="Nine quality standards")[
        [
            _tile(
                cell,
                cell["standard"] == chosen,
                [each["rag"] for each in pooled if each["standard"] == cell["standard"]],
                [each for each in warning["reasons"] if each["standard"] == cell["standard"]],
            )
            for cell in cells
        ]
    ]
    return fragment[drawn, marks.key_to(drawn)]


def _tile(cell: dict, chosen: bool, colours: list[str], reasons: list[dict]) -> Element:
    href = link(home=cell["home"], standard=cell["standard"])
    return a(".tile", href=href, aria_current="true" if chosen else None)[
        span(".top")[marks.of(cell), marks.arrow(cell["change"]), marks.dots(cell["evidence"])],
        b[standard(cell["standard"]).name],
        span(".why")[marks.led(*_short(*because(cell)))],
        span(".source")[_counts(colours), _concerns(reasons)],
    ]


def tabs(cells: list[dict], chosen: str) -> Renderable:
    """The same in one row, for when a standard is chosen: its mark and its short name."""
    drawn = nav(".nine", aria_label="Nine quality standards")[
        [_tab(cell, cell["standard"] == chosen) for cell in cells]
    ]
    return fragment[drawn, marks.key_to(drawn)]


def _tab(cell: dict, chosen: bool) -> Element:
    href, known = link(home=cell["home"], standard=cell["standard"]), standard(cell["standard"])
    words = f"{known.name}: {marks.rated(cell)}"
    return a(href=href, aria_current="true" if chosen else None, title=words)[marks.of(cell, 20), b[known.short]]


def _concerns(reasons: list[dict]) -> str:
    """; 2 Flags, 1 Watch, one is new."""
    told = [each for each in reasons if each["kind"] in (FLAG, WATCH)]
    kinds = [each["kind"] for each in told]
    many = [counted(kinds.count(kind), *WORDS[kind]) for kind in (FLAG, WATCH) if kind in kinds]
    new = sum(each["new"] for each in told)
    said = [*many, *([f"{in_words(new)} {'is' if new == 1 else 'are'} new"] if new else [])]
    return f"; {', '.join(said)}" if told else ""


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
