"""Finding by words: homes, findings, what visitors wrote, and actions."""

from unicodedata import combining, normalize

from metrics.found import FROM, place
from qa_data.scope import Scope
from qa_data.store import Store

MOST = 20
"""So many of each kind are told, the newest first; all are counted."""

WRITTEN = f"""
select 'home' as kind, home, opened as day, concat_ws(', ', home, array_to_string(other_names, ', '), urn, manager) as text, service_type as about, {place("home")}
from {{homes}} {FROM} where opened <= $as_at
union all
select 'finding', home, found_on, finding, source, {place("finding")} from {{findings}} {FROM} where found_on <= $as_at
union all
select 'visit', home, visit_date, concat_ws(E'\\n', concerns, good_practice, childrens_views, what_changed), visit_type, {place("visit_date")} from {{visits}} {FROM} where visit_date <= $as_at
union all
select 'action', home, raised, concat_ws(': ', reference, action), concat_ws(', ', source, owner), {place("action")} from {{actions}} {FROM} where raised <= $as_at
"""

ORDER = "day desc, home, file, sheet, sheet_row"

FOUND = f"""
select kind, home, day, text, about, file, sheet, sheet_row, cell, count(*) over (partition by kind) as of_kind
from ({WRITTEN}) where len(list_filter($words, lambda word: not contains(strip_accents(lower(concat_ws(' ', home, text))), word))) = 0
qualify row_number() over (partition by kind order by {ORDER}) <= {MOST} order by kind, {ORDER}
"""


def search(store: Store, scope: Scope, words: tuple[str, ...]) -> list[dict]:
    """What is written that holds every one of the words, whatever its letters' case and accents: kind (home,
    finding, visit or action), home, day, text, about (what sort of thing it is), of_kind (how many of the kind there
    are) and where it stands; the newest 20 of each kind. Nothing for no words.
    """
    return store.rows(scope, FOUND, words=[plain(word) for word in words]) if words else []


def plain(text: str) -> str:
    """As it is compared: lower case, without accents."""
    return "".join(each for each in normalize("NFD", text.lower()) if not combining(each))
