"""What got worse, what got better and where there is no recent evidence, in words."""

from datetime import date
from html import escape

from pages.parts import marks
from pages.parts.address import link
from pages.parts.position import WORST_FIRST, Position
from qa_data.standards import standard
from qa_data.words import british

MOST = 8
"""So many are told in a panel; the matrix has the rest."""


def changes(position: Position, since: date) -> str:
    """Three panels in HTML; `since` is the end of the month before."""
    cells = list(position.cells.values())
    worse, better = ([cell for cell in cells if cell["change"] == change] for change in ("worse", "better"))
    unknown = [cell for cell in cells if cell["rag"] == "grey"]
    day = british(since)
    return (f'<div class="panels">{_panel(f"What got worse since {day}", worse, "No standard got worse.")}'
            f'{_panel(f"What got better since {day}", better, "No standard got better.")}'
            f'{_panel("No recent evidence", unknown, "Every standard has recent evidence.")}</div>')


def _panel(title: str, cells: list[dict], nothing: str) -> str:
    worst = sorted(cells, key=lambda cell: (WORST_FIRST[cell["rag"]], not cell.get("reasons")))
    rows = "".join(map(_row, worst[:MOST]))
    rest = f'<p class="small">And {len(cells) - MOST:,} more.</p>' if len(cells) > MOST else ""
    told = f'<ul class="l">{rows}</ul>{rest}' if rows else f'<p class="small">{nothing}</p>'
    return f'<section class="panel"><h2>{title}</h2>{told}</section>'


def _row(cell: dict) -> str:
    href = escape(link(home=cell["home"], standard=cell["standard"]))
    text = " ".join(reason["text"] for reason in cell.get("reasons", ())[:1])
    return (f'<li><span class="from">{_marks(cell)}</span><div><a href="{href}"><strong>{escape(cell["home"])}</strong> · '
            f'{standard(cell["standard"]).name}</a><div class="small">{escape(text)}</div></div></li>')


def _marks(cell: dict) -> str:
    if cell["change"] not in ("worse", "better"):
        return marks.mark(cell["rag"])
    return f'{marks.mark(cell["before"])}<span aria-hidden="true">→</span><span class="hidden">to</span>{marks.mark(cell["rag"])}'
