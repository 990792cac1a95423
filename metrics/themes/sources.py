"""The texts that mention a theme as a concern, each with the words that put it there and the cell it came from."""

from metrics.themes.counting import lay_out, rows
from metrics.themes.texts import EVERY
from qa_data.current import FILE, cell
from qa_data.scope import Scope
from qa_data.store import Store

FOUND = f"""
select theme, concerns.home, concerns.day as date, text, file, sheet, {cell("part")} as cell,
       list(distinct [mark_start, mark_end]) as marks, list(distinct [sentence_start, sentence_end]) as sentences
from concerns join ({EVERY}) texts using (part, upload_id, sheet, sheet_row) {FILE}
where period = 'window' and ($theme is null or theme = $theme)
group by theme, concerns.home, concerns.day, text, file, sheet, sheet_row, part, upload_id
order by date desc, concerns.home, sheet_row, part
"""


def add_findings(cursor, scope: Scope, told: list[dict]) -> None:
    """Adds to each theme its `findings` of the window, newest first: home, date, text, file, sheet, cell, marks and
    sentences (offsets into the text).
    """
    found = {}
    for row in map(_told, rows(cursor, scope, FOUND, theme=None)):
        theme = row.pop("theme")
        for home in (None, row["home"]):
            found.setdefault((home, theme), []).append(row)
    for each in told:
        each["findings"] = found.get((each["home"], each["theme"]), [])


def theme_findings(store: Store, scope: Scope, theme: str) -> list[dict]:
    """The findings of one theme at the homes asked of, as `metrics.themes.themes.themes` has them."""
    with store.reading() as cursor:
        lay_out(cursor, store, scope)
        return [_told(row) for row in rows(cursor, scope, FOUND, theme=theme)]


def _told(row: dict) -> dict:
    return row | {"date": row["date"].isoformat(), "marks": sorted(row["marks"]), "sentences": sorted(row["sentences"])}
