"""The service plan: what each home intends under each standard, and the standards without a line."""

from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.standards import CODES
from qa_data.store import Store

SQL = queries(__file__)


def plan_lines(
    store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 100
) -> list[dict]:
    """The lines of the service plans: the columns of the sheet, review_late (None without a date), and where the row
    stands.
    """
    return store.rows(scope, SQL["lines"], home=home, standard=standard, most=most)


def plan_gaps(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> list[dict]:
    """The open homes whose plan has no line for a standard: home, standards."""
    return store.rows(scope, SQL["gaps"], home=home, standard=standard, codes=list(CODES))


def plan_progress(store: Store, scope: Scope, home: str | None = None, standard: str | None = None) -> dict:
    """How many lines there are, at how many homes, how many are of some concern or off track, and how many reviews
    are late.
    """
    return store.rows(scope, SQL["progress"], home=home, standard=standard)[0]
