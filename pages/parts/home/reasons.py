"""Why a standard has its colour, and every rule that fired with the rows behind it."""

from datetime import date

from htpy import Element, Renderable, div, fragment, h2, h3, li, p, span, ul

from metrics.warnings.concerned import FLAG
from pages.parts import marks, sources
from pages.parts.wording import MOVED, because
from qa_data.standards import standard
from qa_data.wording import british, counted


def heading(cell: dict, since: date) -> Element:
    """The chosen standard, its mark and why; `since` is the end of the month before."""
    known = standard(cell["standard"])
    change = marks.CHANGES[cell["change"]] + _before(cell, since)
    return div(".heading")[
        marks.of(cell, 36),
        div[
            h2[known.name, " ", span(".small")[f"Regulation {known.regulation}"]],
            p[marks.led(*because(cell))],
        ],
        span(".key")[
            span(".k")[marks.arrow(cell["change"]), " ", change],
            span(".k")[marks.dots(cell["evidence"]), " ", marks.EVIDENCE[cell["evidence"]]],
        ],
    ]


def _before(cell: dict, since: date) -> str:
    if cell["change"] not in ("worse", "better"):
        return ""
    return f" (it was {marks.RATINGS[cell['before']].lower()} on {british(since)})"


def pointing(cell: dict, warning: dict) -> dict:
    """The cell with its Flags counted and not told: each stands under Concerns, with what can be answered. `warning`
    the home's of `metrics.warnings.warnings`."""
    told = [(each["kind"], each["standard"]) for each in warning["reasons"]]
    flags = told.count((FLAG, cell["standard"]))
    text = f"{counted(flags, 'Flag')} {'stands' if flags == 1 else 'stand'}, told under Concerns."
    every = [each | {"text": text} if flags and each["rule"] == MOVED else each for each in cell["reasons"]]
    return cell | {"reasons": every}


def reasons(cell: dict) -> Renderable:
    """Every rule that fired: its id, its sentence and where its rows stand."""
    return fragment[h3["Why"], ul(".l")[list(map(_reason, _folded(cell["reasons"])))]]


def _folded(reasons: list[dict]) -> list[dict]:
    """Reasons that say the same as one, with the ids of all the rules."""
    said: dict[str, dict] = {}
    for reason in reasons:
        known = said.get(reason["text"])
        said[reason["text"]] = reason if known is None else known | {"rule": f"{known['rule']}, {reason['rule']}"}
    return list(said.values())


def _reason(reason: dict) -> Element:
    cited = div(".source")[sources.sources(reason["sources"])] if reason["sources"] else None
    return li[span(".chip")[reason["rule"]], div[reason["text"], cited]]
