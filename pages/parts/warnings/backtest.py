"""The back-test in HTML: what was said before each inspection, two-by-two tables, and what they can bear."""

from htpy import Element, Node, div, fragment, h2, h3, li, p, section, span, strong, ul

from metrics.warnings.backtest.wording import base_rate_said, bearing, sliding_said
from pages.parts import marks
from pages.parts.tables import cell, head, scrolled, table
from qa_data.wording import british, capital, share

HEAD = fragment[
    h2["Would it have warned us?"],
    p(".small")[
        "What the dashboard says of the day before each full inspection, beside the look back to the judgement before"
        " it."
    ],
]

HEADS = (
    "Inspected",
    "Home",
    "Judged",
    "The day before",
    head("The home as a whole", "As a whole"),
    head("The judgement before", "Judged before"),
)


def backtest(answer: dict) -> Element:
    """The tables, the inspections behind them and the sentences."""
    return section(".panel")[HEAD, _tested(answer) if answer["inspections"] else _none(), _england(answer)]


def _none() -> Element:
    return p[
        "No full inspection is loaded yet. Upload a sheet of inspections, or Ofsted’s published file, on the Upload"
        " page."
    ]


def _tested(answer: dict) -> Node:
    told = [each for each in answer["inspections"] if each["testable"]]
    return [
        told and [div(".panels")[[_table(each) for each in answer["tables"]]], scrolled(HEADS, map(_inspection, told))],
        ul(".plain")[[li[sentence] for sentence in bearing(answer)]],
    ]


def _england(answer: dict) -> Node:
    return h3["What a look back is worth in England"], p[base_rate_said(answer["base_rate"])]


def _table(told: dict) -> Element:
    heads = (head(span(".hidden")["What was said"]), head("Below Good", class_="n"), head("Good or better", class_="n"))
    silent = f" No opinion on {told['silent']}." if told["silent"] else ""
    return div[
        h3[told["said"]],
        table(
            heads,
            [
                (said, *(cell(told[f"{name}_{judged}"], class_="n") for judged in ("below", "good")))
                for said, name in (("It warned", "warned"), ("It did not", "quiet"))
            ],
            "main",
        ),
        p(".small")[f"{_caught(told['caught'])}; {_alarmed(told['false_alarms'])}.{silent}"],
    ]


def _caught(part: dict | None) -> str:
    return f"Caught {_part(part)}" if part else "No home below Good to catch"


def _alarmed(part: dict | None) -> str:
    return f"false alarms {_part(part)}" if part else "no home Good or better to alarm about"


def _part(part: dict) -> str:
    return (
        f"{share(part['part'], part['whole'])}, 95 % interval {part['interval'][0]:.0f} to {part['interval'][1]:.0f} %"
    )


def _inspection(each: dict) -> list[Node]:
    return [
        british(each["inspection_date"]),
        each["home"],
        strong[each["judged"]] if each["below_good"] else each["judged"],
        span[_day_before(each)],
        span[capital(sliding_said(each))],
        span[_judged_before(each)],
    ]


def _day_before(each: dict) -> Node:
    if not each["rag"]:
        return "Not open"
    counts = f"{each['red']} red, {each['amber']} amber, {each['grey']} without rating"
    return [marks.mark(each["rag"], 20), f" {marks.RATINGS.get(each['rag'], marks.UNRATED)} ", span(".small")[counts]]


def _judged_before(each: dict) -> Node:
    if not each["before"]:
        return "First loaded"
    return [f"{each['before']} ", span(".small")[british(each["before_on"])]]
