"""What moves, in groups: how many series are in each, and the first of them."""

from metrics.signals.shapes import Moving
from metrics.signals.signals import TOLD, expected_false_flags, lay_signals, with_assurance
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

GROUPS = ("concerns", "improvements", "changes", "apart", "steady", "few")
"""Flagged for the worse, for the better, or neither; standing out on its own chart alone; as usual; too few months."""

SHOWN = (*TOLD, "grouped", "of_group", "place")

SQL = queries(__file__)


def moving(store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 48) -> Moving:
    """Of all homes that are open: series, tests, flags, concerns, homes (with one) and expected_false_flags; of the
    home and standard: `groups`, by name (of `GROUPS`) how many, and `shown`, the first of each as
    `metrics.signals.signals` has them, with their group (`grouped`).
    """
    with store.reading(scope) as cursor:
        lay_signals(store, cursor)
        cursor.run(SQL["grouped"])
        whole = cursor.rows(SQL["whole"])[0]
        rows = cursor.rows(SQL["first"], home=home, standard=standard, most=most, groups=list(GROUPS))
        expected = expected_false_flags(cursor, whole["tests"])
    return whole | {
        "expected_false_flags": expected,
        "groups": {row["grouped"]: row["of_group"] for row in rows},
        "shown": with_assurance(store, scope, [{name: row[name] for name in SHOWN} for row in rows]),
    }
