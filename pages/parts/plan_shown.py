"""Service plans in HTML."""

from itertools import groupby

from htpy import Element, Fragment, Node, a, br, div, fragment, h1, h2, li, p, section, span, strong, ul

from metrics.indicators.indicator import Indicator
from metrics.indicators.registry import INDICATORS, titled
from pages.parts import marks, sources
from pages.parts.address import link
from pages.parts.places import standard_at
from pages.parts.tables import scrolled
from qa_data.wording import british, counted

MARKS = {"On track": "green", "Achieved": "green", "Some concerns": "amber", "Off track": "red"}

EXAMPLE = (
    "Upload a workbook with a service plan: Home, Standard, Outcome for children, How we deliver it, and if you keep"
    " them How we will know, Evidence so far, How young people are involved, Lead, Review date and Progress. For"
    " example: Cedar View, QS12, Children who go missing come back sooner, A trigger plan for each child."
)

HOMES = 50

HEADS = (
    "Standard and outcome",
    "How we deliver it",
    "How we will know",
    "Inspection evidence",
    "Evidence so far",
    "Young people’s part",
    "Lead and review",
    "Progress, and colour today",
)


def headline(progress: dict, missing: list[dict]) -> Fragment:
    """What the plans say as a whole."""
    if not progress["lines"]:
        return fragment[h1["No service plan is known yet"], p(".lede")[EXAMPLE]]
    without = sum(len(row["standards"]) for row in missing)
    return fragment[
        h1[
            f"{counted(without, 'standard')} at {counted(len(missing), 'home')} without a plan line"
            if without
            else "Every home has a plan line for every standard"
        ],
        p(".lede")[
            f"{counted(progress['lines'], 'line')} at {counted(progress['homes'], 'home')}:"
            f" {progress['worrying']:,} of some concern or off track,"
            f" {progress['late']:,} past the review date."
        ],
    ]


def gaps(missing: list[dict]) -> Element | Fragment:
    """The standards that no line is about."""
    if not missing:
        return fragment[()]
    return section(".panel")[
        h2["Standards without a plan line"],
        ul(".l")[[_gap(row) for row in missing[:HOMES]]],
        len(missing) > HOMES and p(".small")[f"And {counted(len(missing) - HOMES, 'more home')}."],
    ]


def _gap(row: dict) -> Element:
    return li[div[strong[row["home"]], ": no line for ", _named(row["home"], row["standards"])]]


def _named(home: str, codes: list[str]) -> list[Node]:
    """The standards as links, with commas and an “and” between them."""
    between = ["", *[", "] * (len(codes) - 2), *[" and "] * (len(codes) > 1)]
    return [[word, standard_at(home, code)] for word, code in zip(between, codes, strict=True)]


def lines(told: list[dict], rags: dict[tuple[str, str], str], most: int) -> Fragment:
    """The lines, home by home; `rags` the ratings of today by home and standard, none of a home that is not open."""
    return fragment[
        [
            [h2[home], scrolled(HEADS, [_line(row, rags.get((home, row["standard"]))) for row in rows])]
            for home, rows in groupby(told, lambda row: row["home"])
        ],
        len(told) == most and p(".small")[f"The first {most:,} lines are shown: choose a home or a standard above."],
    ]


def at_home(told: list[dict], rag: str) -> Element:
    """The lines about one standard at a home, whose rating today is `rag` (`marks.rating`)."""
    return section(".panel")[
        h2["What the service plan says"],
        ul(".l")[[li[div[_intended(row), _stands(row["status"], rag)]] for row in told]]
        if told
        else p(".small")["No line of the home’s service plan is about this standard."],
    ]


def _intended(row: dict) -> Node:
    return [
        strong[row["outcome"]],
        div[row["delivery"]],
        div(".small")[
            "Inspection evidence: ",
            row["sccif"] or "not given",
            " · ",
            "review " if row["review_date"] else None,
            _review(row),
        ],
        div(".source")[sources.source(row["source"])],
    ]


def _line(row: dict, rag: str | None) -> list[Node]:
    return [
        [
            standard_at(row["home"], row["standard"]),
            div[row["outcome"]],
            div(".source")[sources.source(row["source"])],
        ],
        _said(row["delivery"]),
        _measured(row),
        _said(row["sccif"]),
        _said(row["evidence"]),
        _said(row["participation"]),
        div[_said(row["lead"]), br, _review(row)],
        _stands(row["status"], rag),
    ]


def _said(text: str | None) -> Node:
    return text or span(".small")["Not given"]


def _review(row: dict) -> Node:
    review = british(row["review_date"]) if row["review_date"] else "no review date"
    return span(".bad")[f"{review}: past"] if row["review_late"] else review


def _stands(status: str | None, rag: str | None) -> Element:
    """What the plan says of its progress, and beside it the standard's colour today."""
    plan = marks.mark(MARKS[status], 20, label="") if status in MARKS else None
    live = [marks.mark(rag, 20, label=""), f" {marks.RATINGS[rag]}"] if rag else "the home is not open"
    return div[
        div(".nowrap")[span(".small")["Plan: "], plan, " ", status or "not given"],
        div(".nowrap")[span(".small")["Today: "], live],
    ]


def _measured(row: dict) -> Element:
    """The words, unless they are only names of indicators; and the indicators that they name, as links to how they
    stand.
    """
    text = (row["measure"] or "").casefold()
    named = [each for each in INDICATORS if each.title.casefold() in text or each.id.casefold() in text.split()]
    leads = [li[_to_indicator(row["home"], each, each.standard or row["standard"])] for each in named]
    words = None if named and _names_alone(text, named) else _said(row["measure"])
    return div[words, leads and ul(".apart")[leads]]


def _names_alone(text: str, named: list[Indicator]) -> bool:
    for title in sorted((each.title.casefold() for each in named), key=len, reverse=True):
        text = text.replace(title, "")
    return not any(letter.isalnum() for letter in text)


def _to_indicator(home: str, known: Indicator, code: str) -> Element:
    return a(href=link(home=home, standard=code, indicator=known.id))[titled(known.id, code)]
