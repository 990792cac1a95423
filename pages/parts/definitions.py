"""What everything means, in HTML, made from the registries."""

from dataclasses import replace
from html import escape

from metrics.indicators.indicator import Indicator
from metrics.indicators.registry import of_standard
from metrics.rag.rules import G1, HOME_RULES, OTHERWISE, RULES
from metrics.signals.methods import METHODS
from pages.parts import marks
from pages.parts.figures import chip, red_when, target
from pages.parts.meaning import plain
from qa_data.dictionary import DATASETS, dataset
from qa_data.standards import STANDARDS
from qa_data.words import listed

SOURCES = (
    (
        "The law",
        (
            "The Children’s Homes (England) Regulations 2015 (SI 2015/541): regulations 6 to 14 are the nine quality"
            " standards; 35 restraint; 44 the independent visit each month; 45 the review of the quality of care; 46"
            " the review of the location. A target that is not law is the council’s own and says Local."
        ),
    ),
    (
        "The homes’ own sheets",
        (
            f"{listed([each.title for each in DATASETS])}: every figure leads to the file, sheet, row and cell that it"
            " was counted from."
        ),
    ),
    (
        "Ofsted",
        (
            "Judgements and outcomes as Ofsted publishes them, from the files that are uploaded; no Ofsted word is made"
            " from the council’s figures."
        ),
    ),
    (
        "Statistics",
        (
            "Intervals of a share: Wilson 1927. Limits of a chart: Wheeler’s natural process limits, drawn as in NHS"
            " England’s Making Data Count. How many flags are false: Benjamini and Hochberg 1995."
        ),
    ),
)


def indicators(values: dict) -> str:
    """The indicators under each standard, with their targets as set."""
    return "".join(
        f"<details{' open' if place == 0 else ''}><summary>{known.code} {escape(known.name)}: regulation"
        f" {known.regulation}</summary>{_table(known.code, values)}</details>"
        for place, known in enumerate(STANDARDS)
    )


def _table(code: str, values: dict) -> str:
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Indicator", "Counted", "Of", "From the sheet", "Target", "Red", "Why it matters")
    )
    return (
        f'<div class="scroll"><table class="t main stack"><thead><tr>{heads}</tr></thead><tbody>'
        f"{''.join(_row(_as_set(each, values)) for each in of_standard(code))}</tbody></table></div>"
    )


def _as_set(known: Indicator, values: dict) -> Indicator:
    return replace(
        known, target=values.get(f"{known.id}.target", known.target), floor=values.get(f"{known.id}.floor", known.floor)
    )


def _row(known: Indicator) -> str:
    note = f'<div class="small">{escape(known.note)}</div>' if known.note else ""
    return (
        f'<tr><th scope="row">{escape(known.title)} <span class="small">{known.id}</span></th><td'
        f' data-l="Counted">{escape(plain(known.numerator))}</td><td'
        f' data-l="Of">{escape(plain(known.denominator))}{note}</td><td data-l="From the'
        f' sheet">{escape(dataset(known.dataset).title)}</td><td data-l="Target"><span>{target(known) or "None"}'
        f' {chip(known) or ""}</span></td><td data-l="Red">{red_when(known)}</td><td'
        f' data-l="Why">{escape(known.why)}</td></tr>'
    )


def rules() -> str:
    """Every rule of the colours, by id."""
    told = [(each.id, each.colour, each.sentence) for each in (*RULES, G1, *HOME_RULES, OTHERWISE)]
    rows = "".join(
        f'<li><span class="chip">{id}</span><span'
        f' class="from">{marks.mark(colour)}</span><div>{escape(sentence)}</div></li>'
        for id, colour, sentence in told
    )
    return (
        "<h2>Rules</h2><p>R, A, N and G are asked of a standard at a home; H of a home as a whole. The strongest that"
        f' holds gives the colour.</p><ul class="l">{rows}</ul>'
    )


def methods() -> str:
    """How a change is told from chance."""
    rows = "".join(f'<li><span class="chip">{each.id}</span><div>{escape(each.words)}</div></li>' for each in METHODS)
    return (
        f'<h2>Charts</h2><p>The method follows the numbers; the first that suits is taken.</p><ul class="l">{rows}</ul>'
    )


def sources() -> str:
    """Where the law, the figures and the statistics come from."""
    rows = "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(told)}</td></tr>' for name, told in SOURCES)
    return f'<h2>Sources</h2><div class="scroll"><table class="t main stack"><tbody>{rows}</tbody></table></div>'
