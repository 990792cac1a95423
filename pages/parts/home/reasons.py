"""Why a standard has its colour, and every rule that fired with the rows behind it."""

from datetime import date
from html import escape

from pages.parts import marks, origin
from pages.parts.words import because
from qa_data.standards import standard
from qa_data.words import british


def heading(cell: dict, since: date) -> str:
    """The chosen standard, its mark and why, in HTML; `since` is the end of the month before."""
    known = standard(cell["standard"])
    before = (
        f" (it was {marks.RATINGS[cell['before']].lower()} on {british(since)})"
        if cell["change"] in ("worse", "better")
        else ""
    )
    return (
        f'<div class="heading">{marks.mark(cell["rag"], 36)}<div><h2>{known.name} <span class="small">Regulation'
        f' {known.regulation}</span></h2><p>{marks.led(*because(cell))}</p></div><span class="key"><span'
        f' class="k">{marks.arrow(cell["change"])} {marks.CHANGES[cell["change"]]}{before}</span><span'
        f' class="k">{marks.dots(cell["evidence"])} {marks.EVIDENCE[cell["evidence"]]}</span></span></div>'
    )


def reasons(cell: dict) -> str:
    """Every rule that fired, in HTML: its id, its sentence and where its rows stand."""
    return '<h3>Why</h3><ul class="l">' + "".join(map(_reason, _folded(cell["reasons"]))) + "</ul>"


def _folded(reasons: list[dict]) -> list[dict]:
    """Reasons that say the same as one, with the ids of all the rules."""
    said: dict[str, dict] = {}
    for reason in reasons:
        known = said.get(reason["text"])
        said[reason["text"]] = reason if known is None else known | {"rule": f"{known['rule']}, {reason['rule']}"}
    return list(said.values())


def _reason(reason: dict) -> str:
    cited = f'<div class="source">{origin.sources(reason["sources"])}</div>' if reason["sources"] else ""
    return f'<li><span class="chip">{reason["rule"]}</span><div>{escape(reason["text"])}{cited}</div></li>'
