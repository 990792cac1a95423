"""Actions decided in the room."""

from datetime import date

from loaders.one_action import store_action
from loaders.references import derived
from qa_data.dictionary.actions import CLINIC
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.wording import british

SAME = """
select reference, standards from actions
where home = $home and of_clinic(source) and source_date = $day and action = $action and reference like 'A-%'
"""


def decide(
    store: Store, scope: Scope, by: str, home: str, standards: list[str], action: str, owner: str, day: date, due: date
) -> list[str]:
    """Stores a decision of the clinic of that day as an action; what is wrong with it in words, none when it is
    stored. A home that may not be seen is one that nobody knows.
    """
    row = {
        "home": home,
        "reference": _reference(store, scope, home, standards, action, day),
        "source": CLINIC,
        "source_date": day,
        "standards": standards,
        "action": action,
        "decision": "Accepted",
        "owner": owner,
        "raised": day,
        "due": due,
        "status": "Open",
    }
    return store_action(store, scope, by, row, "Decisions", f"{CLINIC} {british(day)}", "action of the clinic")


def _reference(store: Store, scope: Scope, home: str, standards: list[str], action: str, day: date) -> str | None:
    """That of the same decision where it is told again; else None, and so one made of the text, unless the same words
    were decided under other standards that day: these are two actions.
    """
    same = store.rows(scope.now(), SAME, home=home, day=day, action=action)
    again = [each["reference"] for each in same if set(each["standards"]) == set(standards)]
    if again or not same:
        return next(iter(again), None)
    return derived(CLINIC, day, f"{action} {' '.join(standards)}")
