"""Whose names may stand in a text: those of homes, staff and visitors."""

from qa_data.dictionary import DATASETS
from qa_data.dictionary.homes import HOMES
from qa_data.scope import of_every_home
from qa_data.store import Store

EACH = {
    dataset.name: f"[{', '.join(names)}]"
    for dataset in DATASETS
    if (names := [column.name for column in dataset.columns if column.person or dataset is HOMES and column.is_key])
}
EACH["homes"] = f"list_concat(other_names, {EACH['homes']})"
"""Where the names stand: a list a row, so that each dataset is asked once."""

TOLD = " union all ".join(f"select unnest({names}) as name from {dataset}" for dataset, names in EACH.items())

NAMES = f"select distinct lower(trim(name)) as name from ({TOLD}) where name is not null"


def known_people(store: Store) -> set[str]:
    """The names in the store, in small letters."""
    return {row["name"] for row in store.rows(of_every_home(), NAMES)}
