"""Every mention of a theme by every visit, kept in the store so that a page does not go through all texts again."""

from hashlib import sha256

from metrics.kept import Kept, keep, may_be_kept
from metrics.themes.boilerplate import NAMES, WORDS
from metrics.themes.reading import read_texts
from metrics.themes.taxonomy import EDITION
from metrics.themes.texts import DIGEST, TEXTS, VISITS
from qa_data.scope import Scope
from qa_data.store import Store

PLACES = {
    "home": "varchar",
    "day": "date",
    "part": "varchar",
    "upload_id": "varchar",
    "sheet": "varchar",
    "sheet_row": "bigint",
    "theme": "varchar",
    "polarity": "varchar",
    "sentence_start": "integer",
    "sentence_end": "integer",
    "mark_start": "integer",
    "mark_end": "integer",
}

COLUMNS = PLACES | {"sentence": "varchar", "words": "varchar"}
"""A row a mention: where it stands, the sentence, and its words without digits, punctuation and the home's names."""

MENTIONS = f"""
select {", ".join(PLACES)}, sentence, {WORDS} as words
from (select *, substring(text, sentence_start + 1, sentence_end - sentence_start) as sentence from (select *, {DIGEST} as digest from ({TEXTS})) join text_mentions using (digest))
left join ({NAMES}) using (home)
"""

DEFINED = sha256((EDITION + MENTIONS + VISITS).encode()).hexdigest()

KEPT = (
    Kept("theme_visits_kept", "home varchar, day date, visitor varchar", DEFINED, lambda store, scope, variant: VISITS),
    Kept(
        "theme_mentions_kept",
        ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items()),
        DEFINED,
        lambda store, scope, variant: MENTIONS,
    ),
)


def sources(store: Store, scope: Scope) -> tuple[str, str]:
    """Queries for the visits (home, day, visitor) and the mentions (`COLUMNS`), of any day, of all homes."""
    read_texts(store)
    if not may_be_kept(store, scope):
        return VISITS, MENTIONS
    for kind in KEPT:
        keep(store, kind, "")
    return tuple(f"select * from {kind.name}" for kind in KEPT)
