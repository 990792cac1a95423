"""An action as it is written on a page, stored like an upload's row: checked by the same rules, listed in the history,
withdrawn at a click.
"""

from typing import Any

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book, Sheet
from loaders.storing import store_file
from qa_data.dictionary.actions import ACTIONS
from qa_data.scope import Scope
from qa_data.store import Store
from qa_data.uploads import of_sample


def store_action(
    store: Store, scope: Scope, by: str, row: dict[str, Any], sheet: str, file: str, decision: str
) -> list[str]:
    """Stores the columns of the row (home and all that must stand among them) as an upload called `file`, noted in the
    audit as that decision; what is wrong with it in words, none when it is stored. Other columns stay as they are.
    """
    headers = tuple(ACTIONS.column(name).header for name in row)
    told = tuple(", ".join(value) if isinstance(value, list) else value or None for value in row.values())
    book = Book(file, "", (Sheet(sheet, [headers, told], [1, 2]),))
    checked = check_book(book, file, known_council(store, scope), None)
    if not checked.accepted:
        return [problem.message for problem in checked.problems if problem.severity == "error"]
    with store.reading(scope) as cursor:
        sample = of_sample(cursor, row["home"])
    store_file(store, scope, checked, by, sample, decision)
    return []
