"""Which homes what changed in the store was about: what is kept of the others stands."""

from datetime import datetime
from weakref import WeakKeyDictionary

from metrics.kept.stands import changed
from qa_data.dictionary.decisions import RECORDS
from qa_data.schema import STORED
from qa_data.scope import as_of_change, of_every_home
from qa_data.store import Store

HAVING_HOMES = tuple(each.name for each in STORED if "home" in each.names)

HOMELESS = tuple(each.name for each in STORED if "home" not in each.names)

CHANGED = """
    upload_id in (select upload_id from main.uploads where moment > $change
                  union all select upload_id from main.upload_states where moment > $change)"""

TOUCHED = " union ".join(
    [f"select home from main.{name} where {CHANGED}" for name in HAVING_HOMES]
    + [f"select home from main.{kind.name} where moment > $change" for kind in RECORDS if "home" in kind.columns]
)
"""The homes that a change since then was about."""

TOUCHED_ALL = " union all ".join(
    [f"(select 1 from main.{name} where {CHANGED} limit 1)" for name in HOMELESS]
    + [
        f"(select 1 from main.{kind.name} where moment > $change limit 1)"
        for kind in RECORDS
        if "home" not in kind.columns
    ]
    + ["(select 1 from main.erasures where moment > $change limit 1)"]
)
"""A row where a change since then was about no home in particular (a setting, or what Ofsted publishes), or nobody can
say any more about which."""

COMMON = "select kind, first, first_sent from first_records order by kind"
"""What one home's upload may change for another: how far back the records of the whole service go."""


_FOUND: WeakKeyDictionary[Store, dict[tuple, frozenset[str] | None]] = WeakKeyDictionary()
"""What was found between two changes of a file that was `opened` so often: every kind of what is kept asks the same."""


def touched_since(change: datetime, store: Store) -> frozenset[str] | None:
    """The homes that what changed since then was about; None where it was about all of them."""
    key = store.opened, change, store.once(changed)
    found = _FOUND.get(store, {})
    if key not in found:
        found = _FOUND[store] = {each: found[each] for each in list(found)[-9:]} | {key: _touched(change, store)}
    return found[key]


def _touched(change: datetime, store: Store) -> frozenset[str] | None:
    now, then = of_every_home(), as_of_change(change)
    if store.rows(now, TOUCHED_ALL, change=change) or store.rows(now, COMMON) != store.rows(then, COMMON):
        return None
    return frozenset(row["home"] for row in store.rows(now, TOUCHED, change=change))
