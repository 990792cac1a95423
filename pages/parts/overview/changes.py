"""Below the matrix: what changed since the month before, the early warnings, and the themes that emerge."""

from datetime import date
from html import escape

from metrics.themes.emerging import EMERGING, FIRST
from metrics.warnings.warnings import WORDS
from pages.parts import marks
from pages.parts.address import link
from pages.parts.position import WORST_FIRST, Position
from qa_data.standards import standard
from qa_data.words import british, counted, listed

MOST = 6
"""So many are told of each; the matrix and the other pages have the rest."""


def changes(position: Position, since: date, warned: list[dict], themes: list[dict]) -> str:
    """Three panels in HTML; `since` is the end of the month before, `warned` the warnings and `themes` those of the
    whole service.
    """
    return f'<div class="panels">{_changed(position, since)}{_warned(warned)}{_emerging(themes)}</div>'


def _changed(position: Position, since: date) -> str:
    cells = list(position.cells.values())
    worse, better = ([cell for cell in cells if cell["change"] == change] for change in ("worse", "better"))
    told = (
        _some("got worse", worse)
        + _some("got better", better)
        + _unknown([cell for cell in cells if cell["rag"] == "grey"])
    )
    return _panel(
        f"What changed since {british(since)}", told or '<p class="small">No standard got better or worse.</p>'
    )


def _some(what: str, cells: list[dict]) -> str:
    if not cells:
        return ""
    worst = sorted(cells, key=lambda cell: (WORST_FIRST[cell["rag"]], not cell.get("reasons")))
    return f"<h3>{len(cells):,} {what}</h3>{_list(map(_row, worst[:MOST]), len(cells))}"


def _unknown(cells: list[dict]) -> str:
    """The standards without a rating, a line a home."""
    homes: dict[str, list[str]] = {}
    for cell in cells:
        homes.setdefault(cell["home"], []).append(standard(cell["standard"]).name)
    rows = (
        f'<li><span class="from">{marks.mark("grey")}</span><div>{_link(home, None)}<div'
        f' class="small">{escape(listed(names))}</div></div></li>'
        for home, names in list(homes.items())[:MOST]
    )
    return f"<h3>{len(cells):,} without recent evidence</h3>{_list(rows, len(homes))}" if cells else ""


def _list(rows, every: int) -> str:
    rest = f'<p class="small">And {every - MOST:,} more.</p>' if every > MOST else ""
    return f'<ul class="l">{"".join(rows)}</ul>{rest}'


def _panel(title: str, told: str) -> str:
    return f'<section class="panel"><h2>{title}</h2>{told}</section>'


def _row(cell: dict) -> str:
    text = " ".join(reason["text"] for reason in cell.get("reasons", ())[:1])
    return (
        f'<li><span class="from">{_marks(cell)}</span><div>{_link(cell["home"], cell["standard"])}<div'
        f' class="small">{escape(text)}</div></div></li>'
    )


def _link(home: str, code: str | None) -> str:
    named = f" · {standard(code).name}" if code else ""
    return f'<a href="{escape(link(home=home, standard=code))}"><strong>{escape(home)}</strong>{named}</a>'


def _marks(cell: dict) -> str:
    if cell["change"] not in ("worse", "better"):
        return marks.mark(cell["rag"])
    return (
        f'{marks.mark(cell["before"])}<span aria-hidden="true">→</span><span'
        f' class="hidden">to</span>{marks.mark(cell["rag"])}'
    )


def _warned(warned: list[dict]) -> str:
    found = [each for each in warned if each["reasons"]]
    more = f'<p><a href="{escape(link("warnings"))}">All early warnings, and what they are worth</a></p>'
    told = _list(map(_warning, found[:MOST]), len(found)) if found else '<p class="small">No home has one.</p>'
    return _panel("Early warnings", told + more)


def _warning(warning: dict) -> str:
    first, kinds = warning["reasons"][0], [reason["kind"] for reason in warning["reasons"]]
    counts = ", ".join(counted(kinds.count(kind), *words) for kind, words in WORDS.items() if kind in kinds)
    return (
        f'<li><span class="from rank">{warning["rank"]}</span><div>{_link(warning["home"], first["standard"])}'
        f'<div class="small">{counts[0].upper() + counts[1:]}. {escape(first["text"])}</div></div></li>'
    )


def _emerging(themes: list[dict]) -> str:
    found = [theme for theme in themes if theme["state"] in (EMERGING, FIRST)]
    service = [theme for theme in found if theme["home"] is None]
    told = service + [theme for theme in found if theme["theme"] not in {each["theme"] for each in service}]
    more = f'<p><a href="{escape(link("themes"))}">All themes</a></p>'
    rows = (
        _list(map(theme_line, told[:MOST]), len(told))
        if told
        else '<p class="small">No concern is mentioned more than would be expected.</p>'
    )
    return _panel(
        "Emerging themes",
        f'<p class="small">Concerns in independent visits, the last 3 months against the 12 before</p>{rows}{more}',
    )


def theme_line(theme: dict) -> str:
    """A theme that emerges or is first mentioned, as an item of a list."""
    expected = "mentioned for the first time" if theme["state"] == FIRST else f"{theme['expected']:.1f} expected"
    at = theme["home"] or listed(theme["homes"][:MOST])
    return (
        f'<li><span class="from">{marks.arrow("worse")}</span><div><a'
        f' href="{escape(link("themes", theme=theme["theme"], home=theme["home"]))}"><strong>{escape(theme["label"])}</strong></a><div'
        f' class="small">{theme["visits"]} of {theme["of"]} visits, {expected}; {escape(at)}</div></div></li>'
    )
