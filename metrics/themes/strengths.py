"""What stands beside a theme's count: visits that name it as a strength, its last twelve months, and boilerplate
that was not counted.
"""

from typing import Any

from metrics.themes.counting import lay_counted
from metrics.themes.shapes import PraisedTheme
from metrics.themes.taxonomy import theme
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

RUN = 3
"""From so many visits on end that all mention a theme it is said."""

SQL = queries(__file__)


def theme_strengths(store: Store, scope: Scope) -> list[PraisedTheme]:
    """What visits praise in the window at the homes asked of, most often first: theme, label, strengths of `of`
    visits, strengths_before of `before_of`.
    """
    with store.reading(scope) as cursor:
        lay_counted(store, cursor, [scope.as_at])
        return [row | {"label": theme(row["theme"]).label} for row in cursor.rows(SQL["praised"])]


def add_context(cursor: Cursor, told: list[dict[str, Any]]) -> None:
    """Adds to rows of home and theme: strengths, strengths_before (visits), months (a month without a visit is not
    among them), every_since (at one home; None where its last three visits do not all mention it), boilerplate.
    """
    nothing: dict[str, Any] = {
        "strengths": 0,
        "strengths_before": 0,
        "months": [],
        "every_since": None,
        "boilerplate": [],
    }
    found: dict[tuple[str | None, str], dict[str, Any]] = {}
    for name in ("strengths", "months", "unbroken", "standing"):
        for row in cursor.rows(SQL[name], **({"run": RUN} if name == "unbroken" else {})):
            found.setdefault((row["home"], row["theme"]), {}).update(row)
    for each in told:
        each |= nothing | found.get((each["home"], each["theme"]), {})
