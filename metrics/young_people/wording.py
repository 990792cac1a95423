"""What the page for young people says of itself: short sentences, each to be read at nine. Symbols are named by what
they stand for.
"""

from datetime import date

from metrics.young_people.answering import Progress
from metrics.young_people.issues import CHANGED, UNCHANGED, WORKING

SAID, WAITING, LIKED, DOING = "said", "waiting", "liked", "doing"

SIGNS = {
    SAID: "A speech bubble: you said this.",
    CHANGED: "A tick: we changed this.",
    WORKING: "Three dots: we are working on this.",
    UNCHANGED: "A bar: this did not change. We say why.",
    WAITING: "A question mark: we have not told you yet.",
    LIKED: "A star: you like this.",
    DOING: "Steps: how you are doing.",
}
"""Each symbol of the page, and what it means."""

KEY = "What the signs mean"

HEADINGS = {
    SAID: "What you said",
    LIKED: "What you like",
    CHANGED: "What changed",
    WORKING: "What we are working on",
    UNCHANGED: "What did not change, and why",
    DOING: "How you are doing",
}
"""The sections, in order."""

NOTHING = {
    SAID: "We have told you about all you see here. Look at the next parts.",
    LIKED: "There is nothing to show here yet.",
    CHANGED: "There is nothing to show here yet.",
    WORKING: "There is nothing to show here now.",
    UNCHANGED: "There is nothing to show here now.",
}
"""What a section says without anything in it."""

UNANSWERED = "We have not told you yet what we will do."

MORE = "You told us more than is on this page. Ask us about it."

THANKS = "Thank you for telling us."

SAYING_MORE = "Do you want to say more? Talk to us. We can help you to say it."

ASK_US = "We look at your plan with you. Ask us how you are doing."

LEADS = {CHANGED: "What we did: ", WORKING: "Our plan: ", UNCHANGED: "Why: "}
"""How an answer begins."""

ENOUGH = 3
"""Of fewer children nothing is quoted and nothing counted."""

ONE_OR_TWO = (1, 2)
"""A part or a rest that is as good as one child's name."""


def title(home: str) -> str:
    """The page's heading."""
    return f"{home}: you said, we did"


def of_months(first: date, last: date) -> str:
    """August to October 2026."""
    return f"{first:%B}{'' if first.year == last.year else f' {first.year}'} to {last:%B} {last.year}"


def doing(told: Progress | None) -> str:
    """How many moved forward on their plans. In numbers where these point at nobody: three children or more lived
    there, and neither those who moved forward nor the others are one or two.
    """
    if told is None or told["living"] is None or told["living"] < ENOUGH:
        return ASK_US
    moved, looked = told["moved_on"], told["looked_at"]
    if looked < ENOUGH or moved in ONE_OR_TWO or looked - moved in ONE_OR_TWO:
        return "Some of you moved forward on your plan. Well done!" if moved else ASK_US
    seen = f"In {told['month']:%B} we looked at {looked} plans with you."
    if not moved:
        return f"{seen} No one has moved forward yet. We will help with the next step."
    return f"{seen} {moved} of you moved forward. Well done!"
