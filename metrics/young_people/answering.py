"""What a home says to its children on screen: the answer to something that they said, how that stands on their page,
and how many moved forward on their plans.
"""

from datetime import date
from typing import TypedDict

from metrics.clinic.lessons import NotRecorded
from metrics.young_people.issues import STATES, issues_and_changes
from metrics.young_people.pointing import points_in_an_answer
from metrics.young_people.reading_age import too_hard
from qa_data.recorded import record
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store
from qa_data.wording import last_day, listed, month_name

UNSIGNED = "Give your name: it stands beside what you keep."
NO_SUCH = "It was not kept: nothing that a child said at {home} carries the reference {reference}. Look again."
NO_STATE = "Choose what became of it: it changed, we are working on it, or it did not change."
NO_WORDS = "Tell the children in a few plain words, for example: We bought a new router. The wifi is fast now."
POINTS = "It was not kept: it could point at one child ({why}). Write it so that it is true for all of them."

SQL = queries(__file__)


class Progress(TypedDict):
    """Of a home and month (its first day): how many young people's plans were looked at, how many moved forward on
    their plan, and the fewest children of whom a return or a visit says that they lived there (None where none does).
    """

    home: str
    month: date
    looked_at: int
    moved_on: int
    living: int | None
    made_by: str


def progress(store: Store, scope: Scope) -> list[Progress]:
    """How many moved forward on their plans, of the last 12 months, the newest first."""
    return store.rows(scope, SQL["progress"])


def answer(store: Store, scope: Scope, by: str, home: str, reference: str, state: str, text: str, day: date) -> None:
    """Keeps what became of it (of `STATES`) and the words to the children, as on that day. NotRecorded where nothing of
    that reference was said, for words that are too hard or could point at one child, and without a name.
    """
    _known(store, scope, by, home, reference, day)
    if state not in STATES:
        raise NotRecorded(NO_STATE)
    if wrong := _wrong(text.strip()):
        raise NotRecorded(wrong)
    record(
        store,
        scope,
        "child_answers",
        by.strip(),
        home=home,
        reference=reference,
        answered_on=day,
        answer=state,
        text=text.strip(),
    )


def take_back(store: Store, scope: Scope, by: str, home: str, reference: str, day: date) -> None:
    """Takes an answer back, as on that day: what the tracker and visits say holds again. NotRecorded as `answer`."""
    _known(store, scope, by, home, reference, day)
    record(store, scope, "child_answers", by.strip(), home=home, reference=reference, answered_on=day)


def show(store: Store, scope: Scope, by: str, home: str, reference: str, shown_as: str, day: date) -> None:
    """Keeps how it stands on the page for young people. NotRecorded as `answer`."""
    _known(store, scope, by, home, reference, day)
    record(store, scope, "page_choices", by.strip(), home=home, reference=reference, shown_as=shown_as)


def moved_on(
    store: Store, scope: Scope, by: str, home: str, month: date, looked_at: int | None, moved_on: int | None
) -> None:
    """Keeps how many plans were looked at in the month and how many moved forward; None for both takes that back.
    NotRecorded without a name, and for numbers that cannot be.
    """
    scope.must_hold(home)
    if not by.strip():
        raise NotRecorded(UNSIGNED)
    first = month.replace(day=1)
    if wrong := _wrong_count(_living(store, scope.at(last_day(first)), home, first), first, looked_at, moved_on):
        raise NotRecorded(wrong)
    told = {"home": home, "month": first, "looked_at": looked_at, "moved_on": moved_on}
    record(store, scope, "plan_progress", by.strip(), **told)


def _wrong_count(living: int | None, month: date, looked_at: int | None, moved: int | None) -> str:
    if looked_at is None and moved is None:
        return ""
    if looked_at is None or moved is None or not 0 <= moved <= looked_at:
        return "Give two whole numbers, of which the second is not above the first, for example 4 and 3."
    if month > date.today():
        return f"{month_name(month)} has not begun. Choose a month that has."
    if living is not None and looked_at > living:
        return f"More plans ({looked_at}) than children who lived there in {month_name(month)} ({living}). Correct it."
    return ""


def _living(store: Store, scope: Scope, home: str, month: date) -> int | None:
    """The most children of whom a return or visit of the month says that they lived there."""
    [row] = store.rows(scope, SQL["most"], home=home, month=month)
    return row["children"]


def _known(store: Store, scope: Scope, by: str, home: str, reference: str, day: date) -> None:
    scope.must_hold(home)
    if not by.strip():
        raise NotRecorded(UNSIGNED)
    if reference not in {each["reference"] for each in issues_and_changes(store, scope.at(day), home)}:
        raise NotRecorded(NO_SUCH.format(home=home, reference=reference))


def _wrong(text: str) -> str:
    if not text:
        return NO_WORDS
    why = points_in_an_answer(text)
    return POINTS.format(why=listed(why)) if why else too_hard(text)
