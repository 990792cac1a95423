"""Whose names may stand in a text: those of homes, and of the staff and visitors whom a person has confirmed. A name in
a column for people excuses nothing by itself: a child's may stand there by mistake.
"""

from qa_data.scope import of_every_home
from qa_data.store import Store

NAMES = """
select lower(trim(name)) as name from (
    select unnest(list_append(other_names, home)) as name from homes union all select written from people where holds
) where name is not null
"""


def known_people(store: Store) -> set[str]:
    """The names in the store that may stand, in small letters."""
    return {row["name"] for row in store.rows(of_every_home(), NAMES)}
