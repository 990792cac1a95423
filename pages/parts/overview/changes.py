"""Below the matrix: what changed since the month before, the early warnings, and the themes that emerge."""

from collections.abc import Callable
from datetime import date

from htpy import Element, Node, Renderable, a, div, fragment, h2, h3, li, p, section, span, strong, ul

from metrics.rag.order import WORST_FIRST
from metrics.rag.rule import FEW_FIGURES, NO_EVIDENCE
from metrics.themes.emerging import FIRST
from metrics.warnings.concerned import WHOLE
from metrics.warnings.warnings import WORDS
from pages.parts import marks
from pages.parts.address import link
from pages.parts.places import place
from pages.parts.position import Position
from pages.parts.themes.said import nothing_moves, raised
from qa_data.standards import standard
from qa_data.wording import british, capital, counted, listed

MOST = 6
"""So many are told of each; the matrix and the other pages have the rest."""


def changes(position: Position, since: date, warned: list[dict], themes: dict) -> Element:
    """Three panels; `since` is the end of the month before, `warned` the warnings and `themes` those of the whole
    service.
    """
    return div(".panels")[_changed(position, since), _warned(warned), _emerging(themes)]


def _changed(position: Position, since: date) -> Element:
    cells = list(position.cells.values())
    told = [
        *(_some(f"got {way}", [cell for cell in cells if cell["change"] == way]) for way in ("worse", "better")),
        *(_unknown(lack, [cell for cell in cells if cell["unrated"] == lack]) for lack in (NO_EVIDENCE, FEW_FIGURES)),
    ]
    return _panel(
        f"What changed since {british(since)}",
        told if any(told) else p(".small")["No standard got better or worse."],
    )


def _some(what: str, cells: list[dict]) -> Renderable | None:
    worst = sorted(cells, key=lambda cell: (WORST_FIRST[cell["rag"]], not cell.get("reasons")))
    return fragment[h3[f"{len(cells):,} {what}"], _list(_row, worst)] if cells else None


def _unknown(lack: str, cells: list[dict]) -> Renderable | None:
    """The standards without a rating for want of the same, a line a home."""
    homes: dict[str, list[str]] = {}
    for cell in cells:
        homes.setdefault(cell["home"], []).append(standard(cell["standard"]).name)
    rows = _list(lambda each: _item(marks.mark(lack), place(each[0]), listed(each[1])), list(homes.items()))
    return fragment[h3[f"{len(cells):,} with {lack}"], rows] if cells else None


def _list(drawn: Callable[..., Element], every: list) -> Renderable:
    """The first of them, an item each, and how many more there are."""
    rest = len(every) - MOST
    return fragment[ul(".l")[[drawn(each) for each in every[:MOST]]], rest > 0 and p(".small")[f"And {rest:,} more."]]


def _item(before: Node, named: Element, text: str) -> Element:
    return li[span(".from")[before], div[named, div(".small")[text]]]


def _panel(title: str, told: Node) -> Element:
    return section(".panel")[h2[title], told]


def _row(cell: dict) -> Element:
    text = " ".join(reason["text"] for reason in cell.get("reasons", ())[:1])
    return _item(_marks(cell), place(cell["home"], cell["standard"]), text)


def _marks(cell: dict) -> Node:
    if cell["change"] not in ("worse", "better"):
        return marks.of(cell)
    return [
        marks.mark(cell["before"]),
        span(aria_hidden="true")["→"],
        span(".hidden")["to"],
        marks.of(cell),
    ]


def _warned(warned: list[dict]) -> Element:
    found = [each for each in warned if each["reasons"]]
    return _panel(
        "Early warnings",
        [
            _list(_warning, found) if found else p(".small")["No home has one."],
            p[a(href=link("warnings"))["All early warnings, and what they are worth"]],
        ],
    )


def _warning(warning: dict) -> Element:
    first, kinds = warning["reasons"][0], [reason["kind"] for reason in warning["reasons"]]
    counts = ", ".join(
        "worse as a whole" if kind == WHOLE else counted(kinds.count(kind), *words)
        for kind, words in WORDS.items()
        if kind in kinds
    )
    text = f"{capital(counts)}. {first['text']}"
    return li[
        span(".from.rank")[warning["rank"]],
        div[place(warning["home"], first["standard"]), div(".small")[text]],
    ]


def _emerging(answer: dict) -> Element:
    themes, told = answer["themes"], raised(answer)
    none = p(".small")[nothing_moves([theme for theme in themes if theme["home"] is None], answer["visits"])]
    return _panel(
        "Emerging themes",
        [
            p(".small")["Concerns in independent visits, the last 3 months against the 12 before"],
            (drawn := _list(theme_line, told)) if told else none,
            told and marks.key_to(drawn),
            p[a(href=link("themes"))["All themes"]],
        ],
    )


def _compared(theme: dict) -> str:
    if theme["state"] == FIRST:
        return "mentioned for the first time"
    return f"at most {theme['cleared_by']} expected; a concern since {british(date.fromisoformat(theme['since']))}"


def theme_line(theme: dict) -> Element:
    """A theme that emerges or is first mentioned, as an item of a list."""
    at = theme["home"] or listed(theme["homes"][:MOST])
    return _item(
        marks.often("more"),
        a(href=link("themes", theme=theme["theme"], home=theme["home"]))[strong[theme["label"]]],
        f"{theme['visits']} of {theme['of']} visits, {_compared(theme)}{f'; {at}' if at else ''}",
    )
