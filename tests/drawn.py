"""Stores filled from tables drawn in the test: through the loaders, and with only the columns that the test is
about.
"""

from loaders.checking import check_book
from loaders.council import known_council
from loaders.reading.book import Book, Sheet
from loaders.storing import store_file
from qa_data.scope import of_every_home
from qa_data.store import MEMORY, Store, open_store

HOMES = """
Home      | Service type     | Registered places | Opened     | URN
Ash House | Residential care | 3                 | 2015-05-01 | SC1
"""


def drawn(text: str) -> list[tuple]:
    """The rows of a table drawn with | between its cells; a blank cell is None."""
    return [tuple(cell.strip() or None for cell in line.split("|")) for line in text.strip().splitlines()]


def load_drawn(store: Store, *tables: str, file: str = "Drawn.xlsx") -> str:
    """Loads each table as a sheet of one file; the upload's id. Fails the test when the file has an error."""
    sheets = tuple(
        Sheet(f"Sheet{place}", rows := drawn(table), list(range(1, len(rows) + 1)))
        for place, table in enumerate(tables, 1)
    )
    checked = check_book(Book(file, "", sheets), file, known_council(store, of_every_home()), None)
    assert checked.accepted, checked.problems
    return store_file(store, of_every_home(), checked, "test")[0]


def store_with(*tables: str, homes: str = HOMES) -> Store:
    """A store in memory with the homes and these tables."""
    store = open_store(MEMORY)
    load_drawn(store, homes, *tables)
    return store
