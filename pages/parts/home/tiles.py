"""Nine tiles, one a standard, in the matrix's order; they are the tabs of the Home page."""

from html import escape

from pages.parts import marks
from pages.parts.address import link
from pages.parts.words import because
from qa_data.standards import standard
from qa_data.words import counted, listed

REASON = 150
"""So many characters of a reason stand on a tile; the chosen standard has all of it."""


def tiles(cells: list[dict], chosen: str, pooled: list[dict]) -> str:
    """The tiles in HTML, each a link to its standard."""
    drawn = "".join(
        _tile(
            cell, cell["standard"] == chosen, [each["rag"] for each in pooled if each["standard"] == cell["standard"]]
        )
        for cell in cells
    )
    return f'<nav class="tiles" aria-label="Nine quality standards">{drawn}</nav>'


def _tile(cell: dict, chosen: bool, colours: list[str]) -> str:
    current = ' aria-current="true"' if chosen else ""
    href = escape(link(home=cell["home"], standard=cell["standard"]))
    return (
        f'<a class="tile" href="{href}"{current}><span'
        f' class="top">{marks.mark(cell["rag"])}{marks.arrow(cell["change"])}{marks.dots(cell["evidence"])}</span><b>{standard(cell["standard"]).name}</b><span'
        f' class="why">{_short(str(marks.led(*because(cell))))}</span><span class="source">{_counts(colours)}</span></a>'
    )


def _short(html: str) -> str:
    if len(html) <= REASON:
        return html
    # A word that is cut could be half of an escaped letter, so whole words go.
    return html[:REASON].rsplit(" ", 1)[0] + " …"


def _counts(colours: list[str]) -> str:
    found = [f"{colours.count(rag)} {rag}" for rag in ("red", "amber", "green") if rag in colours]
    return (
        f"{listed(found)} of {counted(len(colours), 'indicator')}"
        if found
        else f"None of {len(colours)} indicators is rated"
    )
