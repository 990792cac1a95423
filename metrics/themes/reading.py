"""What every stored text says, read once: which themes it mentions depends on nothing but the text, its kind and the
edition of the taxonomy.
"""

import duckdb
from pandas import DataFrame

from metrics.themes.tagging import read
from metrics.themes.taxonomy import EDITION
from metrics.themes.texts import DIGEST, EVERY
from qa_data.scope import of_every_home
from qa_data.store import Store
from qa_data.uploads import last_change

MENTIONS = {
    "digest": "varchar",
    "theme": "varchar",
    "polarity": "varchar",
    "sentence_start": "integer",
    "sentence_end": "integer",
    "mark_start": "integer",
    "mark_end": "integer",
}
"""A row a mention: where its sentence and its marked words stand in the text."""

TABLES = (
    f"create table if not exists text_mentions ({', '.join(f'{name} {kind}' for name, kind in MENTIONS.items())})",
    "create table if not exists texts_read (digest varchar)",
    "create table if not exists texts_read_until (edition varchar, change timestamp)",
)

UNREAD = (
    f"select {DIGEST} as digest, any_value(kind) as kind, any_value(text) as text from ({EVERY}) group by digest having"
    " digest not in (select digest from texts_read)"
)

AT_ONCE = 20_000


def read_texts(store: Store) -> None:
    """Reads what has come in since the last question, or everything where the taxonomy has a new edition."""
    now = last_change(store, of_every_home())
    if _stand(store) == (EDITION, now):
        return
    _make_room(store)
    with store.reading() as cursor:
        unread = cursor.execute(UNREAD)
        while texts := unread.fetchmany(AT_ONCE):
            _keep(store, texts)
    with store.writing() as cursor:
        cursor.execute("delete from texts_read_until")
        cursor.execute("insert into texts_read_until values (?, ?)", [EDITION, now])


def _stand(store: Store) -> tuple | None:
    with store.reading() as cursor:
        try:
            return cursor.execute("select edition, change from texts_read_until").fetchone()
        except duckdb.CatalogException:
            return None


def _make_room(store: Store) -> None:
    """Makes the tables; takes away what was read by another edition."""
    stand = _stand(store)
    with store.writing() as cursor:
        if stand and stand[0] != EDITION:
            for table in ("text_mentions", "texts_read", "texts_read_until"):
                cursor.execute(f"drop table {table}")
        for table in TABLES:
            cursor.execute(table)


def _keep(store: Store, texts: list[tuple[str, str, str]]) -> None:
    rows = [
        (digest, mention.theme, mention.polarity, sentence.start, sentence.end, mention.start, mention.end)
        for digest, kind, text in texts
        for sentence in read(text, kind)
        for mention in sentence.mentions
    ]
    with store.writing() as cursor:
        cursor.register("mentions_found", DataFrame(rows, columns=list(MENTIONS)))
        cursor.register("texts_seen", DataFrame({"digest": [digest for digest, _, _ in texts]}))
        # Two people may ask at once: what the other has read meanwhile is not kept twice.
        cursor.execute(
            "insert into text_mentions select * from mentions_found where digest not in (select digest from texts_read)"
        )
        cursor.execute(
            "insert into texts_read select digest from texts_seen where digest not in (select digest from texts_read)"
        )
