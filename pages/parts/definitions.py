"""What everything means, in HTML, made from the registries."""

from dataclasses import replace
from html import escape

from metrics.indicator import Indicator
from metrics.registry import of_standard
from metrics.rules import G1, HOME_RULES, OTHERWISE, RULES
from metrics.signals.methods import METHODS
from pages.parts import marks
from pages.parts.figures import chip, target
from pages.parts.meaning import plain
from qa_data.standards import STANDARDS


def indicators(values: dict) -> str:
    """The indicators under each standard, with their targets as set."""
    return "".join(f'<details{" open" if place == 0 else ""}><summary>{known.code} {escape(known.name)}: regulation {known.regulation}</summary>'
                   f'{_table(known.code, values)}</details>' for place, known in enumerate(STANDARDS))


def _table(code: str, values: dict) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Indicator", "Counted", "Of", "Target", "Floor", "Why it matters"))
    return (f'<div class="scroll"><table class="t main stack"><thead><tr>{heads}</tr></thead><tbody>'
            f'{"".join(_row(_as_set(each, values)) for each in of_standard(code))}</tbody></table></div>')


def _as_set(known: Indicator, values: dict) -> Indicator:
    return replace(known, target=values.get(f"{known.id}.target", known.target), floor=values.get(f"{known.id}.floor", known.floor))


def _row(known: Indicator) -> str:
    note = f'<div class="small">{escape(known.note)}</div>' if known.note else ""
    floor = "" if known.floor is None else f"{known.floor:g} %"
    return (f'<tr><th scope="row">{escape(known.title)} <span class="small">{known.id}</span></th><td data-l="Counted">{escape(plain(known.numerator))}</td>'
            f'<td data-l="Of">{escape(plain(known.denominator))}{note}</td><td data-l="Target"><span>{target(known) or "None"} {chip(known)}</span></td>'
            f'<td data-l="Floor">{floor}</td><td data-l="Why">{escape(known.why)}</td></tr>')


def rules() -> str:
    """Every rule of the colours, by id."""
    told = [(each.id, each.colour, each.sentence) for each in (*RULES, G1, *HOME_RULES, OTHERWISE)]
    rows = "".join(f'<li><span class="chip">{id}</span><span class="from">{marks.mark(colour)}</span><div>{escape(sentence)}</div></li>' for id, colour, sentence in told)
    return f'<h2>Rules</h2><p>R, A, N and G are asked of a standard at a home; H of a home as a whole. The strongest that holds gives the colour.</p><ul class="l">{rows}</ul>'


def methods() -> str:
    """How a change is told from chance."""
    rows = "".join(f'<li><span class="chip">{each.id}</span><div>{escape(each.words)}</div></li>' for each in METHODS)
    return f'<h2>Charts</h2><p>The method follows the numbers; the first that suits is taken.</p><ul class="l">{rows}</ul>'
