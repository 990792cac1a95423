"""How a change is told from chance, in HTML: concerns, and the charts behind them."""

from htpy import Fragment, div, fragment, h2, li, p, span, ul

from metrics.signals.evidence.factors import WINDOW
from metrics.signals.methods import METHODS

CONCERNS = (
    (
        "Each month all that is known of an indicator at a home is weighed: how much likelier its months are if its"
        f" rate changed at some time in the last {WINDOW} of them than if it never did. Where this reaches the"
        " threshold of the home, a concern begins. A Watch is listed and never colours; a Flag, of a higher one, is"
        " amber."
    ),
    (
        "A concern stands, with the month since which it stands, until the months after it began speak for the rate"
        " before: a home that is still worse does not drop off the list because it has been worse for long. What gets"
        " better is told in the same way and colours nothing."
    ),
    (
        "A home that slides worsens a little in many things. Its indicators and what its visits find are therefore also"
        " weighed together: the home as a whole."
    ),
)


def methods(values: dict) -> Fragment:
    """When a concern begins and when it is over, and how charts are drawn; `values` as set."""
    return fragment[
        h2["Concerns"],
        [p[text] for text in CONCERNS],
        p[
            f"The thresholds are set so that where nothing changes, about {values['signals.watch']:g} Watches and"
            f" {values['signals.flag']:g} Flags for the worse begin in a home in a month."
        ],
        h2["Charts"],
        p[
            "The method follows the numbers; the first that suits is taken. Where a concern stands, the usual limits"
            " are those of the months before the change, and the months since are shaded."
        ],
        ul(".l")[[li[span(".chip")[each.id], div[each.words]] for each in METHODS]],
    ]
