"""What everything means, in HTML, made from the registries."""

from dataclasses import replace

from htpy import Element, Fragment, Node, details, div, fragment, h2, li, p, span, summary, ul

from metrics.indicators.indicator import Indicator
from metrics.indicators.registry import of_standard
from metrics.rag.rule import HomeRule, Rule
from metrics.rag.rules import G1, HOME_RULES, OTHERWISE, RULES, UNRATED
from pages.parts import marks
from pages.parts.figures import chip, red_when, target
from pages.parts.meaning import about, plain
from pages.parts.tables import head, scrolled
from qa_data.dictionary import DATASETS, dataset
from qa_data.standards import STANDARDS
from qa_data.wording import listed

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
            " England’s Making Data Count. When a change is told soonest: Pollak 1985, Moustakides 1986. Watching care"
            " by it: Grigg, Spiegelhalter and Jones 2009, Spiegelhalter and others 2012, Neuburger and others 2017;"
            " many figures at once: Mei 2010."
        ),
    ),
)


HEADS = (
    "Indicator",
    "Counted",
    "Of",
    "From the sheet",
    "Target",
    "Red",
    head("Why it matters", "Why"),
)


def indicators(values: dict) -> Fragment:
    """The indicators under each standard, with their targets as set."""
    return fragment[
        [
            details(open=place == 0)[
                summary[f"{known.code} {known.name}: regulation {known.regulation}"],
                scrolled(HEADS, [_row(_as_set(each, values)) for each in of_standard(known.code)]),
            ]
            for place, known in enumerate(STANDARDS)
        ]
    ]


def _as_set(known: Indicator, values: dict) -> Indicator:
    return replace(
        known, target=values.get(f"{known.id}.target", known.target), floor=values.get(f"{known.id}.floor", known.floor)
    )


def _row(known: Indicator) -> list[Node]:
    return [
        [f"{known.title} ", span(".small")[known.id]],
        plain(known.numerator),
        [plain(known.denominator), known.note and div(".small")[about(known)]],
        dataset(known.dataset).title,
        span[f"{target(known) or 'None'} ", chip(known)],
        red_when(known),
        known.why,
    ]


def rules() -> Fragment:
    """Every rule of the colours, by id."""
    told = ul(".l")[[_rule(each) for each in (*RULES, G1, *HOME_RULES, OTHERWISE)]]
    return fragment[
        h2["Rules"],
        p[
            "R, A, N and G are asked of a standard at a home; H of a home as a whole. The strongest that holds gives"
            " the colour."
        ],
        marks.key_to(told),
        told,
    ]


def _rule(each: Rule | HomeRule) -> Element:
    mark = marks.mark(UNRATED.get(each.id, each.colour))
    return li[span(".chip")[each.id], span(".from")[mark], div[each.sentence]]


def sources() -> Fragment:
    """Where the law, the figures and the statistics come from."""
    return fragment[h2["Sources"], scrolled(("Source", head("What it gives", "")), SOURCES, headed=False)]
