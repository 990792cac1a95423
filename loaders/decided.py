"""Actions decided in the room."""

from datetime import date

from loaders.one_action import store_action
from qa_data.dictionary.actions import CLINIC
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.wording import british


def decide(
    store: Store, scope: Scope, by: str, home: str, standards: list[str], action: str, owner: str, day: date, due: date
) -> list[str]:
    """Stores a decision of the clinic of that day as an action; what is wrong with it in words, none when it is
    stored. A home that may not be seen is one that nobody knows.
    """
    row = {
        "home": home,
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
