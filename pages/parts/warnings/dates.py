"""The clocks that run, in HTML: what is missed, what comes soon, and of what none runs."""

from htpy import Element, Node, a, details, h2, p, section, span, summary

from metrics.warnings.clocks import MISSED, REPORT, RUNNING
from metrics.warnings.wording import law
from pages.parts import sources
from pages.parts.address import link
from pages.parts.not_begun import not_begun
from pages.parts.tables import head, scrolled
from qa_data.wording import british, capital, counted

MOST = 40
"""So many dates are told."""


def dates(clocks: list[dict], unrecorded: list[dict], unsent: bool) -> Element:
    """The clocks: those missed and those soon open, the others a click away; for whom none runs; and whether no day of
    sending is recorded (`unsent`)."""
    near, running = ([clock for clock in clocks if (clock["state"] == RUNNING) == later] for later in (False, True))
    return section(".panel")[
        h2["Dates of the law and of Ofsted"],
        p(".small")[
            "Soon is a local span: a visit in the last 10 days of its month, the report of a review in 10 days, a"
            " review in 30, a requirement in 14. The dates themselves are law."
        ],
        dated(near) if near else p["No date of the law or of Ofsted’s has been missed or comes soon."],
        running and details[summary[f"{counted(len(running), 'date')} further away"], dated(running)],
        not_begun(unrecorded),
        sending(unsent),
    ]


def sending(unsent: bool) -> Element | None:
    """Said where no day is recorded on which a report was sent to Ofsted: that is no breach."""
    told = "The day on which reports of Regulation 45 reviews were sent to Ofsted is not recorded."
    return p(".small")[told] if unsent else None


def dated(clocks: list[dict]) -> Node:
    """A table of clocks."""
    return [
        scrolled(
            ("Due", "Home", "What", "Last done", head("Where it is told", "Told in")),
            [_date(clock) for clock in clocks[:MOST]],
        ),
        len(clocks) > MOST and p(".small")[f"And {len(clocks) - MOST:,} more."],
    ]


def _date(clock: dict) -> list[Node]:
    named = f"{clock['clock']}: {clock['action']}" if clock["action"] else clock["clock"]
    return [
        [
            span(class_={"bad": clock["state"] == MISSED})[british(clock["due"])],
            " ",
            span(".small")[_when(clock["days_left"])],
        ],
        a(href=link(home=clock["home"], standard=clock["standards"][0]))[clock["home"]],
        span[f"{named} ", span(".small")[capital(law(clock))]],
        _done(clock),
        clock["source"] and sources.sources([clock["source"]]),
    ]


def _done(clock: dict) -> Node:
    if clock["reference"]:
        return ""
    if not clock["done"]:
        return "None recorded"
    if clock["clock"] != REPORT:
        return span(".nowrap")[british(clock["done"])]
    sent = f"sent {british(clock['sent'])}" if clock["sent"] else "not sent, as far as is recorded"
    return f"Review of {british(clock['done'])}; report {sent}"


def _when(left: int) -> str:
    if left == 0:
        return "today"
    return f"{counted(-left, 'day')} late" if left < 0 else f"in {counted(left, 'day')}"
