"""Tables of what children said at Ash House, drawn for tests of its page."""

from datetime import date

from metrics.young_people.issues import Issue, issues
from metrics.young_people.page import Page, young_people_page
from qa_data.scope import of_every_home
from qa_data.store import Store

DAY = date(2026, 10, 31)

ON = of_every_home(DAY)

HEADS = "Home | Date | Source | Standard | Kind | Finding"

ACTION_HEADS = (
    "Home | Reference | Source | Source date | Standard | Action | Decision | Reason | Raised | Due | Completed"
    " | Status | Evidence | Impact on children"
)


def said(*lines: str) -> str:
    """Findings of a child at Ash House: `day | standard | words`."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return "\n".join(
        [HEADS]
        + [f"Ash House | {day} | Child or young person | {code} | Child's view | {words}" for day, code, words in rows]
    )


def living(*counts: str) -> str:
    """Returns with how many children lived there: `month | number`."""
    return "\n".join(["Home | Month | Children living", *(f"Ash House | {line}" for line in counts)])


THREE = living("Aug 2026 | 3", "Sep 2026 | 3", "Oct 2026 | 3")


def acted(*lines: str) -> str:
    """Actions at Ash House, by the columns of `ACTION_HEADS` from Action on, with R1, R2 … as references."""
    told = [
        f"Ash House | R{place} | Management check | 2026-09-01 | QS06 | {line}" for place, line in enumerate(lines, 1)
    ]
    return "\n".join([ACTION_HEADS, *told])


def page(store: Store, day: date = DAY, home: str = "Ash House") -> Page:
    """Its page on that day."""
    return young_people_page(store, of_every_home(day), home)


def only(store: Store) -> Issue:
    """The one issue that there is."""
    [issue] = issues(store, ON)
    return issue
