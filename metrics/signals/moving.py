"""What moves, in groups: how many series are in each, and the first of them."""

from metrics.signals.shapes import Moving
from metrics.signals.signals import by_chance, lay_signals, with_assurance
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

GROUPS = ("new", "standing", "over", "whole", "improvements", "apart", "steady", "few")
"""Concerns for the worse that are new in the latest month, that stand since earlier, and that were over in it; part of
what makes its home worse as a whole, without a concern of its own; what goes better; standing out on its own chart
alone; as usual; too few months."""

OF_ALL = 2.0
"""Of very many homes so many new concerns a month by chance alone, of all of them together, can still be read."""

MANY = 100
"""From so many homes on, those that reach the threshold of that budget are told apart."""

SQL = queries(__file__)


def moving(store: Store, scope: Scope, home: str | None = None, standard: str | None = None, most: int = 48) -> Moving:
    """Of all homes that are open: series, tests (those long enough known for a concern), flags, watches, homes (with a
    concern), of_homes, beyond (of many homes how many concerns reach the threshold of a budget for all of them
    together, `OF_ALL`; None of few), and how many would begin by chance alone; of the home and standard: `groups`, by
    name (of `GROUPS`) how many, and `shown`, the first of each as `metrics.signals.signals` has them, with their group
    (`grouped`).
    """
    with store.reading(scope) as cursor:
        lay_signals(store, cursor)
        cursor.run(SQL["grouped"])
        whole = cursor.rows(SQL["whole"], of_all=OF_ALL, many=MANY)[0]
        rows = cursor.rows(SQL["first"], home=home, standard=standard, most=most, groups=list(GROUPS))
    return whole | {
        "new_a_month_by_chance": by_chance(store, scope, whole["of_homes"]),
        "groups": {row["grouped"]: row["of_group"] for row in rows},
        "shown": with_assurance(store, scope, rows),
    }
