"""Actions decided in the room, stored like any upload: checked by the same rules, listed in the history, withdrawn
at a click.
"""

from datetime import date

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book, Sheet
from loaders.storing import store_file
from qa_data.dictionary import dataset
from qa_data.dictionary.actions import CLINIC
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import of_sample
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
        "standards": ", ".join(standards),
        "action": action,
        "decision": "Accepted",
        "owner": owner,
        "raised": day,
        "due": due,
        "status": "Open",
    }
    headers = {column.name: column.header for column in dataset("actions").columns}
    sheet = Sheet(
        "Decisions", [tuple(headers[name] for name in row), tuple(value or None for value in row.values())], [1, 2]
    )
    file = f"{CLINIC} {british(day)}"
    checked = check_book(Book(file, "", (sheet,)), file, known_council(store, scope), None)
    if checked.accepted:
        with store.reading(scope) as cursor:
            sample = of_sample(cursor, home)
        store_file(store, scope, checked, by, sample)
        return []
    return [problem.message for problem in checked.problems if problem.severity == "error"]
