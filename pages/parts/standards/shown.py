"""One standard across the homes: how it stands, what good looks like, and each home's colour."""

from datetime import date

from htpy import Element, Node, Renderable, a, details, div, fragment, h1, li, nav, p, section, span, summary, ul

from metrics.rag.order import WORST_FIRST
from pages.parts import address, marks
from pages.parts.address import link
from pages.parts.position import Position, counts
from pages.parts.side_by_side import apart_line
from pages.parts.tables import Cell, cell, head, scrolled
from pages.parts.wording import because, named
from qa_data.standards import CODES, STANDARDS, Standard, standard
from qa_data.wording import british, counted, listed


def chosen() -> str:
    """The standard of the address; protection where it says none."""
    return address.said("standard") if address.said("standard") in CODES else "QS12"


def picker(code: str) -> Element:
    """The nine standards as links."""
    return nav(".tabs", aria_label="Nine quality standards")[
        [
            a(".tab", href=link("standards", standard=each.code), aria_current="true" if each.code == code else None)[
                each.short
            ]
            for each in STANDARDS
        ]
    ]


def headline(code: str, every: Position) -> Renderable:
    """How the standard stands over all homes, and what the regulation is for."""
    known = standard(code)
    if not every.cells:
        return fragment[
            h1[f"{known.name}: no home is known yet"],
            _law(known),
            p["Upload a workbook with a sheet of homes, then visits and returns."],
        ]
    reds = [home for home in every.homes if every.cells[home, code]["rag"] == "red"]
    return fragment[
        h1[f"{known.name}: {f'Red at {named(reds)}' if reds else 'Red at no home'}"],
        _law(known),
        p[f"{listed(_counts(code, every))} of {counted(len(every.homes), 'home')}."],
    ]


def _law(known: Standard) -> Element:
    law = (
        f"Regulation {known.regulation}, The Children’s Homes (England) Regulations 2015; in plain words, not its text."
    )
    return p(".lede")[f"{known.outcome} ", span(".small")[law]]


def _counts(code: str, every: Position) -> list[str]:
    """How many homes have each colour, the worst first: 1 Red, 3 Green, 1 no rating."""
    return [
        f"{number:,} {marks.inside(name)}"
        for name, number in counts([every.cells[home, code] for home in every.homes]).items()
        if number
    ]


def good(code: str) -> Element:
    """What good looks like."""
    return details[summary["What good looks like"], ul[[li[each] for each in standard(code).good]]]


def standing(code: str, every: Position, since: date, told: list[dict]) -> Element:
    """Each home's colour, how sure it is, what it was, and why; the worst first, of equals the worst home."""
    heads = ("Home", "Rating", "Evidence", head(f"Since {british(since)}", "Change"), "Why")
    worst = sorted((every.cells[home, code] for home in every.drawn), key=lambda cell: WORST_FIRST[cell["rag"]])
    rows = [_home(cell, [each for each in told if each["home"] == cell["home"]]) for cell in worst]
    more = len(every.homes) > len(every.drawn)
    return section(".panel")[
        scrolled(heads, rows),
        more and p(".small")[f"The {len(every.drawn)} worst of {len(every.homes):,} homes are shown."],
    ]


def _home(each: dict, said: list[dict]) -> list[Node | Cell]:
    return [
        a(href=link(home=each["home"], standard=each["standard"]))[each["home"]],
        _fact(marks.of(each), marks.rated(each)),
        _fact(marks.dots(each["evidence"]), marks.EVIDENCE[each["evidence"]]),
        _fact(marks.arrow(each["change"]), marks.CHANGES[each["change"]]),
        div[marks.led(*because(each)), apart_line(said)],
    ]


def _fact(mark: Element, said: str) -> Cell:
    return cell(span[mark, f" {said}"], class_="nowrap")
