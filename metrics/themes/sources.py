"""The texts that mention a theme as a concern, each with the words that put it there and the cell it came from."""

from typing import Any

from metrics.themes.counting import lay_counted
from metrics.themes.shapes import ThemeFinding, ToldTheme
from metrics.themes.texts import TEXTS
from qa_data.cursor import Cursor
from qa_data.scope import Scope
from qa_data.sql import queries
from qa_data.store import Store

SQL = queries(__file__)


def add_findings(cursor: Cursor, told: list[ToldTheme]) -> None:
    """Adds to each theme its `findings` of the window, newest first: home, date, text, file, sheet, cell, marks and
    sentences (offsets into the text).
    """
    found: dict[tuple[str | None, str], list[ThemeFinding]] = {}
    for row in _found(cursor, None):
        theme, _ = row.pop("theme"), row.pop("source")
        for home in (None, row["home"]):
            found.setdefault((home, theme), []).append(row)
    for each in told:
        each["findings"] = found.get((each["home"], each["theme"]), [])


def theme_findings(store: Store, scope: Scope, theme: str) -> list[ThemeFinding]:
    """The findings of one theme at the homes asked of, as `metrics.themes.themes.themes` has them."""
    with store.reading(scope) as cursor:
        lay_counted(store, cursor, [scope.as_at])
        return _found(cursor, theme)


def _found(cursor: Cursor, theme: str | None) -> list[Any]:
    cursor.run(f"create or replace temp view theme_texts as {TEXTS}")
    return [_told(row) for row in cursor.rows(SQL["found"], theme=theme)]


def _told(row: dict[str, Any]) -> dict[str, Any]:
    place = {name: row["source"][name] for name in ("file", "sheet", "cell")}
    offsets = {name: sorted(row[name]) for name in ("marks", "sentences")}
    return row | place | offsets | {"date": row["date"].isoformat()}
