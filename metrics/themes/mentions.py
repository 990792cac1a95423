"""Every mention of a theme by every visit, kept in the store so that a page does not go through all texts again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pandas import DataFrame

from metrics.kept.kinds import Kept, Query
from metrics.kept.laying import lay
from metrics.kept.stands import rows_kept
from metrics.themes.boilerplate import NAMES, WORDS
from metrics.themes.tagging import read
from metrics.themes.texts import EVERY_TEXT, TEXTS, VISITS
from qa_data.cursor import Cursor
from qa_data.holding import ROW_AT
from qa_data.scope import Scope
from qa_data.store import Store

if TYPE_CHECKING:
    from pyarrow import Table

MARKS = {
    "theme": "varchar",
    "polarity": "varchar",
    "sentence_start": "integer",
    "sentence_end": "integer",
    "mark_start": "integer",
    "mark_end": "integer",
}
"""Where a mention's sentence and its marked words stand in the text."""

READ = {"home": "varchar", "digest": "varchar"} | MARKS

MENTIONS = (
    {"home": "varchar", "day": "date", "part": "varchar", "row_at": ROW_AT}
    | MARKS
    | {"sentence": "varchar", "words": "varchar"}
)
"""A row a mention: where it stands, the sentence, and its words without digits, punctuation and the home's names."""

PLACED = f"""
select {", ".join(name for name in MENTIONS if name != "words")}, {WORDS} as words
from (select *, substring(text, sentence_start + 1, sentence_end - sentence_start) as sentence
      from ({TEXTS}) join theme_texts_read using (home, digest))
left join ({NAMES}) using (home)
"""

COUNTS = f"""
select home, day, count(distinct theme) as themes
from ({VISITS})
left join (select home, day, theme from ({TEXTS}) join theme_texts_read using (home, digest)
           where polarity = 'concern') using (home, day)
group by home, day
"""


OF_HOMES = "select unnest(homes) as home, marks.* from texts_stored join marks using (digest)"


def _read(store: Store, scope: Scope, variant: str) -> "Table":
    """What every stored text says: it depends on nothing but the text and its kind, so what was read before stands."""
    before = _read_before(store, scope, variant)
    with store.reading(scope) as cursor:
        cursor.run(f"create or replace temp table texts_stored as {EVERY_TEXT}")
        rows = [
            (text["digest"], *mark)
            for text in cursor.rows("select digest, kind, text from texts_stored")
            for mark in before.get(text["digest"]) or _marks(text)
        ]
        with cursor.offering("marks", DataFrame(rows, columns=list(READ)[1:])):
            # A text stands at many homes: there are far more rows than Python should make.
            return cursor.run(OF_HOMES).to_arrow_table()


def _read_before(store: Store, scope: Scope, variant: str) -> dict[str, list[tuple]]:
    """The marks of each text by its digest, as they are kept."""
    found: dict[str, list[tuple]] = {}
    if (kept := rows_kept(TEXTS_READ, variant, store, scope)) is not None:
        for digest, *mark in kept[list(READ)[1:]].drop_duplicates().itertuples(index=False):
            found.setdefault(digest, []).append(tuple(mark))
    return found


def _marks(text: dict[str, Any]) -> Iterator[tuple]:
    for sentence in read(text["text"], text["kind"]):
        for each in sentence.mentions:
            yield each.theme, each.polarity, sentence.start, sentence.end, each.start, each.end


TEXTS_READ = Kept("theme_texts_read", READ, _read, every_version=True)

THEME_VISITS = Kept(
    "theme_visits",
    {"home": "varchar", "day": "date", "visitor": "varchar"},
    lambda store, scope, variant: Query(VISITS),
)

CONCERN_COUNTS = Kept(
    "concern_counts",
    {"home": "varchar", "day": "date", "themes": "integer"},
    lambda store, scope, variant: Query(COUNTS),
    needs=(TEXTS_READ,),
)

THEME_MENTIONS = Kept("theme_mentions", MENTIONS, lambda store, scope, variant: Query(PLACED), needs=(TEXTS_READ,))


def lay_mentions(store: Store, cursor: Cursor) -> None:
    """Makes the views `theme_visits` (home, day, visitor) and `theme_mentions` (`MENTIONS`) on the cursor: of any day,
    of the whole service."""
    for kind in (THEME_VISITS, THEME_MENTIONS):
        lay(store, cursor, kind, whole_service=True)


def lay_concern_counts(store: Store, cursor: Cursor) -> None:
    """Makes the view `concern_counts` on the cursor: of every visit of any day, of the homes of the scope, of how many
    `themes` it mentions a concern."""
    lay(store, cursor, CONCERN_COUNTS)
