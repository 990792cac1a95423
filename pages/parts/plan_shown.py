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
    "Evidence so far",
    "Young people’s part",
    "Lead and review",
    "Progress",
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
            f" {counted(progress['late'], 'review')} past the review date."
        ],
    ]


def gaps(missing: list[dict]) -> Element | Fragment:
    """The standards that no line is about."""
    if not missing:
        return fragment[()]
    return section(".panel")[
        h2["Standards without a plan line"],
        ul(".l")[[_gap(row) for row in missing[:HOMES]]],
        len(missing) > HOMES and p(".small")[f"And {len(missing) - HOMES:,} more homes."],
    ]


def _gap(row: dict) -> Element:
    return li[div[strong[row["home"]], ": no line for ", _named(row["home"], row["standards"])]]


def _named(home: str, codes: list[str]) -> list[Node]:
    """The standards as links, with commas and an “and” between them."""
    between = ["", *[", "] * (len(codes) - 2), *[" and "] * (len(codes) > 1)]
    return [[word, standard_at(home, code)] for word, code in zip(between, codes, strict=True)]


def lines(told: list[dict], most: int) -> Fragment:
    """The lines, home by home."""
    return fragment[
        [
            [h2[home], scrolled(HEADS, [_line(row) for row in rows])]
            for home, rows in groupby(told, lambda row: row["home"])
        ],
        len(told) == most and p(".small")[f"The first {most:,} lines are shown: choose a home or a standard above."],
    ]


def _line(row: dict) -> list[Node]:
    return [
        [
            standard_at(row["home"], row["standard"]),
            div[row["outcome"]],
            div(".source")[sources.source(row["source"])],
        ],
        _said(row["delivery"]),
        div[_said(row["measure"]), _measured(row)],
        _said(row["evidence"]),
        _said(row["participation"]),
        div[_said(row["lead"]), br, _review(row)],
        _progress(row["status"]),
    ]


def _said(text: str | None) -> Node:
    return text or span(".small")["Not given"]


def _review(row: dict) -> Node:
    review = british(row["review_date"]) if row["review_date"] else "no review date"
    return span(".bad")[f"{review}: past"] if row["review_late"] else review


def _progress(status: str | None) -> Node:
    if status not in MARKS:
        return _said(status)
    return span(".nowrap")[marks.mark(MARKS[status], 20, label=""), f" {status}"]


def _measured(row: dict) -> list[Node]:
    """The indicators that the words name, as links to how they stand."""
    text = (row["measure"] or "").casefold()
    named = [each for each in INDICATORS if each.title.casefold() in text or each.id.casefold() in text.split()]
    return [[br, _to_indicator(row["home"], each, each.standard or row["standard"])] for each in named]


def _to_indicator(home: str, known: Indicator, code: str) -> Element:
    return a(href=link(home=home, standard=code, indicator=known.id))[titled(known.id, code)]
